import { ledgerPhrases } from "./phrases.ts";

const headPattern = /^(?<date>[^.!?;()“”"]{3,40}?)(?:\s+[-–—]{1,2}\s+|:\s+)(?=\S)/u;

/** The length of the day at the head of an entry of a chronology with the mark behind it: "3 September - ", "Between 11 and 14 May: "; 0 where none stands there. */
export function entryDateLength(line: string): number {
  const found = headPattern.exec(line);
  const words = (found?.groups?.["date"] ?? "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const dated = new Set(ledgerPhrases("entry"));
  const isDate = words.every((word) => dated.has(word) || /^\d{1,4}(?:st|nd|rd|th)?$/u.test(word));
  const hasDay = words.some((word) => /^\d/u.test(word)) && words.some((word) => /^\p{L}{3,}/u.test(word));
  return found && isDate && hasDay ? found[0].length : 0;
}
