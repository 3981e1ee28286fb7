import { rows as cyrillicRows } from "./generated/cyrillic-letters.ts";
import { rows as spellingRows } from "./generated/sound-spellings.ts";
import { hashText } from "./hash-text.ts";

interface Rule {
  readonly spelling: string;
  readonly sound: string;
  /** Letters of which one must follow; empty when anything may. */
  readonly followed: string;
  readonly atEnd: boolean;
}

const habits = ["en", "de", "fr", "sl"] as const;
const rulesByHabit = habits.map((habit) => rulesOf(habit));
const vowels = "aeiou";
// Columns of names repeat their parts; beyond this many the memory is worth more than the time.
const tokensKept = 50_000;
const codesByToken = new Map<string, Int32Array>();

/** The sounds of a folded Latin token under each writing habit, as sorted hashes without repetition; two tokens that share one may be one name. */
export function latinSoundCodes(folded: string): Int32Array {
  const known = codesByToken.get(folded);
  if (known !== undefined) return known;
  if (codesByToken.size > tokensKept) codesByToken.clear();
  const codes = toCodes(rulesByHabit.map((rules) => soundsOf(folded, rules)));
  codesByToken.set(folded, codes);
  return codes;
}

/** The sounds of a Cyrillic token, comparable with those of Latin tokens. */
export function cyrillicSoundCodes(token: string): Int32Array {
  const plain = Array.from(token, (letter) => cyrillicSounds.get(letter) ?? "").join("");
  const ukrainian = token.replaceAll("г", "һ").replaceAll("и", "і");
  const hard = Array.from(ukrainian, (letter) => cyrillicSounds.get(letter) ?? "").join("");
  const soft = plain.replaceAll("ia", "a");
  // Print leaves the dots of ё out: Хрущев is Khrushchov to a German ear.
  const dotted = plain.replaceAll(/(?<=[ZCSc])e/gu, "o");
  return toCodes([
    plain,
    dotted,
    hard,
    soft,
    token.includes("ё")
      ? Array.from(token.replaceAll("ё", "е"), (letter) => cyrillicSounds.get(letter) ?? "").join("")
      : plain,
  ]);
}

/** Hashes of sound strings made beside these, in the form in which codes are compared. */
export function toCodes(sounds: readonly string[]): Int32Array {
  const codes = new Set<number>();
  for (const sound of sounds) if (sound.length > 1) codes.add(hashText(settle(sound)));
  return Int32Array.from(codes).toSorted();
}

/** Whether two sorted code arrays share a code. */
export function shareCode(left: Int32Array, right: Int32Array): boolean {
  let l = 0;
  let r = 0;
  while (l < left.length && r < right.length) {
    const difference = (left[l] ?? 0) - (right[r] ?? 0);
    if (difference === 0) return true;
    if (difference < 0) l += 1;
    else r += 1;
  }
  return false;
}

const cyrillicSounds: ReadonlyMap<string, string> = new Map(
  cyrillicRows.map((row) => [row[0] ?? "", row[6] === "-" ? "" : (row[6] ?? "")]),
);

function rulesOf(habit: string): ReadonlyMap<string, readonly Rule[]> {
  const rules = new Map<string, Rule[]>();
  for (const [of = "", pattern = "", sound = ""] of spellingRows) {
    if (of !== habit && of !== "all") continue;
    const atEnd = pattern.endsWith("$");
    const [spelling = "", followed = ""] = pattern.replace("$", "").split("+");
    const key = spelling.slice(0, 1);
    rules.set(key, [...(rules.get(key) ?? []), { spelling, sound, followed, atEnd }]);
  }
  for (const [key, list] of rules)
    rules.set(
      key,
      list.toSorted((left, right) => right.spelling.length - left.spelling.length),
    );
  return rules;
}

function soundsOf(token: string, rules: ReadonlyMap<string, readonly Rule[]>): string {
  let sounds = "";
  let index = 0;
  while (index < token.length) {
    const rule = rules.get(token.charAt(index))?.find((candidate) => applies(candidate, token, index));
    sounds += rule === undefined ? token.charAt(index) : rule.sound;
    index += rule === undefined ? 1 : rule.spelling.length;
  }
  return sounds;
}

function applies(rule: Rule, token: string, index: number): boolean {
  if (!token.startsWith(rule.spelling, index)) return false;
  const next = token.charAt(index + rule.spelling.length);
  if (rule.atEnd && next !== "") return false;
  return rule.followed === "" || (next !== "" && rule.followed.includes(next));
}

// What all habits leave open: doubled letters, a mute h, and how many letters write an i-glide.
function settle(sounds: string): string {
  let settled = "";
  for (let index = 0; index < sounds.length; index += 1) {
    const sound = sounds.charAt(index);
    const next = sounds.charAt(index + 1);
    if (sound === next) continue;
    if (sound === "h" && index > 0 && vowels.includes(sounds.charAt(index - 1)) && !vowels.includes(next || "x"))
      continue;
    if (sound === "i" && next === "e" && (index === 0 || vowels.includes(sounds.charAt(index - 1)))) continue;
    settled += sound;
  }
  return settled;
}
