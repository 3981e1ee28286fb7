import { descendantsOf } from "../../model/index.ts";
import { boolean, sql, text, type Sql, type StageContext } from "../../store/index.ts";
import { isGuardedText } from "./guarded-words.ts";
import type { ToldText } from "./make-guard.ts";
import { nameFinder } from "./text-facts.ts";
import { tellWords } from "./tell-words.ts";

type Context = Pick<StageContext, "database" | "table">;

/** Who is in flight, and which documents tell of such; `whole`: those that do so as a whole. */
export interface GuardedCase {
  readonly names: ReadonlyMap<string, boolean>;
  readonly any: readonly string[];
  readonly whole: readonly string[];
}

/**
 * The texts outside the read passages that tell of people in flight: hidden passages, values of free text, questions of
 * interviews, faults. What a document that tells of such says of itself is taken whether it says so or not. Public lists
 * and the purposes of payments are left as they are.
 */
export async function* otherGuardedTexts(
  context: Context,
  { names, any, whole }: GuardedCase,
): AsyncGenerator<readonly ToldText[]> {
  const sure = sureNames(names);
  const isNamed = nameFinder(names.keys());
  const chunks = context.database.chunks(
    sql`with of_any as (select unnest(${[...any]}::varchar[]) as entity_id), of_whole as (select unnest(${[...whole]}::varchar[]) as entity_id),
      said as (${freeTexts(context)})
      select text, bool_or(is_own) as "isForced" from (
        select text, (is_head and entity_id in (select entity_id from of_any)) or entity_id in (select entity_id from of_whole) as is_own from said)
      where text <> '' group by text order by text`,
    { text, isForced: boolean },
  );
  for await (const chunk of chunks)
    yield chunk
      .filter((row) => row.isForced || isGuardedText(row.text) || isNamed(row.text))
      .map((row) => ({ text: row.text, ...tellWords(row.text, { names: sure }) }));
}

/** The names that are surely people's. */
export const sureNames = (names: ReadonlyMap<string, boolean>): ReadonlySet<string> =>
  new Set([...names].flatMap(([name, isSure]) => (isSure ? [name] : [])));

/** text, entity_id, is_head (what a document says of itself): the texts of the case in which somebody may say anything. */
const freeTexts = ({ table }: Context): Sql => sql`
  select unnest([s.value, s.original_value]) as text, s.entity_id, s.prop in ('title', 'subject', 'summary', 'description', 'keywords', 'sourceUrl') as is_head
  from ${table("statement")} s join ${table("dataset")} d using (dataset_no)
  where (s.prop_type = 'text' or s.prop in ('title', 'subject', 'keywords', 'sourceUrl')) and d.series is null
    and s.schema not in (select unnest(${descendantsOf("Payment")}::varchar[]))
  union all
  select text, entity_id, false from ${table("passage")} where is_hidden
  union all
  select unnest([question, topic]), null, false from ${table("interview_answer")}
  union all
  select text, null, false from ${table("fault")}`;

/** What may be told of words that somebody writes about a case in which these people are in flight; undefined where they tell of none. */
export function tellerOf(names: GuardedCase["names"]): (words: string) => string | undefined {
  const isNamed = nameFinder(names.keys());
  const sure = sureNames(names);
  return (words) => (isGuardedText(words) || isNamed(words) ? tellWords(words, { names: sure }).words : undefined);
}
