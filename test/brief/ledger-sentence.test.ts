import { describe, expect, it } from "vitest";
import { checkLedgerSentence } from "../../src/brief/check-ledger-sentence.ts";

const accepts = (text: string): void =>
  it(`accepts: ${text}`, () => expect(() => checkLedgerSentence({ text, cites: [] })).not.toThrow());
const refuses = (text: string, why: string): void =>
  it(`refuses: ${text}`, () => expect(() => checkLedgerSentence({ text, cites: [] })).toThrow(why));

describe("a sentence of the ledger's section", () => {
  accepts("“14 crates were seized”, 2016-03-08, Rotterdam: one source says so, and no other.");
  accepts("Number of crates: between 12 and 14.");
  accepts("Number of crates: from every confirmed claim: 14.");
  accepts("Number of people: at least 3.");
  accepts("2 independent sources say so.");
  accepts("It is likely that the pumps were for a shipyard.");
  accepts("Confidence in this is low, since it may rest on one source alone.");
  accepts("“It is very likely”, he said; confidence in this is low.");
  refuses("It is likely, and confidence in this is high.", "no sentence holds a likelihood and a confidence");
  refuses("With moderate confidence the crates almost certainly held pumps.", "a likelihood and a confidence");
  refuses("14 crates were seized.", "every number has its range; 14 has none");
  refuses("The fund held 90 million dollars.", "90 has none");
});
