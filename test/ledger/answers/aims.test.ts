import { describe, expect, it } from "vitest";
import { askLedger, buildLedger, readClaims, type QuestionKind } from "../../../src/ledger/index.ts";

const text = `A headline of some words
17 May 2016

The Mirren Post said that six barges of copper had left Mirren. The mining ministry denied that copper was sold to Venlia.

The port agent could not confirm that any barge had left. The Mirren Post said that the fire had nothing to do with the barges.`;

const ledger = buildLedger([{ id: "d1", outlet: undefined, claims: readClaims({ text, author: "the author" }) }]);

const cited = (kind: QuestionKind, question: string): readonly string[] =>
  askLedger(ledger, { kind, text: question }).claims.map(({ quote }) => quote);

const check = (kind: QuestionKind, questions: readonly string[], expected: readonly string[]): void => {
  for (const question of questions) it(question, () => expect(cited(kind, question)).toEqual(expected));
};

describe("a question is understood by whichever words it is put in", () => {
  check(
    "claims",
    ["What is denied?", "Which claims are rejected?", "What is contested?", "Which denials are there?"],
    ["copper was sold to Venlia"],
  );
  check(
    "claims",
    ["What does the mining ministry deny?", "What does the mining ministry dispute?", "What is called false?"],
    ["copper was sold to Venlia"],
  );
  check(
    "claims",
    [
      "Which claims are unrelated?",
      "Where is a connection ruled out?",
      "Which things have nothing to do with each other?",
    ],
    ["the fire had nothing to do with the barges"],
  );
  check(
    "sources",
    ["Who was unable to confirm something?", "Who would neither confirm nor deny?", "Who refused to answer?"],
    ["The port agent could not confirm that any barge had left"],
  );
  check("claims", ["Which claims were withdrawn?", "What was taken back?", "Which claim no longer stands?"], []);
  check("claims", ["Which sentences are ironic?", "What is said in jest?"], []);
});

describe("what is called unrelated", () => {
  it("may be said of none of several, with words between", () => {
    const none =
      "A headline of some words\n17 May 2016\n\nA clerk said that two captains were arrested. None of them, the clerk added, had anything to do with the fire.";
    const claims = readClaims({ text: none, author: "the author" });
    const { value } = askLedger(buildLedger([{ id: "d1", outlet: undefined, claims }]), {
      kind: "claims",
      text: "Which things are unrelated?",
    });
    expect("claims" in value && value.claims).toHaveLength(1);
  });
  const crates = `A headline of some words
17 May 2016

The port agent said that the Adela had no connection with a cargo of 17 crates that was stopped at Athens on 3 May 2016.`;
  const unlike = buildLedger([
    { id: "d1", outlet: undefined, claims: readClaims({ text: crates, author: "the author" }) },
  ]);
  it("is told of all the same", () =>
    expect(askLedger(unlike, { kind: "date", text: "When was the cargo stopped at Athens?" }).value).toMatchObject({
      start: "2016-05-03",
    }));
});
