/** One number that a question asks for. */
export interface AskedNumber {
  /** All that says what it is of. */
  readonly context: string;
  /** The words that ask for it. */
  readonly text: string;
  /** Asked for behind another, it may be a part of that one. */
  readonly mayBePart: boolean;
}

/** The numbers that a question asks for: "how many ..., and how many ...", "in September and in August". */
export function splitNumbers(text: string): readonly AskedNumber[] {
  const [first = "", ...others] = text.split(/,? and (?:with )?(?=how\b)/iu);
  return [
    ...timesOf(first).map((each) => ({ context: each, text: each, mayBePart: false })),
    ...others.map((part) => otherOf(first, part)),
  ];
}

/** "... and how many on 11 March?" asks again for what was counted before, at another time or place: its own words come in the place of those. */
function otherOf(first: string, part: string): AskedNumber {
  const isSame = /^[Hh]ow (?:many|much)(?= (?:at|by|for|from|in|on|through|to|under) (?:the )?(?:\p{Lu}|\d))/u.exec(
    part,
  )?.[0];
  const counted = /how (?:many|much) (?:of (?:the|its|his|her|their) )?\p{L}+/iu.exec(first)?.[0];
  if (isSame === undefined || counted === undefined)
    return { context: `${part} ${first}`, text: part, mayBePart: true };
  const asked = `${withoutWhere(first)} ${part.slice(isSame.length)}`;
  return { context: asked, text: asked, mayBePart: false };
}

/** Without the last "on 7 March", "through Riga". */
const withoutWhere = (text: string): string =>
  text.replace(/\s(?:at|by|for|from|in|on|through|to|under) (?:the )?(?:\p{Lu}|\d)[^,?]*$/u, "");

/** "How much changed ships in September and in August?" asks for each month, year or place by itself. */
function timesOf(text: string): readonly string[] {
  const both =
    /\b(?<of>(?:in|at|on|for|to|through) (?:\p{Lu}|\d)[^,?]*?) and (?<also>(?:in|at|on|for|to|through) (?:\p{Lu}|\d)[^,?]*?)(?=[,?]|$)/u.exec(
      text,
    );
  const { of, also } = both?.groups ?? {};
  if (both && of !== undefined && also !== undefined) return [of, also].map((each) => text.replace(both[0], each));
  const ends = /\b(?<to>for|to|through|via) (?<one>\p{Lu}\p{L}+) and (?<other>\p{Lu}\p{L}+)(?=[,?]|$)/u.exec(text);
  const { to = "", one = "", other = "" } = ends?.groups ?? {};
  return ends ? [one, other].map((end) => text.replace(ends[0], `${to} ${end}`)) : [text];
}
