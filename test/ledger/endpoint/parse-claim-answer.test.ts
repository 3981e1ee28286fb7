import { describe, expect, it } from "vitest";
import { claimRequest, parseClaimAnswer } from "../../../src/ledger/index.ts";

const passage = "A broker said that Blue Gate paid 14 crates. The ministry denied it.";
const claim = {
  quote: "Blue Gate paid 14 crates",
  speaker: "A broker",
  kind: "event",
  polarity: "positive",
  modality: "reported",
};
const answerOf = (content: unknown): string =>
  JSON.stringify({
    id: "x",
    choices: [
      { message: { role: "assistant", content: typeof content === "string" ? content : JSON.stringify(content) } },
    ],
  });

describe("an answer of a model", () => {
  it("gives claims whose words stand in the passage, with their places", () => {
    expect(parseClaimAnswer(answerOf({ claims: [claim] }), passage)).toEqual({
      isUnderstood: true,
      claims: [{ ...claim, from: 19, to: 43 }],
      dropped: 0,
    });
  });

  it("loses claims in words of its own, of a speaker whom the passage does not name, and said twice, and counts them", () => {
    const claims = [
      claim,
      claim,
      { ...claim, quote: "Blue Gate paid fourteen crates" },
      { ...claim, quote: "denied it", speaker: "Orlo Vintar" },
      { ...claim, quote: " " },
    ];
    const read = parseClaimAnswer(answerOf({ claims }), passage);
    expect([read.claims.length, read.dropped]).toEqual([1, 4]);
  });

  const refused = (content: unknown): void =>
    expect(parseClaimAnswer(answerOf(content), passage)).toEqual({ isUnderstood: false, claims: [], dropped: 0 });
  it("is not understood where it has another form", () => {
    refused("Here are the claims: []");
    refused({ claims: [{ ...claim, status: "confirmed" }] });
    refused({ claims: [{ ...claim, kind: "fact" }] });
    refused({ claims: Array.from({ length: 51 }, () => claim) });
    expect(parseClaimAnswer('{"error":"busy"}', passage).isUnderstood).toBe(false);
    expect(parseClaimAnswer("<html>", passage).isUnderstood).toBe(false);
  });
});

it("asks with the passage alone behind the instruction", () => {
  const { model, messages } = JSON.parse(claimRequest("local-1", passage)) as {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
  };
  expect(model).toBe("local-1");
  expect(messages.map(({ role }) => role)).toEqual(["system", "user"]);
  expect(messages[1]?.content).toBe(passage);
});
