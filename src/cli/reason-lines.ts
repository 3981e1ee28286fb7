import type { ReasonShown, WhyStep } from "../casefile/index.ts";
import { shown } from "./show.ts";

/** A reason: for or against, its weight, the sentence, both values and where they stand; then how common they are. */
export function reasonLines(reason: ReasonShown): string[] {
  const direction = reason.weightMb > 0 ? "for    " : reason.weightMb < 0 ? "against" : "neutral";
  const common = commonText(reason);
  return [
    `${direction} ${(reason.weightMb / 1000).toFixed(1).padStart(6)} bits  ${reason.sentence}  ${side(reason.left)} / ${side(reason.right)}`,
    ...(common === "" ? [] : [`${" ".repeat(21)}${common}`]),
  ];
}

/** Who confirmed a join and why, or that nobody did. */
export const confirmationText = (confirmed: WhyStep["confirmed"]): string =>
  confirmed === null
    ? "no person has confirmed it"
    : `confirmed by ${shown(confirmed.by)}, decision ${confirmed.judgementNo}: ${shown(confirmed.reasons.join("; "))}`;

const side = (compared: ReasonShown["left"]): string =>
  compared === null ? "-" : `"${shown(compared.original ?? compared.value)}" ${shown(compared.locator ?? "")}`;

/** Both sides at once where the same holds of both. */
function commonText({ left, right }: ReasonShown): string {
  const [one, other] = [left?.common.words, right?.common.words];
  if (one === undefined || other === undefined || one === other) return one ?? other ?? "";
  return `the first: ${one}; the second: ${other}`;
}
