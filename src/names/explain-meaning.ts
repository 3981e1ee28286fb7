import type { PartReason } from "./compare-names.ts";
import { conceptName } from "./meaning-words.ts";
import type { MeaningUnit, NameMeaning } from "./meaning-unit.ts";
import { compareUnits, type UnitLikeness } from "./compare-units.ts";
import { tallyUnits } from "./tally-units.ts";

/** Says part by part what two companies' names mean in common, and what stands in one of them only. */
export function explainMeaning(left: NameMeaning, right: NameMeaning): PartReason[] {
  const { pairs } = tallyUnits(left.units, right.units);
  const parts = pairs.flatMap(([row, column]) => pairReason(left.units[row], right.units[column]));
  const own = left.units.filter((_, index) => pairs.every(([row]) => row !== index));
  const other = right.units.filter((_, index) => pairs.every(([, column]) => column !== index));
  const trades = left.trades.filter((trade) => right.trades.includes(trade));
  return [
    ...parts,
    ...own.map((unit) => loneReason(unit.token.text, "")),
    ...other.map((unit) => loneReason("", unit.token.text)),
    ...trades.map(tradeReason),
  ];
}

function pairReason(left: MeaningUnit | undefined, right: MeaningUnit | undefined): PartReason[] {
  if (left === undefined || right === undefined) return [];
  const kind = compareUnits(left, right);
  const verdict = kind === "same" ? "same" : kind === "edit" ? "oneEdit" : "spelling";
  const texts = { left: left.token.text, right: right.token.text };
  return [{ role: "word", ...texts, verdict, reason: sentence(kind, left, right) }];
}

function sentence(kind: UnitLikeness, left: MeaningUnit, right: MeaningUnit): string {
  const pair = `${left.token.text} and ${right.token.text}`;
  if (kind === "same") return `Both have ${left.token.text}.`;
  if (kind === "sound") return `${pair} are the same sounds in two writings.`;
  if (kind === "edit") return `${pair} are one letter apart.`;
  const common = left.concepts.find((concept) => right.concepts.includes(concept));
  return `${pair} mean the same${common === undefined ? "" : ` (${conceptName(common)})`}.`;
}

function loneReason(left: string, right: string): PartReason {
  return { role: "word", left, right, verdict: "missing", reason: `The word ${left}${right} stands in one name only.` };
}

function tradeReason(trade: number): PartReason {
  const name = conceptName(trade);
  return { role: "genericWord", left: name, right: name, verdict: "same", reason: `Both names say ${name}.` };
}
