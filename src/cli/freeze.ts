import { Refusal } from "../base/index.ts";
import { freezable, views, type Freezable, type FreezeAnswer, type OpenCase } from "../casefile/index.ts";
import { isDay } from "./days.ts";
import { counted, grouped, money, shown, table } from "./show.ts";
import { countOption, textOption, type Verb } from "./verb.ts";

export const freezeVerb: Verb = {
  usage: "freeze",
  summary: "where the money lies that a freeze would hold: stated balances, and what seen payments leave at least",
  example: "windfall freeze --at 2016-07-31 --case harbour",
  options: [
    ["--at <day>", "the day (default: that of the last payment or balance)"],
    ["--limit <n>", "how many holders at most, most money first", "15"],
  ],
  run: async (input) => {
    const at = textOption(input, "at");
    if (at !== undefined && !isDay(at)) throw new Refusal(`--at is "${at}"; use a day such as 2016-07-31`);
    return input.inCase(async (open) => {
      const answer = await freezable(open, at);
      return {
        exit: answer.holders.length > 0 ? 0 : 1,
        lines: await freezeLines(open, answer, countOption(input, "limit") ?? 15),
        data: answer,
      };
    });
  },
};

async function freezeLines(open: OpenCase, answer: FreezeAnswer, limit: number): Promise<string[]> {
  const holders = answer.holders.slice(0, limit);
  const captions = await views.captionsOf(
    open,
    holders.map(({ holderId }) => holderId),
  );
  const { currency } = open.settings;
  const row = (each: Freezable): string[] => [
    shown(views.shortCaption(captions.get(each.holderId) ?? each.holderId)),
    statedWords(each, currency),
    money(BigInt(each.leastSeen), currency),
    `${each.accountsStated} of ${counted(each.accounts, "account")}`,
    each.lists.length > 0 ? `listed: ${each.lists.join(", ")}` : "",
  ];
  return [
    `at ${answer.at}; balances unknown for ${grouped(answer.accountsUnknown)} of ${counted(answer.accounts, "account")}; no one holder known of ${grouped(answer.accountsWithoutHolder)}`,
    ...(holders.length > 0
      ? table([["holder", "stated balances", "left by seen payments, at least", "stated of", ""], ...holders.map(row)])
      : ["no balance is stated, and seen payments leave none"]),
    ...(answer.holders.length > holders.length
      ? [`and ${counted(answer.holders.length - holders.length, "more holder")}; --limit shows more`]
      : []),
    "what payments leave counts every seen payment to the day, and nothing that was not seen; the two columns are never added",
    ...(answer.statedWithoutHolder > 0
      ? [
          `${money(BigInt(answer.statedWithoutHolder), currency)} more is stated in accounts of which no one holder is known`,
        ]
      : []),
    ...unusedLines(answer),
  ];
}

function statedWords({ accountsStated, statedLeast, statedMost }: Freezable, currency: string): string {
  if (accountsStated === 0) return "unknown";
  const most = money(BigInt(statedMost), currency);
  return statedLeast === statedMost ? most : `${money(BigInt(statedLeast), currency)} to ${most}`;
}

function unusedLines({ unused, paymentsOutside }: FreezeAnswer): string[] {
  const parts = [
    [unused.withoutDay, "without a day"],
    [unused.later, "of a later day"],
    [unused.withoutRate, "without a rate"],
    [unused.several, "of several in one row"],
    [unused.belowNothing, "below nothing"],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, why]) => `${grouped(count)} ${why}`);
  return [
    ...(told.length > 0 ? [`stated balances not used: ${told.join(", ")}`] : []),
    ...(paymentsOutside > 0 ? [`${counted(paymentsOutside, "payment")} without a day or a rate left out`] : []),
  ];
}
