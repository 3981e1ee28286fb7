import {
  views,
  type DoubtsOfBlock,
  type HiddenChannels,
  type NodeExplanation,
  type OpenCase,
  type PriceOfProtection,
  type Uncertain,
} from "../casefile/index.ts";
import { effectWords, percentOf, timesWords } from "./effect-words.ts";
import { counted, grouped, money, shown, table } from "./show.ts";

type Set = views.BlockSetLine;
type AskedAgain = Set["explanation"]["again"][number];

/** The answer to a question: the sets of each budget and factor, the advice, and what it hangs on. */
export async function blockLines(open: OpenCase, sets: readonly Set[], fewest: number | undefined): Promise<string[]> {
  const advised = views.advisedSet(sets);
  if (!advised || advised.baselineMinor === 0n)
    return [
      `no money was seen that can flow from a start to an end: ${advised?.explanation.refusal ?? advised?.explanation.ends ?? "there are no flows"}`,
    ];
  const { currency } = open.settings;
  const captions = await views.captionsOf(
    open,
    [...sets, ...advised.explanation.again].flatMap(({ members }) => members),
  );
  const named = (members: readonly string[]): string =>
    members.map((id) => shown(captions.get(id) ?? id)).join("; ") || "nobody";
  const rows = sets.map((set) => [
    `budget ${set.budget}`,
    set.rhoQuarters === 0 ? "advice" : `reroute ${set.rhoQuarters / 4}`,
    `${money(strandedOf(set), currency)} can no longer get through`,
    set.proof,
    named(set.members),
  ]);
  return [
    shown(advised.explanation.ends),
    ...flowLines(advised, currency),
    ...notProposedLines(advised),
    ...table(rows),
    ...nestingLines(sets),
    ...(fewest === undefined ? [] : [fewestLine(sets, advised, fewest)]),
    `advice: block ${named(advised.members)}: ${effectWords(advised.explanation.effects, currency)}; ${advised.proof} for what was seen`,
    ...allGoesOnLines(advised, currency),
    ...advised.explanation.again.map((asked) => againLine(asked, { advised, currency, named })),
    ...(advised.explanation.isCutShort
      ? ["the search ended early, stopped or at its time limit: a better set may exist"]
      : []),
    ...notAskedLines(advised),
  ];
}

/** What can flow, and where the question keeps to the order of time, what that means and takes away. */
function flowLines({ baselineMinor, explanation: { inTime } }: Set, currency: string): string[] {
  if (!inTime) return [`${money(baselineMinor, currency)} can flow from the starts to the ends`];
  const { withoutDate, withoutDateMinor, imprecise, canFlowInAnyOrder, leastStayDays } = inTime;
  const share = percentOf(Number(baselineMinor), canFlowInAnyOrder);
  return [
    `${money(baselineMinor, currency)} can flow from the starts to the ends in the order of time, ${share} of the ${money(BigInt(canFlowInAnyOrder), currency)} that could on the same payments in any order`,
    `in time: money goes on ${stayWords(leastStayDays)}; each payment carries at most its reroute factor times what was seen, on its own day; who is blocked is blocked on all days`,
    `left out for want of a date: ${counted(withoutDate, "payment")}, ${money(BigInt(withoutDateMinor), currency)}; ${counted(imprecise, "payment")} of which only a month or another span is known ${imprecise === 1 ? "stands" : "stand"} at its last day`,
  ];
}

const stayWords = (days: number): string =>
  days === 0
    ? "only after it came, on one day in whatever order lets most through"
    : `at the earliest ${counted(days, "day")} after it came`;

/** Where rerouting makes good for the whole block: how much gets through then, which may be more than was seen to. */
function allGoesOnLines({ members, explanation: { effects } }: Set, currency: string): string[] {
  const last = effects.at(-1);
  if (!last || members.length === 0 || last.rhoQuarters === 4 || last.residual < last.canFlow) return [];
  return [
    `all of it finds another way then: with these blocked ${money(BigInt(last.residual), currency)} can get through if known channels carry ${timesWords(last.rhoQuarters)}`,
  ];
}

