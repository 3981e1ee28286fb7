import type { InterviewBasis } from "../../model/index.ts";
import { rows as words } from "../generated/interview-words.ts";

/** How a speaker knows an answer, and from whom or from what: the nearest first, then who told that one. */
export interface ReadBasis {
  readonly basis: InterviewBasis;
  readonly toldBy: readonly string[];
  /** Why the cell says less than it seems to; undefined where it is clear. */
  readonly doubt?: string;
}

/**
 * Reads the basis of an answer: words for how the speaker knows it, then, for what was told or read, from whom or in what
 * ("told by Pak Yong, who heard it from the driver"). A column of its own for the teller comes first. A cell that names two
 * ways of knowing, or none that is understood, is of unknown basis.
 */
export function readBasis(cell: string, tellerCell: string): ReadBasis {
  const text = cell.trim();
  const tellers = splitTellers(tellerCell);
  if (text === "" && tellers.length > 0) return { basis: "told", toldBy: tellers };
  if (text === "") return { basis: "unknown", toldBy: [], doubt: "no basis is given" };
  const found = findBasis(text);
  if (!found) return { basis: "unknown", toldBy: tellers, doubt: `"${text.slice(0, 80)}" is no basis that is known` };
  const others = segmentsOf(text).flatMap((segment) => findBasis(segment)?.basis ?? []);
  if (others.some((basis) => basis !== found.basis))
    return { basis: "unknown", toldBy: [], doubt: `"${text.slice(0, 80)}" names two ways of knowing` };
  if (found.basis !== "told" && found.basis !== "read") return { basis: found.basis, toldBy: [] };
  return { basis: found.basis, toldBy: tellers.length > 0 ? tellers : splitTellers(found.rest) };
}

const listOf = (kind: string): readonly string[] =>
  words.filter(([each]) => each === kind).flatMap(([, list = ""]) => list.split("|"));

const longestFirst = (left: string, right: string): number => right.length - left.length;

const bases = ["saw", "told", "read", "guesses"] as const;
const phrases = bases
  .flatMap((basis) => listOf(basis).map((phrase) => ({ basis, phrase })))
  .toSorted((left, right) => longestFirst(left.phrase, right.phrase));

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);

/** Words with spaces end where no letter follows; Hangul, Han and kana run on. */
const ending = (phrase: string): string =>
  /[\p{sc=Latn}\p{sc=Cyrl}]$/u.test(phrase) ? String.raw`(?![\p{L}\p{N}])` : "";
const opening = (phrase: string): string =>
  /^[\p{sc=Latn}\p{sc=Cyrl}]/u.test(phrase) ? String.raw`(?<![\p{L}\p{N}])` : "";

const patterns = phrases.map(({ basis, phrase }) => ({
  basis,
  first: new RegExp(String.raw`^(?:he |she |they |i )?${escaped(phrase)}${ending(phrase)}[\s:,-]*`, "iu"),
  last: new RegExp(String.raw`\s*${opening(phrase)}${escaped(phrase)}\.?$`, "iu"),
}));

/** The way of knowing with which a text begins or ends, and the rest of it. */
function findBasis(text: string): { readonly basis: InterviewBasis; readonly rest: string } | undefined {
  const plain = text.trim();
  const first = patterns.find((pattern) => pattern.first.test(plain));
  if (first) return { basis: first.basis, rest: plain.replace(first.first, "") };
  const last = patterns.find((pattern) => pattern.last.test(plain));
  return last && { basis: last.basis, rest: plain.replace(last.last, "") };
}

/** "saw it; the price was told by Pak": each piece may say another basis. */
const segmentsOf = (text: string): readonly string[] =>
  text.split(/\s*[;/+&]\s*|,\s+(?!who\s)|\s+(?:and|but|и|но)\s+/iu).filter((segment) => segment !== "");

const further = new RegExp(
  String.raw`\s*[,(]?\s*(?:${listOf("further").toSorted(longestFirst).map(escaped).join("|")})\s*`,
  "iu",
);

const splitTellers = (text: string): readonly string[] =>
  text
    .split(further)
    .map((teller) => teller.trim().replace(/^[,:-]+\s*|[\s.,;)]+$/gu, ""))
    .filter((teller) => teller !== "" && teller !== "-");
