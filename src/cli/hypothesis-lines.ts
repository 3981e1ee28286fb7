import type { WeighedQuestion } from "../casefile/index.ts";
import { counted, shown, table } from "./show.ts";

const signs = { for: "+", against: "-", neutral: "o", unjudged: "." } as const;

type Evidence = WeighedQuestion["evidence"][number];

/** A question as a matrix of evidence and hypotheses, what tells them apart, what is missing, what would change the answer. */
export function questionLines(asked: WeighedQuestion): string[] {
  const { question, hypotheses, evidence, missing } = asked;
  return [
    question === "" ? "(no question is written)" : shown(question),
    ...hypotheses.map(
      (each) => `  H${each.hypothesisNo}  ${shown(each.text)}  (${shown(each.actor)}, ${each.addedAt.slice(0, 10)})`,
    ),
    "",
    ...(evidence.length === 0 ? ["  no evidence is cited yet"] : matrixLines(asked)),
    ...missing.map((each) => `  missing for H${each.hypothesisNo}: ${shown(each.text)}  (${shown(each.actor)})`),
    "",
    ...answerLines(asked).map((line) => `  ${line}`),
    "",
  ];
}

function matrixLines({ hypotheses, evidence, weighed }: WeighedQuestion): string[] {
  const numbers = hypotheses.map((each) => each.hypothesisNo);
  const sum = weighed.tallies.map((tally) => String(tally.against));
  const rows = evidence.map((each, index) => [
    `  E${index + 1}`,
    ...numbers.map((number) => signs[stanceOf(each, number)]),
    `${shown(each.words)}${each.setAside === null ? "" : `  [set aside: ${each.setAside}]`}${whyOf(each)}`,
  ]);
  return [
    ...table([["", ...numbers.map((number) => `H${number}`), "evidence"], ...rows, ["  against", ...sum, ""]]),
    "  + consistent, - inconsistent, o neither, . not judged; only what is not set aside is counted",
  ];
}

const stanceOf = ({ cells }: Evidence, hypothesisNo: number): keyof typeof signs =>
  cells.find((cell) => cell.hypothesisNo === hypothesisNo)?.stance ?? "unjudged";

const whyOf = ({ cells }: Evidence): string => {
  const reasons = cells.flatMap(({ why, hypothesisNo }) => (why === null ? [] : [`H${hypothesisNo}: ${shown(why)}`]));
  return reasons.length === 0 ? "" : `  (${reasons.join("; ")})`;
};

function answerLines(asked: WeighedQuestion): string[] {
  const { weighed, evidence, hypotheses } = asked;
  const names = (numbers: readonly number[]): string => numbers.map((number) => `H${number}`).join(", ");
  const unjudged = weighed.tallies.filter((tally) => tally.unjudged > 0);
  const numberOf = (key: string): string => `E${evidence.findIndex((each) => each.key === key) + 1}`;
  const telling = weighed.telling.map(numberOf);
  return [
    weighed.standing.length === 0
      ? "nothing that counts is cited: no hypothesis is spoken against"
      : `least is counted against ${names(weighed.standing)}${weighed.standing.length > 1 ? ", which are even" : ""}`,
    telling.length === 0 ? "no evidence tells the hypotheses apart" : `what tells them apart: ${telling.join(", ")}`,
    ...(unjudged.length === 0
      ? []
      : [
          `not judged yet: ${unjudged.map((tally) => `${counted(tally.unjudged, "piece")} of H${tally.hypothesis}`).join(", ")}`,
        ]),
    ...(hypotheses.length < 2
      ? ["one hypothesis alone competes with nothing: add what else may be so"]
      : changeLines(asked, numberOf)),
  ];
}

function changeLines({ weighed }: WeighedQuestion, numberOf: (key: string) => string): string[] {
  const { reversalsToTie, reversals } = weighed;
  if (reversalsToTie === undefined) return [];
  const cells = reversals.map(({ evidence, hypothesis, to }) => `${numberOf(evidence)} read as ${to} H${hypothesis}`);
  if (cells.length === 0) return ["no cell that counts would change the answer"];
  const head =
    reversalsToTie === 0
      ? "any one of these changes which stand even"
      : reversalsToTie === 1
        ? "any one of these would make it even"
        : `${reversalsToTie} of these together would make it even`;
  return [`what would change the answer: ${head}: ${cells.join("; ")}`];
}
