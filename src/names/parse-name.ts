import { parseCompanyTokens, type CompanyTokens } from "./company-tokens.ts";
import { hashText } from "./hash-text.ts";
import { letterMask, type NameToken } from "./name-token.ts";
import type { NameMeaning } from "./meaning-unit.ts";
import { readMeaning } from "./name-meaning.ts";
import { parsePersonTokens } from "./person-tokens.ts";
import type { Script } from "./script.ts";
import { renderingsOf, type Rendering } from "./renderings.ts";
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
  /** The same with the last part first, as where the surname comes first. */
  readonly rotated: string;
  /** The letters of `joined` as bits. */
  readonly mask: number;
  /** All letters in their own script, Han simplified. */
  readonly native: string;
  /** For a Korean or Chinese name in its own script: the usual Latin writings, run together. */
  readonly renderings: readonly Rendering[];
  /** Readings as a Korean and as a Chinese name; empty for companies. */
  readonly korean: readonly SyllableReading[];
  readonly chinese: readonly SyllableReading[];
  /** What a company's name means, part by part; undefined for people. */
  readonly meaning: NameMeaning | undefined;
  /** Whether a part shows that the name follows Arabic naming, whose vowels vary in Latin letters. */
  readonly isArabic: boolean;
}

/** Reads a name in any script: its parts with their roles and the spellings that each may stand for. Any text gives a name with at least one letter kept, if it has one. */
export function parseName(text: string, kind: NameKind): ParsedName {
  const raw = tokenise(text);
  const person = kind === "company" ? undefined : parsePersonTokens(raw);
  const company = kind === "person" ? undefined : parseCompanyTokens(raw);
  const korean = personReadings(person?.readable ?? [], "korean");
  const chinese = personReadings(person?.readable ?? [], "chinese");
  const looksLikeCompany = isCompany(kind, company, korean.length + chinese.length > 0);
  const tokens = looksLikeCompany || person === undefined ? (company?.tokens ?? []) : person.tokens;
  const telling = tellingTokens(tokens);
  const key = telling.map((token) => token.folded).join(" ");
  const joined = telling.map((token) => token.latin).join("");
  const last = telling.at(-1)?.latin ?? "";
  const script = mainScript(raw);
  return {
    text,
    kind,
    tokens,
    looksLikeCompany,
    script,
    key,
    keyHash: hashText(key),
    joined,
    joinedHash: hashText(joined),
    mask: letterMask(joined),
    rotated: last + joined.slice(0, joined.length - last.length),
    native: telling.map((token) => token.folded).join(""),
    renderings:
      !looksLikeCompany && (script === "hangul" || script === "han") ? renderingsOf(korean[0], chinese[0]) : [],
    korean: looksLikeCompany ? [] : korean,
    chinese: looksLikeCompany ? [] : chinese,
    meaning: looksLikeCompany ? readMeaning(tokens) : undefined,
    isArabic: person?.isArabic ?? false,
  };
}

// "Jong" and "Co" are syllables of names too: where the whole name reads as a person's, only a longer word makes it a company's.
function isCompany(kind: NameKind, company: CompanyTokens | undefined, readsAsPerson: boolean): boolean {
  if (company === undefined) return false;
  if (kind === "company") return true;
  return readsAsPerson ? company.hasLongCompanyWord : company.hasCompanyWord;
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
