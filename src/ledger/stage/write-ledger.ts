import { at } from "../../base/index.ts";
import type { DerivedTable } from "../../model/index.ts";
import { sql, type StageContext } from "../../store/index.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { claimRows, documentRow, sourceRows, toldClaim } from "./claim-rows.ts";
import { decidedDocuments } from "./decided-documents.ts";
import { eventRows, findingRows, type EventTelling, type ToldClaim } from "./event-rows.ts";
import { makeGuard, peopleInFlight } from "./guard.ts";
import { countAll } from "./documents-asked.ts";
import { startJoining, type JoinedLedger } from "./joined-ledger.ts";
import { keptLists, type KeptLists } from "./kept-lists.ts";
import { confirmedDocument, proposedDocument } from "./ledger-documents.ts";
import { makeRows, type MadeRows } from "./made-rows.ts";
import { readNew } from "./read-new.ts";
import { dropReadings } from "./readings.ts";
import { addGuardedByEvents, claimKey } from "./told-claims.ts";

/**
 * Makes the rows of the ledger's tables and writes them. Readings are kept as they are made, the rest is written at the end: a run
 * that is stopped reads nothing twice.
 */
export async function writeLedger(context: StageContext, tables: readonly DerivedTable[]): Promise<void> {
  const { database, table, write } = context;
  const made = await makeRows(database, tables);
  const total = await countAll(context);
  let done = 0;
  const steps = total * 4;
  const progress = (what: string) => (): void => context.progress((done += 1), steps, what);
  const texts = await readNew(context, progress("texts"));
  const ledgers = total === 0 ? [] : await joinAll(context, progress);
  const told = await tellDocuments(context, made, { ledgers, onTold: progress("claims") });
  for (const ledger of ledgers) await tellEvents(made, ledger, told);
  await made.flush();
  await write(async () => {
    await dropReadings(context, texts);
    for (const name of tables) await database.run(sql`insert into ${table(name)} from ${made.table(name)}`);
  });
}

/** A ledger, and which of the case's documents each of its documents is, by number. */
interface Built {
  readonly ledger: JoinedLedger;
  readonly isConfirmed: boolean;
  readonly numbers: readonly number[];
}

/** Joins the ledger of all claims and that of the confirmed ones, withheld hand-overs left out of the latter. */
async function joinAll(context: StageContext, progress: (what: string) => () => void): Promise<readonly Built[]> {
  const { withhold } = context.settings;
  const all = await startJoining(context.database, "ledger_all");
  const confirmed = await startJoining(context.database, "ledger_confirmed");
  const numbers: { readonly all: number[]; readonly confirmed: number[] } = { all: [], confirmed: [] };
  const [onGathered, onJoined] = [progress("documents"), progress("events")];
  for await (const document of decidedDocuments(context)) {
    const no = numbers.all.length;
    numbers.all.push(no);
    await all.add(proposedDocument(document));
    const ofConfirmed = withhold.includes(document.held.dataset) ? undefined : confirmedDocument(document);
    if (ofConfirmed) {
      numbers.confirmed.push(no);
      await confirmed.add(ofConfirmed);
    }
    onGathered();
  }
  return [
    { ledger: await all.join(onJoined), isConfirmed: false, numbers: numbers.all },
    { ledger: await confirmed.join(() => undefined), isConfirmed: true, numbers: numbers.confirmed },
  ];
}

/** What may be told of the claims of a document, by the claims' keys. */
type KeyedClaim = ToldClaim & { readonly key: string };

/** Writes what may be told of documents, claims and speakers; claims of a guarded event are guarded too. */
async function tellDocuments(
  context: StageContext,
  made: MadeRows,
  { ledgers, onTold }: { readonly ledgers: readonly Built[]; readonly onTold: () => void },
): Promise<KeptLists<KeyedClaim>> {
  const { names, isGuarded } = await findGuarded(context);
  const byEvents = new Map<string, Set<string>>();
  for (const { ledger } of ledgers)
    for await (const { events } of ledger.events()) addGuardedByEvents(byEvents, events, isGuarded);
  const told = await keptLists<KeyedClaim>(context.database, "ledger_told");
  for await (const document of decidedDocuments(context)) {
    const id = document.held.entityId;
    const guard = makeGuard(document, { claims: byEvents.get(id) ?? new Set(), names });
    await told.add(
      document.decided.map((each) => ({
        key: claimKey({ document: id, id: each.claim.id }),
        ...toldClaim(each, guard),
      })),
    );
    await made.add("ledger_document", documentRow(document, guard));
    await made.add("claim", claimRows(document, guard));
    await made.add("claim_source", sourceRows(document, guard));
    onTold();
  }
  return told;
}

/** Writes events and what was found between claims, some at a time. */
async function tellEvents(
  made: MadeRows,
  { ledger, isConfirmed, numbers }: Built,
  told: KeptLists<KeyedClaim>,
): Promise<void> {
  const tellingOf = async (documents: ReadonlySet<number>): Promise<EventTelling> => {
    const own = [...documents].map((no) => at(numbers, no));
    await told.fetch(own);
    const keyed = own.flatMap((no) => told.of(no)).map((claim) => [claim.key, claim] as const);
    return { sources: ledger.sources, told: new Map(keyed), isConfirmed };
  };
  for await (const { events, documents } of ledger.events())
    await made.addAll(eventRows(events, await tellingOf(documents)));
  for await (const found of ledger.findings()) await made.addAll(findingRows(found, await tellingOf(found.documents)));
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
