import { describe, expect, it } from "vitest";
import { parseCaseConfig } from "../../src/casefile/case-config.ts";

const whole = `
title: Harbour
settings: {currency: USD, reroute: [1, 1.5, 2]}
sources:
  - {id: s1, kind: informant, grade: B2, sealed: true, firstHand: true}
  - {id: s2, label: Register, kind: register, grade: A1}
  - {id: s3, label: Paper, kind: outlet, grade: C3, derivedFrom: s1}
datasets:
  - {name: h1, source: s1, received: 2016-07-31, howObtained: handed over in person}
lists:
  - {name: ofac-2021-07, source: s2, series: ofac-sdn, edition: 2021-07-15}
`;

const check = (what: string, from: string, to: string, message: string): void =>
  it(what, () => expect(() => parseCaseConfig(whole.replace(from, to))).toThrow(message));

describe("case.yaml", () => {
  it("is read with its defaults", () => {
    const config = parseCaseConfig(whole);
    expect(config.settings.rhoQuarters).toEqual([4, 6, 8]);
    expect(config.datasets[0]?.received).toBe("2016-07-31");
    expect(config.sources[1]?.sealed).toBe(false);
  });
  check(
    "a wrong grade",
    "grade: C3",
    "grade: Z9",
    'case.yaml: sources[2].grade is "Z9"; use a letter A-F and a digit 1-6, such as "B2"',
  );
  check("a missing title", "title: Harbour", "", "case.yaml: title is missing; use some words");
  check(
    "an unknown word",
    "sealed: true",
    "seald: true",
    'case.yaml: sources[0] has "seald", which means nothing here',
  );
  check(
    "a wrong date",
    "received: 2016-07-31",
    "received: july",
    'case.yaml: datasets[0].received is "july"; use a date such as "2016-07-31"',
  );
  check(
    "a source that is not there",
    "source: s1, r",
    "source: s9, r",
    'case.yaml: datasets[0].source is "s9"; use the id of a source ("s1", "s2", "s3")',
  );
  check(
    "a source derived from itself",
    "derivedFrom: s1",
    "derivedFrom: s3",
    'sources[2].derivedFrom is "s3"; use the id of another source',
  );
  check(
    "a sealed source with its name",
    "sealed: true,",
    "sealed: true, label: Han,",
    'sources[0].label is "(not shown)"',
  );
  check("two sources of one name", "id: s2", "id: s1", 'one of the sources is "s1"; each needs a name of its own');
  check("a bad factor", "[1, 1.5, 2]", "[0.5]", 'case.yaml: settings.reroute[0] is "0.5"; use factors from 1 up');
  check("a broken file", "title: Harbour", "title: [", "case.yaml: line");
});
