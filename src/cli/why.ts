import { views, whyJoined, type OpenCase, type Why } from "../casefile/index.ts";
import type { EntityId } from "../model/index.ts";
import { confirmationText, reasonLines } from "./reason-lines.ts";
import { shown } from "./show.ts";
import type { Verb } from "./verb.ts";

export const whyVerb: Verb = {
  usage: "why <left> <right>",
  summary: "the chain of reasons that joins two entities, each with both values and their places",
  example: "windfall why 4f1c2a 9b03de --case harbour",
  options: [],
  run: async (input) =>
    input.inCase(async (open) => {
      const why = await whyJoined(open, input.words[0] ?? "", input.words[1] ?? "");
      return { exit: why.steps === null ? 1 : 0, lines: await whyLines(open, why), data: why };
    }),
};

async function whyLines(open: OpenCase, { left, right, steps }: Why): Promise<string[]> {
  const named = await namesOf(open, [left, right, ...(steps ?? []).flatMap((step) => [step.left, step.right])]);
  if (steps === null) return [`${named(left)} and ${named(right)} are not joined`];
  if (steps.length === 0)
    return [
      `both are ${named(left)}; name two of its mentions by their ids ("windfall who" lists them) to see what joins them`,
    ];
  return steps.flatMap((step) => [
    `${named(step.left)} and ${named(step.right)}: ${shown(step.joinedBy)}; ${confirmationText(step.confirmed)}`,
    ...step.reasons.flatMap(reasonLines).map((text) => `  ${text}`),
  ]);
}

async function namesOf(open: OpenCase, ids: readonly EntityId[]): Promise<(id: EntityId) => string> {
  const names = await views.ownNames(open, ids);
  return (id) => {
    const name = names.get(id);
    return name === undefined ? `[${id}]` : `${shown(name)} [${id}]`;
  };
}
