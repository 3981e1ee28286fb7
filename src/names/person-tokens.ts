import { foldLetters } from "./fold.ts";
import { makeToken } from "./make-token.ts";
import type { NameRole, NameToken } from "./name-token.ts";
import { surnameFirst } from "./surname-first.ts";
import type { RawToken } from "./tokenise.ts";
import { arabicNames, personWords } from "./vocabulary.ts";

/** A person's name taken apart. */
export interface PersonTokens {
  readonly tokens: readonly NameToken[];
  /** The tokens that may carry syllables of an East Asian name: all but titles. */
  readonly readable: readonly RawToken[];
  readonly isArabic: boolean;
}

const weights: Readonly<Record<NameRole, number>> = {
  family: 1000,
  given: 1000,
  word: 1000,
  patronymic: 500,
  initial: 250,
  suffix: 300,
  particle: 70,
  title: 0,
  legalForm: 0,
  genericWord: 300,
  place: 450,
  number: 500,
};

const closingTitles = new Set(["phd", "md", "mba", "esq", "jd", "llm", "dr"]);
const notTelling = new Set([
  "al",
  "el",
  "ben",
  "din",
  "jan",
  "ali",
  "islam",
  "shah",
  "khan",
  "sultan",
  "uddin",
  "ullah",
  "allah",
  "turki",
  "karim",
  "omar",
]);
const patronymic =
  /(?:[oe]v[iy]t?ch|[oe]wi(?:ts)?ch|[oeiy]vna|[oe]wna|ovy?ch|evi[cč]|ovi[cč]|ichna|inichna|ович|евич|овна|евна|івна|йович|ична|иніч)$/u;

/** Gives each token of a person's name its role and its weight. */
export function parsePersonTokens(name: readonly RawToken[]): PersonTokens {
  const raw = surnameFirst(surnameLast(splitInitials(mergeDigits(name))));
  const folded = raw.map((token) => foldLetters(token.text));
  const roles = rolesOf(raw, folded);
  const isArabic =
    raw.some((token) => token.script === "arabic") ||
    folded.some((text) => arabicNames.has(text) && !notTelling.has(text)) ||
    isFilial(folded);
  const seen = new Set<string>();
  const tokens = raw.map((token, index) => {
    const role = roles[index] ?? "word";
    const text = folded[index] ?? "";
    const isRepeated = seen.has(text);
    seen.add(text);
    return makeToken(token, { role, weight: isRepeated && raw.length > 2 ? 150 : weights[role], isArabic });
  });
  return {
    tokens,
    readable: raw.filter((_, index) => roles[index] !== "title" && roles[index] !== "suffix"),
    isArabic,
  };
}

/** Whether folded parts say whose child the bearer is, as Malay and Arabic names do. */
export const isFilial = (folded: readonly string[]): boolean =>
  folded.some((text) => text === "bin" || text === "ibn" || text === "binti") && folded.length > 2;

// In a person's name a digit between letters stands for the letter that it looks like (Ig0r Sech1n).
function mergeDigits(tokens: readonly RawToken[]): readonly RawToken[] {
  if (!tokens.some((token) => token.script === "digit")) return tokens;
  const merged: RawToken[] = [];
  for (const token of tokens) {
    const last = merged.at(-1);
    const isInside =
      token.before === "joined" && last !== undefined && (token.script === "digit" || /\d$|[a-z]$/iu.test(last.text));
    const fits =
      isInside &&
      (last.script === "digit" || last.script === "latin") &&
      (token.script === "digit" || token.script === "latin");
    if (fits && /\d/u.test(last.text + token.text) && !isCamel(token))
      merged[merged.length - 1] = { text: last.text + token.text, script: "latin", before: last.before };
    else merged.push(token);
  }
  return merged.map(({ text, script, before }): RawToken => ({
    text: isMixed(text) ? lookAlikes(text) : text,
    script,
    before,
  }));
}

