/** The ways in which the hand-overs write a Korean syllable outside Hangul. */
export type KoreanSystem = "dprk" | "mccune" | "revised" | "kontsevich";

const INITIALS = {
  dprk: ["k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "j", "jj", "ch", "kh", "th", "ph", "h"],
  mccune: ["k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "ch", "tch", "ch'", "k'", "t'", "p'", "h"],
  revised: ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"],
  kontsevich: ["к", "кк", "н", "т", "тт", "р", "м", "п", "пп", "с", "сс", "", "ч", "чч", "чх", "кх", "тх", "пх", "х"],
} as const;

const VOWELS = {
  dprk: "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i".split(" "),
  mccune: "a ae ya yae ŏ e yŏ ye o wa wae oe yo u wŏ we wi yu ŭ ŭi i".split(" "),
  revised: "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" "),
  kontsevich: "а э я йя о е ё йе о ва вэ ве ё у во ве ви ю ы ый и".split(" "),
} as const;

const FINAL_CLASS = " k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ");
const KONTSEVICH_FINAL: Readonly<Record<string, string>> = { k: "к", n: "н", t: "т", l: "ль", m: "м", p: "п", ng: "н" };
const VOICED_MCCUNE: Readonly<Record<string, string>> = { k: "g", t: "d", p: "b", ch: "j" };

/** Writes Hangul syllables one by one; with `voiced`, McCune-Reischauer voices a plain consonant after a voiced sound, as inside a given name. */
export const romanise = (hangul: string, system: KoreanSystem, voiced: boolean): string[] => {
  const syllables = [...hangul].map(decompose);
  return syllables.map((syllable, index) => {
    const before = voiced && index > 0 ? syllables[index - 1] : undefined;
    const initial = initialOf(syllable, system, before);
    const vowel = VOWELS[system][syllable.vowel] ?? "";
    return initial + (initial === "" ? vowel : vowel.replace("йе", "е")) + finalOf(syllable, system);
  });
};

/** A syllable with a similar vowel: the slip of a hand that writes Hangul. */
export const slipVowel = (syllable: string): string => {
  const { initial, vowel, final } = decompose(syllable);
  const similar: Readonly<Record<number, number>> = {
    0: 4,
    4: 8,
    8: 4,
    1: 5,
    5: 1,
    6: 12,
    12: 6,
    13: 18,
    18: 13,
    20: 19,
    9: 0,
    14: 4,
  };
  return String.fromCodePoint(0xac00 + (initial * 21 + (similar[vowel] ?? 20)) * 28 + final);
};

interface Syllable {
  readonly initial: number;
  readonly vowel: number;
  readonly final: number;
}

const decompose = (text: string): Syllable => {
  const code = (text.codePointAt(0) ?? 0) - 0xac00;
  return { initial: Math.floor(code / 588), vowel: Math.floor(code / 28) % 21, final: code % 28 };
};

const initialOf = (syllable: Syllable, system: KoreanSystem, before: Syllable | undefined): string => {
  const plain = INITIALS[system][syllable.initial] ?? "";
  if (system !== "mccune" || before === undefined) return plain;
  const after = FINAL_CLASS[before.final] ?? "";
  return ["", "n", "m", "ng", "l"].includes(after) ? (VOICED_MCCUNE[plain] ?? plain) : plain;
};

const finalOf = (syllable: Syllable, system: KoreanSystem): string => {
  const sound = FINAL_CLASS[syllable.final] ?? "";
  return system === "kontsevich" ? (KONTSEVICH_FINAL[sound] ?? "") : sound;
};
