import { groupBy } from "../base/index.ts";
import type { ChangeShown, JoinShown, OpenCase, PairShown } from "../casefile/index.ts";
import { confirmationText, reasonLines } from "./reason-lines.ts";
import { counted, money, shown, table } from "./show.ts";

const mostValues = 3;
const longestValue = 48;
const mostCarried = 3;

/** A pair to decide on: who, what a decision would change, both sides value by value, the reasons. */
export function pairLines({ settings }: OpenCase, pair: PairShown): string[] {
  const props = [...new Set([...pair.left, ...pair.right].map((value) => value.prop))].filter(
    (prop) => prop !== "notes",
  );
  return [
    `${shown(pair.leftCaption)} [${pair.leftId}]  and  ${shown(pair.rightCaption)} [${pair.rightId}]`,
    ...(pair.change === null ? [] : [`  as one: ${changeText(pair.change, settings.currency)}`]),
    ...table(props.map((prop) => [`  ${prop}`, valuesText(pair.left, prop), valuesText(pair.right, prop)])),
    ...pair.reasons.flatMap(reasonLines).map((text) => `  ${text}`),
    ...(pair.reasons.length === 0 ? ["  nothing was found that speaks for or against"] : []),
  ];
}

/** "would move 1.2 M USD; would flip 2 findings: 2 said by two independent sources then". */
function changeText(change: ChangeShown, currency: string): string {
  const kinds = [
    [change.corroborated, "would be said by two or more independent sources"],
    [change.contradicted, "would be contradicted"],
    [change.settled, "would no longer be contradicted"],
  ] as const;
  const told = kinds.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return [
    change.moneyMinor === "0"
      ? "would move no money"
      : `would move ${money(BigInt(change.moneyMinor), currency)} to the other side`,
    change.findingsFlipped === 0
      ? "would flip no finding"
      : `would flip ${counted(change.findingsFlipped, "finding")} (${told.join(", ")})`,
    ...(change.apart.length > 0 ? [`they contradict each other in ${change.apart.join(" and ")}`] : []),
  ].join("; ");
}

/** A join on which something shown hangs: who, by what, what hangs on it, who confirmed it, the reasons. */
export function joinLines({ settings }: OpenCase, join: JoinShown): string[] {
  const { carries, confirmed } = join;
  return [
    `${shown(join.leftName)} [${join.leftId}]  and  ${shown(join.rightName)} [${join.rightId}]: ${shown(join.joinedBy)}`,
    `  ${confirmationText(confirmed)}; ${join.isAlone ? "no other join holds its two sides together" : "other joins back it"}`,
    ...carries.slice(0, mostCarried).map(({ kind, carried }) => `  carries the ${kind}: ${shown(carried)}`),
    ...(carries.length > mostCarried ? [`  and ${carries.length - mostCarried} more; --json lists all`] : []),
    ...(join.moneyMinor === "0"
      ? []
      : [`  ${money(BigInt(join.moneyMinor), settings.currency)} of payments stands on its smaller side`]),
    ...join.reasons.flatMap(reasonLines).map((text) => `  ${text}`),
  ];
}

/** The values of one property on one side, each once, the most frequent first. */
function valuesText(side: PairShown["left"], prop: string): string {
  const values = [
    ...groupBy(
      side.filter((value) => value.prop === prop),
      (value) => value.value,
    ),
  ]
    .toSorted(([, left], [, right]) => right.length - left.length)
    .map(([value]) => (value.length > longestValue ? `${shown(value).slice(0, longestValue)}…` : shown(value)));
  const more = values.length > mostValues ? ` (and ${values.length - mostValues} more)` : "";
  return values.length === 0 ? "-" : `${values.slice(0, mostValues).join("; ")}${more}`;
}
