import type { PairShown } from "../casefile/index.ts";
import { shown } from "./show.ts";

type Reason = PairShown["reasons"][number];

/** A reason on one line: for or against, the sentence, both values and where they stand. */
export function reasonLine(reason: Reason): string {
  const direction = reason.weightMb > 0 ? "for    " : reason.weightMb < 0 ? "against" : "neutral";
  return `${direction} ${(reason.weightMb / 1000).toFixed(1).padStart(6)} bits  ${reason.sentence}  ${side(reason.left)} / ${side(reason.right)}`;
}

const side = (evidence: Reason["left"]): string =>
  evidence === null ? "-" : `"${shown(evidence.original ?? evidence.value)}" ${shown(evidence.locator ?? "")}`;
