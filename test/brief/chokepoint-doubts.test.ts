import { expect, test } from "vitest";
import { doubtBlocks } from "../../src/brief/sections/chokepoint-doubts.ts";
import type { BlockSetLine, Reader } from "../../src/views/index.ts";

type Again = BlockSetLine["explanation"]["again"][number];

const effect = (canFlow: number, stranded: number) => ({
  rhoQuarters: 8,
  canFlow,
  stranded,
  residual: canFlow - stranded,
});
const again = (about: Again["about"], label: string, more: Partial<Again>): Again => ({
  about,
  label,
  canFlow: 10_000,
  members: ["a"],
  effects: [effect(10_000, 5000)],
  ofAdvice: [effect(10_000, 5000)],
  ofMembersHere: [],
  notThere: [],
  isCutShort: false,
  ...more,
});

/** The sentences for an advice of "a". */
function textsOf(asked: readonly Again[], notAsked: BlockSetLine["explanation"]["notAsked"] = []): string[] {
  const explanation = { again: [...asked], notAsked, notProposed: { listed: 2, protected: 1 } };
  const advised = { members: ["a"], explanation } as unknown as BlockSetLine;
  const blocks = doubtBlocks({
    reader: {} as Reader,
    currency: "USD",
    advised,
    nameOf: (id) => `Name of ${id}`,
    shortOf: (id) => id.toUpperCase(),
    cite: { kind: "blockSet", id: "0" },
  });
  return blocks.flatMap((block) => (block.kind === "list" ? block.sentences.map(({ text }) => text) : []));
}

test("what leaves the advice as it is stands in one sentence, behind what changes it", () => {
  expect(
    textsOf([
      again("outsized", "3", {}),
      again("source", "h1", {}),
      again("hand-over", "h2", {
        members: ["b"],
        effects: [effect(10_000, 4000)],
        ofAdvice: [effect(10_000, 0)],
        notThere: ["a"],
      }),
      again("everybody", "", { effects: [effect(10_000, 6000)] }),
    ]),
  ).toEqual([
    "With each channel carrying up to 2 times what was seen, the advice would be another one before h2 came: B, which stops 40 % of 100.00 USD that can then flow; the advice above stops 0 % of 100.00 USD. Only since then Name of a stands on a way of the money.",
    "With each channel carrying up to 2 times what was seen, the advice would be the same without what h1 alone tells (50 % of 100.00 USD) and if nobody were kept out (2 listed) (60 % of 100.00 USD); the brackets say what it stops of the money that can then flow.",
  ]);
});

test("says what the whole advice hangs on, and what was not asked", () => {
  const left = [
    { about: "source", label: "h2" },
    { about: "everybody", label: "" },
  ] as const;
  expect(textsOf([again("source", "h1", { canFlow: 0, members: [] })], [...left])).toEqual([
    "The advice hangs on one thing: without what h1 alone tells no money can flow from a start to an end.",
    "Not asked, since the search before took all that is allowed, is what the advice would be without what h2 alone tells and if nobody were kept out (2 listed).",
  ]);
});

test("says nothing where nothing was asked again", () => {
  expect(textsOf([again("outsized", "3", {})])).toEqual([]);
});
