import { moneyPatterns, views, type CasePatterns, type OpenCase } from "../casefile/index.ts";
import { parseStatementId } from "../model/index.ts";
import { counted, money, shown } from "./show.ts";
import { countOption, textOption, type Verb } from "./verb.ts";

const shownPayments = 4;

export const patternsVerb: Verb = {
  usage: "patterns",
  summary: "round trips, fan-in, fan-out, gathering and scattering, layering, pass-through, in time order",
  example: "windfall patterns --kind round-trip,layering --case harbour",
  options: [
    [
      "--kind <kinds>",
      "round-trip, gather-scatter, scatter-gather, layering, pass-through, fan-in, fan-out (default all)",
    ],
    ["--limit <n>", "how many of each kind at most, most money first", "5"],
  ],
  run: async (input) =>
    input.inCase(async (open) => {
      const kinds = (textOption(input, "kind") ?? "").split(",").filter((kind) => kind !== "");
      const found = await moneyPatterns(open, { kinds, limit: countOption(input, "limit") ?? 5 });
      return {
        exit: found.patterns.length > 0 ? 1 : 0,
        lines: await patternLines(open, found),
        data: found,
      };
    }),
};

async function patternLines(open: OpenCase, found: CasePatterns): Promise<string[]> {
  const ids = found.patterns.flatMap(({ payments }) => payments.flatMap(({ payerId, payeeId }) => [payerId, payeeId]));
  const captions = await views.captionsOf(open, ids);
  const named = (id: string): string => shown(views.shortCaption(captions.get(id) ?? id));
  const cited = found.patterns.flatMap(({ payments }) =>
    payments.slice(0, shownPayments).flatMap(({ statements }) => statements.slice(0, 1).map(parseStatementId)),
  );
  const places = new Map((await views.evidenceOf(open, cited)).map((each) => [String(each.statementId), each.locator]));
  const { currency } = open.settings;
  const said = (pattern: Told): string[] => [
    `  ${named(pattern.canonicalId)}: ${money(BigInt(pattern.minor), currency)} ${whatWords(pattern, named)}, ${pattern.firstDay}${pattern.lastDay === pattern.firstDay ? "" : ` to ${pattern.lastDay}`}`,
    ...pattern.payments
      .slice(0, shownPayments)
      .map(
        (payment) =>
          `    ${payment.day}  ${named(payment.payerId)} -> ${named(payment.payeeId)}: ${money(BigInt(payment.minor), currency)}  ${shown(places.get(payment.statements[0] ?? "") ?? "")}`,
      ),
    ...(pattern.payments.length > shownPayments
      ? [`    and ${counted(pattern.payments.length - shownPayments, "more payment")}; --json lists all`]
      : []),
  ];
  return [
    ...found.counts.flatMap(({ kind, found: count }) => [
      `${kind}: ${count} found${ruleWords(found, kind)}`,
      ...found.patterns.filter((pattern) => pattern.kind === kind).flatMap(said),
    ]),
    ...found.cut.map(
      ({ kind, times, bound }) =>
        `${kind}: the search was cut short ${counted(times, "time")} at its bound of ${bound}; more may exist`,
    ),
    outsideLine(found),
    "a pattern is no proof: trade, wages and treasuries make the same shapes; --json has the thresholds with their reasons",
  ];
}

type Told = CasePatterns["patterns"][number];

/** The thresholds of a kind but for those that only bound the time: "least parties 5, window 7 days". */
function ruleWords({ thresholds }: CasePatterns, kind: string): string {
  const words = thresholds
    .filter((each) => each.kind === kind && each.name !== "lookedAtMost")
    .map(
      ({ name, value, unit }) =>
        `${name.replaceAll(/([A-Z])/gu, (letter) => ` ${letter.toLowerCase()}`)} ${value}${unit === "percent" ? " %" : ""}`,
    );
  return words.length === 0 ? "" : ` (${words.join(", ")})`;
}

function whatWords({ kind, others, payments }: Told, named: (id: string) => string): string {
  switch (kind) {
    case "round-trip":
      return `came back over ${counted(others.length, "party", "parties")} in ${payments.length} payments`;
    case "layering":
      return `went on through ${payments.length} payments to ${named(payments.at(-1)?.payeeId ?? "")}`;
    case "pass-through":
      return `passed through in ${payments.length} payments`;
    case "fan-in":
      return `from ${counted(others.length, "party", "parties")} in ${payments.length} payments`;
    case "fan-out":
      return `to ${counted(others.length, "party", "parties")} in ${payments.length} payments`;
    case "gather-scatter":
      return `gathered and passed on among ${counted(others.length, "party", "parties")} in ${payments.length} payments`;
    case "scatter-gather":
      return `to ${named(payments.at(-1)?.payeeId ?? "")} over ${counted(others.length - 1, "party", "parties")} in ${payments.length} payments`;
  }
}

function outsideLine({ lookedAt, outside }: CasePatterns): string {
  const { withoutDate, imprecise, withoutRate, toOneself } = outside;
  return `looked at: ${counted(lookedAt, "payment")}; not looked at: ${withoutDate} without a day, ${imprecise} of which only the month or the year is known, ${withoutRate} without a currency or a rate for the day, ${toOneself} to oneself, and those without two known ends and an amount`;
}
