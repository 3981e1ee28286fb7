import { describe, expect, it } from "vitest";
import {
  clusterDocuments,
  compareMentions,
  documentLikeness,
  explainMentions,
  joinMentions,
  mentionContexts,
  weighDocuments,
  weighMentions,
  type Mention,
} from "../../src/ledger/index.ts";

// Two outlets on one seizure at Port Sabran, one on another seizure at Kelmark, two on a strike of pilots.
const texts = [
  "Customs officers seized 40 kilograms of amber aboard the freighter Lindora in Port Sabran on Tuesday. The captain, Aron Vesk, was arrested.",
  "The amber confiscated aboard the Lindora in Port Sabran weighed 40 kilograms, customs said. Captain Aron Vesk was detained on Tuesday.",
  "Border guards at Kelmark seized forged passports from a bus on Friday. The driver, Ilmar Dosk, was arrested.",
  "Pilots of Northern Wing walked out on Monday over wages. The walkout grounded every aircraft at Tollen airport.",
  "A walkout by pilots of Northern Wing emptied Tollen airport on Monday; the pilots want higher wages.",
];
const documents = weighDocuments(texts);

const mention = (document: number, head: string): Mention => {
  const start = texts[document]?.indexOf(head) ?? -1;
  return { document, start, end: start + head.length, head };
};

/** The groups, each mention as its document and head. */
const joined = (mentions: readonly Mention[]): string[][] =>
  joinMentions(documents, mentions).map((group) =>
    group.map((place) => `${mentions[place]?.document} ${mentions[place]?.head}`),
  );

describe("documents", () => {
  it("that tell of one story are grouped", () => expect(clusterDocuments(documents)).toEqual([[0, 1], [2], [3, 4]]));
  it("are likest to themselves", () => {
    const [first, second, third] = documents.weights;
    if (!first || !second || !third) throw new Error("three documents");
    expect(documentLikeness(first, first)).toBe(1000);
    expect(documentLikeness(first, second)).toBe(documentLikeness(second, first));
    expect(documentLikeness(first, second)).toBeGreaterThan(documentLikeness(first, third));
  });
  it("without words are alone", () =>
    expect(clusterDocuments(weighDocuments(["", "...", ""]))).toEqual([[0], [1], [2]]));
});

describe("mentions", () => {
  it("of one deed in one story are one event, of a like deed in another story are not", () =>
    expect(joined([mention(0, "seized"), mention(1, "confiscated"), mention(2, "seized")])).toEqual([
      ["0 seized", "1 confiscated"],
      ["2 seized"],
    ]));
  it("of one word in one story are one event", () =>
    expect(joined([mention(3, "walkout"), mention(4, "walkout")])).toEqual([["3 walkout", "4 walkout"]]));
  it("that share neither word nor deed are never one, however alike their texts", () =>
    expect(joined([mention(0, "seized"), mention(1, "weighed")])).toEqual([["0 seized"], ["1 weighed"]]));
});

describe("the reasons", () => {
  const [seized, confiscated, weighed] = mentionContexts(
    documents,
    [0, 1],
    [mention(0, "seized"), mention(1, "confiscated"), mention(1, "weighed")],
  );
  if (!seized || !confiscated || !weighed) throw new Error("three mentions");
  it("add up to the weight", () => {
    const comparison = compareMentions(seized, confiscated);
    if (comparison === undefined) throw new Error("one deed");
    const reasons = explainMentions(comparison);
    expect(reasons.reduce((sum, { weightMb }) => sum + weightMb, 0)).toBe(weighMentions(comparison));
    expect(reasons.map(({ sentence }) => sentence)).toContain("The sentences hold the same number.");
  });
  it("are the same whichever comes first", () =>
    expect(compareMentions(seized, confiscated)).toEqual(compareMentions(confiscated, seized)));
  it("are none without a common word or deed", () => expect(compareMentions(seized, weighed)).toBeUndefined());
});
