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
    'case.yaml: line 7: sources[2].grade is "Z9"; use a letter A-F and a digit 1-6, such as "B2"',
  );
  check(
    "a label of a wrong shape, which is not shown",
    "sealed: true,",
    'sealed: true, label: ["Jane Doe"],',
    "case.yaml: line 5: sources[0].label is (not shown); use some words",
  );
  check(
    "a source of a wrong shape, which is not shown",
    "{id: s1, kind: informant, grade: B2, sealed: true, firstHand: true}",
    "[s1, Jane Doe]",
    "case.yaml: line 5: sources[0] is (not shown); use a group with id",
  );
  check("a missing title", "title: Harbour", "", "case.yaml: title is missing; use some words");
  check(
    "an unknown word",
    "sealed: true",
    "seald: true",
    'case.yaml: line 5: sources[0] has "seald", which means nothing here',
  );
  check(
    "a wrong date",
    "received: 2016-07-31",
    "received: july",
    'case.yaml: line 9: datasets[0].received is "july"; use a date such as "2016-07-31"',
  );
  check(
    "a source that is not there",
    "source: s1, r",
    "source: s9, r",
    'case.yaml: line 9: datasets[0].source is "s9"; use the id of a source ("s1", "s2", "s3")',
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
  check(
    "two sources of one name",
    "id: s2",
    "id: s1",
    'case.yaml: line 6: sources[1].id is "s1"; so is sources[0].id: each needs a name of its own',
  );
  check(
    "a bad factor",
    "[1, 1.5, 2]",
    "[0.5]",
    'case.yaml: line 3: settings.reroute[0] is "0.5"; use factors from 1 up in steps of 0.25, such as 1.5',
  );
  check(
    "a factor between the steps",
    "[1, 1.5, 2]",
    "[1, 1.3]",
    'case.yaml: line 3: settings.reroute[1] is "1.3"; use factors from 1 up in steps of 0.25, such as 1.5',
  );
  check("a broken file", "title: Harbour", "title: [", "case.yaml: line 3, column 1 is no YAML: its indent differs");
  check("a missing colon", "title: Harbour", "title Harbour", 'is no YAML: a colon is missing; write "key: value"');
  check("an empty file", whole, "", 'case.yaml: the file is empty; it begins with a line such as "title: Harbour"');
  check("a file of words", whole, "Harbour", "case.yaml: the file holds no keys; it begins with a line");
  check(
    "a word where a list belongs",
    "lists:\n  - {name: ofac-2021-07, source: s2, series: ofac-sdn, edition: 2021-07-15}",
    "lists: foo",
    'case.yaml: line 10: lists is "foo"; use a list of entries such as {name: ofac-2021-07, source: s1, series: ofac-sdn, edition: 2021-07-31}, or []',
  );
  check(
    "a word where an entry belongs",
    "{name: h1, source: s1, received: 2016-07-31, howObtained: handed over in person}",
    "h1",
    'case.yaml: line 9: datasets[0] is "h1"; use a group with name, source, received, howObtained, bystanders',
  );
  const setting = (what: string, text: string, message: string): void =>
    check(what, "currency: USD,", `${text},`, `case.yaml: line 3: settings.${message}`);
  setting("a currency that is none", "currency: ABC", 'currency is "ABC"; use an ISO 4217 code such as "USD"');
  setting("a country of phones that is none", "phoneCountries: [zz]", 'phoneCountries[0] is "zz"; use a two-letter');
  setting("a country of starts that is none", "from: {countries: [qq]}", 'from.countries[0] is "qq"; use a two-letter');
  setting(
    "a span that ends before it begins",
    "between: [2019-01-01, 2014-01-01]",
    'between is ["2019-01-01","2014-01-01"]; use two dates, the earlier first',
  );
  for (const path of ["../../etc/passwd", "/etc/passwd", "rates/../../x.csv", "C:/rates.csv", "..\\\\x.csv"])
    check(
      `rates at ${path}`,
      "settings:",
      `rates: "${path}"\nsettings:`,
      'use the path of a file inside the case\'s folder, such as "rates.csv"',
    );
  check(
    "a withheld hand-over that there is not",
    "reroute: [1, 1.5, 2]",
    "withhold: [h9]",
    'case.yaml: settings.withhold names "h9"; use the names of hand-overs ("h1")',
  );
  setting("a country without reach", "reach: [zz]", 'reach[0] is "zz"; use a two-letter country such as "kr"');
  setting("a name where names belong", "protect: Nobody", 'protect is "Nobody"; use a list of names or ids');
});
