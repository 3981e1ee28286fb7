import { Refusal } from "../../base/index.ts";
import { integer, sql, text, type StageContext } from "../../store/index.ts";
import type { Answer, AnswerValue, Question } from "../answers/answer.ts";
import { askLedger } from "../answers/ask-ledger.ts";
import { asksForPerson } from "./asks-for-person.ts";
import { buildLedger } from "../build-ledger.ts";
import { asksCloser } from "../guard/asks-closer.ts";
import { coarseDate } from "../guard/coarse-date.ts";
import { countryName } from "../guard/country-name.ts";
import { coarseCount } from "../guard/make-guard.ts";
import { tellWords } from "../guard/tell-words.ts";
import { decidedDocuments } from "./decided-documents.ts";
import { countAll, documentsAsked } from "./documents-asked.ts";
import { proposedDocument } from "./ledger-documents.ts";
import { claimKey } from "./told-claims.ts";

/** What an answer says, with claims by their ids: the claims themselves hold words that may not be told. */
export type CaseValue =
  | Exclude<AnswerValue, { readonly kind: "claims" | "order" }>
  | { readonly kind: "claims" | "order"; readonly claimIds: readonly string[] };

/** An answer as it may be told, and the ids of the claims that it rests on. */
export interface CaseAnswer {
  readonly value: CaseValue;
  readonly claimIds: readonly string[];
  /** Whether it rests on claims of people in flight, so that places in it are countries and times months. */
  readonly isGuarded: boolean;
  /** In how many of the case's documents it was sought: those that hold most of the question's words. */
  readonly sought: { readonly documents: number; readonly of: number };
}

/**
 * Answers a question from what the documents of the case say, rejected claims left out. Refuses to say where somebody is and
 * who could have known. Of people in flight the answer is a country or a month, and there is none to a question that names a
 * closer place or a day: it would say who was there.
 */
export async function askCase(
  context: Pick<StageContext, "database" | "table">,
  question: Question,
): Promise<CaseAnswer> {
  if (asksForPerson(question.text))
    throw new Refusal(
      `"${question.text}" asks where somebody is or who could have known; the ledger answers neither: ask what was claimed, by whom, when, or in which country`,
    );
  const { documents, idOf } = await readAgain(context, question.text);
  const ledger = buildLedger(documents);
  const { value, claims } = askLedger(ledger, question);
  const idsOf = (told: Answer["claims"]): readonly string[] => told.flatMap((claim) => idOf.get(claimKey(claim)) ?? []);
  const claimIds = idsOf(claims);
  const isGuarded = await anyGuarded(context, claimIds);
  const byId: CaseValue = "claims" in value ? { kind: value.kind, claimIds: idsOf(value.claims) } : value;
  const named = nameSources(byId, (key) => ledger.sources.get(key)?.name ?? key);
  const sought = { documents: documents.length, of: await countAll(context) };
  if (!isGuarded) return { value: named, claimIds, isGuarded, sought };
  const names = await sureNames(context);
  const quotes = claims.map(({ quote }) => quote);
  if (asksCloser(question.text, quotes, names))
    return { value: noAnswer(question.kind), claimIds: [], isGuarded: false, sought };
  return { value: coarseValue(named, claims, names), claimIds, isGuarded, sought };
}

/** The documents that a question may be about, as the last run read them. */
async function readAgain(context: Pick<StageContext, "database" | "table">, question: string) {
  const documents: ReturnType<typeof proposedDocument>[] = [];
  const idOf = new Map<string, string>();
  for await (const document of decidedDocuments(context, await documentsAsked(context, question))) {
    documents.push(proposedDocument(document));
    for (const { claim, claimId } of document.decided)
      idOf.set(claimKey({ document: document.held.entityId, id: claim.id }), claimId);
  }
  return { documents, idOf };
}

/** What is said where the ledger holds nothing: what is held back must not be told from it. */
const noAnswer = (kind: Question["kind"]): CaseValue =>
  kind === "yes-no" ? { kind, is: "unresolved" } : { kind: "unknown" };

/** A claim that no run has guarded yet counts as guarded. */
async function anyGuarded(
  { database, table }: Pick<StageContext, "database" | "table">,
  claimIds: readonly string[],
): Promise<boolean> {
  const ids = [...new Set(claimIds)];
  const { open } = await database.row(
    sql`select count(distinct claim_id) as open from ${table("claim")}
      where not is_guarded and claim_id in (select unhex(id) from unnest(${ids}::varchar[]) as item(id))`,
    { open: integer },
  );
  return open < ids.length;
}

const sureNames = async ({
  database,
  table,
}: Pick<StageContext, "database" | "table">): Promise<ReadonlySet<string>> => {
  const rows = await database.rows(sql`select name from ${table("guarded_name")} where is_sure order by name`, {
    name: text,
  });
  return new Set(rows.map(({ name }) => name));
};

const nameSources = (value: CaseValue, nameOf: (key: string) => string): CaseValue =>
  value.kind === "sources" || value.kind === "chain" ? { ...value, sources: value.sources.map(nameOf) } : value;

function coarseValue(value: CaseValue, claims: Answer["claims"], names: ReadonlySet<string>): CaseValue {
  switch (value.kind) {
    case "date": {
      const [found] = claims.flatMap(({ date }) => date ?? []);
      if (!found) return { kind: "unknown" };
      const { start, end, precision } = coarseDate({ ...found, start: value.start, end: value.end });
      return { kind: "date", start, end, precision };
    }
    case "place":
      return value.country === null
        ? { kind: "unknown" }
        : { kind: "place", norm: countryName(value.country), country: value.country };
    case "sources":
    case "chain":
      return { ...value, sources: value.sources.map((source) => tellWords(source, { names }).words) };
    case "number": {
      const told = claims.flatMap(({ counts }) => counts.flatMap((count) => coarseCount(count, names)));
      const numbers = value.numbers.filter(({ low, high }) =>
        told.some((count) => count.low === low && count.high === high),
      );
      return numbers.length === 0 ? { kind: "unknown" } : { kind: "number", numbers };
    }
    default:
      return value;
  }
}
