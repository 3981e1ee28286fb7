import { integer, sql, text as textOf, type StageContext } from "../../store/index.ts";
import { askedTerms } from "../answers/relevance.ts";
import { countDocuments, documentKey } from "./held-documents.ts";
import { heldInterviews } from "./held-interviews.ts";

/** In which documents an answer is sought. */
export interface AskedDocuments {
  /** By `documentKey`. */
  readonly keys: ReadonlySet<string>;
  readonly files: readonly number[];
}

type Context = Pick<StageContext, "database" | "table">;

/** An answer is sought in so many documents: a story is told in fewer, and they are read and joined in half a second. */
const documentsMax = 24;

/**
 * The documents that hold most of a question's words, a rare word counting for more; undefined where the case has few and all are asked. Equal
 * ones: those that came first.
 */
export async function documentsAsked(context: Context, question: string): Promise<AskedDocuments | undefined> {
  const total = await countAll(context);
  if (total <= documentsMax) return undefined;
  const words = wordsOf(question);
  const held = [...(await holdersOf(context, words)), ...(await interviewHolders(context, words))];
  const spread = new Map(words.map((word) => [word, held.filter((each) => each.word === word).length]));
  const scores = new Map<string, { readonly fileNo: number; score: number }>();
  for (const { word, key, fileNo } of held) {
    const known = scores.get(key) ?? { fileNo, score: 0 };
    known.score += Math.round(1000 * Math.log(1 + total / Math.max(1, spread.get(word) ?? 1)));
    scores.set(key, known);
  }
  const best = [...scores].toSorted(([, left], [, right]) => right.score - left.score).slice(0, documentsMax);
  return { keys: new Set(best.map(([key]) => key)), files: [...new Set(best.map(([, { fileNo }]) => fileNo))] };
}

/** How many documents and sessions a case has. */
export const countAll = async (context: Context): Promise<number> =>
  (await countDocuments(context)) + (await heldInterviews(context)).length;

/** What a question is about, as its words are written and by their base forms; no word of one or two letters. */
const wordsOf = (question: string): readonly string[] => {
  const terms = askedTerms(question).filter((term) => !/^[*#]/u.test(term));
  const written = (question.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((word) =>
    terms.some((term) => word.startsWith(term.slice(0, 4))),
  );
  return [...new Set([...terms, ...written])].filter((word) => word.length > 2 || !/^[a-z]/u.test(word)).toSorted();
};

interface Holder {
  readonly word: string;
  readonly key: string;
  readonly fileNo: number;
}

/** Which document holds which word, in the order of the documents. */
async function holdersOf({ database, table }: Context, words: readonly string[]): Promise<readonly Holder[]> {
  const rows = await database.rows(
    sql`select distinct word, file_no as "fileNo", part, document_no as "documentNo"
      from ${table("passage")}, unnest(${words}::varchar[]) as asked(word)
      where not is_hidden and contains(lower(text), word)
      order by file_no, part, document_no, word`,
    { word: textOf, fileNo: integer, part: integer, documentNo: integer },
  );
  return rows.map((row) => ({ word: row.word, fileNo: row.fileNo, key: documentKey(row) }));
}

async function interviewHolders(context: Context, words: readonly string[]): Promise<readonly Holder[]> {
  return (await heldInterviews(context)).flatMap(({ held }) => {
    const said = held.passages.map(({ text }) => text.toLowerCase()).join("\n");
    return words
      .filter((word) => said.includes(word))
      .map((word) => ({ word, fileNo: held.fileNo, key: keyOfSession(held.entityId) }));
  });
}

/** By what a session of an interview is known. */
export const keyOfSession = (entityId: string): string => `session ${entityId}`;
