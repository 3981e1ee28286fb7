import { describe, expect, it } from "vitest";
import { askLedger, buildLedger, readClaims } from "../../../src/ledger/index.ts";

const numbersOf = (text: string, question: string): unknown => {
  const claims = readClaims({ text: `A headline of some words\n17 May 2016\n\n${text}`, author: "the author" });
  const ledger = buildLedger([{ id: "d1", outlet: undefined, claims }]);
  const { value } = askLedger(ledger, { kind: "number", text: question });
  return "numbers" in value ? value.numbers.map(({ low, high }) => [low, high]) : value.kind;
};

const check = (text: string, question: string, expected: unknown): void =>
  it(question, () => expect(numbersOf(text, question)).toEqual(expected));

describe("a number asked for again", () => {
  check(
    "The harbour master said that nine crates stood on the deck on 7 May 2016. The harbour master said that fourteen crates stood on the deck on 11 May 2016.",
    "How many crates stood on the deck on 7 May, and how many on 11 May?",
    [
      [9, 9],
      [14, 14],
    ],
  );
  check(
    "The clerk said that 2 million euros left for Dubai. The clerk said that 900,000 dollars left for Limassol.",
    "How much money left for Dubai and Limassol?",
    [
      [2_000_000, 2_000_000],
      [900_000, 900_000],
    ],
  );
});

describe("what is no other version of a number", () => {
  check(
    "The pilot said that 46 boxes lay in the hold. The mayor said that one box had burst open.",
    "How many boxes lay in the hold?",
    [[46, 46]],
  );
  check(
    "The hospital said that five people had died in the fire. In 2006 eleven people were killed when a mill burnt.",
    "How many people died?",
    [[5, 5]],
  );
  check(
    "September brought 61 arrivals, the office said on 10 May. The ministry gave 854 arrivals for the year 2015.",
    "How many people arrived in September?",
    [[61, 61]],
  );
});
