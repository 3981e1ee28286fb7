import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linkageBench } from "../../bench/linkage.ts";
import { bcubed, pairwise } from "../../bench/linkage/score-clusters.ts";
import { namePairsBench } from "../../bench/name-pairs.ts";
import { nameRankBench } from "../../bench/name-rank.ts";
import { screeningBench } from "../../bench/screening.ts";

let dir = "";
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "windfall-accuracy-"));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const file = (name: string, lines: readonly string[]): string => {
  writeFileSync(join(dir, name), `${lines.join("\n")}\n`);
  return join(dir, name);
};

describe("the figures of clusters", () => {
  // Two true clusters of three and two; one row of the first was put to the second.
  const rows = [
    { truth: "a", said: "1" },
    { truth: "a", said: "1" },
    { truth: "a", said: "2" },
    { truth: "b", said: "2" },
    { truth: "b", said: "2" },
  ];

  it("count pairs", () => {
    expect(pairwise(rows)).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 });
  });

  it("average over rows", () => {
    // Precision: 1, 1, 1/3, 2/3, 2/3; recall: 2/3, 2/3, 1/3, 1, 1.
    expect(bcubed(rows)).toEqual({ precision: 0.7333, recall: 0.7333, f1: 0.7333 });
  });
});

it("names what it judged wrongly of labelled pairs", async () => {
  const pairs = file("pairs.csv", [
    "name1,name2,is_match,schema",
    "김정은,Kim Jong Un,true,Person",
    "Acme Ltd,ACME LIMITED,true,Company",
    "Olaf Scholz,Angela Merkel,false,Person",
    "Olaf Scholz,Angela Merkel,true,Person",
  ]);
  const { f1, precision, recall, auc, wrong } = await namePairsBench([pairs]);
  expect({ f1, precision, recall, auc }).toEqual({ f1: 0.8, precision: 1, recall: 0.6667, auc: 0.8333 });
  expect(wrong.map(([left, right, isMatch]) => [left, right, isMatch])).toEqual([
    ["Olaf Scholz", "Angela Merkel", true],
  ]);
});

it("ranks the right name first, and shares a rank between equals", async () => {
  const gallery = file("gallery.csv", ["id,name", "1,김정은", "2,박근혜", "3,Ivan Petrov", "4,Ivan Petrov"]);
  const queries = file("queries.csv", ["id,name", "1,Kim Jong Un", "2,Park Geun-hye", "3,Ivan Petrov"]);
  const { first, topFive, recallAt0001 } = await nameRankBench(["--gallery", gallery, "--queries", queries]);
  expect({ first, topFive }).toEqual({ first: 0.8333, topFive: 1 });
  // The namesake is a false pair of the same score: no bound lets the third in and keeps it out.
  expect(recallAt0001).toBeLessThan(1);
});

it("screens names against a list, and counts who is raised in vain", async () => {
  const gallery = file("list.csv", ["id,name", "1,Kim Chol", "2,Laurent Nkunda", "3,Muhammad Saeed"]);
  const queries = file("altered.csv", ["id,name", "1,김철", "2,Lauren Tnkunda", "3,Olaf Scholz"]);
  const clean = file("clean.csv", ["name", "Angela Merkel", "Kim Cheol", "Saeed Muhammad Ahmad", "Vladimir Putin"]);
  const screened = await screeningBench(["--gallery", gallery, "--queries", queries, "--clean", clean]);
  const { recall, falseAlerts, falseShare, missed, raised } = screened;
  expect({ recall, falseAlerts, falseShare }).toEqual({ recall: 0.6667, falseAlerts: 2, falseShare: 0.5 });
  expect(missed).toEqual([["Olaf Scholz", "Muhammad Saeed"]]);
  expect(raised).toEqual([
    ["Kim Cheol", "Kim Chol", "spelling"],
    ["Saeed Muhammad Ahmad", "Muhammad Saeed", "partial"],
  ]);
  const inFull = screened.tiers.find(({ tier }) => tier === "oneEdit");
  expect(inFull).toEqual({ tier: "oneEdit", recall: 0.6667, falseAlerts: 1 });
  await expect(screeningBench(["--gallery", gallery])).rejects.toThrow("together");
});

it("links rows as the product does and compares them with the truth", async () => {
  const left = file("left.csv", [
    "no,given,family,born,passport,who",
    "1,Maria,Lopez,1970-02-03,X1234567,a",
    "2,Maria,Lopes,1970-02-03,X1234567,a",
    "3,John,Smith,1980-05-06,Y7654321,b",
    "4,Peter,Brown,1961-07-08,Z1112223,c",
  ]);
  const columns = file("map.yaml", [
    "schema: Person",
    "columns: {name: [given, family], birthDate: born, passportNumber: passport}",
  ]);
  const linked = await linkageBench(["--left", left, "--id", "no", "--truth", "who", "--columns", columns]);
  expect(linked.rows).toBe(4);
  expect(linked.pairwise).toEqual({ precision: 1, recall: 1, f1: 1 });
  expect(linked.reach).toBe(1);
});
