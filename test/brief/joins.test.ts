import { expect, it } from "vitest";
import { sentencesOf, withJoins, type Outline } from "../../src/brief/index.ts";
import type { JoinTold } from "../../src/brief/sections/joins.ts";
import { parseStatementId } from "../../src/model/index.ts";

const outline: Outline = {
  title: "Harbour: brief",
  sections: [
    {
      id: "in-short",
      title: "In short",
      blocks: [
        {
          kind: "list",
          sentences: [
            { text: "First.", cites: [{ kind: "file", file: "h1/a.csv" }] },
            { text: "Last.", cites: [{ kind: "file", file: "h1/a.csv" }] },
          ],
        },
      ],
    },
    { id: "came-in", title: "What came in", blocks: [] },
  ],
};
const compared = (id: string, value: string, original: string | null, words: string) => ({
  statementId: parseStatementId(id),
  value,
  original,
  locator: `h1/a.csv#${id}`,
  common: { words },
});
const join: JoinTold = {
  leftName: "Blue Gate Ltd",
  rightName: "푸른 문",
  joinedBy: "rule: account-number, name-company",
  carries: [
    { kind: "chokepoint", carried: "Blue Gate Ltd / 푸른 문" },
    { kind: "match", carried: "ofac-2021-07" },
    { kind: "sentence", carried: "A." },
    { kind: "sentence", carried: "B." },
  ],
  moneyMinor: "123456",
  isAlone: true,
  confirmed: null,
  reasons: [
    {
      sentence: "Both give the same account number.",
      weightMb: 13_873,
      left: compared("a1", "12345678", "1234 5678", "nobody else here has it"),
      right: compared("a2", "12345678", null, "nobody else here has it"),
    },
    {
      sentence: "The company names are different.",
      weightMb: -585,
      left: compared("b1", "Blue Gate Ltd", null, "nobody else here bears it"),
      right: compared("b2", "푸른 문", null, "2 others here bear it"),
    },
  ],
  cites: [parseStatementId("c1"), parseStatementId("c2")],
};
const counts = { joins: 3, sentences: 3, matches: 1, chokepoints: 2, alone: 1, confirmed: 0 };

it("a brief tells each join with what hangs on it and what it rests on, cites both values, and says how many are confirmed", () => {
  const told = sentencesOf(withJoins(outline, { counts, joins: [join], currency: "USD" }));
  const sum =
    "3 joins of two mentions carry what this brief says (3 a cited sentence, 1 a match with a public list and 2 a chokepoint); no other join backs 1 of them; a person has confirmed 0.";
  expect(told.map(({ text }) => text)).toEqual([
    "First.",
    sum,
    "Last.",
    sum,
    'Blue Gate Ltd and 푸른 문: taken for one by account number and name. It carries 2 sentences, the match with ofac-2021-07, the chokepoint Blue Gate Ltd and 1,234.56 USD of payments on its smaller side. No other join backs it. For, 13.9 bits: Both give the same account number: "1234 5678" (h1/a.csv#a1) and "12345678" (h1/a.csv#a2); nobody else here has it. Against, 0.6 bits: The company names are different: "Blue Gate Ltd" (h1/a.csv#b1) and "푸른 문" (h1/a.csv#b2); of the first, nobody else here bears it; of the second, 2 others here bear it.',
  ]);
  expect(told.at(-1)?.cites.map((cite) => ("id" in cite ? cite.id : ""))).toEqual(["c1", "c2", "a1", "a2", "b1", "b2"]);
});

it("a brief says who confirmed a join, and where the others are listed", () => {
  const confirmed = { judgementNo: 4, by: "lee", reasons: ["seen the register"] };
  const { sections } = withJoins(outline, {
    counts: { ...counts, confirmed: 1 },
    joins: [{ ...join, confirmed, isAlone: false, moneyMinor: "0" }],
    currency: "USD",
  });
  expect(sections.map(({ id }) => id)).toEqual(["in-short", "joins", "came-in"]);
  const text = JSON.stringify(sections[1]);
  expect(text).toContain("a person has confirmed 1.");
  expect(text).toContain("the chokepoint Blue Gate Ltd. lee has confirmed it (decision 4: seen the register). For");
  expect(text).toContain('2 more joins: \\"windfall review --load-bearing\\" lists them all.');
});

it("a brief on which no join bears says so", () => {
  const none = { joins: 0, sentences: 0, matches: 0, chokepoints: 0, alone: 0, confirmed: 0 };
  const { sections } = withJoins(outline, { counts: none, joins: [], currency: "USD" });
  expect(sections[0]).toEqual(outline.sections[0]);
  expect(sections[1]?.blocks).toEqual([{ kind: "empty", text: "Nothing above hangs on a join of two mentions." }]);
});
