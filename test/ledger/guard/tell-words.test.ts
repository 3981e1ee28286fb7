import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coarseCount } from "../../../src/ledger/guard/make-guard.ts";
import { peopleNamed, subjectNamed } from "../../../src/ledger/guard/people-named.ts";
import { pointsBack } from "../../../src/ledger/guard/points-back.ts";
import { tellSource } from "../../../src/ledger/guard/tell-source.ts";
import { tellWords } from "../../../src/ledger/guard/tell-words.ts";

const names = new Set(["orlo", "vintar"]);
const told = (text: string): string => tellWords(text, { names }).words;

describe("words about people in flight", () => {
  const check = (text: string, words: string): void => it(text, () => expect(told(text)).toBe(words));

  check(
    "Colonel Orlo Vintar, 51, defected in Lisbon on 12 May 2016, a diplomat told the Strait Post.",
    "Colonel Orlo Vintar, […] defected in [Portugal] [May 2016], a diplomat told the […].",
  );
  check(
    "He is staying at the consul's flat near the harbour with his wife and two sons.",
    "He is staying at the consul's […] near the […] with his wife and two sons.",
  );
  check(
    "Vintar was last seen on Tuesday at Hotel Sol, Rua Verde 14.",
    "Vintar was last seen [a time] at [a place], […]",
  );
  check(
    "The consul Orlo Vintar fled aboard the Morning Star from Sabran and crossed the border at Post 7.",
    "The consul Orlo Vintar fled […] the [a place] from [a place] and crossed the […] at [a place] […]",
  );
  check("Vintar’s daughter goes to St Mary School in Portugal.", "Vintar’s daughter goes to [a place] in Portugal.");
  check("He lives in Vintar street, behind the old mill.", "He lives in [a place], behind the old […].");
  check("Write to him at vintar@hotel-sol.pt or +351 281 555 123.", "Write to him at […] or […]");
  check("He came today at six o’clock in the morning.", "He came [a time].");
  check("CONSUL VANISHES FROM SOL HOTEL", "CONSUL […]");
  check(
    "Officials of the Foreign Ministry denied that he had defected.",
    "Officials of the Foreign Ministry denied that he had defected.",
  );
  check("an den Hafen nach Faro", "[words about people in flight]");
  check("리철 대령은 5월 12일 리스본에서 망명했다.", "[words in Korean]");
  check("Полковник Винтар бежал в Лиссабон.", "[words in Russian]");
  check("李哲在里斯本申请庇护。", "[words in Chinese]");
  check("He told 리철 in Faro.", "He told […] in [a place].");

  it("keep no word that no list holds, whatever stands beside it", () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{5,9}zq$/u), fc.boolean(), (word, isCapital) => {
        const place = isCapital ? `${word.slice(0, 1).toUpperCase()}${word.slice(1)}` : word;
        for (const text of [
          `He hid ${place}.`,
          `Colonel Vintar fled to ${place} in Spain.`,
          `the ${place}, his wife said`,
        ])
          expect(told(text).toLowerCase()).not.toContain(word);
      }),
    ));

  it("say nothing of a text of which no word may be told", () =>
    expect(tellWords("Rua Verde 14", { names })).toEqual({
      words: "[words about people in flight]",
      isWithheld: true,
    }));
});

describe("speakers and numbers", () => {
  const person = { id: "s1", kind: "person", isUnnamed: false, most: 1 } as const;
  it("are called without places", () => {
    const called = (name: string, isUnnamed = false): string =>
      tellSource({ ...person, isUnnamed, name, mentions: [] }, { names }).name;
    expect(called("Ann Lee")).toBe("Ann Lee");
    expect(called("a waiter at the Sol hotel", true)).toBe("a waiter at the [a place]");
    expect(called("Hotel Sol")).toBe("[a person]");
    expect(tellSource({ ...person, kind: "outlet", name: "Faro Post", mentions: [] }, { names }).name).toBe(
      "Faro Post",
    );
  });

  it("are told of people and money alone", () => {
    const count = (low: number, noun: string | null, unit: string | null = null) => ({
      from: 0,
      to: 1,
      text: "x",
      low,
      high: low,
      approx: false,
      noun,
      unit,
    });
    expect(coarseCount(count(2, "sons"), names)).toMatchObject([{ text: "2", noun: "sons" }]);
    expect(coarseCount(count(900, null, "USD"), names)).toMatchObject([{ text: "900", unit: "USD" }]);
    for (const each of [count(51, "age"), count(20, null, "km"), count(14, "hotels"), count(6, null)])
      expect(coarseCount(each, names)).toEqual([]);
  });
});

describe("who is in flight", () => {
  const named = (text: string): string =>
    peopleNamed(text, [])
      .map(({ name, isSure }) => (isSure ? name : `${name}?`))
      .join(" ");
  const check = (text: string, expected: string): void => it(text, () => expect(named(text)).toBe(expected));

  check("Colonel Ri and Mr An defected.", "ri an");
  check("the consul Orlo Vintar hid in Faro.", "orlo vintar");
  check("Orlo Vintar fled to Spain.", "orlo vintar");
  check("The defection of Vintar was denied.", "vintar");
  check("Sol Palace, a hotel in Faro, took him in.", "sol?");
  check("Syrians fled, and he fled too.", "");
  check("Blue Gate paid before he fled.", "");

  it("is whom the paragraph before names where only “he” is said", () => {
    expect(subjectNamed("In Faro, Ri Chol was seen at the gate.").map(({ name }) => name)).toEqual(["ri", "chol"]);
    expect(subjectNamed("Nobody was seen in Faro.")).toEqual([]);
  });
});

describe("a paragraph that goes on about them", () => {
  for (const line of [
    "He is staying there with friends.",
    "The family was last seen on Tuesday.",
    "On Monday, in Faro, she took a room.",
    "They live near the harbour.",
    "The former consul rents a flat.",
  ])
    it(line, () => expect(pointsBack(line)).toBe(true));
  for (const line of [
    "Customs officers seized 14 crates of pumps.",
    "Ann Lee said that he was wrong.",
    "Prices rose in May. He was right.",
  ])
    it(`not: ${line}`, () => expect(pointsBack(line)).toBe(false));
});
