import { Refusal } from "../base/index.ts";
import { derivedTables, heldTables, vocabularyTypes } from "../model/index.ts";
import { makeChainHeads } from "./chain-head.ts";
import type { Database } from "./database.ts";
import { integer } from "./shape.ts";
import { identifier, rawSql, sql, type Sql } from "./sql.ts";

/**
 * The first makes the tables as they are today; each later one brings the file of an earlier program there. Nothing is
 * released yet: from the first release on an entry stays as it is, and what changes is a new entry.
 */
const migrations: readonly ((database: Database) => Promise<void>)[] = [
  createTables,
  remakeDerivedTables,
  useVocabularyTypes,
  keepReplayTexts,
  remakeReview,
  countSkippedBlocks,
  countReach,
  addPassages,
  addInterviews,
  addNotes,
  addClaims,
  addMentions,
  addGuardedTexts,
  addModelProposals,
];

/** Brings the case file to this program's version; refuses one that a newer program wrote. */
export async function migrate(database: Database): Promise<void> {
  await database.run(sql`create schema if not exists held`);
  await database.run(sql`create table if not exists held.migration (version integer primary key)`);
  await makeChainHeads(database);
  const { version } = await database.row(
    sql`select coalesce(max(version), 0)::integer as version from held.migration`,
    { version: integer },
  );
  if (version > migrations.length) {
    throw new Refusal(
      `case.duckdb has version ${version}; this program knows ${migrations.length}: use a newer Windfall`,
    );
  }
  for (const [index, migration] of migrations.entries()) {
    if (index >= version) await applyMigration(database, migration, index + 1);
  }
}

async function applyMigration(
  database: Database,
  migration: (database: Database) => Promise<void>,
  version: number,
): Promise<void> {
  await database.transaction(async () => {
    await migration(database);
    await database.run(sql`insert into held.migration values (${version})`);
  });
}

async function createTables(database: Database): Promise<void> {
  await database.run(sql`create schema if not exists w_open`);
  for (const [name, columns] of Object.entries(heldTables)) {
    await database.run(createTable("held", name, columns));
  }
  for (const name of Object.keys(heldTables)) await database.run(createCurrentView(name));
  for (const [name, columns] of Object.entries(derivedTables)) await database.run(createTable("w_open", name, columns));
  await database.run(sql`create table w_open.stage_run
    (stage varchar primary key, input_hash blob not null, code_version varchar not null)`);
}

/** Findings, their statements and payments hold the hand-over since; what is derived is made again by the next run. */
async function remakeDerivedTables(database: Database): Promise<void> {
  for (const [name, columns] of Object.entries(derivedTables)) {
    await database.run(sql`drop table if exists w_open.${identifier(name)}`);
    await database.run(createTable("w_open", name, columns));
  }
  await database.run(sql`delete from w_open.stage_run`);
}

/** Schemata and properties of statements were texts before. */
async function useVocabularyTypes(database: Database): Promise<void> {
  for (const [column, type] of Object.entries(vocabularyTypes)) {
    await database.run(sql`alter table held.statement alter ${identifier(column)} set data type ${rawSql(type)}`);
  }
  await database.run(createCurrentView("statement"));
}

/** A batch had no text before from which the ledger's line of it could be written again. */
async function keepReplayTexts(database: Database): Promise<void> {
  await database.run(sql`alter table held.batch add column if not exists replay varchar`);
  await database.run(createCurrentView("batch"));
}

/** What hangs on joins was not kept before, nor which findings a decision would flip. */
async function remakeReview(database: Database): Promise<void> {
  for (const name of ["review", "load_bearing"] as const) {
    await database.run(sql`drop table if exists w_open.${identifier(name)}`);
    await database.run(createTable("w_open", name, derivedTables[name]));
  }
  await database.run(sql`delete from w_open.stage_run where stage in ('prioritise', 'brief')`);
}

/** What was not compared was not counted before. */
async function countSkippedBlocks(database: Database): Promise<void> {
  await database.run(sql`drop table if exists w_open.skipped_block`);
  await database.run(createTable("w_open", "skipped_block", derivedTables.skipped_block));
}

/** How joined pairs had met was not counted before. */
async function countReach(database: Database): Promise<void> {
  await database.run(sql`drop table if exists w_open.blocking_reach`);
  await database.run(createTable("w_open", "blocking_reach", derivedTables.blocking_reach));
}

/** Documents were not read before. */
async function addPassages(database: Database): Promise<void> {
  await addHeldTable(database, "passage");
}

/** Interview sheets were read as tables before. */
async function addInterviews(database: Database): Promise<void> {
  await addHeldTable(database, "interview_answer");
}

/** Nobody could note or weigh anything before. */
async function addNotes(database: Database): Promise<void> {
  for (const name of ["note", "hypothesis", "hypothesis_mark"] as const) await addHeldTable(database, name);
}

async function addHeldTable(database: Database, name: keyof typeof heldTables): Promise<void> {
  await database.run(sql`create table if not exists held.${identifier(name)} (${rawSql(heldTables[name])})`);
  await database.run(createCurrentView(name));
}

const ledgerTables = [
  "ledger_document",
  "claim_reading",
  "claim",
  "claim_source",
  "event",
  "event_claim",
  "event_root",
  "contradiction",
  "drift",
] as const;

/** Claims were not read before, and a decision had no fields that it puts right. */
async function addClaims(database: Database): Promise<void> {
  await database.run(sql`alter table held.judgement add column if not exists edits json`);
  await database.run(createCurrentView("judgement"));
  for (const name of ledgerTables) {
    await database.run(sql`drop table if exists w_open.${identifier(name)}`);
    await database.run(createTable("w_open", name, derivedTables[name]));
  }
}

/** Names of the case were not looked for in documents before. */
async function addMentions(database: Database): Promise<void> {
  for (const name of ["mention", "skipped_mention"] as const) {
    await database.run(sql`drop table if exists w_open.${identifier(name)}`);
    await database.run(createTable("w_open", name, derivedTables[name]));
  }
}

/** What tells of people in flight was coarsened in claims alone. */
async function addGuardedTexts(database: Database): Promise<void> {
  for (const name of ["ledger_document", "guarded_text", "guarded_name"] as const) {
    await database.run(sql`drop table if exists w_open.${identifier(name)}`);
    await database.run(createTable("w_open", name, derivedTables[name]));
  }
}

/** No model was asked for claims before. */
async function addModelProposals(database: Database): Promise<void> {
  await addHeldTable(database, "model_proposal");
}

const createTable = (schema: string, name: string, columns: string): Sql =>
  sql`create table ${identifier(schema)}.${identifier(name)} (${rawSql(columns)})`;

/** The rows of a held table whose batch nothing supersedes, contacts that somebody opened left out: what every stage reads. */
const createCurrentView = (name: string): Sql => sql`
  create or replace view held.${identifier(`current_${name}`)} as
  select * ${name === "statement" ? asTexts : sql``} from held.${identifier(name)}
  where batch_no not in (select supersedes from held.batch where supersedes is not null)
    ${name === "bystander" ? isClosed : sql``}`;

const asTexts = sql`replace (schema::varchar as schema, prop::varchar as prop, prop_type::varchar as prop_type)`;

/** The latest decision on a contact rules. */
const isClosed = sql`and entity_id not in (
  select left_id from (
    select left_id, decision, row_number() over (partition by left_id order by judgement_no desc) as latest
    from held.judgement where subject = 'bystander')
  where latest = 1 and decision = 'same')`;
