import { describe, expect, it } from "vitest";
import { askLedger, buildLedger, readClaims, type Answer, type QuestionKind } from "../../../src/ledger/index.ts";

const asked = (text: string, kind: QuestionKind, question: string): Answer => {
  const claims = readClaims({ text: `A headline of some words\n17 May 2016\n\n${text}`, author: "the author" });
  return askLedger(buildLedger([{ id: "d1", outlet: undefined, claims }]), { kind, text: question });
};

const cited = (answer: Answer): readonly string[] => answer.claims.map(({ quote }) => quote);

describe("a place", () => {
  it("that is ruled out is none", () =>
    expect(
      asked(
        "The port agent said that the barge was loaded in Athens, not Venice.",
        "place",
        "Where was the barge loaded?",
      ).value,
    ).toMatchObject({ norm: "Athens" }));
  it("is that of whoever is asked for", () =>
    expect(
      asked(
        "The port agent said that the barge was loaded in Athens. A pilot said that the barge was loaded in Venice.",
        "place",
        "Where was the barge loaded, by the pilot?",
      ).value,
    ).toMatchObject({ norm: "Venice" }));
  it("is not that of long before", () =>
    expect(
      asked(
        "The port agent said that the barge burnt in Athens on 3 May 2016. The port agent said that a barge burnt in Venice in 2009.",
        "place",
        "Where did the barge burn?",
      ).value,
    ).toMatchObject({ norm: "Athens" }));
});

describe("a day", () => {
  it("is one that the teller gives, though he uses no word of the question", () =>
    expect(
      asked(
        "The Mirren Post said that the sale was quick. A cashier said that he was paid on 3 May 2016.",
        "date",
        "When was the auction, by the cashier?",
      ).value,
    ).toMatchObject({ start: "2016-05-03" }));
});

describe("an order", () => {
  it("has another claim for each thing", () =>
    expect(
      cited(
        asked(
          "A clerk said that the barge left on 3 May 2016. A clerk said that the barge burnt on 5 May 2016. A clerk said that the barge sank on 9 May 2016.",
          "order",
          "Order in time: the barge sank, the barge left, the barge burnt.",
        ),
      ),
    ).toEqual(["the barge left on 3 May 2016", "the barge burnt on 5 May 2016", "the barge sank on 9 May 2016"]));
});

describe("sources", () => {
  const denied =
    "The mining ministry denied that copper was sold to Venlia. The ferry company denied that the ferry was late on Monday.";
  it("that deny are those that deny what is asked", () =>
    expect(cited(asked(denied, "sources", "Who denies that the ferry was late?"))).toEqual([
      "the ferry was late on Monday",
    ]));
  it("are said to be one by whoever names the same colleague", () =>
    expect(
      cited(
        asked(
          "A colleague of the consul told the Mirren Post that the consul had left. Radio Venlia has interviewed the same colleague. The colleague told Radio Venlia that the consul had sold his car.",
          "sources",
          "Which outlets rest on the colleague?",
        ),
      ),
    ).toContain("Radio Venlia has interviewed the same colleague"));
});
