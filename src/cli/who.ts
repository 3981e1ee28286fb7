import { groupBy } from "../base/index.ts";
import { views, type OpenCase } from "../casefile/index.ts";
import type { CanonicalId } from "../model/index.ts";
import { namedInLines } from "./mention-lines.ts";
import { noteLine } from "./note-lines.ts";
import { counted, money, shown } from "./show.ts";
import { countOption, wordsOf, type Verb } from "./verb.ts";

const mostValues = 8;
const mostMentions = 5;

export const whoVerb: Verb = {
  usage: "who <words...>",
  summary: "who is meant by a name, number or id: spellings, values, places, money",
  example: 'windfall who "Kim Chol" --case harbour',
  options: [["--limit <n>", "how many entities at most", "5"]],
  run: async (input) =>
    input.inCase(async (open) => {
      const words = wordsOf(input.words.join(" "), 'use a name, a number or an id such as windfall who "Kim Chol"');
      const entities = await views.entitiesNamed(open, words, countOption(input, "limit") ?? 5);
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
  const caption = (await views.captionsOf(open, [canonicalId])).get(canonicalId) ?? canonicalId;
  const values = (await views.valuesOf(open, canonicalId)).filter((value) => value.propType !== "entity");
  const members = await views.membersOf(open, canonicalId);
  const flows = await views.moneyOf(open, canonicalId, 10);
  const evidence = await views.evidenceOf(
    open,
    values.map((value) => value.statementId),
  );
  const ids = [canonicalId, ...members.map((member) => member.entityId)];
  const notes = await views.notesAbout(open, { kind: "entity", ids });
  const named = await views.mentionsOfEntity(open, canonicalId);
  const others = await views.captionsOf(
    open,
    flows.map((flow) => flow.otherId),
  );
  return {
    data: { canonicalId, caption, values: evidence, members, money: flows, mentions: named, notes },
    lines: [
      `${shown(caption)}  [${canonicalId}]  ${counted(members.length, "mention")}`,
      ...[...groupBy(evidence, (each) => each.prop).values()].flatMap(propertyLines),
      ...flows.map(
        (flow) =>
          `  ${flow.direction === "to" ? "paid" : "was paid by"} ${shown(others.get(flow.otherId) ?? flow.otherId)}: ${flow.caseMinor === null ? "no rate" : money(BigInt(flow.caseMinor), open.settings.currency)} in ${counted(flow.payments, "payment")}`,
      ),
      ...mentionLines(members),
      ...namedInLines(named).map((line) => `  ${line}`),
      ...notes.map((note) => `  ${noteLine(note)}`),
      "",
    ],
  };
}

/** The values of one property, each once, the most frequent first, with the first place and how many others. */
function propertyLines(evidence: readonly views.Evidence[]): string[] {
  const values = [...groupBy(evidence, (each) => each.value)].toSorted(
    ([, left], [, right]) => right.length - left.length,
  );
  const more = values.length - mostValues;
  const prop = evidence[0]?.prop ?? "";
  return [
    ...values.slice(0, mostValues).map(([value, all]) => `  ${prop}: ${shown(value)}  ${placeText(all)}`),
    ...(more > 0 ? [`  ${prop}: ${counted(more, "more value")}; --json lists all`] : []),
  ];
}

function placeText(evidence: readonly views.Evidence[]): string {
  const [first] = evidence;
  if (!first) return "";
  const original = first.original === null ? "" : `(stood as "${shown(first.original)}")  `;
  const others = [...new Set(evidence.slice(1).map((each) => each.dataset))].join(", ");
  const more = evidence.length > 1 ? `  and ${counted(evidence.length - 1, "other mention")} in ${others}` : "";
  return `${original}${shown(first.locator ?? "")}${first.isHidden ? "  [hidden]" : ""}  ${shown(first.source)} ${first.grade}${more}`;
}

function mentionLines(
  members: readonly { readonly entityId: string; readonly dataset: string | null; readonly joinedBy: string | null }[],
): string[] {
  if (members.length < 2) return [];
  const more = members.length - mostMentions;
  return [
    ...members
      .slice(0, mostMentions)
      .map(
        (member) =>
          `  mention ${member.entityId}  ${member.dataset ?? ""}  ${shown(member.joinedBy ?? "stands first")}`,
      ),
    ...(more > 0
      ? [`  and ${counted(more, "more mention")}; --json lists all, "windfall why ID ID" says what joins two`]
      : []),
  ];
}
