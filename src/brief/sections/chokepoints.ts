import {
  advisedSet,
  withheldOf,
  withoutSlips,
  blockSets,
  captionsOf,
  flowPictureOf,
  paymentsTouching,
  shortCaption,
  type BlockSetLine,
  type Reader,
} from "../../views/index.ts";
import type { FlowDrawing } from "../diagram/draw-flow.ts";
import type { Block, Citation, Row, Section, Sentence } from "../outline.ts";
import { curveBlocks } from "./budget-curve.ts";
import { doubtBlocks } from "./chokepoint-doubts.ts";
import type { Told } from "./chokepoints-told.ts";
import { pictureBlocks } from "./flow-figure.ts";
import { counted, joinedByInWords, listed, money, percent, grouped } from "../words.ts";

/** The network, the advised chokepoints, what they stop, on what base, how well that is proved, and what it hangs on. */
export async function chokepoints(reader: Reader, currency: string): Promise<Section> {
  const id = "chokepoints";
  const title = "The network and its chokepoints";
  const sets = await blockSets(reader);
  const advised = advisedSet(sets);
  if (!advised || advised.baselineMinor === 0n) {
    const why = advised?.explanation.refusal ?? "no money was seen that can flow from a start to an end";
    return { id, title, blocks: [{ kind: "empty", text: `No chokepoint is advised: ${why}.` }] };
  }
  const picture = flowPictureOf(advised);
  const captions = await captionsOf(reader, [...idsIn(sets), ...(picture?.nodes ?? []).map((node) => node.id)]);
  const told: Told = {
    reader,
    currency,
    advised,
    nameOf: (each) => captions.get(each) ?? each,
    shortOf: (each) => shortCaption(captions.get(each) ?? each),
    cite: { kind: "blockSet", id: advised.id },
  };
  return {
    id,
    title,
    blocks: [
      { kind: "paragraph", sentences: [...seenSentences(told), adviceSentence(told)] },
      effectTable(told, sets),
      ...curveBlocks(told, sets),
      ...pictureBlocks(told, picture),
      {
        kind: "paragraph",
        sentences: [meaningSentence(told), ...otherWaySentences(told), ...alternativeSentences(told)],
      },
      { kind: "list", sentences: await memberSentences(told) },
      ...doubtBlocks(told),
      ...joinBlocks(told),
    ],
  };
}

/** The drawing of the section alone; null where it has none. */
export async function chokepointDrawing(reader: Reader, currency: string): Promise<FlowDrawing | null> {
  const { blocks } = await chokepoints(reader, currency);
  return blocks.find((block) => block.kind === "figure")?.drawing ?? null;
}

const idsIn = (sets: readonly BlockSetLine[]): string[] =>
  sets.flatMap((set) => [
    ...set.members,
    ...set.explanation.members.flatMap((member) => member.takenOverBy.map((other) => other.id)),
    ...set.explanation.anotherWay.flatMap((channel) => [channel.payer, channel.payee]),
    ...set.explanation.again.flatMap((other) => [...other.members, ...other.notThere]),
    ...set.explanation.alternatives.flatMap((other) => other.members),
  ]);

/** What the figures are figures of, and what stands outside them. */
function seenSentences({ advised, currency, cite }: Told): Sentence[] {
  const { coverage, ends } = advised.explanation;
  const base = `Of ${coverage?.seenMinor === undefined ? "the money" : `the ${money(BigInt(coverage.seenMinor), currency)}`} seen in payments, ${money(advised.baselineMinor, currency)} can flow from where it starts to where it ends within the channels seen.`;
  const left = outsideText(advised);
  return [
    { text: base, cites: [cite] },
    { text: `${ends}.`, cites: [cite] },
    ...(left === "" ? [] : [{ text: left, cites: [cite] }]),
  ];
}

