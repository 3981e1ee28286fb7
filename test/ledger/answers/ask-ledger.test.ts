import { describe, expect, it } from "vitest";
import { askLedger, buildLedger, readClaims, type AnswerValue, type QuestionKind } from "../../../src/ledger/index.ts";

const asked = (
  text: string,
  kind: QuestionKind,
  question: string,
): { value: AnswerValue; cited: readonly string[] } => {
  const claims = readClaims({ text: `A headline of some words\n17 May 2016\n\n${text}`, author: "the author" });
  const ledger = buildLedger([{ id: "d1", outlet: undefined, claims }]);
  const answer = askLedger(ledger, { kind, text: question });
  return { value: answer.value, cited: answer.claims.map(({ quote }) => quote) };
};

describe("how many", () => {
  it("gives two numbers that contradict each other as a range and cites both", () => {
    const { value, cited } = asked(
      "The port agent said that six barges of copper had left Mirren. A pilot spoke of nine barges.",
      "number",
      "How many barges of copper left Mirren?",
    );
    expect(value).toMatchObject({ kind: "number", numbers: [{ low: 6, high: 9 }] });
    expect(cited).toHaveLength(2);
  });
  it("takes what is as much as two others together where all is asked for", () =>
    expect(
      asked(
        "The customs office said that 310,000 euros were found at the airport on Monday. On Tuesday 85,000 euros were found at the airport, the customs office said.\n\nSo customs took 395,000 euros at the airport in two days.",
        "number",
        "How much cash was found at the airport in the two days?",
      ).value,
    ).toMatchObject({ kind: "number", numbers: [{ low: 395_000, high: 395_000 }] }));
  it("takes those who were released from those who are still held", () =>
    expect(
      asked(
        "The harbour police said that twelve crew members were detained. Five of them were released on Thursday, the harbour police said.",
        "number",
        "How many of the crew are still held?",
      ).value,
    ).toMatchObject({ kind: "number", numbers: [{ low: 7, high: 7 }] }));
  it("knows the rest of a whole", () =>
    expect(
      asked(
        "The customs office said that the cargo was 21,000 tonnes: 12,000 tonnes of ore, the rest coke.",
        "number",
        "How much of the cargo is coke, by the customs office?",
      ).value,
    ).toMatchObject({ kind: "number", numbers: [{ low: 9000, high: 9000, unit: "t" }] }));
});

describe("how many, narrowed", () => {
  const months =
    "The port agent said that six barges of copper had left Mirren on 3 March 2016. The port agent said that nine barges of copper had left Mirren on 4 April 2016.";
  it("to a month, and to each of two", () => {
    expect(asked(months, "number", "How many barges of copper left Mirren in April?").value).toMatchObject({
      numbers: [{ low: 9, high: 9 }],
    });
    expect(asked(months, "number", "How many barges of copper left Mirren in March and in April?").value).toMatchObject(
      {
        numbers: [
          { low: 6, high: 6 },
          { low: 9, high: 9 },
        ],
      },
    );
  });
  it("to what a source puts in the place of another number", () =>
    expect(
      asked(
        "The port agent said that the courier had 70,000 dollars on him, not 700,000 dollars.",
        "number",
        "How much money had the courier on him?",
      ).value,
    ).toMatchObject({ numbers: [{ low: 70_000, high: 70_000 }] }));
  it("to what stands right before the number", () =>
    expect(
      asked(
        "The port agent said that the list held 40 accounts. A second outlet, the Mirren Post, puts the accounts at 46.",
        "number",
        "How many accounts are on the list?",
      ).value,
    ).toMatchObject({ numbers: [{ low: 40, high: 46 }] }));
  it("to the words of one source", () =>
    expect(
      asked(
        "The port agent said that six barges of copper had left Mirren. A pilot spoke of nine barges.",
        "number",
        "How many barges of copper left Mirren, by the port agent?",
      ).value,
    ).toMatchObject({ numbers: [{ low: 6, high: 6 }] }));
  it("to what stands in the very words of the question", () =>
    expect(
      asked(
        "The port agent said that twelve people were taken from the barge. Four of them are in custody, the port agent said.",
        "number",
        "How many people are in custody?",
      ).value,
    ).toMatchObject({ numbers: [{ low: 4, high: 4 }] }));
  it("asks for money where it asks what was paid", () =>
    expect(
      asked(
        "The port agent said that the barge was sold on Tuesday, for 30,000 euros, with two of its lamps.",
        "number",
        "What was paid for the barge?",
      ).value,
    ).toMatchObject({ numbers: [{ low: 30_000, high: 30_000, unit: "EUR" }] }));
});

