import { assert } from "../../base/index.ts";
import { derivedTables, type DerivedTable } from "../../model/index.ts";
import { sql, type Database, type StageContext, type TableName } from "../../store/index.ts";
import { buildLedger, type Ledger } from "../build-ledger.ts";
import type { LedgerClaim, ReadDocument as LedgerDocument } from "../likeness/ledger-claim.ts";
import { claimRows, documentRow, sourceRows, toldClaim } from "./claim-rows.ts";
import type { Rows } from "./columns-of.ts";
import { decidedDocuments } from "./decided-documents.ts";
import { eventRows, type ToldClaim } from "./event-rows.ts";
import { makeGuard, peopleInFlight } from "./guard.ts";
import { countDocuments } from "./held-documents.ts";
import { heldInterviews } from "./held-interviews.ts";
import { confirmedDocument, proposedDocument } from "./ledger-documents.ts";
import { earlierReadings, keepReading } from "./readings.ts";
import { claimKey, guardedByEvents } from "./told-claims.ts";

/** The rows of the ledger's tables on their way, each in a temporary table. */
interface Made {
  readonly database: Database;
  table(name: DerivedTable): TableName;
  /** Keeps rows until there are enough to be written. */
  add(name: DerivedTable, rows: Rows): Promise<void>;
  /** Writes what waits. */
  flush(): Promise<void>;
}

/** The engine takes rows in lists of about so many; one document at a time costs it more than reading the document. */
const rowsAtOnce = 2048;

/** Makes the rows of the ledger's tables and writes them. */
export async function writeLedger(context: StageContext, tables: readonly DerivedTable[]): Promise<void> {
  const { database, table, write } = context;
  const made = await temporaryTables(database, tables);
  const total = 2 * ((await countDocuments(context)) + (await heldInterviews(context)).length);
  const ledgers = total === 0 ? [] : await readAll(context, made, total);
  await tellAll(context, made, { ledgers, total });
  await made.flush();
  await write(async () => {
    for (const name of tables) await database.run(sql`insert into ${table(name)} from ${made.table(name)}`);
  });
}

interface Built {
  readonly ledger: Ledger;
  readonly isConfirmed: boolean;
}

/** Reads every document, keeps what was read, and builds the ledger of all claims and that of the confirmed ones, withheld hand-overs left out of the latter. */
async function readAll(context: StageContext, made: Made, total: number): Promise<readonly Built[]> {
  const earlier = await earlierReadings(context.database, context.table("claim_reading"));
  const proposed: LedgerDocument[] = [];
  const confirmed: LedgerDocument[] = [];
  const kept = new Set<string>();
  const { withhold } = context.settings;
  let done = 0;
  for await (const document of decidedDocuments(context, earlier)) {
    if (!kept.has(document.textHash)) await keepReading(context.database, made.table("claim_reading"), document);
    kept.add(document.textHash);
    proposed.push(proposedDocument(document));
    if (!withhold.includes(document.held.dataset)) confirmed.push(...[confirmedDocument(document) ?? []].flat());
    context.progress((done += 1), total, "documents");
  }
  return [
    { ledger: buildLedger(proposed), isConfirmed: false },
    { ledger: buildLedger(confirmed), isConfirmed: true },
  ];
}

/** Writes what may be told: documents, claims and speakers, then events; claims of a guarded event are guarded too. */
async function tellAll(
  context: StageContext,
  made: Made,
  { ledgers, total }: { readonly ledgers: readonly Built[]; readonly total: number },
): Promise<void> {
  const { names, isGuarded } = await findGuarded(context, made);
  const byEvents = ledgers.map(({ ledger }) => guardedByEvents(ledger, isGuarded));
  const told = new Map<string, ToldClaim>();
  const reread = await earlierReadings(context.database, made.table("claim_reading"));
  let done = total / 2;
  for await (const document of decidedDocuments(context, reread)) {
    const id = document.held.entityId;
    const claims = new Set(byEvents.flatMap((guarded) => [...(guarded.get(id) ?? [])]));
    const guard = makeGuard(document, { claims, names });
    for (const each of document.decided)
      told.set(claimKey({ document: id, id: each.claim.id }), toldClaim(each, guard));
    await made.add("ledger_document", documentRow(document, guard));
    await made.add("claim", claimRows(document, guard));
    await made.add("claim_source", sourceRows(document, guard));
    context.progress((done += 1), total, "documents");
  }
  for (const { ledger, isConfirmed } of ledgers) {
    for (const [name, rows] of Object.entries(eventRows(ledger, told, isConfirmed)))
      await made.add(name as keyof ReturnType<typeof eventRows>, rows);
  }
}

/** Who is in flight, by every document; and which claims are guarded before it is known to which events they belong. */
async function findGuarded(context: StageContext, made: Made) {
  const reread = await earlierReadings(context.database, made.table("claim_reading"));
  const names = new Set<string>();
  for await (const document of decidedDocuments(context, reread))
    for (const name of peopleInFlight(document)) names.add(name);
  const guarded = new Set<string>();
  for await (const document of decidedDocuments(context, reread)) {
    const guard = makeGuard(document, { claims: new Set(), names });
    for (const { claim } of document.decided)
      if (guard.isGuarded(claim)) guarded.add(claimKey({ document: document.held.entityId, id: claim.id }));
  }
  return { names, isGuarded: (claim: LedgerClaim): boolean => guarded.has(claimKey(claim)) };
}

async function temporaryTables(database: Database, names: readonly DerivedTable[]): Promise<Made> {
  const tables = new Map<DerivedTable, TableName>();
  for (const name of names) tables.set(name, await database.temporary(`ledger_${name}`, derivedTables[name]));
  const table = (name: DerivedTable): TableName => {
    const found = tables.get(name);
    assert(found !== undefined, `the ledger makes no table ${name}`);
    return found;
  };
  const waiting = new Map<DerivedTable, Rows>();
  const put = async (name: DerivedTable, rows: Rows): Promise<void> => {
    waiting.delete(name);
    await database.append(table(name), rows);
  };
  return {
    database,
    table,
    add: async (name, rows) => {
      if (Object.keys(rows).length === 0) return;
      const held = waiting.get(name) ?? {};
      for (const [column, values] of Object.entries(rows)) {
        const all = (held[column] ??= []);
        for (const value of values) all.push(value);
      }
      waiting.set(name, held);
      if ((Object.values(held)[0]?.length ?? 0) >= rowsAtOnce) await put(name, held);
    },
    flush: async () => {
      for (const [name, rows] of waiting) await put(name, rows);
    },
  };
}
