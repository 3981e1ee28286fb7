import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readRates } from "../../src/casefile/read-rates.ts";

let dir: string;
beforeEach(() => {
  dir = join(mkdtempSync(join(tmpdir(), "windfall-rates-")), "case");
  mkdirSync(dir);
});
afterEach(() => rmSync(join(dir, ".."), { recursive: true, force: true }));

it("reads rates in millionths", () => {
  writeFileSync(join(dir, "rates.csv"), "date,currency,rate\r\n\r\n2016-07-31,CNY,0.1503\r\n");
  expect(readRates(dir, "rates.csv").rates).toEqual([{ day: "2016-07-31", currency: "CNY", millionths: 150_300n }]);
});

it("names the line that is no rate, as an editor counts it, and quotes nothing of it", () => {
  writeFileSync(join(dir, "rates.csv"), "date,currency,rate\n\nroot:x:0:0\n");
  expect(() => readRates(dir, "rates.csv")).toThrow(
    /^rates.csv: line 3 is no rate; use a line such as "2016-07-31,CNY,0.1503"$/u,
  );
});

it("refuses a link out of the case's folder, a folder and a file that is not there", () => {
  writeFileSync(join(dir, "../other.csv"), "date,currency,rate\n");
  symlinkSync(join(dir, "../other.csv"), join(dir, "link.csv"));
  mkdirSync(join(dir, "folder"));
  expect(() => readRates(dir, "link.csv")).toThrow("a link out of the case's folder; copy the file into it");
  expect(() => readRates(dir, "folder")).toThrow("folder: this is a folder; give the path of a file");
  expect(() => readRates(dir, "none.csv")).toThrow("there is no such file in the case's folder");
});
