import { groupBy } from "../base/index.ts";
import { trainCase, type TrainedCase } from "../casefile/index.ts";
import { counted, grouped, table } from "./show.ts";
import { isOn, type Verb } from "./verb.ts";

export const trainVerb: Verb = {
  usage: "train",
  summary: "learn what agreement weighs from this case and its decisions; the next run uses it",
  example: "windfall train --case harbour && windfall run --case harbour",
  options: [["--shipped", "go back to the weights that ship"]],
  run: async (input) =>
    input.inCase(async (open) => {
      const trained = await trainCase(open, { actor: input.actor, isShipped: isOn(input, "shipped") });
      return { exit: trained.modelNo === 0 && !isOn(input, "shipped") ? 1 : 0, lines: linesOf(trained), data: trained };
    }),
};

function linesOf(trained: TrainedCase): string[] {
  const { modelNo, isNew, groups } = trained;
  const inForce = modelNo === 0 ? "the weights that ship are in force" : `model ${modelNo} is in force`;
  const learnt = groups.flatMap(({ among, met, drawn, decided, truePairs, joinMb }) => [
    `${among === "people" ? "people" : "organisations"}: ${counted(met, "pair")} brought together, ${grouped(drawn)} drawn at random, ${counted(decided, "decision")}; ${grouped(truePairs)} of the first are expected to be one${among === "people" ? `; joined from ${bits(joinMb)} bits on` : ""}`,
  ]);
  return [
    ...learnt,
    ...(groups.length === 0 && modelNo === 0 ? ["too few pairs look like one to learn from"] : []),
    ...weightLines(trained),
    isNew ? `${inForce}; "windfall run" draws the consequences` : `${inForce}, as before`,
  ];
}

const weightLines = ({ levels }: TrainedCase): string[] =>
  [...groupBy(levels, ({ among }) => among)].flatMap(([among, own]) => [
    "",
    ...table([
      [among === "people" ? "people" : "organisations", "", "bits before", "bits now"],
      ...own.map(({ facet, sentence, beforeMb, afterMb }) => [facet, sentence, bits(beforeMb), bits(afterMb)]),
    ]),
    "",
  ]);

const bits = (mb: number): string => (mb / 1000).toFixed(1);
