import { fragmentNet, views, type CaseFragment, type OpenCase } from "../casefile/index.ts";
import { counted, grouped, shown, table } from "./show.ts";
import { countOption, textOption, type Verb } from "./verb.ts";

export const fragmentVerb: Verb = {
  usage: "fragment",
  summary: "whom to take out of a net of owners or contacts so that it falls apart soon; says nothing of money",
  example: "windfall fragment --of Ownership,Directorship --case harbour",
  options: [
    ["--of <kinds>", "kinds of relation, such as Ownership,Directorship (default all)"],
    ["--limit <n>", "how many at most", "10"],
  ],
  run: async (input) =>
    input.inCase(async (open) => {
      const kinds = (textOption(input, "of") ?? "").split(",").filter((kind) => kind !== "");
      const found = await fragmentNet(open, { kinds, limit: countOption(input, "limit") ?? 10 });
      return { exit: found.order.length > 0 ? 0 : 1, lines: await fragmentLines(open, found), data: found };
    }),
};

async function fragmentLines(open: OpenCase, found: CaseFragment): Promise<string[]> {
  if (found.entities === 0) return ["no recorded relation of these kinds links two entities"];
  const captions = await views.captionsOf(
    open,
    found.order.map(({ id }) => id),
  );
  return [
    `${counted(found.ties, "tie")} among ${counted(found.entities, "entity", "entities")}, of which ${grouped(found.largestBefore)} hang together`,
    ...(found.order.length > 0
      ? table([
          ["take out", "ties", "then hang together"],
          ...found.order.map(({ id, ties, largest }) => [
            shown(captions.get(id) ?? id),
            grouped(ties),
            grouped(largest),
          ]),
        ])
      : ["fewer than a tenth hang together already"]),
    "a good order, not proved best; a net of contacts or owners, and no statement about money (windfall block)",
  ];
}
