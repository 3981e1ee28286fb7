import { alignTokens, type Alignment } from "./align-tokens.ts";
import { compareMeanings, tradesDiffer, type MeaningVerdict } from "./compare-meanings.ts";
import { packScore } from "./name-tier.ts";
import type { NameRole, NameToken } from "./name-token.ts";
import type { ParsedName } from "./parse-name.ts";
import type { Script } from "./script.ts";
import { likenessOf, likenessScore } from "./token-likeness.ts";

// What the paired and unpaired parts of two companies' names add up to.
interface CompanyTally {
  matched: number;
  leftOver: number;
  rightOver: number;
  /** Numbers or places that differ. */
  isContradicted: boolean;
  legalFormsDiffer: boolean;
  edits: number;
  manyEdits: number;
  distinctive: number;
}

/** Compares two names of companies: distinctive parts count, generic words and legal forms weigh little, numbers and places must agree. */
export function scoreCompanies(left: ParsedName, right: ParsedName): number {
  const isOneSound = left.joinedHash === right.joinedHash && left.joined === right.joined;
  if (isOneSound && !areReadable(left, right)) return agreeByLetters(left, right);
  const meaning =
    left.meaning === undefined || right.meaning === undefined
      ? undefined
      : compareMeanings(left.meaning, right.meaning);
  if (isOneSound && meaning?.kind !== "differ") return agreeByLetters(left, right);
  // Letters of two scripts cannot agree better than all meanings do.
  if (meaning !== undefined && left.script !== right.script && meaning.packed >= packScore("spelling", 0))
    return meaning.packed;
  const tally = tallyCompany(left.tokens, right.tokens, alignTokens(left.tokens, right.tokens));
  const packed = tierOfCompany(tally);
  const byLetters =
    packed >= packScore("partial", 0) ? packed : Math.max(packed, abbreviation(left, right), abbreviation(right, left));
  if (meaning === undefined || left.meaning === undefined || right.meaning === undefined) return byLetters;
  // The signs of one script that are read say more than their sounds.
  if (meaning.kind === "agree" && isNative(left.script) && left.script === right.script) return meaning.packed;
  const isOther = tradesDiffer(left.meaning, right.meaning) || (meaning.kind === "differ" && areReadable(left, right));
  return withMeaning(isOther ? Math.min(byLetters, packScore("weak", otherTrade)) : byLetters, meaning);
}

// Signs of Han and Hangul that a table knows are read, not sounded out: white tiger and white lake sound alike and are two.
const areReadable = (left: ParsedName, right: ParsedName): boolean =>
  [left, right].every(({ meaning }) => meaning?.isKnown === true) &&
  [left, right].some(({ script }) => isNative(script));

const isNative = (script: Script): boolean => script === "han" || script === "hangul";

// Letters and sounds that agree stand, whatever the words mean; where they do not, the meanings decide, as far as they are known.
function withMeaning(byLetters: number, verdict: MeaningVerdict): number {
  switch (verdict.kind) {
    case "agree":
      return Math.max(byLetters, verdict.packed);
    case "differ":
      return byLetters >= packScore("spelling", 0)
        ? byLetters
        : Math.min(byLetters, packScore("different", otherWords));
    case "tradesDiffer":
      return Math.min(Math.max(byLetters, packScore("weak", otherTrade - 100)), packScore("weak", otherTrade));
    case "unclear":
      return Math.max(byLetters, packScore("unclear", notTold));
    case "nothing":
      return byLetters;
  }
}

const otherWords = 370;
const otherTrade = 600;
const notTold = 300;

function tallyCompany(left: readonly NameToken[], right: readonly NameToken[], alignment: Alignment): CompanyTally {
  const tally: CompanyTally = {
    matched: 0,
    leftOver: 0,
    rightOver: 0,
    isContradicted: false,
    legalFormsDiffer: false,
    edits: 0,
    manyEdits: 0,
    distinctive: 0,
  };
  for (const [index, token] of left.entries()) {
    const partner = alignment.rightOf[index] ?? -1;
    if (partner >= 0)
      countPair(tally, alignment.packed[index] ?? 0, Math.max(token.weight, right[partner]?.weight ?? 0));
    else if (token.role !== "legalForm") tally.leftOver += token.weight;
  }
  for (const [index, token] of right.entries()) {
    if ((alignment.leftOf[index] ?? -1) < 0 && token.role !== "legalForm") tally.rightOver += token.weight;
  }
  tally.isContradicted = valuesDiffer(left, right, "number") || valuesDiffer(left, right, "place");
  tally.legalFormsDiffer = legalFormsDiffer(left, right);
  return tally;
}

