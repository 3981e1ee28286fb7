import type { BlockSetLine } from "../../views/index.ts";
import type { Block } from "../outline.ts";
import { listed, money, percent, timesInWords } from "../words.ts";
import type { Told } from "./chokepoints-told.ts";

/** What the advice for each budget stops, as a curve, and where a larger budget gives up a party; nothing for one budget alone. */
export function curveBlocks(told: Told, sets: readonly BlockSetLine[]): Block[] {
  const { advised, currency, shortOf } = told;
  const steps = sets.filter(({ rhoQuarters }) => rhoQuarters === 0).toSorted((one, other) => one.budget - other.budget);
  const [least, most] = [steps[0], steps.at(-1)];
  if (!least || !most || least === most) return [];
  const given = steps.map((set, index) => (steps[index - 1]?.members ?? []).filter((id) => !set.members.includes(id)));
  const canFlow = money(advised.baselineMinor, currency);
  const factors = most.explanation.effects.map(({ rhoQuarters }) => rhoQuarters);
  const lines = factors.map((rhoQuarters) => ({
    word: rhoQuarters === 4 ? "as seen (at once)" : `channels carry ${timesInWords(rhoQuarters)}`,
    points: steps.map(({ explanation }) => {
      const minor = explanation.effects.find((effect) => effect.rhoQuarters === rhoQuarters)?.stranded ?? 0;
      return { minor, amount: `${money(BigInt(minor), currency)}, ${percent(BigInt(minor), advised.baselineMinor)}` };
    }),
  }));
  return [
    {
      kind: "curve",
      caption: `What the advice for ${least.budget} to ${most.budget} parties stops, as shares of the ${canFlow} that can flow. ${nestedText(told, steps, given)}`,
      drawing: {
        title: "How much is stopped by how many parties",
        description: `${lines.map(({ word, points }) => `${word}: ${points.map(({ amount }) => amount).join("; ")}`).join(". ")}. The table above holds the same figures.`,
        canFlow: { minor: Number(advised.baselineMinor), amount: canFlow },
        steps: steps.map(({ budget, members }, index) => ({
          budget,
          captions: members.map(shortOf).join("; ") || "nobody",
          isNested: given[index]?.length === 0,
        })),
        lines,
      },
      cites: steps.map(({ id }) => ({ kind: "blockSet", id })),
    },
  ];
}

function nestedText({ shortOf }: Told, steps: readonly BlockSetLine[], given: readonly (readonly string[])[]): string {
  const turns = steps.flatMap(({ budget }, index) => {
    const names = (given[index] ?? []).map(shortOf);
    return names.length === 0 ? [] : [`the advice for ${budget} gives up ${listed(names)}`];
  });
  return turns.length === 0
    ? "Each advice holds the one before, so that whoever blocks one by one loses nothing."
    : `Not each advice holds the one before: ${listed(turns)}. Whoever blocks one by one ends elsewhere, so that the number comes first.`;
}
