import { writeFileSync } from "node:fs";
import { Refusal } from "../base/index.ts";
import { askBlock, unknownNames, views, type OpenCase } from "../casefile/index.ts";
import { budgetLimits, spanHint } from "../model/index.ts";
import { effectWords } from "./effect-words.ts";
import { money, shown, table } from "./show.ts";
import { countOption, textOption, type Verb, type VerbInput } from "./verb.ts";

export const blockVerb: Verb = {
  usage: "block",
  summary: "whom to block so that the most money can no longer get through, with rerouting counted in",
  example: 'windfall block --from "Blue Gate Ltd" --to "Red Sea Co" --budget 3 --reroute 1,1.5,2 --case harbour',
  options: [
    ["--from <words>", "where the money starts: names or ids, separated by ;"],
    ["--to <words>", "where it ends: names or ids, separated by ;"],
    ["--budget <n>", "how many may be blocked"],
    ["--reroute <factors>", "how much more than was seen each channel can carry, such as 1,1.5,2"],
    ["--between <dates>", "first and last value date, such as 2014-01-01,2016-07-31"],
    ["--protect <words>", "who is never proposed: names or ids, separated by ;"],
    ["--collateral-max <amount>", "most ordinary money that may be hit, in the case currency"],
    ["--certificate <file>", "write the check file of the advice there"],
  ],
  run: async (input) =>
    input.inCase(async (open) => {
      const request = requestOf(input);
      const sets = await askBlock(open, request, input.progress);
      // What the command line names was refused already; what it does not name is as case.yaml has it.
      const inVain = await unknownNames(open, {
        from: request.from ? null : open.settings.from,
        to: request.to ? null : open.settings.to,
        protect: request.protect ? [] : open.settings.protect,
      });
      const advised = views.advisedSet(sets);
      const file = textOption(input, "certificate");
      if (file !== undefined && advised) writeFileSync(file, `${advised.certificate}\n`);
      return {
        exit: advised && advised.members.length > 0 ? 0 : 1,
        lines: [...(await setLines(open, sets)), ...inVain.map(shown)],
        data: sets,
      };
    }),
};

function requestOf(input: VerbInput) {
  const [from, to, protect, between] = ["from", "to", "protect", "between"].map((name) => textOption(input, name));
  const budget = countOption(input, "budget", budgetLimits);
  const collateral = countOption(input, "collateralMax");
  const reroute = textOption(input, "reroute")?.split(",").map(Number);
  if (reroute?.some((factor) => !(factor >= 1 && Number.isInteger(factor * 4))))
    throw new Refusal(
      `--reroute is "${textOption(input, "reroute")}"; use factors from 1 up in steps of 0.25, such as 1,1.5,2`,
    );
  return {
    ...(from !== undefined && { from: ends(from) }),
    ...(to !== undefined && { to: ends(to) }),
    ...(protect !== undefined && { protect: list(protect) }),
    ...(between !== undefined && { between: dates(between) }),
    ...(budget !== undefined && { budget }),
    ...(collateral !== undefined && { collateralMaxMinor: collateral * 100 }),
    ...(reroute !== undefined && { rhoQuarters: reroute.map((factor) => factor * 4) }),
  };
}

const list = (text: string): string[] =>
  text
    .split(";")
    .map((each) => each.trim())
    .filter((each) => each !== "");
const ends = (text: string) => ({ entities: list(text), countries: [] });

function dates(text: string): [string, string] {
  const [first = "", last = ""] = text.split(",");
  if (!isDate(first) || !isDate(last) || first > last)
    throw new Refusal(`--between is "${text}"; ${spanHint}, such as 2014-01-01,2016-07-31`);
  return [first, last];
}

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/u.test(text) && new Date(text).toJSON()?.slice(0, 10) === text;

async function setLines(open: OpenCase, sets: readonly views.BlockSetLine[]): Promise<string[]> {
  const advised = views.advisedSet(sets);
  if (!advised || advised.baselineMinor === 0n) {
    return [
      `no money was seen that can flow from a start to an end: ${advised?.explanation.refusal ?? advised?.explanation.ends ?? "there are no flows"}`,
    ];
  }
  const { currency } = open.settings;
  const captions = await views.captionsOf(
    open,
    sets.flatMap((set) => set.members),
  );
  const named = (set: views.BlockSetLine): string =>
    set.members.map((id) => shown(captions.get(id) ?? id)).join("; ") || "nobody";
  const rows = sets.map((set) => [
    `budget ${set.budget}`,
    set.rhoQuarters === 0 ? "advice" : `reroute ${set.rhoQuarters / 4}`,
    `${money(set.baselineMinor - (set.residualMinor > set.baselineMinor ? set.baselineMinor : set.residualMinor), currency)} can no longer get through`,
    set.proof,
    named(set),
  ]);
  return [
    shown(advised.explanation.ends),
    `${money(advised.baselineMinor, currency)} can flow from the starts to the ends`,
    ...table(rows),
    `advice: block ${named(advised)}: ${effectWords(advised.explanation.effects, currency)}; ${advised.proof} for what was seen`,
  ];
}
