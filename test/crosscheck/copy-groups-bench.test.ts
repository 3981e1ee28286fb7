import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyGroupsBench } from "../../bench/copy-groups.ts";
import { formOf } from "../../bench/copies/read-values.ts";

let dir = "";
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "windfall-copy-groups-"));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const sources = ["one", "two", "three", "four", "five", "six", "copier"];

/** Seven sites on 70 departures: each is wrong by itself on every seventh, the copier where the sixth is. */
const said = Array.from({ length: 70 }, (_, flight) =>
  sources.map((source, index) => {
    const own = Math.min(index, 5);
    const minute = (flight + own) % 7 === 0 ? 30 + own : 10;
    return { source, flight: `F-${flight}`, value: source === "copier" ? `9:${minute}am Dec 4` : `09:${minute} AM` };
  }),
).flat();

describe("sources that copy", () => {
  it("are found in a packed CSV, however each writes a time", async () => {
    const lines = said.map(({ source, flight, value }) => `${flight},Departure,"${value}",${source}`);
    const file = join(dir, "said.csv.gz");
    writeFileSync(file, gzipSync(`ObjectID,PropertyID,PropertyValue,SourceID\n${lines.join("\n")}\n`));
    const truth = join(dir, "truth.csv");
    writeFileSync(truth, `ObjectID,PropertyID,PropertyValue\nF-0,Departure,09:10 AM\nF-2,Departure,09:35 AM\n`);
    const figures = await copyGroupsBench([file, "--truth", truth]);
    expect(figures).toMatchObject({
      values: 490,
      items: 70,
      sources: 7,
      inGroups: 2,
      plainVote: { items: 2, right: 1 },
    });
    expect(figures.groups).toEqual([
      { sources: ["copier", "six"], pairs: [{ sources: ["copier", "six"], compared: 10, agreed: 10 }] },
    ]);
  });

  it("are found in lines with tabs, and lines of another shape are counted", async () => {
    const file = join(dir, "said.txt");
    const lines = said.map(({ source, flight, value }) => `${source}\t${flight}\tDeparture\t${value}`);
    writeFileSync(file, `${lines.join("\n")}\nno tabs here\n`);
    expect(await copyGroupsBench([file])).toMatchObject({ values: 490, lost: 1, inGroups: 2 });
  });
});

describe("a value as it is compared", () => {
  const check = (value: string, form: string): void =>
    it(`${value} is ${form}`, () => expect(formOf(value)).toBe(form));
  check("12/4/11 9:35 PM (-05:00)", "21:35");
  check("Sun., Dec.04, 2011 12:05 a.m.", "0:05");
  check("22:30", "22:30");
  check("Knuth, Donald E.", "donald e knuth");
  check(" - ", "");
});
