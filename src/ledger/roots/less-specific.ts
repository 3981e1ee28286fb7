import { ledgerPhrases } from "../text/phrases.ts";

/**
 * Whether one name of a body says less than the other and nothing else, so that both may be one: "customs" and "the customs
 * of Haedong", 세관 당국 and 로씨야세관. Words that any body is called by, such as "authorities", say nothing.
 */
export function isLessSpecific(left: string, right: string): boolean {
  const [shorter, longer] = [core(left), core(right)].toSorted((one, other) => one.length - other.length);
  return shorter !== undefined && longer !== undefined && shorter.length >= lettersMin && isIn(shorter, longer);
}

const lettersMin = 2;

const isIn = (shorter: string, longer: string): boolean =>
  /[\p{Script=Han}\p{Script=Hangul}]/u.test(shorter)
    ? longer.includes(shorter)
    : ` ${longer} `.includes(` ${shorter} `);

/** A name in small letters, without articles and without the words that any body is called by. */
function core(name: string): string {
  const words = name.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words
    .map(bare)
    .filter((word) => word !== "" && !/^(?:the|an?|of|s)$/u.test(word))
    .join(" ");
}

const bare = (word: string): string => {
  const general = ledgerPhrases("any-body").find((each) => word.endsWith(each) && (word === each || isUnspaced(each)));
  return general === undefined ? word : word.slice(0, -general.length);
};

const isUnspaced = (word: string): boolean => /^[\p{Script=Han}\p{Script=Hangul}]+$/u.test(word);