const isMixed = (text: string): boolean => /[a-z]/iu.test(text) && /\d/u.test(text);
const isCamel = (token: RawToken): boolean => /^\p{Lu}\p{Ll}/u.test(token.text);
const letterByDigit: ReadonlyMap<string, string> = new Map([
  ["0", "o"],
  ["1", "i"],
  ["3", "e"],
  ["4", "a"],
  ["5", "s"],
  ["7", "t"],
  ["9", "g"],
]);
const lookAlikes = (text: string): string => Array.from(text, (letter) => letterByDigit.get(letter) ?? letter).join("");

// "PUTIN, Vladimir" is read as "Vladimir PUTIN"; the comma then stands before the surname.
function surnameLast(tokens: readonly RawToken[]): readonly RawToken[] {
  const comma = tokens.findIndex((token) => token.before === "comma");
  const after = tokens.slice(comma);
  const isSurname =
    comma > 0 && after.some((token) => token.text.length > 1 && !personWords().has(foldLetters(token.text)));
  const isOnly = tokens.findLastIndex((token) => token.before === "comma") === comma;
  if (!isSurname || !isOnly) return tokens;
  const [first, ...others] = tokens.slice(0, comma);
  const [given, ...rest] = after;
  if (first === undefined || given === undefined) return tokens;
  return [{ ...given, before: "start" }, ...rest, { ...first, before: "comma" }, ...others];
}

const twoConsonants = /^[BCDFGHJKLMNPQRSTVWXZ]{2}$/u;

// "JC Juncker" holds two initials when the other parts are not all capitals.
function splitInitials(tokens: readonly RawToken[]): readonly RawToken[] {
  const mayBe = tokens.some((token) => token.text.length === 2 && twoConsonants.test(token.text));
  if (!mayBe || !tokens.some((token) => /\p{Ll}/u.test(token.text))) return tokens;
  return tokens.flatMap((token) =>
    twoConsonants.test(token.text) && !personWords().has(foldLetters(token.text))
      ? Array.from(token.text, (text, index): RawToken => ({
          text,
          script: "latin",
          before: index === 0 ? token.before : "dot",
        }))
      : [token],
  );
}

function rolesOf(raw: readonly RawToken[], folded: readonly string[]): NameRole[] {
  const roles = folded.map((text, index) => roleOf(raw, folded, { text, index }));
  if (roles.every((role) => role === "title" || role === "particle" || role === "suffix"))
    return roles.map(() => "word");
  const names = [...roles.keys()].filter((index) => roles[index] === "word");
  markPatronymic(roles, folded, names);
  const rest = names.filter((index) => roles[index] === "word");
  const isEastern = raw.some((token) => token.script === "hangul" || token.script === "han");
  const comma = raw.findIndex((token) => token.before === "comma");
  const family = comma > 0 ? rest.filter((index) => index >= comma) : isEastern ? rest.slice(0, 1) : rest.slice(-1);
  for (const index of rest)
    roles[index] = rest.length > 1 && family.includes(index) ? "family" : rest.length > 1 ? "given" : "word";
  return roles;
}

function roleOf(raw: readonly RawToken[], folded: readonly string[], token: { text: string; index: number }): NameRole {
  const { text, index } = token;
  const word = personWords().get(text);
  const isLast = index === folded.length - 1;
  const script = raw[index]?.script;
  if (text.length === 1 && script !== "digit" && script !== "han" && script !== "hangul") return "initial";
  if (word === undefined || folded.length === 1) return "word";
  if (word.kind === "title")
    return !isLast || closingTitles.has(text) || script === "hangul" || script === "han" ? "title" : "word";
  if (word.kind === "suffix") return index > 0 ? "suffix" : "word";
  if (word.kind === "particle" || word.kind === "filiation") return "particle";
  return "word";
}

// One patronymic at most: the middle part of three, or the last of a name that begins with the surname; after bin or ibn the father's name.
function markPatronymic(roles: NameRole[], folded: readonly string[], names: readonly number[]): void {
  for (const index of names) {
    const before = personWords().get(folded[index - 1] ?? "");
    if (before?.kind === "filiation" && names.length > 1) roles[index] = "patronymic";
  }
  if (names.length < 3) return;
  const own = names.find((index, position) => position > 0 && patronymic.test(folded[index] ?? ""));
  if (own !== undefined) roles[own] = "patronymic";
}
