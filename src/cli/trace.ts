import { at, Refusal } from "../base/index.ts";
import {
  traceMoney,
  views,
  type OpenCase,
  type RuleTrail,
  type TracedMoney,
  type TraceRule,
} from "../casefile/index.ts";
import { parseStatementId } from "../model/index.ts";
import { counted, money, shown, table } from "./show.ts";
import { countOption, isOn, textOption, type Verb, type VerbInput } from "./verb.ts";

const rules: readonly TraceRule[] = ["poison", "haircut", "fifo", "lifo"];

export const traceVerb: Verb = {
  usage: "trace <start>",
  summary: "where the money of a payment, account or party went on to, or had come from, under a named rule",
  example: 'windfall trace "Coral Ocean Trade" --forward --rule all --until 2016-12-31 --case harbour',
  options: [
    ["--forward", "where the money went on to (the default)"],
    ["--backward", "where it had come from"],
    ["--rule <rule>", "poison, haircut, fifo, lifo, or all of them side by side", "all"],
    ["--until <date>", "follow it no further than this day: forward the last, backward the first"],
    ["--depth <n>", "follow it through at most so many payments one after another"],
    ["--limit <n>", "how many hops and parties at most; --json has all", "20"],
  ],
  run: async (input) =>
    input.inCase(async (open) => {
      if (isOn(input, "forward") && isOn(input, "backward"))
        throw new Refusal("--forward and --backward were both given; use one, and ask again for the other");
      const traced = await traceMoney(open, input.words[0] ?? "", {
        direction: isOn(input, "backward") ? "backward" : "forward",
        rules: rulesOf(textOption(input, "rule") ?? "all"),
        until: dayOf(input),
        depth: countOption(input, "depth", { least: 1, most: 1000 }) ?? null,
      });
      return { exit: 0, lines: await traceLines(open, traced, countOption(input, "limit") ?? 20), data: traced };
    }),
};

function rulesOf(text: string): readonly TraceRule[] {
  const rule = rules.find((each) => each === text);
  if (text !== "all" && rule === undefined)
    throw new Refusal(`--rule is "${text}"; use one of ${rules.join(", ")}, or all`);
  return rule === undefined ? rules : [rule];
}

function dayOf(input: VerbInput): string | null {
  const text = textOption(input, "until");
  if (text === undefined) return null;
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text) || new Date(text).toJSON()?.slice(0, 10) !== text)
    throw new Refusal(`--until is "${text}"; use a day such as 2016-07-31`);
  return text;
}

async function traceLines(open: OpenCase, traced: TracedMoney, limit: number): Promise<string[]> {
  const { trails, direction } = traced;
  const { currency } = open.settings;
  const ids = trails.flatMap(({ hops }) => hops.flatMap(({ payerId, payeeId }) => [payerId, payeeId]));
  const captions = await views.captionsOf(open, ids);
  const named = (id: string): string => shown(views.shortCaption(captions.get(id) ?? id));
  const said: Said = { traced, currency, named, limit };
  const way = direction === "forward" ? "followed forward" : "followed back";
  return [
    `${money(BigInt(traced.tracedMinor), currency)} in ${counted(traced.tracedPayments, "payment")} ${way}${limitWords(traced)}`,
    ...(trails.length === 1
      ? trailLines(at(trails, 0), said, await placesOf(open, at(trails, 0), limit))
      : sideBySide(said)),
    ...trails.map((trail) => assumptionLine(trail, said)),
    ...outsideLines(traced),
  ];
}

interface Said {
  readonly traced: TracedMoney;
  readonly currency: string;
  readonly named: (id: string) => string;
  readonly limit: number;
}

const limitWords = ({ until, depth, direction }: TracedMoney): string =>
  [
    ...(until === null ? [] : [direction === "forward" ? `until ${until}` : `back to ${until}`]),
    ...(depth === null ? [] : [`through at most ${counted(depth, "payment")} one after another`]),
  ]
    .map((words) => `, ${words}`)
    .join("");

