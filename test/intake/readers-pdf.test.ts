import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { makeBlocks } from "../../src/intake/readers/pdf/page-blocks.ts";
import { makeLines, type TextRun } from "../../src/intake/readers/pdf/page-lines.ts";
import { makePdf, type PdfText } from "./support/make-pdf.ts";
import { fixture, removeFolders, stageBytes, type StagedCase } from "./support/staged-rows.ts";

afterAll(removeFolders);

/** `page kind(name): text` of each passage. */
const passagesOf = async ({ staged, cells }: StagedCase, member = 0): Promise<string[]> =>
  (await cells(staged.files[member]?.parts[0])).map(([, text, kind, , page, , , name]) =>
    `${page ?? ""} ${kind}${name == null ? "" : `(${name})`}: ${text}`.trim(),
  );
const faultsOf = ({ staged }: StagedCase): string[] =>
  staged.files[0]?.faults.map(({ kind, rowsLost, text }) => `${kind} ${rowsLost}: ${text}`) ?? [];

describe("a PDF document", () => {
  const page = (number: number, ...texts: readonly PdfText[]): PdfText[] => [
    [72, 812, 9, "THE HARBOUR REVIEW"],
    ...texts,
    [290, 30, 9, `Page ${number}`],
  ];
  const pages = [
    page(
      1,
      [72, 740, 20, "Four men ashore"],
      [72, 700, 11, "A resident of the island told the coastguard that three men came ashore there"],
      [72, 686, 11, "on Saturday from a wooden boat without an engine."],
      [72, 660, 11, "Nobody else was seen."],
    ),
    page(2, [72, 700, 11, "Name"], [300, 700, 11, "Sum"], [72, 686, 11, "Ri Chol"], [300, 686, 11, "5,000"]),
    page(3, [72, 700, 11, "The end."]),
  ];

  it("has paragraphs with page and box, its title, and what repeats on each page as header and footer", async () => {
    const staged = await stageBytes(
      "a.pdf",
      makePdf(pages, { Title: "Ashore", CreationDate: "D:20110710201728+01'00'" }),
    );
    expect(await passagesOf(staged)).toEqual([
      "meta(pdf:title): Ashore",
      "meta(pdf:creationdate): D:20110710201728+01'00'",
      "1 header: THE HARBOUR REVIEW",
      "1 title: Four men ashore",
      "1 paragraph: A resident of the island told the coastguard that three men came ashore there on Saturday from a wooden boat without an engine.",
      "1 paragraph: Nobody else was seen.",
      "1 footer: Page 1",
      "2 header: THE HARBOUR REVIEW",
      "2 paragraph: Name\tSum",
      "2 paragraph: Ri Chol\t5,000",
      "2 footer: Page 2",
      "3 header: THE HARBOUR REVIEW",
      "3 paragraph: The end.",
      "3 footer: Page 3",
    ]);
    const rows = await staged.cells(staged.staged.files[0]?.parts[0]);
    const [left = 0, bottom = 0, right = 0, top = 0] = (rows[4]?.[5] ?? "").split(",").map(Number);
    expect([left, bottom, top]).toEqual([72, 683.3, 711]);
    expect(right).toBeGreaterThan(430);
    expect(faultsOf(staged)).toEqual([]);
  });

  it("without embedded fonts is read by the maps that come with the library", async () => {
    const staged = await stageBytes("a.pdf", readFileSync(fixture("pdfjs_noembed-eucjp.pdf")));
    expect((await passagesOf(staged)).at(-1)).toBe("1 paragraph: あいうえお");
  });

  it("whose pages are pictures says so of each page", async () => {
    const staged = await stageBytes("a.pdf", makePdf([[], [[72, 700, 11, "Some text."]], []]));
    expect(await passagesOf(staged)).toEqual(["2 paragraph: Some text."]);
    expect(faultsOf(staged)).toEqual([
      "no-text 1: Page 1 has no text layer: it is empty or a picture, which is not read.",
      "no-text 1: Page 3 has no text layer: it is empty or a picture, which is not read.",
    ]);
  });

  it("that is encrypted, damaged or turns in circles is a fault", async () => {
    const encrypted = await stageBytes("a.pdf", readFileSync(fixture("pdfjs_encrypted-attachment.pdf")));
    expect(faultsOf(encrypted)).toEqual([
      "encrypted 1: The PDF document is encrypted with a password; it can be read after it was saved without one.",
    ]);
    expect(faultsOf(await stageBytes("a.pdf", "%PDF-1.7\n%nothing"))).toEqual([
      "damaged 1: The PDF document cannot be read: Invalid PDF structure.",
    ]);
    expect(faultsOf(await stageBytes("a.pdf", readFileSync(fixture("pdf-page-tree-loop.pdf"))))).toEqual([
      "damaged 1: The document's page 1 cannot be read: Pages tree contains circular reference.",
    ]);
  });

  it("gives its attached files to their readers, runs no script, and of a protected source names no author", async () => {
    const bytes = readFileSync(fixture("pdf-js-uri-embedded.pdf"));
    const staged = await stageBytes("a.pdf", bytes);
    expect(staged.staged.files.map(({ name, form }) => [name, form])).toEqual([
      ["a.pdf", "pdf"],
      ["e.txt", "text"],
    ]);
    expect(faultsOf(staged)).toContain("unsupported 0: The document holds scripts; none of them is run.");
    expect((await passagesOf(staged)).join("\n")).toContain("meta(pdf:author): SOURCE-NAME-CANARY");
    const sealed = await stageBytes("a.pdf", bytes, { isSealed: true });
    expect((await passagesOf(sealed)).join("\n")).not.toContain("CANARY");
    expect(faultsOf(sealed).map((fault) => fault.slice(0, 4))).toContain("name");
  });
});

const run = (text: string, x: number, y: number, endsLine = false): TextRun => ({
  text,
  x,
  y,
  width: text.length * 5,
  height: 10,
  isLevel: true,
  endsLine,
});

it("words of a line are joined by their gaps, cells by tabs, columns stand apart", () => {
  const lines = makeLines([
    run("The", 0, 100),
    run("boat", 18, 100),
    run("left", 58, 100),
    run("far", 200, 100, true),
    run("next", 0, 88),
  ]);
  expect(lines.map(({ text }) => text)).toEqual(["The boat\tleft", "far", "next"]);
});

it("lines in Han and kana are joined without a space, a word broken by a hyphen keeps it", () => {
  const block = (...texts: readonly string[]): string[] =>
    makeBlocks(
      texts.map((text, index) => ({ text, left: 0, right: 300, y: 100 - index * 12, height: 10 })),
      { page: 1, top: 842, bottom: 0 },
    ).map(({ text }) => text);
  expect(block("官员星期二乘船", "离开")).toEqual(["官员星期二乘船离开"]);
  expect(block("a well-", "known man")).toEqual(["a well-known man"]);
});