function agreeByLetters(left: ParsedName, right: ParsedName): number {
  const isSame =
    left.key === right.key && left.tokens.every((token, index) => token.folded === right.tokens[index]?.folded);
  if (isSame && left.tokens.length === right.tokens.length) return packScore("same", 1000);
  if (legalFormsDiffer(left.tokens, right.tokens)) return otherForm(left, right);
  const isAlike = left.key === right.key && mayHaveOneForm(left.tokens, right.tokens);
  return packScore(isAlike ? "same" : "spelling", isAlike ? 990 : 970);
}

// LLC and Ltd are forms of one class, and still two: of two firms called alike they are what tells them apart.
function mayHaveOneForm(left: readonly NameToken[], right: readonly NameToken[]): boolean {
  const [own, other] = [formsOf(left), formsOf(right)];
  return own.length === 0 || other.length === 0 || own.some((form) => other.includes(form));
}

// Clerks write one form of a firm for another; where the name says enough, that is a part left out and not another firm.
function otherForm(left: ParsedName, right: ParsedName): number {
  const isFirm = [...formsOf(left.tokens), ...formsOf(right.tokens)].every((form) => firmForms.has(form));
  const says = Math.min(left.meaning?.units.length ?? 0, right.meaning?.units.length ?? 0);
  return isFirm && says > 1 ? packScore("partial", 720) : packScore("weak", 690);
}

function countPair(tally: CompanyTally, packed: number, weight: number): void {
  const kind = likenessOf(packed);
  const score = likenessScore(packed);
  tally.matched += (weight * score) / 1000;
  if (kind === "edit") tally.edits += 1;
  if (kind === "edits") tally.manyEdits += 1;
  if (weight >= 400) tally.distinctive += 1;
  tally.leftOver += (weight * (1000 - score)) / 1000;
}

function valuesDiffer(left: readonly NameToken[], right: readonly NameToken[], role: "number" | "place"): boolean {
  const own = countOf(left, role);
  const other = countOf(right, role);
  if (own + other === 0 || (role === "place" && own * other === 0)) return false;
  const [lacksLeft, lacksRight] = [lacks(left, right, role), lacks(right, left, role)];
  return role === "place" ? lacksLeft && lacksRight : own !== other || lacksLeft || lacksRight;
}

function countOf(tokens: readonly NameToken[], role: NameRole): number {
  let count = 0;
  for (const token of tokens) if (token.role === role) count += 1;
  return count;
}

const lacks = (some: readonly NameToken[], all: readonly NameToken[], role: NameRole): boolean =>
  some.some((token) => token.role === role && !all.some((one) => one.role === role && one.value === token.value));

function legalFormsDiffer(left: readonly NameToken[], right: readonly NameToken[]): boolean {
  if (countOf(left, "legalForm") * countOf(right, "legalForm") === 0) return false;
  const own = formsOf(left);
  const other = formsOf(right);
  return own.length > 0 && other.length > 0 && own.every((form) => other.every((one) => !formsAgree(form, one)));
}

const formsOf = (tokens: readonly NameToken[]): string[] =>
  tokens.filter((token) => token.role === "legalForm" && token.value !== "any").map((token) => token.value);
const firmForms = new Set(["limited", "llc", "public"]);
const limited = new Set(["limited", "llc"]);
const formsAgree = (left: string, right: string): boolean =>
  left === right || (limited.has(left) && limited.has(right));

function tierOfCompany(tally: CompanyTally): number {
  const contradicted = Math.min(tally.leftOver, tally.rightOver);
  const omitted = Math.abs(tally.leftOver - tally.rightOver);
  const total = tally.matched + contradicted * 3 + omitted * 0.55;
  if (total === 0 || tally.matched === 0) return packScore("different", 0);
  const penalty = (tally.isContradicted ? 0.68 : 1) * (tally.legalFormsDiffer ? 0.69 : 1);
  const score = ((1000 * tally.matched) / total) * penalty;
  if (score < 380 || tally.distinctive === 0) return packScore("different", Math.min(score, 370));
  if (tally.isContradicted || contradicted > 500) return packScore(score < 560 ? "different" : "weak", score);
  if (tally.manyEdits > 0) return packScore("weak", score);
  if (omitted > 400) return packScore(tally.edits === 0 ? "partial" : "weak", score);
  if (tally.edits > 0) return packScore("oneEdit", score);
  return packScore("spelling", score);
}

// PLA and People's Liberation Army: the first letters of every part, in order.
function abbreviation(short: ParsedName, long: ParsedName): number {
  if (countOf(short.tokens, "word") !== 1 || long.tokens.length < 3) return 0;
  const word = short.tokens.find((token) => token.role === "word");
  if (word === undefined || word.length < 3 || word.length > 6) return 0;
  const parts = long.tokens.filter((token) => token.role !== "legalForm" && token.weight > 0);
  if (parts.length < 3) return 0;
  const initials = parts.map((token) => token.latin.slice(0, 1)).join("");
  return initials === word.latin ? packScore("weak", 720) : 0;
}
