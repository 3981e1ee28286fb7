import { rows as surnameRows } from "./generated/chinese-surnames.ts";
import { rows as tokenRows } from "./generated/token-frequency.ts";
import { chineseTargetText, chineseUnits } from "./chinese-units.ts";
import { surnameShare, syllableGivenShare, wholeGivenShare } from "./korean-share.ts";
import { usualTarget } from "./syllable-units.ts";
import type { ParsedName } from "./parse-name.ts";

const million = 1_000_000;
const tokenCounts = new Map(tokenRows.map(([token = "", count = "0"]) => [token, Number(count)]));
const tokenTotal = tokenCounts.get("") ?? 1;
const chineseBearers = new Map(
  surnameRows.toReversed().map(([, pinyin = "", , bearers = "0"]) => [`family:${pinyin}`, Number(bearers)]),
);
// A surname or a part that the counted names do not hold is taken as half of one that they hold once.
const unseen = 0.5;
const chineseSyllableShare = 1 / 250;

/**
 * How many of a million bearers of names of its kind may carry this name, estimated from counted names (Korean: surname times given
 * name; Chinese: surname times an average syllable; others: the product of their parts' shares). Rounded to a thousandth.
 */
export function nameFrequency(name: ParsedName): number {
  const estimates = [koreanFrequency(name), chineseFrequency(name)].filter((estimate) => estimate > 0);
  const estimate = estimates.length > 0 ? Math.max(...estimates) : partsFrequency(name);
  return Math.round(estimate * million * 1000) / 1000;
}

/** The people whose counted names the frequency of a name is estimated from; null: those of all names that were counted. */
export function nameBearers(name: ParsedName): "Koreans" | "Chinese" | null {
  const [korean, chinese] = [koreanFrequency(name), chineseFrequency(name)];
  if (korean === 0 && chinese === 0) return null;
  return korean >= chinese ? "Koreans" : "Chinese";
}

function koreanFrequency(name: ParsedName): number {
  const [reading] = name.korean;
  if (reading === undefined) return 0;
  return surnameShare(reading) * Math.max(wholeGivenShare(reading), syllableGivenShare(reading));
}

function chineseFrequency(name: ParsedName): number {
  const [reading] = name.chinese;
  if (reading === undefined || name.script === "hangul") return 0;
  const family = chineseTargetText(usualTarget(chineseUnits(), reading[0] ?? -1));
  return ((chineseBearers.get(family) ?? unseen) / million) * chineseSyllableShare ** (reading.length - 1);
}

function partsFrequency(name: ParsedName): number {
  const telling = name.tokens.filter((token) => token.weight >= 400);
  if (telling.length === 0) return 1;
  return telling.reduce((share, token) => (share * (tokenCounts.get(token.latin) ?? unseen)) / tokenTotal, 1);
}