function outsideText({ explanation: { coverage } }: BlockSetLine): string {
  if (!coverage) return "";
  const { withoutEndOrAmount = 0, outsideWindow = 0, withoutRate = [] } = coverage;
  const rateless = withoutRate.reduce((sum, each) => sum + each.payments, 0);
  const parts = [
    ...(withoutEndOrAmount > 0 ? [`${counted(withoutEndOrAmount, "payment")} without a known end or amount`] : []),
    ...(rateless > 0 ? [`${counted(rateless, "payment")} without a currency or a rate for the day`] : []),
    ...(outsideWindow > 0 ? [`${counted(outsideWindow, "payment")} outside the dates asked about`] : []),
  ];
  return parts.length === 0 ? "" : `Outside every figure stand ${listed(parts)}.`;
}

const adviceSentence = ({ advised, nameOf, cite }: Told): Sentence => ({
  text: `If ${advised.budget === 1 ? "one party" : `${advised.budget} parties`} may be blocked, the advice is ${listed(advised.members.map(nameOf)) || "nobody"}; ${advised.proof} for what was seen.`,
  cites: [cite],
});

const meaningSentence = ({ advised, cite }: Told): Sentence => ({
  text: `"Can no longer get through" is the money that has no way left although its owners reroute it through every channel that was seen, each up to the given factor${advised.explanation.isCutShort ? "; the search ended at its time limit" : ""}. New channels are not counted in, and a set chosen for one factor alone may stop more at that factor ("windfall block").`,
  cites: [cite],
});

/** What the advice of each budget stops at each factor; last, the advice without payments that may be slips of a pen. */
function effectTable({ advised, currency, shortOf, cite }: Told, sets: readonly BlockSetLine[]): Block {
  const { effects, coverage } = advised.explanation;
  const withoutOutsized = withoutSlips(advised);
  const row = (budget: number, members: readonly string[], all: typeof effects, proof: string): string[] => [
    String(budget),
    members.map(shortOf).join("; ") || "nobody",
    ...all.map(
      ({ stranded, canFlow }) => `${money(BigInt(stranded), currency)}, ${percent(BigInt(stranded), BigInt(canFlow))}`,
    ),
    proof,
  ];
  const rows: Row[] = sets
    .filter((set) => set.rhoQuarters === 0 || set.id === advised.id)
    .map((set) => ({
      cells: row(set.budget, set.members, set.explanation.effects, set.proof),
      cites: [{ kind: "blockSet", id: set.id }],
    }));
  const outsized = coverage?.outsized;
  const base = BigInt(withoutOutsized?.effects[0]?.canFlow ?? 0);
  if (withoutOutsized && outsized && base > 0n)
    rows.push({
      cells: row(
        advised.budget,
        withoutOutsized.members,
        withoutOutsized.effects,
        `without ${counted(outsized.payments, "payment")} that may be slips: ${money(base, currency)} can flow`,
      ),
      cites: [cite],
    });
  return {
    kind: "table",
    caption: `What can no longer get through, if each channel carries up to so many times what was seen; shares are of the ${money(advised.baselineMinor, currency)} that can flow, in a line without slips of what then can flow`,
    head: ["parties", "block", ...effects.map((effect) => timesSeen(effect.rhoQuarters)), "how sure"],
    rows,
  };
}

const timesSeen = (rhoQuarters: number): string =>
  rhoQuarters === 4 ? "as seen (at once)" : `${rhoQuarters / 4} times`;

function otherWaySentences({ advised, currency, shortOf, cite }: Told): Sentence[] {
  const [first] = advised.explanation.anotherWay;
  if (!first) return [];
  return [
    {
      text: `The rest finds another way: most would be added from ${shortOf(first.payer)} to ${shortOf(first.payee)}, which was seen to carry ${money(BigInt(first.seen), currency)} and would carry ${money(BigInt(first.wouldCarry), currency)}.`,
      cites: [cite],
    },
  ];
}

