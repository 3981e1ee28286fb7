import type { DerivedTable } from "../../model/index.ts";
import { sql, type StageContext } from "../../store/index.ts";
import { buildLedger, type Ledger } from "../build-ledger.ts";
import type { LedgerClaim, ReadDocument as LedgerDocument } from "../likeness/ledger-claim.ts";
import { claimRows, documentRow, sourceRows, toldClaim } from "./claim-rows.ts";
import { decidedDocuments } from "./decided-documents.ts";
import { eventRows, type ToldClaim } from "./event-rows.ts";
import { makeGuard, peopleInFlight } from "./guard.ts";
import { countDocuments } from "./held-documents.ts";
import { heldInterviews } from "./held-interviews.ts";
import { confirmedDocument, proposedDocument } from "./ledger-documents.ts";
import { makeRows, type MadeRows } from "./made-rows.ts";
import { readNew } from "./read-new.ts";
import { dropReadings } from "./readings.ts";
import { claimKey, guardedByEvents } from "./told-claims.ts";

/**
 * Makes the rows of the ledger's tables and writes them. Readings are kept as they are made, the rest is written at the end: a run
 * that is stopped reads nothing twice.
 */
export async function writeLedger(context: StageContext, tables: readonly DerivedTable[]): Promise<void> {
  const { database, table, write } = context;
  const made = await makeRows(database, tables);
  const total = (await countDocuments(context)) + (await heldInterviews(context)).length;
  let done = 0;
  const texts = await readNew(context, () => context.progress((done += 1), 3 * total, "texts"));
  const ledgers = total === 0 ? [] : await readAll(context, total);
  await tellAll(context, made, { ledgers, total });
  await made.flush();
  await write(async () => {
    await dropReadings(context, texts);
    for (const name of tables) await database.run(sql`insert into ${table(name)} from ${made.table(name)}`);
  });
}

interface Built {
  readonly ledger: Ledger;
  readonly isConfirmed: boolean;
}

/** Builds the ledger of all claims and that of the confirmed ones, withheld hand-overs left out of the latter. */
async function readAll(context: StageContext, total: number): Promise<readonly Built[]> {
  const proposed: LedgerDocument[] = [];
  const confirmed: LedgerDocument[] = [];
  const { withhold } = context.settings;
  let done = total;
  for await (const document of decidedDocuments(context)) {
    proposed.push(proposedDocument(document));
    if (!withhold.includes(document.held.dataset)) confirmed.push(...[confirmedDocument(document) ?? []].flat());
    context.progress((done += 1), 3 * total, "documents");
  }
  return [
    { ledger: buildLedger(proposed), isConfirmed: false },
    { ledger: buildLedger(confirmed), isConfirmed: true },
  ];
}

/** Writes what may be told: documents, claims and speakers, then events; claims of a guarded event are guarded too. */
async function tellAll(
  context: StageContext,
  made: MadeRows,
  { ledgers, total }: { readonly ledgers: readonly Built[]; readonly total: number },
): Promise<void> {
  const { names, isGuarded } = await findGuarded(context);
  const byEvents = ledgers.map(({ ledger }) => guardedByEvents(ledger, isGuarded));
  const told = new Map<string, ToldClaim>();
  let done = 2 * total;
  for await (const document of decidedDocuments(context)) {
    const id = document.held.entityId;
    const claims = new Set(byEvents.flatMap((guarded) => [...(guarded.get(id) ?? [])]));
    const guard = makeGuard(document, { claims, names });
    for (const each of document.decided)
      told.set(claimKey({ document: id, id: each.claim.id }), toldClaim(each, guard));
    await made.add("ledger_document", documentRow(document, guard));
    await made.add("claim", claimRows(document, guard));
    await made.add("claim_source", sourceRows(document, guard));
    context.progress((done += 1), 3 * total, "claims");
  }
  for (const { ledger, isConfirmed } of ledgers) {
    for (const [name, rows] of Object.entries(eventRows(ledger, told, isConfirmed)))
      await made.add(name as keyof ReturnType<typeof eventRows>, rows);
  }
}

/** Who is in flight, by every document; and which claims are guarded before it is known to which events they belong. */
async function findGuarded(context: StageContext) {
  const names = new Set<string>();
  for await (const document of decidedDocuments(context)) for (const name of peopleInFlight(document)) names.add(name);
  const guarded = new Set<string>();
  for await (const document of decidedDocuments(context)) {
    const guard = makeGuard(document, { claims: new Set(), names });
    for (const { claim } of document.decided)
      if (guard.isGuarded(claim)) guarded.add(claimKey({ document: document.held.entityId, id: claim.id }));
  }
  return { names, isGuarded: (claim: LedgerClaim): boolean => guarded.has(claimKey(claim)) };
}
