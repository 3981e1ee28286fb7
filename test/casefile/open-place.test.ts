import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addMaterial } from "../../src/casefile/add-material.ts";
import { initCase } from "../../src/casefile/case-folder.ts";
import { openPlace, takeInAll, withCase } from "../../src/casefile/index.ts";
import { makeXlsx } from "../intake/support/make-xlsx.ts";
import { removeFolders } from "../intake/support/staged-rows.ts";

const root = mkdtempSync(join(tmpdir(), "windfall-open-"));
const dir = join(root, "case");
const by = { actor: "lee", clock: (): Date => new Date("2020-01-02T03:04:05Z") };
const rows = (attributes: string): string =>
  `<sheetData>${[
    ["Name", "Birth date"],
    ["Ri Chol", "1970-01-01"],
    ["Pak Su", "1971-01-01"],
  ]
    .map(
      (cells, row) =>
        `<row r="${row + 1}"${row === 2 ? attributes : ""}>${cells.map((cell, column) => `<c r="${"AB"[column]}${row + 1}" t="inlineStr"><is><t>${cell}</t></is></c>`).join("")}</row>`,
    )
    .join("")}</sheetData>`;

beforeAll(async () => {
  const book = makeXlsx([
    { name: "Open", xml: `<cols><col min="2" max="2" hidden="1"/></cols>${rows(' hidden="1"')}` },
    { name: "Geheim", xml: rows(""), isHidden: true },
  ]);
  initCase(dir, "Harbour");
  const source = { id: "s1", kind: "informant", grade: "B2" };
  await addMaterial(
    dir,
    { files: [book], dataset: "h1", source, received: "2016-07-31", howObtained: "handed over" },
    by,
  );
  await withCase(dir, by, (open) => takeInAll(open, () => undefined));
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
  removeFolders();
});

const opened = (place: string) => withCase(dir, by, (open) => openPlace(open, `h1/made.xlsx#${place}`));

describe("a place that is opened", () => {
  it.each([
    ["'Open'!A2", false],
    ["'Open'!row 2", false],
    ["'Open'!B2", true],
    ["'Open'!A3", true],
    ["'Open'!row 3", true],
    ["'Geheim'!A2", true],
  ])("%s is said to be hidden: %s", async (place, isHidden) => {
    expect((await opened(place)).isHidden).toBe(isHidden);
  });

  it("is refused where the part has no such row or column", async () => {
    await expect(opened("'Open'!A99")).rejects.toThrow("there is no row 99; the part has 3 rows");
    await expect(opened("'Open'!ZZ3")).rejects.toThrow("there is no column ZZ; the part has columns A-B");
  });
});
