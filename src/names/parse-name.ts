import { parseCompanyTokens } from "./company-tokens.ts";
import { hashText } from "./hash-text.ts";
import type { NameToken } from "./name-token.ts";
import { parsePersonTokens } from "./person-tokens.ts";
import type { Script } from "./script.ts";
import { personReadings, type SyllableReading } from "./syllable-readings.ts";
import { tokenise, type RawToken } from "./tokenise.ts";

/** Whose name it is, as far as the caller knows. */
export type NameKind = "person" | "company" | "unknown";

/** A name read once, ready to be compared many times. */
export interface ParsedName {
  readonly text: string;
  readonly kind: NameKind;
  /** The parts in the order in which they stood. */
  readonly tokens: readonly NameToken[];
  /** Whether the name carries a legal form or a generic company word. */
  readonly looksLikeCompany: boolean;
  /** The script of most letters. */
  readonly script: Script;
  /** The parts that tell something, folded, in their order; two names with one key are written alike. */
  readonly key: string;
  readonly keyHash: number;
  /** All letters of the telling parts run together, for names whose words are divided differently. */
  readonly joined: string;
  readonly joinedHash: number;
  /** Readings as a Korean and as a Chinese name; empty for companies. */
  readonly korean: readonly SyllableReading[];
  readonly chinese: readonly SyllableReading[];
  /** Whether a part shows that the name follows Arabic naming, whose vowels vary in Latin letters. */
  readonly isArabic: boolean;
}

/** Reads a name in any script: its parts with their roles and the spellings that each may stand for. Any text gives a name with at least one letter kept, if it has one. */
export function parseName(text: string, kind: NameKind): ParsedName {
  const raw = tokenise(text);
  const person = kind === "company" ? undefined : parsePersonTokens(raw);
  const company = kind === "person" ? undefined : parseCompanyTokens(raw);
  const looksLikeCompany = company !== undefined && (kind === "company" || company.hasCompanyWord);
  const tokens = looksLikeCompany || person === undefined ? (company?.tokens ?? []) : person.tokens;
  const telling = tellingTokens(tokens);
  const key = telling.map((token) => token.folded).join(" ");
  const joined = telling.map((token) => token.latin).join("");
  const readable = looksLikeCompany || person === undefined ? [] : person.readable;
  return {
    text,
    kind,
    tokens,
    looksLikeCompany,
    script: mainScript(raw),
    key,
    keyHash: hashText(key),
    joined,
    joinedHash: hashText(joined),
    korean: personReadings(readable, "korean"),
    chinese: personReadings(readable, "chinese"),
    isArabic: person?.isArabic ?? false,
  };
}

function tellingTokens(tokens: readonly NameToken[]): readonly NameToken[] {
  const telling = tokens.filter((token) => token.role !== "title" && token.role !== "legalForm" && token.weight > 0);
  return telling.length > 0 ? telling : tokens;
}

function mainScript(tokens: readonly RawToken[]): Script {
  const letters = new Map<Script, number>();
  for (const { script, text } of tokens)
    if (script !== "digit") letters.set(script, (letters.get(script) ?? 0) + text.length);
  let main: Script = "other";
  for (const [script, count] of letters) if (count > (letters.get(main) ?? 0)) main = script;
  return main;
}
