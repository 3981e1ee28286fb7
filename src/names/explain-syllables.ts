import { chineseTargetText } from "./chinese-units.ts";
import type { PartReason } from "./compare-names.ts";
import { koreanSpellings, type KoreanSystem } from "./korean-spellings.ts";
import { koreanTargetText, southernSurname } from "./korean-units.ts";
import type { SyllableLanguage, SyllableReading } from "./syllable-readings.ts";
import { unitsOfLanguage } from "./syllable-verdict.ts";

const systemWords: Readonly<Record<KoreanSystem, string>> = {
  revised: "Revised",
  mccuneReischauer: "McCune-Reischauer",
  dprk: "DPRK",
  french: "French",
  kontsevich: "Kontsevich",
  english: "as English is spelled",
  habit: "habit",
};
const latinSystems = 4;

/** Explains two readings of one language syllable by syllable. */
export function explainSyllables(
  pair: { left: SyllableReading; right: SyllableReading },
  language: SyllableLanguage,
): PartReason[] {
  const length = Math.max(pair.left.length, pair.right.length);
  const parts: PartReason[] = [];
  for (let index = 0; index < length; index += 1) {
    const left = pair.left[index];
    const right = pair.right[index];
    const role = index === 0 ? "family" : "syllable";
    if (left === undefined || right === undefined)
      parts.push(missing(role, left ?? right ?? -1, { isLeft: right === undefined, language }));
    else if (left >= 0 && right >= 0) parts.push(explainPair(role, { left, right }, language));
  }
  return parts;
}

type Role = PartReason["role"];

function missing(role: Role, unit: number, side: { isLeft: boolean; language: SyllableLanguage }): PartReason {
  const text = unitsOfLanguage(side.language).text(unit);
  return {
    role,
    left: side.isLeft ? text : "",
    right: side.isLeft ? "" : text,
    verdict: "missing",
    reason: `The syllable ${text} stands in one name only.`,
  };
}

function explainPair(role: Role, pair: { left: number; right: number }, language: SyllableLanguage): PartReason {
  const units = unitsOfLanguage(language);
  const left = units.text(pair.left);
  const right = units.text(pair.right);
  const what = role === "family" ? "surname" : "syllable";
  if (left === right) return { role, left, right, verdict: "same", reason: `Both have the ${what} ${left}.` };
  const target = units.common(pair.left, pair.right);
  if (target < 0)
    return {
      role,
      left,
      right,
      verdict: "contradicts",
      reason: `No ${language === "korean" ? "Korean" : "Chinese"} ${what} is written both ${left} and ${right}.`,
    };
  const reason =
    language === "korean"
      ? koreanReason(left, right, koreanTargetText(target))
      : chineseReason(left, right, chineseTargetText(target));
  return { role, left, right, verdict: "spelling", reason };
}

function koreanReason(left: string, right: string, hangul: string): string {
  const written = [left, right].filter((text) => text !== hangul).map((text) => `${text}${koreanSystem(hangul, text)}`);
  if (/^[가-힣]+$/u.test(left + right))
    return `${left} and ${right} are one syllable: the North keeps the first sound that the South drops.`;
  return `${hangul} is written ${written.join(" and ")}.`;
}

function koreanSystem(hangul: string, text: string): string {
  if (/[\u4e00-\u9fff]/u.test(text)) return " (Hanja)";
  if (/^[가-힣]+$/u.test(text)) return southernSurname(text) === text ? " (in the South)" : " (in the North)";
  const spelling =
    Array.from(hangul).length === 1 ? koreanSpellings(hangul).find((own) => own.latin === text) : undefined;
  const systems = (spelling?.systems ?? ["habit"]).map((system) => systemWords[system]);
  return ` (${systems.length >= latinSystems ? "all systems" : systems.join(", ")})`;
}

function chineseReason(left: string, right: string, target: string): string {
  const sound = target.replace("family:", "").replace("yue:", "");
  const language = target.startsWith("yue:") ? "Cantonese" : "Mandarin";
  return `${left} and ${right} are the ${language} syllable ${sound}.`;
}