const strandedOf = ({ baselineMinor, residualMinor }: Set): bigint =>
  baselineMinor - (residualMinor > baselineMinor ? baselineMinor : residualMinor);

function notProposedLines({ explanation: { notProposed } }: Set): string[] {
  const parts = Object.entries(notProposed).map(([why, count]) => `${count} ${why}`);
  return parts.length === 0 ? [] : [`not proposed, though on a way: ${parts.join(", ")}`];
}

/** Where a larger budget does not add to the set of the smaller one: who starts with the smaller would have to change course. */
function nestingLines(sets: readonly Set[]): string[] {
  const advice = sets.filter(({ rhoQuarters }) => rhoQuarters === 0);
  const turned = advice.filter((set, index) =>
    (advice[index - 1]?.members ?? []).some((id) => !set.members.includes(id)),
  );
  return turned.length === 0
    ? []
    : [
        `the advice of budget ${turned.map(({ budget }) => budget).join(", ")} does not hold all of the one before: decide on the budget first`,
      ];
}

/** Whether a smaller budget is enough for so many per cent at the largest factor: a larger one never strands less. */
function fewestLine(sets: readonly Set[], advised: Set, percent: number): string {
  const words = `${percent} % of what can flow`;
  const mostLeft = (advised.baselineMinor * BigInt(100 - percent)) / 100n;
  const last = sets.findLast((set) => set.budget === advised.budget && set.rhoQuarters > 0);
  if (last && last.residualMinor > mostLeft)
    return last.boundMinor > mostLeft
      ? `no set of ${advised.budget} stops ${words}: that is proved`
      : `no set of ${advised.budget} was found that stops ${words}`;
  const before = sets.findLast((set) => set.budget < advised.budget && set.rhoQuarters > 0);
  return !before || before.boundMinor > mostLeft
    ? `${advised.budget} is proved to be the fewest that stop ${words}`
    : `no fewer than ${advised.budget} were found that stop ${words}; that there are none is not proved`;
}

function againLine(
  asked: AskedAgain,
  { advised, currency, named }: { advised: Set; currency: string; named: (members: readonly string[]) => string },
): string {
  const isSame =
    asked.members.length === advised.members.length && asked.members.every((id) => advised.members.includes(id));
  const base = `${changeOf(asked)}: ${money(BigInt(asked.canFlow), currency)} can flow`;
  if (asked.canFlow === 0) return `${base}; the advice hangs on it`;
  if (isSame) return `${base}; the same advice, ${lastWords(asked.effects)}`;
  if (asked.effects.at(-1)?.stranded === asked.ofAdvice.at(-1)?.stranded)
    return `${base}; no set stops more than the advice, ${lastWords(asked.ofAdvice)}`;
  const inTime = asked.about === "order" ? `; in time that set, ${lastWords(asked.ofMembersHere)}` : "";
  return `${base}; best is ${named(asked.members)}, ${lastWords(asked.effects)}; the advice, ${lastWords(asked.ofAdvice)}${inTime}`;
}

/** At the largest factor. */
const lastWords = (effects: AskedAgain["effects"]): string => effectWords(effects.slice(-1), null);

const notAskedLines = ({ explanation: { notAsked } }: Set): string[] =>
  notAsked.length === 0
    ? []
    : [`not asked, since the search before took all that is allowed: ${notAsked.map(changeOf).join("; ")}`];

function changeOf({ about, label }: Pick<AskedAgain, "about" | "label">): string {
  switch (about) {
    case "outsized":
      return `without ${counted(Number(label), "payment")} that may be slips`;
    case "source":
      return `without what ${shown(label)} alone tells`;
    case "hand-over":
      return `before ${shown(label)} came`;
    case "order":
      return label === "0"
        ? "in any order"
        : `in any order, with ${counted(Number(label), "payment")} that have no date`;
    case "everybody":
      return "with those proposed too who are listed or out of reach";
  }
}

