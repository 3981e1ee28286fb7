import { Refusal, sha256, stableJson } from "../base/index.ts";
import { parseGrade } from "../model/index.ts";
import { hex, integer, sql, tableName, type CaseFile, type Sql } from "../store/index.ts";
import type { CaseConfig } from "./case-config.ts";
import type { CaseFolder } from "./case-folder.ts";
import { readRates } from "./read-rates.ts";
import { readManifest } from "./manifest.ts";

/** A dataset as the case file numbers it. */
export interface RegisteredDataset {
  readonly dataset: string;
  readonly datasetNo: number;
  readonly isSealed: boolean;
  readonly isBystanders: boolean;
}

/** Brings sources, datasets and rates of `case.yaml` into the case file; an entry that changed supersedes its former self. */
export async function registerCase(file: CaseFile, folder: CaseFolder, actor: string): Promise<RegisteredDataset[]> {
  for (const source of folder.config.sources) await registerSource(file, source, actor);
  const order = [...new Set(readManifest(folder.paths).map((entry) => entry.dataset))];
  const registered: RegisteredDataset[] = [];
  for (const [index, name] of order.entries())
    registered.push(await registerDataset(file, folder, { name, number: index + 1, actor }));
  await registerRates(file, folder, actor);
  return registered;
}

async function registerSource(file: CaseFile, source: CaseConfig["sources"][number], actor: string): Promise<void> {
  const grade = parseGrade(source.grade);
  const where = sql`source_id = ${source.id}`;
  await commitEntry(file, { kind: "source", entry: source, table: "source", where, actor }, async (batch) => {
    await file.database.run(sql`insert into held.source values (${source.id}, ${source.label ?? null}, ${source.kind},
      ${grade?.reliability ?? "F"}, ${grade?.credibility ?? 6}, ${source.firstHand ?? null}::boolean, ${source.sealed}, ${batch})`);
    if (!source.derivedFrom) return 1;
    const parent = source.derivedFrom === "unknown" ? null : source.derivedFrom;
    await file.database.run(sql`insert into held.source_link values (${source.id}, ${parent}, 'declared', ${batch})`);
    return 2;
  });
}

async function registerDataset(
  file: CaseFile,
  folder: CaseFolder,
  which: { readonly name: string; readonly number: number; readonly actor: string },
): Promise<RegisteredDataset> {
  const handOver = folder.config.datasets.find((each) => each.name === which.name);
  const list = folder.config.lists.find((each) => each.name === which.name);
  const source = folder.config.sources.find((each) => each.id === (handOver ?? list)?.source);
  if (!source) {
    throw new Refusal(
      `case.yaml: there is material of a hand-over "${which.name}" and no dataset or list of that name; enter it again`,
    );
  }
  const isBystanders = handOver?.bystanders ?? false;
  const marking = isBystanders ? stableJson({ bystanders: true }) : null;
  const entry = { ...(handOver ?? list), number: which.number, ...(marking !== null && { marking }) };
  const where = sql`dataset = ${which.name}`;
  await commitEntry(file, { kind: "dataset", entry, table: "dataset", where, actor: which.actor }, async (batch) =>
    file.database
      .run(sql`insert into held.dataset values (${which.number}, ${which.name}, ${source.id}, ${which.number},
      ${handOver?.received ?? list?.edition ?? ""}::date, ${handOver?.howObtained ?? "published"}, ${list?.series ?? null},
      ${list?.edition ?? null}::date, ${marking}, ${batch})`),
  );
  return {
    dataset: which.name,
    datasetNo: which.number,
    isSealed: source.sealed,
    isBystanders,
  };
}

async function registerRates(file: CaseFile, folder: CaseFolder, actor: string): Promise<void> {
  const name = folder.config.rates;
  if (!name) return;
  const { rates, contentSha256 } = readRates(folder.paths.dir, name);
  const entry = { name, sha256: contentSha256 };
  await commitEntry(file, { kind: "rate", entry, table: "rate", where: sql`true`, actor }, async (batch) =>
    file.database.append(tableName("held", "rate"), {
      currency: rates.map((rate) => rate.currency),
      rate_date: rates.map((rate) => rate.day),
      rate_millionths: rates.map((rate) => rate.millionths),
      source: rates.map(() => name),
      batch_no: rates.map(() => batch),
    }),
  );
}

interface Entry {
  readonly kind: string;
  readonly entry: unknown;
  readonly table: "source" | "dataset" | "rate";
  readonly where: Sql;
  readonly actor: string;
}

/** Commits an entry unless it is what the case file holds now; then the one that it replaces is superseded. */
async function commitEntry(file: CaseFile, change: Entry, write: (batch: number) => Promise<number>): Promise<void> {
  const [held] = await file.database.rows(
    sql`select batch_no as batch, input_mac as mac from held.batch
      where batch_no = (select max(batch_no) from ${tableName("held", `current_${change.table}`)} where ${change.where})`,
    { batch: integer, mac: hex },
  );
  const content = stableJson(change.entry);
  if (held && keptHash(file, held.mac) === sha256(content)) return;
  const supersedes = held?.batch ?? null;
  const input = { kind: change.kind, content: `${content}\n${supersedes ?? "first"}`, actor: change.actor, supersedes };
  await file.commitBatch({ ...input, replay: { sha256: sha256(content) } }, write);
}

/** The hash of the entry that a batch was made from, as the ledger kept it. */
function keptHash(file: CaseFile, mac: string): string | undefined {
  const content = file.acknowledged.find((entry) => entry.inputMac === mac)?.content;
  const isKept = typeof content === "object" && content !== null && "sha256" in content;
  return isKept && typeof content.sha256 === "string" ? content.sha256 : undefined;
}
