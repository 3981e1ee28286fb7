import type { PartReason } from "./compare-names.ts";
import type { NameRole, NameToken } from "./name-token.ts";
import { likenessOf, type Likeness } from "./token-likeness.ts";

const roleWords: Readonly<Record<NameRole, string>> = {
  family: "surname",
  given: "given name",
  patronymic: "father's name",
  initial: "initial",
  title: "title",
  particle: "particle",
  suffix: "generation mark",
  legalForm: "legal form",
  genericWord: "generic word",
  place: "place",
  number: "number",
  word: "word",
};

/** Says in one sentence how two parts agree, or that one name lacks the part. */
export function explainToken(left: NameToken | undefined, right: NameToken | undefined, packed: number): PartReason {
  const own = left ?? right;
  if (own === undefined)
    return { role: "word", left: "", right: "", verdict: "missing", reason: "Nothing to compare." };
  if (left === undefined || right === undefined) {
    return {
      role: own.role,
      left: left?.text ?? "",
      right: right?.text ?? "",
      verdict: "missing",
      reason: `The ${roleWords[own.role]} ${own.text} stands in one name only.`,
    };
  }
  const kind = likenessOf(packed);
  return {
    role: left.role,
    left: left.text,
    right: right.text,
    verdict: verdicts[kind],
    reason: sentence(kind, left, right),
  };
}

/** Says that one name writes together (on the side named) what the other writes apart. */
export function explainJoined(
  whole: NameToken | undefined,
  apart: readonly NameToken[],
  side: "left" | "right",
): PartReason {
  const together = whole?.text ?? "";
  const words = apart.map((token) => token.text).join(" ");
  return {
    role: "word",
    left: side === "left" ? together : words,
    right: side === "left" ? words : together,
    verdict: "spelling",
    reason: `${together} is ${words} written together.`,
  };
}

const verdicts: Readonly<Record<Likeness, PartReason["verdict"]>> = {
  same: "same",
  value: "spelling",
  sound: "spelling",
  syllables: "spelling",
  consonants: "spelling",
  form: "spelling",
  short: "near",
  initial: "near",
  edit: "oneEdit",
  edits: "near",
  none: "contradicts",
};

function sentence(kind: Likeness, left: NameToken, right: NameToken): string {
  const pair = `${left.text} and ${right.text}`;
  switch (kind) {
    case "same":
      return `Both have ${left.text}.`;
    case "value":
      return left.role === "legalForm"
        ? `${pair} are legal forms of one class.`
        : `${pair} mean the same (${left.value}).`;
    case "sound":
      return left.folded.length + right.folded.length > 0 && left.script !== right.script
        ? `${pair} are the same sounds in two scripts.`
        : `${pair} spell the same sounds by different habits.`;
    case "syllables":
      return `${pair} can be the same syllables in two writings.`;
    case "consonants":
      return `${pair} have the same consonants; Arabic script leaves short vowels out.`;
    case "form":
      return `${pair} are forms of one given name.`;
    case "short":
      return `${pair} are a given name and its short form.`;
    case "initial":
      return `${pair} begin with the same letter; one is only an initial.`;
    case "edit":
      return `${pair} differ by one letter.`;
    case "edits":
      return `${pair} differ by a few letters.`;
    case "none":
      return `${pair} are different.`;
  }
}
