import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { initCase } from "../../src/casefile/case-folder.ts";
import { blockVerb } from "../../src/cli/block.ts";
import { findingsVerb } from "../../src/cli/findings.ts";
import { nameVerb } from "../../src/cli/name.ts";
import { perMillionText } from "../../src/cli/show.ts";
import type { Verb } from "../../src/cli/verb.ts";
import { whoVerb } from "../../src/cli/who.ts";
import { runVerb } from "../support/run-verb.ts";

let dir: string;
beforeAll(() => {
  dir = join(mkdtempSync(join(tmpdir(), "windfall-options-")), "case");
  initCase(dir, "Harbour");
});
afterAll(() => rmSync(join(dir, ".."), { recursive: true, force: true }));

describe("what a verb is given is refused where it cannot be meant", () => {
  const check = (verb: Verb, words: readonly string[], options: Readonly<Record<string, string>>, message: string) =>
    it(`${verb.usage} ${JSON.stringify([words, options])}`, () =>
      expect(runVerb(dir, verb, options, words)).rejects.toThrow(message));
  check(blockVerb, [], { budget: "0" }, '--budget is "0"; use a whole number from 1 to 50');
  check(blockVerb, [], { budget: "99" }, '--budget is "99"; use a whole number from 1 to 50');
  const span = "use two dates, the earlier first, such as 2014-01-01,2016-07-31";
  for (const between of ["2019-01-01,2014-01-01", "2014-02-31,2016-07-31", "2014"])
    check(blockVerb, [], { between }, `--between is "${between}"; ${span}`);
  check(whoVerb, [""], {}, "a name is empty; use a name, a number or an id");
  check(nameVerb, ["", "Kim Chol"], {}, "a name is empty; use two names");
  check(nameVerb, ["Kim Chol", " "], {}, "a name is empty; use two names");
  check(findingsVerb, [], { prop: "foo" }, '--prop is "foo"; use a property of FollowTheMoney such as name');
});

it("says of a million no more digits than an estimate bears", () =>
  expect([0.4, 1, 9.6, 42.31, 371.329, 12_345.6].map(perMillionText)).toEqual([
    "fewer than one",
    "about 1",
    "about 10",
    "about 42",
    "about 370",
    "about 12,000",
  ]));