/** What blocking one node alone would do, and why it is proposed or not. */
export async function nodeLines(open: OpenCase, nodes: readonly NodeExplanation[]): Promise<string[]> {
  const { currency } = open.settings;
  const captions = await views.captionsOf(
    open,
    nodes.flatMap(({ id, takenOverBy }) => [id, ...takenOverBy.map((other) => other.id)]),
  );
  const named = (id: string): string => shown(captions.get(id) ?? id);
  return nodes.flatMap((node) => [
    `${named(node.id)}: ${standingWords[node.standing]}`,
    ...(node.alone.length === 0
      ? []
      : [
          `  carries ${money(BigInt(node.carries), currency)} of what can flow; blocked alone, ${effectWords(node.alone, currency)}`,
          `  within what was seen ${node.takenOverBy.map((other) => `${named(other.id)} (${money(BigInt(other.amount), currency)})`).join(", ") || "nobody"} could carry some of it instead`,
          `  a block would also hit ${money(BigInt(node.collateral), currency)} that goes no such way`,
        ]),
  ]);
}

const standingWords: Readonly<Record<NodeExplanation["standing"], string>> = {
  start: "the money starts here: a start is never proposed",
  end: "the money ends here: an end is never proposed",
  "no way": "no seen money goes through it from a start to an end",
  "may be proposed": "may be proposed",
  protected: "not proposed: it is protected",
  unblockable: "not proposed: it cannot be blocked",
  listed: "not proposed: it stands on a public list already (--also-listed)",
  "out of reach": "not proposed: it stands in countries alone whose authorities cannot act (--reach)",
  "closed contact": "not proposed: a contact of a phone or mailbox, closed",
};

/** How far the advice holds if money goes unseen between those who share something. */
export async function hiddenLines(open: OpenCase, hidden: HiddenChannels): Promise<string[]> {
  const { currency } = open.settings;
  const total = Object.values(hidden.pairs).reduce((sum, count) => sum + count, 0);
  if (total === 0) return ["no two parties are known to share an owner, a director, an address or a bank"];
  const captions = await views.captionsOf(
    open,
    hidden.steps.flatMap(({ best }) => best),
  );
  const shares = Object.entries(hidden.pairs).map(([what, count]) => `${counted(count, "pair")} by ${what}`);
  const amount = (minor: number): string => money(BigInt(minor), currency);
  return [
    `${counted(total, "pair")} of parties could pay each other unseen: ${shares.join(", ")}${hidden.skipped > 0 ? `; ${counted(hidden.skipped, "thing")} that too many share left aside` : ""}`,
    hidden.holdsUpTo === null
      ? `the advice does not hold even if each such channel carries ${amount(hidden.steps[0]?.each ?? 0)}`
      : `the advice holds, within 1 %, while each such channel carries up to ${amount(hidden.holdsUpTo)}`,
    ...table([
      ["each hidden channel carries", "the advice strands", "the best set", ""],
      ...hidden.steps.map(({ each, ofAdvice, ofBest, best }) => [
        amount(each),
        amount(ofAdvice),
        amount(ofBest),
        ofAdvice * 100 < ofBest * 99
          ? best.map((id) => shown(views.shortCaption(captions.get(id) ?? id))).join("; ")
          : "",
      ]),
    ]),
  ];
}

/** What it costs to let nothing rest on the evidence that is withheld; for whoever may know. */
export async function priceLines(open: OpenCase, { whole, ofAdvice }: PriceOfProtection): Promise<string[]> {
  const all = views.advisedSet(whole);
  const { currency, withhold } = open.settings;
  if (withhold.length === 0) return ["case.yaml withholds no hand-over: the answer rests on all evidence"];
  const best = all?.explanation.effects.at(-1);
  if (!all || !best || !ofAdvice) return ["with all evidence no money was seen that can flow from a start to an end"];
  const captions = await views.captionsOf(open, all.members);
  return [
    `NOT FOR RELEASE: with ${withhold.map(shown).join(", ")} ${money(all.baselineMinor, currency)} can flow; best is ${all.members.map((id) => shown(captions.get(id) ?? id)).join("; ") || "nobody"}: ${effectWords(all.explanation.effects, currency)}`,
    `the price of protection: on all evidence the advice above strands ${money(BigInt(ofAdvice.stranded), currency)}, the best set ${money(BigInt(best.stranded), currency)}: ${money(BigInt(best.stranded - ofAdvice.stranded), currency)} less`,
  ];
}

