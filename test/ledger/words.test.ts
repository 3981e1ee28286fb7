import { describe, expect, it } from "vitest";
import { contentWords, deedsOf, headLemma } from "../../src/ledger/index.ts";

describe("the base form of a word", () => {
  const check = (forms: string, base: string): void =>
    it(`of ${forms} is ${base}`, () => {
      for (const form of forms.split(" ")) expect(headLemma(form)).toBe(base);
    });
  check("arrest arrests arrested Arresting", "arrest");
  check("seize seizes seized seizing", "seize");
  check("stop stops stopped stopping", "stop");
  check("kill kills killed killing", "kill");
  check("flee fled fleeing", "flee");
  check("deny denies denied denying", "deny");
  check("hope hoped hoping", "hope");
  check("release released releasing", "release");
  check("visit visited visiting", "visit");
  check("crisis crises", "crisis");
  check("man men man's", "man");
  check("bus buses", "bus");
  check("chemistry", "chemistry");
  check("status", "status");
  check("king", "king");
  check("망명", "망명");
  check("АРЕСТ", "арест");
});

describe("the deeds of a word", () => {
  const check = (word: string, deeds: readonly string[]): void =>
    it(`${word}: ${deeds.join(", ")}`, () =>
      expect(deedsOf(word).map(({ type, deed, isPlain }) => `${type}/${deed}${isPlain ? "" : "?"}`)).toEqual(deeds));
  check("defected", ["defection/defect"]);
  check("confiscated", ["seizure/seize"]);
  check("seizures", ["seizure/seize"]);
  check("payments", ["payment/pay"]);
  check("wired", ["transfer/transfer?"]);
  check("blacklisted", ["designation/designate"]);
  check("boarding", ["seizure/intercept?"]);
  check("table", []);
  check("체포됐다", ["arrest/arrest"]);
  check("送", []);
  check("走私", ["shipment/smuggle"]);
  check("арестовали", ["arrest/arrest"]);
});

describe("the words of a text", () => {
  const said = (text: string): string[] =>
    contentWords(text).map(({ term, kind, sentence }) => `${sentence} ${kind} ${term}`);
  it("are base forms with their kind and sentence", () =>
    expect(said("Mr. Orlov was arrested in Riga. Police seized 40 kilograms.")).toEqual([
      "0 name orlov",
      "0 word arrest",
      "0 name riga",
      "1 word police",
      "1 word seize",
      "1 number 40",
      "1 word kilogram",
    ]));
  it("stand where their offsets say", () => {
    const text = "Two men fled Port Sabran by sea";
    expect(contentWords(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "men",
      "fled",
      "Port",
      "Sabran",
      "sea",
    ]);
  });
  it("are pairs of characters in Chinese and Korean writing", () => {
    expect(said("海关查获走私")).toEqual(["海关", "关查", "查获", "获走", "走私"].map((term) => `0 word ${term}`));
    expect(said("송금")).toEqual(["0 word 송금"]);
  });
});
