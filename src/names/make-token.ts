import { foldLetters } from "./fold.ts";
import { simplifiedText } from "./han.ts";
import { hashText } from "./hash-text.ts";
import { letterMask, maskOfCodes, type NameRole, type NameToken } from "./name-token.ts";
import { arabicSkeleton, romanise } from "./romanise.ts";
import { cyrillicSoundCodes, latinSoundCodes, toCodes } from "./sound-codes.ts";
import { wordReadings } from "./syllable-readings.ts";
import type { RawToken } from "./tokenise.ts";
import { nicknameGroups } from "./vocabulary.ts";

/** What the caller knows of a token beside its letters. */
export interface TokenFacts {
  readonly role: NameRole;
  readonly weight: number;
  readonly value?: string;
  readonly isArabic?: boolean;
  /** Whether the part is also read as Korean and Chinese syllables. */
  readonly hasSyllables?: boolean;
}

const none: readonly never[] = [];

// Names of one column repeat their parts; beyond this many the memory is worth more than the time.
const tokensKept = 50_000;
const tokensByKey = new Map<string, NameToken>();

/** Makes a token ready to be compared; the same text in the same role gives the same object. */
export function makeToken(raw: RawToken, facts: TokenFacts): NameToken {
  const key = `${raw.text}\t${facts.role}\t${facts.weight}\t${facts.value ?? ""}\t${facts.isArabic === true ? 1 : 0}${facts.hasSyllables === true ? 1 : 0}`;
  const known = tokensByKey.get(key);
  if (known !== undefined && known.script === raw.script) return known;
  if (tokensByKey.size > tokensKept) tokensByKey.clear();
  const token = readToken(raw, facts);
  tokensByKey.set(key, token);
  return token;
}

function readToken(raw: RawToken, facts: TokenFacts): NameToken {
  const folded = raw.script === "han" ? simplifiedText(raw.text) : foldLetters(raw.text);
  const latin = romanise(folded, raw.script);
  const codes = soundCodes({ raw, folded, latin, isArabic: facts.isArabic ?? false });
  return {
    text: raw.text,
    script: raw.script,
    folded,
    foldedHash: hashText(folded),
    latin,
    length: latin.length,
    role: facts.role,
    weight: facts.weight,
    value: facts.value ?? "",
    codes,
    codeMask: maskOfCodes(codes),
    skeleton: raw.script === "arabic" || raw.script === "latin" ? arabicSkeleton(folded, raw.script) : "",
    nicknames: nicknameGroups().get(folded) ?? nicknameGroups().get(latin) ?? none,
    korean: facts.hasSyllables === true ? wordReadings(raw, "korean") : none,
    chinese: facts.hasSyllables === true ? wordReadings(raw, "chinese") : none,
    mask: letterMask(latin),
  };
}

function soundCodes(token: { raw: RawToken; folded: string; latin: string; isArabic: boolean }): Int32Array {
  const { raw, folded, latin, isArabic } = token;
  if (raw.script === "cyrillic") return cyrillicSoundCodes(folded);
  if (raw.script !== "latin") return latinSoundCodes(latin);
  const plain = latinSoundCodes(markedSounds(raw.text, folded));
  return isArabic ? Int32Array.from([...plain, ...toCodes(arabicSounds(latin))]).toSorted() : plain;
}

// Abdul, Abdel and Abd al- are one word and the article.
function arabicSounds(latin: string): string[] {
  const sounds = arabicVowels(latin);
  return /^abd(?:[aeou]l)?$/u.test(latin) ? [...sounds, "arabd"] : sounds;
}

// A caron or an umlaut says which sound is meant, so it is written out before the marks are dropped.
function markedSounds(text: string, folded: string): string {
  const lower = text.toLowerCase();
  if (!/[čćšśžżźğşçñ]/u.test(lower)) return folded;
  const written = Array.from(lower, (letter) => marked.get(letter) ?? letter).join("");
  return written.normalize("NFD").replaceAll(/[^a-z]/gu, "");
}

const marked: ReadonlyMap<string, string> = new Map(
  Object.entries({ č: "tch", ć: "tch", ç: "tch", š: "sh", ś: "sh", ş: "sh", ž: "zh", ż: "zh", ź: "z", ğ: "g", ñ: "n" }),
);

// Latin letters for Arabic names agree on consonants and waver on vowels: o/u and e/i/a; q, k, g and kh are written for one another.
function arabicVowels(latin: string): string[] {
  const plain = latin
    .replaceAll(/sch|sh|ch/gu, "$")
    .replaceAll(/dh|th|ph|kh|gh|q|ck/gu, (pair) => arabicPairs.get(pair) ?? pair)
    .replaceAll("g", "k")
    .replaceAll(/zh|dj/gu, "j")
    .replaceAll(/oo|ou|ow|aw|u|w/gu, "o")
    .replaceAll(/ee|ie|iy|y/gu, "i")
    .replaceAll(/(?<=.)h(?![aeiou])/gu, "")
    .replaceAll(/v/gu, "o");
  return [
    plain.replaceAll("e", "a"),
    plain.replaceAll("e", "i"),
    plain.replaceAll("ei", "ai").replaceAll("e", "a"),
  ].map((sounds) => `ar${sounds}`);
}

const arabicPairs: ReadonlyMap<string, string> = new Map(
  Object.entries({ dh: "d", th: "t", ph: "f", kh: "k", gh: "k", q: "k", ck: "k" }),
);
