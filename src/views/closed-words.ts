import { tellingWords, wordsOf } from "../protect/index.ts";
import { sql, text } from "../store/index.ts";
import { closedBystanders } from "./closed-contacts.ts";
import type { Reader } from "./reader.ts";

/** A word or two of letters would stand in every text. */
const lettersMin = 3;

/** By so many of its last digits a number is known, however it begins: with +31 20 or with 020. */
const lastDigits = 7;

/**
 * Whether words tell of a closed contact: they hold what he is called, whole or by a telling word of it such as his surname,
 * his address, or his number, however it is set apart by spaces and signs.
 */
export async function closedWords(reader: Reader): Promise<(words: string) => boolean> {
  const rows = await reader.database.rows(
    sql`select distinct prop, trim(value) as value from ${reader.table("statement")}
      where prop in ('name', 'alias', 'firstName', 'lastName', 'email', 'phone')
        and entity_id in (${closedBystanders(reader)}) order by prop, value`,
    { prop: text, value: text },
  );
  const ofProp = (isOf: (prop: string) => boolean): string[] =>
    rows.filter(({ prop }) => isOf(prop)).map(({ value }) => value);
  const whole = ofProp((prop) => prop !== "phone")
    .filter((value) => value.length >= lettersMin)
    .map((value) => value.toLowerCase());
  const parts = new Set(ofProp((prop) => prop !== "phone" && prop !== "email").flatMap(tellingWords));
  const numbers = new Set(
    ofProp((prop) => prop === "phone").flatMap((number) => digitsOf(number).map((digits) => digits.slice(-lastDigits))),
  );
  return (words) => {
    const small = words.toLowerCase();
    return (
      whole.some((value) => small.includes(value)) ||
      wordsOf(words).some((word) => parts.has(word)) ||
      digitsOf(words).some((digits) => runsOf(digits).some((run) => numbers.has(run)))
    );
  };
}

/** The digits of each number in a text that is long enough to reach somebody. */
const digitsOf = (words: string): string[] =>
  (words.match(/\d(?:[\s().\-/]{0,3}\d)*/gu) ?? [])
    .map((number) => number.replaceAll(/\D/gu, ""))
    .filter((digits) => digits.length >= lastDigits);

/** As many digits one after another as a number is known by, from each place on. */
const runsOf = (digits: string): string[] =>
  Array.from({ length: digits.length - lastDigits + 1 }, (_, at) => digits.slice(at, at + lastDigits));
