import { Refusal } from "../base/index.ts";
import { findPaths, views, type FoundPaths, type OpenCase, type Route, type RouteRequest } from "../casefile/index.ts";
import { parseStatementId } from "../model/index.ts";
import { counted, money, shown } from "./show.ts";
import { countOption, isOn, textOption, type Verb, type VerbInput } from "./verb.ts";

const measures = {
  hubsDamped: "hubs-damped",
  shortest: "shortest",
  cheapest: "cheapest",
  earliest: "earliest",
} as const;

export const pathsVerb: Verb = {
  usage: "paths <from> <to>",
  summary: "how two entities are linked by payments and recorded relations, each step with its places",
  example: 'windfall paths "Coral Ocean Trade" "Kim Yong Jong" --hubs-damped --case harbour',
  options: [
    ["--hubs-damped", "ways over those with whom few deal first (the default)"],
    ["--shortest", "the fewest steps first"],
    ["--cheapest", "the best supported steps first"],
    ["--earliest", "over payments in the order of time: where money could have come soonest first"],
    ["--via <links>", "payments, relations or all", "all"],
    ["--limit <n>", "how many paths at most, 1 to 20", "3"],
  ],
  run: async (input) =>
    input.inCase(async (open) => {
      const [from = "", to = ""] = input.words;
      const found = await findPaths(open, [from, to], {
        measure: measureOf(input),
        most: countOption(input, "limit", { least: 1, most: 20 }) ?? 3,
        via: viaOf(textOption(input, "via") ?? "all"),
      });
      return { exit: found.routes.length > 0 ? 0 : 1, lines: await pathLines(open, found), data: found };
    }),
};

function measureOf(input: VerbInput): RouteRequest["measure"] {
  const given = Object.entries(measures).filter(([option]) => isOn(input, option));
  if (given.length > 1)
    throw new Refusal(
      `${given.map(([, name]) => `--${name}`).join(" and ")} were given; use one, and ask again for the other`,
    );
  return given[0]?.[1] ?? "hubs-damped";
}

function viaOf(text: string): RouteRequest["via"] {
  if (text !== "all" && text !== "payments" && text !== "relations")
    throw new Refusal(`--via is "${text}"; use payments, relations or all`);
  return { payments: text !== "relations", relations: text !== "payments" };
}

async function pathLines(open: OpenCase, found: FoundPaths): Promise<string[]> {
  const links = found.routes.flatMap(({ steps }) => steps.flatMap((step) => step.links));
  const ids = [found.fromId, found.toId, ...links.flatMap(({ fromId, toId }) => [fromId, toId])];
  const captions = await views.captionsOf(open, ids);
  const named = (id: string): string => shown(views.shortCaption(captions.get(id) ?? id));
  const evidence = await views.evidenceOf(
    open,
    links.flatMap(({ statements }) => statements.slice(0, 1).map(parseStatementId)),
  );
  const places = new Map(evidence.map((each) => [String(each.statementId), each.locator ?? ""]));
  const said: Said = { named, currency: open.settings.currency, placeOf: (id) => shown(places.get(id) ?? "") };
  return [
    ...(found.routes.length === 0 ? [nothingText(found, named)] : []),
    ...found.routes.flatMap((route, index) => routeLines(route, index, said)),
    found.rule,
    `searched: ${counted(found.searched.entities, "entity", "entities")} and ${counted(found.searched.links, found.measure === "earliest" ? "payment of which the day is known" : "link", found.measure === "earliest" ? "payments of which the day is known" : "links")}; addresses, telephones, messages and papers are no steps, closed contacts on no path`,
  ];
}

interface Said {
  readonly named: (id: string) => string;
  readonly currency: string;
  readonly placeOf: (statementId: string) => string;
}

function nothingText({ fromId, toId, knows, measure }: FoundPaths, named: (id: string) => string): string {
  const missing = [...(knows.from ? [] : [fromId]), ...(knows.to ? [] : [toId])];
  if (missing.length > 0)
    return `no path: ${missing.map(named).join(" and ")} ${missing.length === 1 ? "stands" : "stand"} in no link that was searched`;
  return `no path leads from ${named(fromId)} to ${named(toId)}${measure === "earliest" ? " in the order of time" : ""}`;
}

function routeLines({ cost, steps }: Route, index: number, said: Said): string[] {
  const last = steps.at(-1)?.links[0]?.lastDay ?? "";
  const chain = [...steps.map(({ fromId }) => fromId), ...steps.slice(-1).map(({ toId }) => toId)].map(said.named);
  const head = `${index + 1}. ${chain.join(" - ")}: ${counted(steps.length, "step")}${cost === null ? `, there on ${last}` : `, cost ${cost}`}`;
  return [
    head,
    ...steps.flatMap(({ links }) =>
      links.map(
        (link, place) =>
          `   ${place === 0 ? "" : "and "}${said.named(link.fromId)} ${link.words} ${said.named(link.toId)}${detailText(link, said)}`,
      ),
    ),
  ];
}

type Link = Route["steps"][number]["links"][number];

function detailText(
  { payments, caseMinor, firstDay, lastDay, roots, statements }: Link,
  { currency, placeOf }: Said,
): string {
  const amount =
    payments === null
      ? ""
      : `: ${caseMinor === null ? "no rate" : money(BigInt(caseMinor), currency)} in ${counted(payments, "payment")}`;
  const days = firstDay === null ? "" : firstDay === lastDay ? `, ${firstDay}` : `, ${firstDay} to ${lastDay ?? ""}`;
  const support = roots === null ? "" : roots === 0 ? ", source unknown" : `, ${counted(roots, "independent source")}`;
  return `${amount}${days}${support}  ${placeOf(statements[0] ?? "")}`;
}
