import { describe, expect, it } from "vitest";
import { findCounts, findIdentifiers } from "../../src/ledger/index.ts";

const amountOf = (low: number | null, high: number | null): string =>
  low === high ? `${low}` : `${low ?? ""}..${high ?? ""}`;

/** The counts of a text: "text = low..high unit noun", with "~" where they are about and "#" for a number of a series. */
const countsOf = (text: string): string[] =>
  findCounts(text).map(({ text, low, high, unit, approx, noun, isOrdinal }) =>
    [`${text} = ${isOrdinal ? "#" : ""}${approx ? "~" : ""}${amountOf(low, high)}`, unit, noun]
      .filter((part) => part !== null)
      .join(" "),
  );

const check = (text: string, ...counts: readonly string[]): void =>
  it(text, () => expect(countsOf(text)).toEqual(counts));

describe("how many", () => {
  check("The police held 14 harbour pilots.", "14 = 14 harbour pilots");
  check("The police held twenty-three dock workers.", "twenty-three = 23 dock workers");
  check("One hundred and five sailors came.", "One hundred and five = 105 sailors");
  check("Several lorries and a couple of vans came.", "Several = ~3.. lorries", "a couple of = 2 vans");
  check("Dozens of prisoners and two dozen guards came.", "Dozens of = ~24.. prisoners", "two dozen = 24 guards");
  check("Nobody came; no one was asked.", "Nobody = 0", "no one = 0");
  check("A fifth was found; a sixth man fled.", "A fifth = 1", "a sixth = 1 man");
  check("The ninth and tenth trucks came.", "ninth and tenth = #9..10 trucks");
  check("She asked him twice, then four times.", "twice = 2 times", "four = 4 times");
  check("Forty or more boxes, at least 12 bags.", "Forty or more = 40.. boxes", "at least 12 = 12.. bags");
  check(
    "Three or four lamps, 3-5 tables, 10 to 12 chairs.",
    "Three or four = 3..4 lamps",
    "3-5 = 3..5 tables",
    "10 to 12 = 10..12 chairs",
  );
  check("At least 9, perhaps as many as 14, miners died.", "At least 9, perhaps as many as 14 = ~9..14");
  check("Fewer than 50 guests, about 20 cooks.", "Fewer than 50 = ..50 guests", "about 20 = ~20 cooks");
  check(
    "Two-thirds of the fleet and a quarter of the crew.",
    "Two-thirds = 0.6667 fraction",
    "a quarter = 0.25 fraction",
  );
  check("In the eight-seat boat sat a 34-year-old.", "eight = 8 seat", "34-year-old = 34 age");
  check("Ivan Petrov, 61, was there.", "61 = 61 age");
  check(
    "Exports fell by a third; one in six left; half a million stayed.",
    "a third = 0.3333 fraction",
    "one in six = 0.1667 fraction",
    "half a million = 500000",
  );
  check("A seventh man escaped; the last 9 hostages wept.", "A seventh = 1 man", "9 = 9 hostages");
  check("He had two of the five keys.", "two = 2 keys", "five = 5 keys");
});

describe("sums of people", () => {
  it("adds kinds of people and keeps the parts", () => {
    const [sum] = findCounts("They brought back nine women and a boy.");
    expect(sum).toMatchObject({ text: "nine women and a", low: 10, high: 10, noun: "people" });
    expect(sum?.parts?.map((part) => [part.text, part.low, part.noun])).toEqual([
      ["nine", 9, "women"],
      ["a", 1, "boy"],
    ]);
  });
  check("Two lamps and a list lay there.", "Two = 2 lamps");
});

describe("money and measures", () => {
  check(
    "They paid $5 million, €2.5bn and 3,400 pounds.",
    "$5 million = 5000000 USD",
    "€2.5bn = 2500000000 EUR",
    "3,400 pounds = 3400 GBP",
  );
  check(
    "He had 700,000, 300,000 and 20,000 euros.",
    "700,000 = 700000 EUR",
    "300,000 = 300000 EUR",
    "20,000 euros = 20000 EUR",
  );
  check("It cost between 30 and 40 million roubles.", "between 30 and 40 million roubles = 30000000..40000000 RUB");
  check(
    "It cost 9 million yuan. Later 2.5 million came back.",
    "9 million yuan = 9000000 CNY",
    "2.5 million = 2500000 CNY",
  );
  check("As much as 12 tonnes, nearly 80 kilograms.", "As much as 12 tonnes = ..12 t", "nearly 80 kilograms = ~80 kg");
  check("Prices rose by 7.5 per cent, or 12%.", "7.5 per cent = 7.5 percent", "12% = 12 percent");
  check("공작원 3명이 5만 달러를 받았다.", "3 = 3 명", "5만 달러 = 50000 USD");
  check("모두 15명이 떠났다.", "15 = 15 명");
  check("Он получил 2,5 млн рублей.", "2,5 млн рублей = 2500000 RUB");
  check("12名工人带走了三百万元。", "12 = 12 名", "三百万元 = 3000000 CNY");
  check("Он получил 2 миллиона долларов.", "2 миллиона долларов = 2000000 USD");
});

describe("what is no count", () => {
  check("On 3 May 2013, at 4.30 p.m., issue 212 of Bureau 9 named Kanal-7.");
  check("1. HEADING\nSee paragraph 4 and No. 17.");
  check("The 1998 treaty was signed at 9 p.m. by a woman in her fifties.");
  check("Version 2.0 ran on 10.0.0.5 in a house at 14 Mill Lane.");
  check("The one who sang loved the other one.");
  check("Ring +41 22 555 01 23 at once.");
});

describe("one as a number", () => {
  check("He said that one guard had left and that one of the two stayed.", "one = 1 guard", "one = 1", "two = 2");
  check("Only one of the two gates was open.", "one = 1 gates", "two = 2 gates");
});

describe("coins", () => {
  check("It lost 1,900 bitcoins; later it was 2,300.", "1,900 bitcoins = 1900 BTC", "2,300 = 2300 BTC");
});

describe("identifiers", () => {
  it("keeps account endings with their bank, and later mentions of them", () => {
    const text =
      "It left the account ending 8830 at Example Bank in Riga. Two accounts at Meridian Trust got it: the one ending 0051 more. Fees went through 0051.";
    expect(findIdentifiers(text).map(({ text, bank }) => [text, bank])).toEqual([
      ["8830", "Example Bank"],
      ["0051", "Meridian Trust"],
      ["0051", "Meridian Trust"],
    ]);
    expect(countsOf(text)).toEqual(["Two = 2 accounts"]);
  });
  it("finds an account's number, and takes money for money", () => {
    const text = "Account number 70012345 at Example Bank, card ending in 6620: 6620 dollars.";
    expect(findIdentifiers(text).map(({ type, text }) => `${type} ${text}`)).toEqual([
      "account-number 70012345",
      "account-fragment 6620",
    ]);
    expect(countsOf(text)).toEqual(["6620 dollars = 6620 USD"]);
  });
  it("finds a telephone number", () =>
    expect(findIdentifiers("Ring +41 22 555 01 23 today.")).toMatchObject([
      { type: "phone", text: "+41 22 555 01 23" },
    ]));
});
