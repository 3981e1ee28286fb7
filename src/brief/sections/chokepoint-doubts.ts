import type { BlockSetLine } from "../../views/index.ts";
import type { Block, Sentence } from "../outline.ts";
import { counted, listed, money, percent } from "../words.ts";
import type { Told } from "./chokepoints-told.ts";

type AskedAgain = BlockSetLine["explanation"]["again"][number];

/**
 * What the advice would be if one source were not believed, before the latest hand-over came, or with nobody kept out:
 * first whatever changes it, then in one sentence what does not. The advice without slips stands in the table before.
 */
export function doubtBlocks(told: Told): Block[] {
  const { again, notAsked } = told.advised.explanation;
  const asked = again.filter(({ about }) => about !== "outsized");
  const same = asked.filter((each) => isSame(each, told));
  const sentences: Sentence[] = asked
    .filter((each) => !same.includes(each))
    .map((each) => ({ text: changedText(each, told), cites: [told.cite] }));
  if (same.length > 0) sentences.push({ text: sameText(same, told), cites: [told.cite] });
  if (notAsked.length > 0)
    sentences.push({
      text: `Not asked, since the search before took all that is allowed, is what the advice would be ${listed(notAsked.map((each) => changeOf(each, told)))}.`,
      cites: [told.cite],
    });
  return sentences.length === 0 ? [] : [{ kind: "list", sentences }];
}

const isSame = ({ members, canFlow }: AskedAgain, { advised }: Told): boolean =>
  canFlow > 0 && members.length === advised.members.length && members.every((id) => advised.members.includes(id));

const sameText = (same: readonly AskedAgain[], told: Told): string =>
  `${factorWords(same[0])}, the advice would be the same ${listed(
    same.map((each) => `${changeOf(each, told)} (${shareOf(each.effects.at(-1), told)})`),
  )}; the brackets say what it stops of the money that can then flow.`;

function changedText(asked: AskedAgain, told: Told): string {
  const change = changeOf(asked, told);
  if (asked.canFlow === 0) return `The advice hangs on one thing: ${change} no money can flow from a start to an end.`;
  const best = listed(asked.members.map(told.shortOf)) || "nobody";
  return `${factorWords(asked)}, the advice would be another one ${change}: ${best}, which stops ${shareOf(asked.effects.at(-1), told)} that can then flow; the advice above stops ${shareOf(asked.ofAdvice.at(-1), told)}.${newText(asked, told)}`;
}

function changeOf({ about, label }: Pick<AskedAgain, "about" | "label">, { advised }: Told): string {
  if (about === "source") return `without what ${label} alone tells`;
  if (about === "hand-over") return `before ${label} came`;
  if (about === "order") return "in any order";
  if (about === "outsized") return `without ${counted(Number(label), "payment")} that may be slips`;
  const { notProposed } = advised.explanation;
  const kept = ["listed", "out of reach"].flatMap((why) =>
    (notProposed[why] ?? 0) > 0 ? [`${notProposed[why]} ${why}`] : [],
  );
  return `if nobody were kept out (${listed(kept)})`;
}

const shareOf = (effect: AskedAgain["effects"][number] | undefined, { currency }: Told): string =>
  effect === undefined
    ? "nothing"
    : `${percent(BigInt(effect.stranded), BigInt(effect.canFlow))} of ${money(BigInt(effect.canFlow), currency)}`;

const factorWords = (asked: AskedAgain | undefined): string =>
  `With each channel carrying up to ${(asked?.effects.at(-1)?.rhoQuarters ?? 4) / 4} times what was seen`;

/** Who of the advice only came into view with the latest hand-over. */
const newText = ({ about, notThere }: AskedAgain, { nameOf }: Told): string =>
  about === "hand-over" && notThere.length > 0
    ? ` Only since then ${listed(notThere.map(nameOf))} ${notThere.length === 1 ? "stands" : "stand"} on a way of the money.`
    : "";