function alternativeSentences({ advised, shortOf, cite }: Told): Sentence[] {
  const [first] = advised.explanation.alternatives;
  if (!first) return [];
  return [
    {
      text: `Nearly as good is a block of ${listed(first.members.map(shortOf))}; other such sets may exist.`,
      cites: [cite],
    },
  ];
}

async function memberSentences(told: Told): Promise<Sentence[]> {
  const { reader, advised, currency, nameOf, shortOf, cite } = told;
  const sentences: Sentence[] = [];
  for (const member of advised.explanation.members) {
    const touching = await paymentsTouching(reader, member.id, { limit: 4, withheld: withheldOf(advised) });
    const over = listed(
      member.takenOverBy.map((other) => `${shortOf(other.id)} (${money(BigInt(other.amount), currency)})`),
    );
    const parts = [
      `${nameOf(member.id)} carries ${money(BigInt(member.carries), currency)} of it`,
      over === ""
        ? "Nobody seen could carry that instead"
        : `Within what was seen, ${over} could carry some of that instead`,
      `Without it in the set ${money(BigInt(member.marginal), currency)} less would be stopped`,
      ...(member.lists.length > 0 ? [`It stands already on ${listed(member.lists)}`] : []),
      ...(member.isUnnamed ? ["It is known by an account alone"] : []),
      ...(member.collateral > 0
        ? [`A block would also hit ${money(BigInt(member.collateral), currency)} that goes no such way`]
        : []),
      supportText(touching, { currency, isWithheld: withheldOf(advised).length > 0 }),
    ];
    const statements = touching.statements.map((id): Citation => ({ kind: "statement", id }));
    sentences.push({ text: `${parts.join(". ")}.`, cites: [cite, ...statements] });
  }
  return sentences;
}

function supportText(
  { payments, sourceUnknown, saidByMore, saidByMoreMinor }: Awaited<ReturnType<typeof paymentsTouching>>,
  { currency, isWithheld }: { readonly currency: string; readonly isWithheld: boolean },
): string {
  const seen = `${counted(payments, "payment")} of it ${payments === 1 ? "was" : "were"} seen`;
  // How many sources say it counts those that are withheld too.
  if (isWithheld) return seen;
  const kinds = [
    { count: saidByMore, by: "by two or more independent sources", worth: ` (${money(saidByMoreMinor, currency)})` },
    { count: payments - saidByMore - sourceUnknown, by: "by one source alone", worth: "" },
    { count: sourceUnknown, by: "by sources whose root is unknown", worth: "" },
  ].filter(({ count }) => count > 0);
  return kinds.length === 1
    ? `${seen}, each ${kinds[0]?.by}`
    : `${seen}: ${listed(kinds.map(({ count, by, worth }) => `${grouped(count)}${worth} ${by}`))}`;
}

/** The joins on which the advice hangs: whoever doubts one doubts the advice. */
function joinBlocks({ advised, nameOf, cite }: Told): Block[] {
  const rows = advised.explanation.members
    .filter((member) => member.joinCount > 0)
    .map((member) => ({
      cells: [nameOf(member.id), grouped(member.joinCount), joinReasons(member.joins)],
      cites: [cite],
    }));
  if (rows.length === 0) return [];
  return [
    {
      kind: "table",
      caption:
        'The joins of mentions that the advised chokepoints are made of; "windfall why" explains each; which of them carry the advice, and which a person has confirmed, is told below',
      head: ["chokepoint", "joins", "because of (of the first fifty)"],
      rows,
    },
  ];
}

/** "31 account number and name, 12 name": how often each reason joined, most often first. */
function joinReasons(joins: readonly { readonly by: string }[]): string {
  const counts = new Map<string, number>();
  for (const { by } of joins) counts.set(by, (counts.get(by) ?? 0) + 1);
  return [...counts]
    .toSorted((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1))
    .map(([by, count]) => `${count} ${joinedByInWords(by)}`)
    .join("; ");
}
