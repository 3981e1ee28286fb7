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
import { keepIn, type Kept } from "./kept.ts";
import { confirmedDocument, proposedDocument } from "./ledger-documents.ts";
import { makeRows, type MadeRows } from "./made-rows.ts";
import { readNew } from "./read-new.ts";
import { dropReadings } from "./readings.ts";
import { Scratches } from "./scratches.ts";
import { addGuardedByEvents } from "./told-claims.ts";

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
  const scratches = new Scratches(database);
  try {
    const book = new GuardBook(keepIn(scratches.open(), guardedMost));
    const ledgers = total === 0 ? [] : await joinAll(context, { book, scratches, progress });
    const told = keepIn<ToldClaims>(scratches.open(), toldMost);
    await tellDocuments(context, made, { ledgers, book, told, onTold: progress("claims") });
    for (const ledger of ledgers) await tellEvents(made, ledger, { told, names: sureNames(book.names) });
  } finally {
    scratches.close();
  }
  await made.flush();
  await write(async () => {
    await dropReadings(context, texts);
    for (const name of tables) await database.run(sql`insert into ${table(name)} from ${made.table(name)}`);
  });
}

/** What may be told of the claims of so many documents is in memory, and what the guard knows of so many. */
const [toldMost, guardedMost] = [100, 1];

/** A ledger, and which of the case's documents each of its documents is, by number. */
interface Built {
  readonly ledger: JoinedLedger;
  readonly isConfirmed: boolean;
  readonly numbers: readonly number[];
}

/** Joins the ledger of all claims and that of the confirmed ones, withheld hand-overs left out of the latter; `book` learns who is in flight. */
async function joinAll(
  context: StageContext,
  of: {
    readonly book: GuardBook;
    readonly scratches: Scratches;
    readonly progress: (what: string) => () => void;
  },
): Promise<readonly Built[]> {
  const { book, scratches, progress } = of;
  const { withhold } = context.settings;
  const all = startJoining(scratches);
  const confirmed = startJoining(scratches);
  const numbers: { readonly all: number[]; readonly confirmed: number[] } = { all: [], confirmed: [] };
  const [onGathered, onJoined] = [progress("documents"), progress("events")];
  for await (const document of decidedDocuments(context)) {
    const no = numbers.all.length;
    numbers.all.push(no);
    book.add(document);
    all.add(proposedDocument(document));
    const ofConfirmed = withhold.includes(document.held.dataset) ? undefined : confirmedDocument(document);
    if (ofConfirmed) {
      numbers.confirmed.push(no);
      confirmed.add(ofConfirmed);
    }
    onGathered();
  }
  return [
    { ledger: await all.join(onJoined), isConfirmed: false, numbers: numbers.all },
    { ledger: await confirmed.join(() => undefined), isConfirmed: true, numbers: numbers.confirmed },
  ];
}

/** What may be told of the claims of a document, by the claims' ids there. */
type ToldClaims = Readonly<Record<string, ToldClaim>>;

/** Writes what may be told of documents, claims, speakers and guarded texts; claims of a guarded event are guarded too. */
async function tellDocuments(
  context: StageContext,
  made: MadeRows,
  of: {
    readonly ledgers: readonly Built[];
    readonly book: GuardBook;
    readonly told: Kept<ToldClaims>;
    readonly onTold: () => void;
  },
): Promise<void> {
  const { ledgers, book, told, onTold } = of;
  const parts = book.guardedParts();
  const names = sureNames(book.names);
  const isGuarded = ({ document, line }: LedgerClaim): boolean => parts.get(document)?.lines.has(line) ?? false;
  const byEvents = new Map<string, Set<string>>();
  for (const { ledger } of ledgers) await addGuardedByEvents(byEvents, ledger.claims(), isGuarded);
  const texts = guardedTextWriter(made);
  const any: string[] = [];
  for await (const document of decidedDocuments(context)) {
    const id = document.held.entityId;
    const guard = makeGuard(document, { parts: parts.get(id), claims: byEvents.get(id) ?? new Set(), names });
    const passages = guard.passages();
    if (guard.isAny) any.push(id);
    await texts.add(passages);
    told.add(Object.fromEntries(document.decided.map((each) => [each.claim.id, toldClaim(each, guard)])));
    await made.add("ledger_document", documentRow(document, guard, passages));
    await made.add("claim", claimRows(document, guard));
    await made.add("claim_source", sourceRows(document, guard));
    onTold();
  }
  const whole = [...parts].flatMap(([id, { isWhole }]) => (isWhole ? [id] : []));
  await tellOthers(context, made, { texts, guarded: { names: book.names, any, whole } });
}

/** Writes events and what was found between claims, one after another. */
async function tellEvents(
  made: MadeRows,
  { ledger, isConfirmed, numbers }: Built,
  { told, names }: { readonly told: Kept<ToldClaims>; readonly names: ReadonlySet<string> },
): Promise<void> {
  const toldOf = (claim: LedgerClaim): ToldClaim | undefined =>
    told.at(at(numbers, ledger.documentOf(claim)))[claim.id];
  const telling: EventTelling = { sources: ledger.sources, told: toldOf, names, isConfirmed };
  for await (const event of ledger.events()) await made.addAll(eventRows([event], telling));
  for await (const found of ledger.findings()) await made.addAll(findingRows(found, telling));
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
