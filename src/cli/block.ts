import { writeFileSync } from "node:fs";
import { Refusal } from "../base/index.ts";
import {
  askBlock,
  explainBlock,
  groundsOfBlock,
  releaseCheckFile,
  unknownNames,
  views,
  type OpenCase,
} from "../casefile/index.ts";
import { budgetLimits, isCountryCode, minorUnits, spanHint } from "../model/index.ts";
import { askMore, moreLines, type More } from "./ask-more.ts";
import { isDay } from "./days.ts";
import { groundLines } from "./ground-lines.ts";
import { blockLines, nodeLines } from "./block-lines.ts";
import { shown } from "./show.ts";
import { countOption, isOn, textOption, type Verb, type VerbInput, type VerbResult } from "./verb.ts";

export const blockVerb: Verb = {
  usage: "block",
  summary: "whom to block so that the most money can no longer get through, with rerouting counted in",
  example: 'windfall block --from "Blue Gate Ltd" --to "Red Sea Co" --budget 3 --reroute 1,1.5,2 --case harbour',
  options: [
    [
      "--from <words>",
      "where the money starts: names, ids, schema:Company, topic:sanction, country:kp or list:NAME, separated by ;",
    ],
    ["--to <words>", "where it ends: the same"],
    ["--budget <n>", "how many may be blocked"],
    ["--reroute <factors>", "how much more than was seen each channel can carry, such as 1,1.5,2"],
    ["--between <dates>", "first and last value date, such as 2014-01-01,2016-07-31"],
    [
      "--in-time [days]",
      "keep to the order of time: money goes on only after it came, and stays with each party so many days at least (0); payments without a date are left out",
    ],
    ["--protect <words>", "who is never proposed: names or ids, separated by ;"],
    ["--unblockable <words>", "who cannot be blocked: names, ids, country:kp or list:NAME, separated by ;"],
    [
      "--reach <countries>",
      "countries whose authorities can act, such as us,gb; who stands in others alone is not proposed",
    ],
    ["--also-listed", "propose those too who stand on a public list already"],
    ["--fewest <percent>", "the smallest budget at which so much of the money can no longer get through"],
    ["--explain <words>", "instead: what blocking each of these alone would do, and why it is proposed or not"],
    ["--collateral-max <amount>", "most ordinary money that may be hit, in the case currency"],
    [
      "--hidden",
      "also: how far the advice holds if money goes unseen between those who share an owner, address or bank",
    ],
    [
      "--doubts",
      "also: which joins that nobody confirmed, and which pairs that wait, would change the advice if they were read otherwise",
    ],
    [
      "--uncertain [worlds]",
      "also: what the advice is worth in so many worlds (20) where each source is sound as often as its grade says",
    ],
    [
      "--all-evidence",
      "also: what the evidence that case.yaml withholds would change; the audit log says that it was asked",
    ],
    ["--certificate <file>", "write the check file of the advice there"],
    [
      "--release",
      "with --certificate: the form for a release, which names nobody; who is who goes into FILE.names.json, which stays in the house",
    ],
  ],
  run: async (input) => {
    const request = requestOf(input);
    if (request.inTime && isOn(input, "hidden"))
      throw new Refusal("--hidden asks about channels that have no day: ask without --in-time");
    const explained = textOption(input, "explain");
    return input.inCase((open) =>
      explained === undefined
        ? input.untilStopped((stop) => answer(input, { open, request, stop }))
        : explain(open, request, list(explained)),
    );
  },
};

async function answer(
  input: VerbInput,
  { open, request, stop }: { open: OpenCase; request: ReturnType<typeof requestOf>; stop: AbortSignal },
): Promise<VerbResult> {
  const asked = { open, changes: inCaseCurrency(request, open), stop };
  const sets = await askBlock(open, asked.changes, { onProgress: input.progress, stop });
  // What the command line names was refused already; what it does not name is as case.yaml has it.
  const inVain = await unknownNames(open, {
    from: request.from ? null : open.settings.from,
    to: request.to ? null : open.settings.to,
    protect: request.protect ? [] : open.settings.protect,
    unblockable: request.unblockable ? [] : open.settings.unblockable,
  });
  const advised = views.advisedSet(sets);
  const file = textOption(input, "certificate");
  if (file !== undefined && advised) await writeCheckFile(file, advised, isOn(input, "release"));
  const more: More = advised ? await askMore(input, asked, advised) : { unasked: [] };
  const stopped = stop.aborted
    ? { atBudget: advised?.budget ?? 0, ofBudget: request.budget ?? open.settings.budget, unasked: more.unasked }
    : undefined;
  return {
    exit: advised && advised.members.length > 0 ? 0 : 1,
    lines: [
      ...(await blockLines(open, sets, request.enoughPercent)),
      ...(stopped && stopped.atBudget < stopped.ofBudget
        ? [`stopped at budget ${stopped.atBudget} of ${stopped.ofBudget}: no larger one was searched`]
        : []),
      ...(await moreLines(open, more)),
      ...inVain.map(shown),
    ],
    data: dataOf(
      sets.map((set) => (set === advised ? { ...set, grounds: more.grounds } : set)),
      more,
      stopped,
    ),
  };
}

