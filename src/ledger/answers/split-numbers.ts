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
    ...others.map((part) => ({ context: `${part} ${first}`, text: part, mayBePart: true })),
  ];
}

/** "How much changed ships in September and in August?" asks for each month, year or place by itself. */
function timesOf(text: string): readonly string[] {
  const both =
    /\b(?<of>(?:in|at|on) (?:\p{Lu}|\d)[^,?]*?) and (?<also>(?:in|at|on) (?:\p{Lu}|\d)[^,?]*?)(?=[,?]|$)/u.exec(text);
  const { of, also } = both?.groups ?? {};
  if (!both || of === undefined || also === undefined) return [text];
  return [of, also].map((each) => text.replace(both[0], each));
}
