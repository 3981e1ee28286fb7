import { blockSets, captionsOf, paymentsTouching, type BlockSetLine, type Reader } from "../../views/index.ts";
import type { Citation, Section, Sentence } from "../outline.ts";
import { counted, money, percent } from "../words.ts";

/** The network, the advised chokepoints, what they stop, on what base, and how well that is proved. */
export async function chokepoints(reader: Reader, currency: string): Promise<Section> {
  const id = "chokepoints";
  const title = "The network and its chokepoints";
  const sets = await blockSets(reader);
  const advised = adviceOf(sets);
  if (!advised || advised.baselineMinor === 0n) {
    return {
      id,
      title,
      blocks: [
        { kind: "empty", text: "No money was seen that can flow from a start to an end, so no chokepoint is advised." },
      ],
    };
  }
  const captions = await captionsOf(
    reader,
    sets.flatMap((set) => set.members),
  );
  const base: Citation = { kind: "blockSet", id: advised.id };
  return {
    id,
    title,
    blocks: [
      {
        kind: "paragraph",
        sentences: [baseSentence(advised, currency, base), ...effectSentences(sets, advised, captions, currency)],
      },
      { kind: "list", sentences: await memberSentences(reader, advised, captions, currency) },
      {
        kind: "table",
        caption: `Best sets for each budget and reroute factor; shares are of the ${money(advised.baselineMinor, currency)} that can flow`,
        head: ["budget", "each channel can carry", "block", "can no longer get through", "share", "proof"],
        rows: sets.map((set) => ({
          cells: [
            String(set.budget),
            set.rhoQuarters === 0 ? "worst of the list" : `${set.rhoQuarters / 4} times what was seen`,
            namesOf(set, captions),
            money(strandedBy(set), currency),
            percent(strandedBy(set), set.baselineMinor),
            set.proof,
          ],
          cites: [{ kind: "blockSet", id: set.id }],
        })),
      },
    ],
  };
}

/** The default advice: the largest budget; over the whole reroute list where that was solved, else the largest factor. */
export const adviceOf = (sets: readonly BlockSetLine[]): BlockSetLine | undefined => {
  const budget = Math.max(0, ...sets.map((set) => set.budget));
  const ofBudget = sets.filter((set) => set.budget === budget);
  return ofBudget.find((set) => set.rhoQuarters === 0) ?? ofBudget.at(-1);
};

const strandedBy = (set: BlockSetLine): bigint =>
  set.residualMinor >= set.baselineMinor ? 0n : set.baselineMinor - set.residualMinor;

const namesOf = (set: BlockSetLine, captions: ReadonlyMap<string, string>): string =>
  set.members.map((member) => captions.get(member) ?? member).join("; ") || "nobody";

const baseSentence = (advised: BlockSetLine, currency: string, base: Citation): Sentence => ({
  text: `Of the money seen, ${money(advised.baselineMinor, currency)} can flow from its starts to its ends within the channels seen.`,
  cites: [base],
});

function effectSentences(
  sets: readonly BlockSetLine[],
  advised: BlockSetLine,
  captions: ReadonlyMap<string, string>,
  currency: string,
): Sentence[] {
  const same = sets.filter((set) => set.budget === advised.budget && set.members.join() === advised.members.join());
  const words = same
    .filter((set) => set.rhoQuarters > 0)
    .map(
      (set) =>
        `${percent(strandedBy(set), set.baselineMinor)} ${set.rhoQuarters === 4 ? "is stopped at once" : `can no longer get through if known channels carry ${set.rhoQuarters / 4} times what was seen`}`,
    );
  const effect =
    words.length > 0
      ? words.join(", ")
      : `${percent(strandedBy(advised), advised.baselineMinor)} can no longer get through`;
  return [
    {
      text: `Blocking ${namesOf(advised, captions)}: of the ${money(advised.baselineMinor, currency)}, ${effect}; ${advised.proof} for what was seen.`,
      cites: [{ kind: "blockSet", id: advised.id }],
    },
  ];
}

async function memberSentences(
  reader: Reader,
  advised: BlockSetLine,
  captions: ReadonlyMap<string, string>,
  currency: string,
): Promise<Sentence[]> {
  const sentences: Sentence[] = [];
  for (const member of advised.members) {
    const touching = await paymentsTouching(reader, member, 6);
    sentences.push({
      text: `${captions.get(member) ?? member} was paid ${money(touching.inMinor, currency)} and paid ${money(touching.outMinor, currency)} in ${counted(touching.payments, "payment")}; it stands for ${counted(touching.mentions, "mention")} that were joined, and the advice hangs on these joins.`,
      cites: [
        { kind: "blockSet", id: advised.id },
        ...touching.statements.map((id): Citation => ({ kind: "statement", id })),
      ],
    });
  }
  return sentences;
}
