import { describe, expect, it } from "vitest";
import { askLedger, buildLedger, readClaims } from "../../../src/ledger/index.ts";

const said = (text: string, question: string): string => {
  const claims = readClaims({ text: `A headline of some words\n17 May 2016\n\n${text}`, author: "the author" });
  const ledger = buildLedger([{ id: "d1", outlet: undefined, claims }]);
  const { value } = askLedger(ledger, { kind: "yes-no", text: question });
  return "is" in value ? value.is : value.kind;
};

const check = (text: string, question: string, expected: string): void =>
  it(`${question} ${expected}`, () => expect(said(text, question)).toBe(expected));

describe("whether something is so", () => {
  const owner =
    "A pilot said that the Adela belongs to the nephew of the mayor. A lawyer denied that the nephew owned the Adela.";
  check(owner, "Does the Adela belong to the nephew?", "unresolved");
  check("The port agent said that the Adela had left Mirren.", "Has the Adela left Mirren?", "yes");
  const left = "The port agent said that the Adela had left Mirren.";
  check(left, "Has the Adela burnt?", "unresolved");
  check(left, "Did the Adela reach Varna?", "unresolved");
  check("The port agent denied that the Adela had left Mirren.", "Has the Adela left Mirren?", "no");
});

describe("an answer that says nothing", () => {
  check(
    "The Mirren Post said that the Adela had left. Bulgaria’s trade office could not confirm that the Adela had left.",
    "Is the Bulgarian answer support for the story?",
    "neither",
  );
  check(
    "A clerk said that a captain had crossed the river. The notice of the harbour police says that two sailors were fined.",
    "Does the notice of the harbour police deny the crossing?",
    "neither",
  );
});

describe("what is another story", () => {
  check(
    "A clerk said that the minister owned a house in Mirren. The ministry said that the house in Faro has nothing to do with the house in Mirren.",
    "Does the house in Faro bear out the house in Mirren?",
    "no",
  );
});
