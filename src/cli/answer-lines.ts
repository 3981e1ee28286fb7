import type { LedgerAnswer } from "../casefile/index.ts";
import { claimLines, guardLines, rootsText, whenText } from "./ledger-lines.ts";
import { grouped, shown } from "./show.ts";

/** An answer of the ledger in words, and the claims that it rests on. */
export const answerLines = (answer: LedgerAnswer): string[] => [
  answerText(answer),
  ...answer.claims.flatMap((claim) => [`  ${shown(claim.speaker)}`, ...claimLines(claim).map((line) => `    ${line}`)]),
  ...guardLines(answer.claims),
  ...(answer.claims.some(({ status }) => status === "proposed")
    ? ["the answer rests on proposals that nobody confirmed"]
    : []),
  ...(answer.sought.documents < answer.sought.of
    ? [
        `sought in ${grouped(answer.sought.documents)} of ${grouped(answer.sought.of)} documents, those that hold most of the question's words`,
      ]
    : []),
];

function answerText({ value }: LedgerAnswer): string {
  switch (value.kind) {
    case "root-count":
      return `independent sources: ${rootsText({ rootsLeast: value.low, rootsMost: value.high })}`;
    case "sources":
      return value.sources.length === 0 ? "nobody" : value.sources.map(shown).join("; ");
    case "chain":
      return value.sources.map(shown).join(" > ");
    case "yes-no":
      return value.is;
    case "number":
      return value.numbers.map(numberText).join("; ");
    case "date":
      return whenText({ from: value.start, to: value.end, precision: value.precision });
    case "place":
      return value.country === null ? shown(value.norm) : `${shown(value.norm)} (${value.country})`;
    case "precedent":
      return `${value.hedged.filter((hedged) => hedged).length} of ${value.hedged.length} hedged`;
    case "claims":
      return "the claims:";
    case "order":
      return "the claims in the order of time:";
    case "unknown":
      return "the ledger holds no answer";
  }
}

type NumberValue = Extract<LedgerAnswer["value"], { kind: "number" }>["numbers"][number];

function numberText({ low, high, unit }: NumberValue): string {
  const of = unit === null ? "" : ` ${shown(unit)}`;
  if (low !== null && low === high) return `${grouped(low)}${of}`;
  if (low === null) return `at most ${grouped(high ?? 0)}${of}`;
  return high === null ? `at least ${grouped(low)}${of}` : `${grouped(low)} to ${grouped(high)}${of}`;
}