/** What the advice is worth in worlds where sources are sound or not. */
export async function uncertainLines(open: OpenCase, found: Uncertain): Promise<string[]> {
  const { currency } = open.settings;
  const captions = await views.captionsOf(open, [
    ...found.chosen.map(({ id }) => id),
    ...found.together.members,
    ...found.steadiest.members,
  ]);
  const named = (id: string): string => shown(views.shortCaption(captions.get(id) ?? id));
  const amount = (minor: number): string => money(BigInt(minor), currency);
  const [least, middle, most] = found.canFlow.map(amount);
  const judged = ({ mean, least: atLeast }: { mean: number; least: number }): string =>
    `${amount(mean)} on average, ${amount(atLeast)} at the least`;
  const isSame = (one: { members: readonly string[] }, other: { members: readonly string[] }): boolean =>
    one.members.length === other.members.length && one.members.every((id) => other.members.includes(id));
  const { advice, together, steadiest } = found;
  const called = (set: typeof advice): string =>
    isSame(set, advice) ? "the advice" : set.members.map(named).join("; ") || "nobody";
  const others = [together, ...(isSame(steadiest, together) ? [] : [steadiest])].filter((set) => !isSame(set, advice));
  return [
    `in ${counted(found.worlds, "world")} where each source is sound as often as its grade says (${found.sources.map(({ label, percent }) => `${shown(label)} ${percent} %`).join(", ")}), ${least} to ${most} can flow, ${middle} in the middle`,
    `  in the best set of a world: ${found.chosen
      .slice(0, 8)
      .map(({ id, worlds }) => `${named(id)} ${counted(worlds, "time")}`)
      .join(
        ", ",
      )}${found.unproved > 0 ? `; the best sets of ${counted(found.unproved, "world")} are not proved best` : ""}`,
    `  over these worlds together ${called(together)} strands most; ${together.proof} for them`,
    `  with as many worlds more, ${called(steadiest)} is the steadiest of these sets`,
    `  judged in as many worlds that took no part in any choice, the advice strands ${judged(advice)}`,
    ...others.map((set) => `    ${called(set)}: ${judged(set)}`),
  ];
}

/** Which doubts about who is who would change the advice. */
export async function doubtLines(open: OpenCase, { answers, doubts }: DoubtsOfBlock): Promise<string[]> {
  if (doubts.length === 0)
    return ["no unconfirmed join that nothing else backs and no waiting pair touches the advice"];
  const { currency } = open.settings;
  const captions = await views.captionsOf(
    open,
    answers.flatMap(({ members }) => members),
  );
  const named = (id: string): string => shown(views.shortCaption(captions.get(id) ?? id));
  const own = new Map(
    doubts.flatMap(({ leftId, leftName, rightId, rightName }) => [
      [String(leftId), leftName] as const,
      [String(rightId), rightName] as const,
    ]),
  );
  const mention = (id: string): string => `${shown(own.get(id) ?? "a mention without a name")} [${id}]`;
  const changing = answers.filter(({ changesAdvice }) => changesAdvice).length;
  const unasked = doubts.length - answers.length;
  return [
    `of ${counted(answers.length, "doubt")} about who is who that touch the advice ${changing === 0 ? "none" : grouped(changing)} would change it${unasked > 0 ? `; ${grouped(unasked)} more were not asked for want of time` : ""}`,
    ...answers.map(({ kind, leftId, rightId, members, effect, ofAdvice, changesAdvice }) => {
      const reading = `if ${mention(leftId)} and ${mention(rightId)} are ${kind === "join" ? "not one" : "one"}`;
      return changesAdvice
        ? `  ${reading}: best is ${members.map(named).join("; ")}, ${effectWords([effect], currency)}; the advice: ${effectWords([ofAdvice], null)}`
        : `  ${reading}: the advice holds, ${effectWords([ofAdvice], currency)}`;
    }),
  ];
}
