import { at } from "../../base/index.ts";
import type { DerivedTable } from "../../model/index.ts";
import { sql, type StageContext } from "../../store/index.ts";
import { GuardBook } from "../guard/guard-book.ts";
import { otherGuardedTexts, sureNames, type GuardedCase } from "../guard/guarded-texts.ts";
import { makeGuard, type ToldText } from "../guard/make-guard.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { claimRows, documentRow, sourceRows, toldClaim } from "./claim-rows.ts";
import { columnsOf, type Rows } from "./columns-of.ts";
import { decidedDocuments } from "./decided-documents.ts";
import { eventRows, findingRows, type EventTelling, type ToldClaim } from "./event-rows.ts";
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
  const book = new GuardBook();
  const ledgers = total === 0 ? [] : await joinAll(context, book, progress);
  const told = await tellDocuments(context, made, { ledgers, book, onTold: progress("claims") });
  for (const ledger of ledgers) await tellEvents(made, ledger, { told, names: sureNames(book.names) });
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

/** Joins the ledger of all claims and that of the confirmed ones, withheld hand-overs left out of the latter; `book` learns who is in flight. */
async function joinAll(
  context: StageContext,
  book: GuardBook,
  progress: (what: string) => () => void,
): Promise<readonly Built[]> {
  const { withhold } = context.settings;
  const all = await startJoining(context.database, "ledger_all");
  const confirmed = await startJoining(context.database, "ledger_confirmed");
  const numbers: { readonly all: number[]; readonly confirmed: number[] } = { all: [], confirmed: [] };
  const [onGathered, onJoined] = [progress("documents"), progress("events")];
  for await (const document of decidedDocuments(context)) {
    const no = numbers.all.length;
    numbers.all.push(no);
    book.add(document);
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

/** Writes what may be told of documents, claims, speakers and guarded texts; claims of a guarded event are guarded too. */
async function tellDocuments(
  context: StageContext,
  made: MadeRows,
  of: { readonly ledgers: readonly Built[]; readonly book: GuardBook; readonly onTold: () => void },
): Promise<KeptLists<KeyedClaim>> {
  const { ledgers, book, onTold } = of;
  const parts = book.guardedParts();
  const names = sureNames(book.names);
  const isGuarded = ({ document, line }: LedgerClaim): boolean => parts.get(document)?.lines.has(line) ?? false;
  const byEvents = new Map<string, Set<string>>();
  for (const { ledger } of ledgers)
    for await (const { events } of ledger.events()) addGuardedByEvents(byEvents, events, isGuarded);
  const told = await keptLists<KeyedClaim>(context.database, "ledger_told");
  const texts = guardedTextWriter(made);
  const any: string[] = [];
  for await (const document of decidedDocuments(context)) {
    const id = document.held.entityId;
    const guard = makeGuard(document, { parts: parts.get(id), claims: byEvents.get(id) ?? new Set(), names });
    const passages = guard.passages();
    if (guard.isAny) any.push(id);
    await texts.add(passages);
    await told.add(
      document.decided.map((each) => ({
        key: claimKey({ document: id, id: each.claim.id }),
        ...toldClaim(each, guard),
      })),
    );
    await made.add("ledger_document", documentRow(document, guard, passages));
    await made.add("claim", claimRows(document, guard));
    await made.add("claim_source", sourceRows(document, guard));
    onTold();
  }
  const whole = [...parts].flatMap(([id, { isWhole }]) => (isWhole ? [id] : []));
  await tellOthers(context, made, { texts, guarded: { names: book.names, any, whole } });
  return told;
}

/** Writes events and what was found between claims, some at a time. */
async function tellEvents(
  made: MadeRows,
  { ledger, isConfirmed, numbers }: Built,
  { told, names }: { readonly told: KeptLists<KeyedClaim>; readonly names: ReadonlySet<string> },
): Promise<void> {
  const tellingOf = async (documents: ReadonlySet<number>): Promise<EventTelling> => {
    const own = [...documents].map((no) => at(numbers, no));
    await told.fetch(own);
    const keyed = own.flatMap((no) => told.of(no)).map((claim) => [claim.key, claim] as const);
    return { sources: ledger.sources, told: new Map(keyed), names, isConfirmed };
  };
  for await (const { events, documents } of ledger.events())
    await made.addAll(eventRows(events, await tellingOf(documents)));
  for await (const found of ledger.findings()) await made.addAll(findingRows(found, await tellingOf(found.documents)));
}

/** Writes what is shown for texts about people in flight outside the read passages, and who is in flight. */
async function tellOthers(
  context: StageContext,
  made: MadeRows,
  { texts, guarded }: { readonly texts: GuardedTextWriter; readonly guarded: GuardedCase },
): Promise<void> {
  for await (const others of otherGuardedTexts(context, guarded)) await texts.add(others);
  await made.add("guarded_name", nameRows(guarded.names));
}

/** Writes texts about people in flight, each once. */
interface GuardedTextWriter {
  add(texts: readonly ToldText[]): Promise<void>;
}

function guardedTextWriter(made: MadeRows): GuardedTextWriter {
  const written = new Set<string>();
  return {
    add: async (texts) => {
      const fresh = texts.filter(({ text }) => !written.has(text));
      for (const { text } of fresh) written.add(text);
      await made.add(
        "guarded_text",
        columnsOf(fresh.map(({ text, words, isWithheld }) => ({ text, words, is_withheld: isWithheld }))),
      );
    },
  };
}

const nameRows = (names: ReadonlyMap<string, boolean>): Rows =>
  columnsOf(
    [...names]
      .map(([name, isSure]) => ({ name, is_sure: isSure }))
      .toSorted((left, right) => (left.name < right.name ? -1 : 1)),
  );
