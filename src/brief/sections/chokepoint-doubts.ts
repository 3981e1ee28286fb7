import type { BlockSetLine } from "../../views/index.ts";
import type { Block, Sentence } from "../outline.ts";
import { counted, listed, money, percent } from "../words.ts";
import type { Told } from "./chokepoints-told.ts";

type AskedAgain = BlockSetLine["explanation"]["again"][number];

/** What the advice would be if one source were not believed, had not come, or nobody were kept out; nothing where nothing was asked again. */
export function doubtBlocks(told: Told): Block[] {
  const { again, notAsked } = told.advised.explanation;
  const sentences = again.flatMap((asked) => sentenceOf(asked, told));
  const unasked: Sentence[] =
    notAsked > 0
      ? [{ text: `${counted(notAsked, "such question")} more were not asked for want of time.`, cites: [told.cite] }]
      : [];
  return sentences.length === 0 ? [] : [{ kind: "list", sentences: [...sentences, ...unasked] }];
}

function sentenceOf(asked: AskedAgain, told: Told): Sentence[] {
  if (asked.about === "outsized") return [];
  const base = `${openingOf(asked, told)} ${money(BigInt(asked.canFlow), told.currency)} can flow`;
  if (asked.canFlow === 0) return [{ text: `${base}: the advice hangs on it.`, cites: [told.cite] }];
  const rest = isSame(asked, told)
    ? `and the advice is the same: it stops ${shareOf(asked.effects.at(-1))}`
    : `the advice stops ${shareOf(asked.ofAdvice.at(-1))} there, and the best set would be ${listed(asked.members.map(told.shortOf)) || "nobody"}, which stops ${shareOf(asked.effects.at(-1))}`;
  return [{ text: `${base}, ${rest}.${newText(asked, told)}`, cites: [told.cite] }];
}

function openingOf({ about, label }: AskedAgain, { advised }: Told): string {
  if (about === "source") return `Without what ${label} alone tells`;
  if (about === "hand-over") return `Before ${label} came`;
  const { notProposed } = advised.explanation;
  return `If those might be proposed too who stand on a public list (${notProposed["listed"] ?? 0}) or out of reach (${notProposed["out of reach"] ?? 0}),`;
}

const isSame = ({ members }: AskedAgain, { advised }: Told): boolean =>
  members.length === advised.members.length && members.every((id) => advised.members.includes(id));

const shareOf = (effect: AskedAgain["effects"][number] | undefined): string =>
  effect === undefined
    ? "nothing"
    : `${percent(BigInt(effect.stranded), BigInt(effect.canFlow))} if each channel carries ${effect.rhoQuarters / 4} times what was seen`;

/** Who of the advice only came into view with the latest hand-over. */
const newText = ({ about, notThere }: AskedAgain, { nameOf }: Told): string =>
  about === "hand-over" && notThere.length > 0
    ? ` Only since then ${listed(notThere.map(nameOf))} ${notThere.length === 1 ? "stands" : "stand"} on a way of the money.`
    : "";