/** The sets alone, unless more was asked or the search was stopped. */
function dataOf(sets: readonly unknown[], { hidden, doubts, uncertain, price }: More, stopped: unknown): unknown {
  return (hidden ?? doubts ?? uncertain ?? price ?? stopped)
    ? { sets, hidden, doubts, uncertain, price, stopped }
    : sets;
}

async function writeCheckFile(file: string, { certificate }: views.BlockSetLine, isRelease: boolean): Promise<void> {
  if (!isRelease) return writeFileSync(file, `${certificate}\n`);
  const released = await releaseCheckFile(certificate);
  writeFileSync(file, released.certificate);
  writeFileSync(`${file}.names.json`, released.names, { mode: 0o600 });
}

async function explain(
  open: OpenCase,
  request: ReturnType<typeof requestOf>,
  words: readonly string[],
): Promise<VerbResult> {
  const changes = inCaseCurrency(request, open);
  const nodes = await explainBlock(open, changes, words);
  const grounds = await groundsOfBlock(
    open,
    changes,
    nodes.map(({ id }) => id),
  );
  return {
    exit: nodes.length > 0 ? 0 : 1,
    lines: [...(await nodeLines(open, nodes)), ...(await groundLines(open, grounds))],
    data: nodes.map((node, index) => ({ ...node, ...grounds[index] })),
  };
}

/** The limit of collateral was given in the case currency's unit. */
const inCaseCurrency = <Request extends { readonly collateralMaxMinor?: number }>(
  request: Request,
  { settings }: OpenCase,
): Request =>
  request.collateralMaxMinor === undefined
    ? request
    : { ...request, collateralMaxMinor: request.collateralMaxMinor * 10 ** minorUnits(settings.currency) };

function requestOf(input: VerbInput) {
  const [from, to, protect, unblockable, between, reach] = [
    "from",
    "to",
    "protect",
    "unblockable",
    "between",
    "reach",
  ].map((name) => textOption(input, name));
  const fewest = countOption(input, "fewest", { least: 1, most: 100 });
  const budget = countOption(input, "budget", budgetLimits) ?? (fewest === undefined ? undefined : budgetOfFewest);
  const collateral = countOption(input, "collateralMax");
  const stay = isOn(input, "inTime") ? 0 : countOption(input, "inTime", { least: 0, most: 3650 });
  const reroute = textOption(input, "reroute")?.split(",").map(Number);
  if (reroute?.some((factor) => !(factor >= 1 && Number.isInteger(factor * 4))))
    throw new Refusal(
      `--reroute is "${textOption(input, "reroute")}"; use factors from 1 up in steps of 0.25, such as 1,1.5,2`,
    );
  return {
    ...(from !== undefined && { from: ends(from) }),
    ...(to !== undefined && { to: ends(to) }),
    ...(protect !== undefined && { protect: list(protect) }),
    ...(unblockable !== undefined && { unblockable: list(unblockable) }),
    ...(reach !== undefined && { reach: countries(reach) }),
    ...(isOn(input, "alsoListed") && { proposesListed: true }),
    ...(between !== undefined && { between: dates(between) }),
    ...(stay !== undefined && { inTime: { leastStayDays: stay } }),
    ...(budget !== undefined && { budget }),
    ...(fewest !== undefined && { enoughPercent: fewest }),
    ...(collateral !== undefined && { collateralMaxMinor: collateral }),
    ...(reroute !== undefined && { rhoQuarters: reroute.map((factor) => factor * 4) }),
  };
}

/** So many are tried for the fewest, unless a budget is given. */
const budgetOfFewest = 10;

function countries(text: string): string[] {
  const codes = text.split(",").map((each) => each.trim().toLowerCase());
  const wrong = codes.find((code) => !isCountryCode(code));
  if (wrong !== undefined)
    throw new Refusal(`--reach names "${wrong}"; use two-letter countries separated by commas, such as us,gb`);
  return codes;
}

const list = (text: string): string[] =>
  text
    .split(";")
    .map((each) => each.trim())
    .filter((each) => each !== "");
const ends = (text: string) => ({ entities: list(text), countries: [] });

function dates(text: string): [string, string] {
  const [first = "", last = ""] = text.split(",");
  if (!isDay(first) || !isDay(last) || first > last)
    throw new Refusal(`--between is "${text}"; ${spanHint}, such as 2014-01-01,2016-07-31`);
  return [first, last];
}