describe("how many root sources", () => {
  const text =
    "The Mirren Post said that a barge of copper had burnt at the north quay. A pilot told the Mirren Post that two barges of copper had burnt at the quay.\n\nThe mayor said that the ferry was late on Monday.\n\nA clerk said that the mill would be sold.\n\nThe mining ministry said that its copper was safe in the yard.";
  it("counts those of the event that is asked about", () =>
    expect(asked(text, "root-count", "How many root sources stand behind the burnt copper?").value).toEqual({
      kind: "root-count",
      low: 1,
      high: 2,
    }));
  it("counts a version in that it is asked to count in", () =>
    expect(
      asked(
        text,
        "root-count",
        "How many root sources speak of the burnt copper, the mining ministry's version included?",
      ).value,
    ).toEqual({ kind: "root-count", low: 2, high: 3 }));
});

describe("yes or no", () => {
  const text =
    "The port agent said that six barges of copper had left Mirren. A pilot said that nine barges of copper had left Mirren. The mining ministry denied that copper was sold to Venlia.";
  it("two who give other numbers do not agree", () =>
    expect(asked(text, "yes-no", "Do the port agent and the pilot agree on the number of barges?").value).toMatchObject(
      {
        is: "no",
      },
    ));
  it("what is denied is what was denied, and no more", () => {
    expect(asked(text, "yes-no", "Does the mining ministry deny that copper was sold to Venlia?").value).toMatchObject({
      is: "yes",
    });
    expect(
      asked(text, "yes-no", "Does the mining ministry deny that barges of copper left Mirren?").value,
    ).toMatchObject({ is: "no" });
  });
});

describe("two figures of one teller", () => {
  it("are compared, and not what he would not say", () =>
    expect(
      asked(
        "The prosecutor said that two men were in custody on Monday. The prosecutor said that four men were in custody on Wednesday. The prosecutor declined to give names.",
        "yes-no",
        "Do the two figures of the prosecutor contradict each other?",
      ).value,
    ).toMatchObject({ is: "no" }));
});

describe("through whom", () => {
  it("cites who says from whom it was had", () =>
    expect(
      asked(
        "A clerk told the Mirren Post that two barges had left. The clerk had it from a night porter.",
        "chain",
        "Through whom do the barges reach the reader?",
      ).cited,
    ).toEqual(["two barges had left", "The clerk had it from a night porter"]));
});

describe("people in flight", () => {
  const flight = "The Mirren Post said that a pilot fled to Athens on 3 May 2016 and asked for asylum there.";
  it("are placed in a country", () =>
    expect(asked(flight, "place", "Where did the pilot ask for asylum?").value).toEqual({
      kind: "place",
      norm: "Greece",
      country: "gr",
    }));
  it("are dated by the month", () =>
    expect(asked(flight, "date", "When did the pilot flee?").value).toEqual({
      kind: "date",
      start: "2016-05-01",
      end: "2016-05-31",
      precision: "month",
    }));
  it("what nobody fled from keeps its place and day", () => {
    const sale = "The Mirren Post said that copper was sold in Athens on 3 May 2016.";
    expect(asked(sale, "place", "Where was the copper sold?").value).toMatchObject({ norm: "Athens" });
    expect(asked(sale, "date", "When was the copper sold?").value).toMatchObject({
      start: "2016-05-03",
      precision: "day",
    });
  });
});

describe("what one confirms", () => {
  it("cites what an office says on record, and no word of others about it", () =>
    expect(
      asked(
        "A pilot said that the mining ministry had sold six barges. The mining ministry confirmed that its office had been searched on Tuesday.",
        "claims",
        "What does the mining ministry confirm?",
      ).cited,
    ).toEqual(["its office had been searched on Tuesday"]));
});
