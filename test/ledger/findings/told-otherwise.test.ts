import { describe, expect, it } from "vitest";
import { buildLedger, readClaims } from "../../../src/ledger/index.ts";

describe("what no rule finds is weighed", () => {
  const check = (what: string, text: string, expected: readonly string[]): void =>
    it(what, () => {
      const claims = readClaims({ text: `A headline of some words\n${text}`, author: "the author" });
      const { contradictions } = buildLedger([{ id: "d1", outlet: undefined, claims }]);
      expect(contradictions.map(({ kind, left, right }) => `${kind}: ${left.quote} / ${right.quote}`)).toEqual(
        expected,
      );
    });
  check(
    "two owners that no list holds",
    "The Mirren Post says that the kayak belongs to a senator. The harbour clerk corrected that. The kayak is the property of a baker, he said.",
    ["status: the kayak belongs to a senator / The kayak is the property of a baker"],
  );
  check(
    "another account in other words",
    "The Mirren Post says that the comet was seen by a shepherd in a meadow. An astronomer gave another account. “The light came from a kiln in the valley,” she said.",
    ["status: the comet was seen by a shepherd in a meadow / The light came from a kiln in the valley"],
  );
  check(
    "not what another adds",
    "A pilot said that the barge left Mirren at dawn. A clerk said that the captain wore a blue coat.",
    [],
  );
  check(
    "not what says the same and more",
    "A pilot said that the barge left Mirren. A clerk said that the barge left Mirren with a dog.",
    [],
  );
  check(
    "not two words of one teller",
    "A pilot said that the barge left Mirren at dawn. The pilot said that the barge left Mirren at noon.",
    [],
  );
  check(
    "not two units",
    "A pilot said that thirty lorries of grain came to Mirren. A clerk said that six hundred tonnes of grain came to Mirren.",
    [],
  );
  check(
    "not two days of a text without a date",
    "The port agent said that six barges of copper left Mirren on Tuesday. A pilot said that nine barges of copper left Mirren on Thursday.",
    [],
  );
});
