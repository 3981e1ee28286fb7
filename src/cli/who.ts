import { views, type OpenCase } from "../casefile/index.ts";
import type { CanonicalId } from "../model/index.ts";
import { counted, money, shown } from "./show.ts";
import type { Verb } from "./verb.ts";

export const whoVerb: Verb = {
  usage: "who <words...>",
  summary: "who is meant by a name, number or id: spellings, values, places, money",
  example: 'windfall who "Kim Chol" --case harbour',
  options: [["--limit <n>", "how many entities at most", "5"]],
  run: async (input) =>
    input.inCase(async (open) => {
      const words = input.words.join(" ");
      const entities = await views.entitiesNamed(open, words, Number(input.options["limit"]));
      const described = [];
      for (const entity of entities) described.push(await describe(open, entity.canonicalId));
      return {
        exit: entities.length === 0 ? 1 : 0,
        lines:
          entities.length === 0
            ? [`nobody answers to "${shown(words)}"; "windfall find" looks through every cell`]
            : described.flatMap((each) => each.lines),
        data: described.map((each) => each.data),
      };
    }),
};

async function describe(open: OpenCase, canonicalId: CanonicalId) {
  const [caption, values, members, flows] = [
    (await views.captionsOf(open, [canonicalId])).get(canonicalId) ?? canonicalId,
    (await views.valuesOf(open, canonicalId)).filter((value) => value.propType !== "entity"),
    await views.membersOf(open, canonicalId),
    await views.moneyOf(open, canonicalId, 10),
  ];
  const evidence = await views.evidenceOf(
    open,
    values.slice(0, 200).map((value) => value.statementId),
  );
  const others = await views.captionsOf(
    open,
    flows.map((flow) => flow.otherId),
  );
  return {
    data: { canonicalId, caption, values: evidence, members, money: flows },
    lines: [
      `${shown(caption)}  [${canonicalId}]  ${counted(members.length, "mention")} joined`,
      ...evidence.map(
        (each) =>
          `  ${each.prop}: ${shown(each.value)}${each.original ? ` (stood as "${shown(each.original)}")` : ""}  ${shown(each.locator ?? "")}  ${shown(each.source)} ${each.grade}${each.isHidden ? "  [hidden]" : ""}`,
      ),
      ...(values.length > 200 ? [`  and ${counted(values.length - 200, "more value")}`] : []),
      ...flows.map(
        (flow) =>
          `  ${flow.direction === "to" ? "paid" : "was paid by"} ${shown(others.get(flow.otherId) ?? flow.otherId)}: ${flow.caseMinor === null ? "no rate" : money(BigInt(flow.caseMinor), open.settings.currency)} in ${counted(flow.payments, "payment")}`,
      ),
      "",
    ],
  };
}