/** The parties that most of the traced money reached, one column a rule. */
function sideBySide({ traced, currency, named, limit }: Said): string[] {
  const { trails, direction } = traced;
  const byRule = trails.map((trail) => new Map(trail.reached.map(({ id, minor }) => [id, minor])));
  const ids = [...new Set(trails.flatMap(({ reached }) => reached.map(({ id }) => id)))];
  const conserving = trails.findIndex(({ rule }) => rule === "haircut");
  const weight = (id: string): number => byRule[conserving]?.get(id) ?? 0;
  const shownIds = ids
    .toSorted((left, right) => weight(right) - weight(left) || (left < right ? -1 : 1))
    .slice(0, limit);
  const head = direction === "forward" ? "traced money that came to" : "traced money that was paid on by";
  return [
    ...table([
      [head, ...trails.map(({ rule }) => rule)],
      ...shownIds.map((id) => [
        named(id),
        ...byRule.map((minors) => (minors.has(id) ? money(BigInt(minors.get(id) ?? 0), currency) : "-")),
      ]),
      ["payments on the trail", ...trails.map(({ hops }) => String(hops.length))],
    ]),
    ...(ids.length > limit
      ? [
          `and ${counted(ids.length - limit, "more party", "more parties")}; --json lists all, --rule shows the hops of one rule`,
        ]
      : []),
  ];
}

function trailLines(
  trail: RuleTrail,
  { traced, currency, named, limit }: Said,
  places: ReadonlyMap<string, string>,
): string[] {
  const more = trail.hops.length - limit;
  return [
    ...trail.hops
      .slice(0, limit)
      .map(
        (hop) =>
          `${hop.day}  ${named(hop.payerId)} -> ${named(hop.payeeId)}: ${money(BigInt(hop.tracedMinor), currency)} (${trail.rule}) of ${money(BigInt(hop.amountMinor), currency)}  ${shown(places.get(hop.statements[0] ?? "") ?? "")}`,
      ),
    ...(more > 0 ? [`and ${counted(more, "more payment")} on the trail; --limit shows more, --json all`] : []),
    ...trail.ends
      .slice(0, limit)
      .map(
        ({ id, minor, why }) =>
          `  ${endWords(traced, why)} ${named(id)}: ${money(BigInt(minor), currency)} (${trail.rule})`,
      ),
  ];
}

function endWords({ direction }: TracedMoney, why: RuleTrail["ends"][number]["why"]): string {
  switch (why) {
    case "rests":
      return direction === "forward" ? "last seen with" : "from a balance or payments that nobody saw, with";
    case "start":
      return "back at the start, with";
    case "cut":
      return "not followed further, with";
  }
}

async function placesOf(open: OpenCase, trail: RuleTrail, limit: number): Promise<ReadonlyMap<string, string>> {
  const ids = trail.hops.slice(0, limit).flatMap(({ statements }) => statements.slice(0, 1).map(parseStatementId));
  const evidence = await views.evidenceOf(open, ids);
  return new Map(evidence.map((each) => [each.statementId, each.locator ?? ""]));
}

function assumptionLine(trail: RuleTrail, { currency, traced }: Said): string {
  const hangs =
    trail.rule === "poison"
      ? ""
      : `; ${money(BigInt(trail.hangsOnOpeningMinor), currency)} of ${money(BigInt(traced.tracedMinor), currency)} hangs on that: with the least balances that explain all payments it would end elsewhere`;
  return `${trail.assumption}${hangs}`;
}

function outsideLines({ gaps, outside, sameDayRule, direction, startPayments, tracedPayments }: TracedMoney): string[] {
  const side = direction === "forward" ? "made by" : "to";
  const unseen = [
    ...(gaps.withoutEndOrAmount > 0 ? [`${gaps.withoutEndOrAmount} without a known other end or amount`] : []),
    ...(gaps.withoutDate > 0 ? [`${gaps.withoutDate} without a day`] : []),
    ...(gaps.withoutRate > 0 ? [`${gaps.withoutRate} without a currency or a rate for the day`] : []),
  ];
  return [
    ...(startPayments > tracedPayments
      ? [
          `not traced of the start: ${counted(startPayments - tracedPayments, "payment")} without two known ends, an amount, a rate or a day`,
        ]
      : []),
    ...(unseen.length > 0
      ? [`the trail may go on unseen: of payments ${side} parties on it ${unseen.join(", ")}`]
      : []),
    ...(gaps.unnamed > 0
      ? [
          `${counted(gaps.unnamed, "party", "parties")} on the trail ${gaps.unnamed === 1 ? "is" : "are"} known by an account alone`,
        ]
      : []),
    ...(outside.imprecise > 0
      ? [
          `${counted(outside.imprecise, "payment")} of the case of which only the month or the year is known ${outside.imprecise === 1 ? "stands" : "stand"} at its last day`,
        ]
      : []),
    sameDayRule,
  ];
}
