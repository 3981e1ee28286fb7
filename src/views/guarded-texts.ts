import { boolean, sql, text, type Sql } from "../store/index.ts";
import type { Reader } from "./reader.ts";

/** What is shown for a text about people in flight. */
interface GuardedText {
  readonly words: string;
  /** Whether no word of it may be told. */
  readonly isWithheld: boolean;
}

/** Of texts those about people in flight, with what is shown for each: countries and months, and no word that leads closer. */
export async function guardedTexts(
  reader: Reader,
  texts: readonly (string | null)[],
): Promise<ReadonlyMap<string, GuardedText>> {
  const asked = [...new Set(texts.filter((each) => each !== null))];
  if (asked.length === 0 || !(await isAnyGuarded(reader))) return new Map();
  const rows = await reader.database.rows(
    sql`select text, words, is_withheld as "isWithheld" from ${reader.table("guarded_text")}
      where text in (select unnest(${asked}::varchar[])) order by text`,
    { text, words: text, isWithheld: boolean },
  );
  return new Map(rows.map(({ text: found, ...told }) => [found, told]));
}

/** Asked first: most cases tell of nobody in flight. */
async function isAnyGuarded(reader: Reader): Promise<boolean> {
  const { any } = await reader.database.row(
    sql`select exists (select 1 from ${reader.table("guarded_text")}) as "any"`,
    { any: boolean },
  );
  return any;
}

/** guarded(text, words): to be joined to what a query shows. */
export const guardedWords = (reader: Reader): Sql => sql`(select text, words from ${reader.table("guarded_text")})`;

/** Parts of the names of people in flight, in small letters; sure: surely a person's. */
export const guardedNames = (reader: Reader) =>
  reader.database.rows(sql`select name, is_sure as "isSure" from ${reader.table("guarded_name")} order by name`, {
    name: text,
    isSure: boolean,
  });
