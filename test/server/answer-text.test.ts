import { describe, expect, it } from "vitest";
import { z } from "zod";
import { answerText } from "../../src/server/answer-text.ts";

const person = z.object({ id: z.string(), caption: z.string() });
const route = {
  summary: "",
  answer: z.object({
    rows: z.array(person),
    first: z.union([person, z.object({ closed: z.literal(true) })]).nullable(),
    byName: z.record(z.string(), person),
  }),
};
const wide = { id: "p1", caption: "Ri", heardFrom: "Nightjar" };

describe("an answer as JSON", () => {
  it("holds nothing that its route does not declare, at any depth", () => {
    const answer = { rows: [wide], first: wide, byName: { Ri: wide }, sources: ["Nightjar"] };
    const right = { id: "p1", caption: "Ri" };
    expect(JSON.parse(answerText("GET /api/x", route, answer))).toEqual({
      rows: [right],
      first: right,
      byName: { Ri: right },
    });
  });

  it("is refused where something declared is missing, by its place and without any value", () => {
    const answer = { rows: [{ caption: "Nightjar" }], first: null, byName: {} };
    expect(() => answerText("GET /api/x", route, answer)).toThrow(
      /^GET \/api\/x does not answer what the contract declares: rows\.0\.id \(invalid_type\)$/u,
    );
  });
});
