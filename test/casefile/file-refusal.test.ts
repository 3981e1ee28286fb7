import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addMaterial } from "../../src/casefile/add-material.ts";
import { initCase } from "../../src/casefile/case-folder.ts";
import { orFileRefusal } from "../../src/casefile/file-refusal.ts";
import { withCase } from "../../src/casefile/open-case.ts";
import { readTerms } from "../../src/casefile/read-terms.ts";
import { exportVerb } from "../../src/cli/export.ts";
import { findVerb } from "../../src/cli/find.ts";
import { reviewVerb } from "../../src/cli/review.ts";
import type { Verb, VerbResult } from "../../src/cli/verb.ts";
import { verifyVerb } from "../../src/cli/verify.ts";
import { by, runVerb } from "../support/run-verb.ts";

let root: string;
let dir: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "windfall-files-"));
  dir = join(root, "case");
  initCase(dir, "Harbour");
  mkdirSync(join(root, "folder"));
  writeFileSync(join(root, "file.txt"), "Ri Chol\n");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const run = (verb: Verb, options: Readonly<Record<string, string>>, words: readonly string[] = []) =>
  runVerb(dir, verb, options, words);

describe("a path that is not what is wanted is refused with its right form", () => {
  const check = (what: string, ask: () => Promise<VerbResult>, message: string): void =>
    it(what, () => expect(ask()).rejects.toThrow(message));
  const folder = (): string => join(root, "folder");
  const isFolder = "folder: this is a folder; give the path of a file";
  check("terms in a folder", () => run(findVerb, { terms: folder() }), isFolder);
  check("terms nowhere", () => run(findVerb, { terms: join(root, "no") }), "no: there is no such file; check the path");
  check("a check file that is a folder", () => run(verifyVerb, {}, [folder()]), isFolder);
  check("decisions in a folder", () => run(reviewVerb, { import: folder() }), isFolder);
  check("decisions nowhere", () => run(reviewVerb, { import: join(root, "no") }), "no: there is no such file");
  check("an export into a file", () => run(exportVerb, { to: join(root, "file.txt") }), "file.txt: this is a file;");
});

it("refuses a folder as material, and takes none of the files beside it", async () => {
  const files = [join(root, "file.txt"), join(root, "folder")];
  const source = { id: "s1", kind: "register", grade: "A2" };
  await expect(addMaterial(dir, { files, dataset: "h1", source }, by)).rejects.toThrow("folder: this is a folder;");
  expect(() => readFileSync(join(dir, "manifest.jsonl"))).toThrow("ENOENT");
});

it("refuses a case.yaml that is a folder", async () => {
  rmSync(join(dir, "case.yaml"));
  mkdirSync(join(dir, "case.yaml"));
  await expect(withCase(dir, by, async () => undefined)).rejects.toThrow("case.yaml: this is a folder;");
});

it("says what a code of the file system means, and leaves other causes as they are", () => {
  const denied = Object.assign(new Error("EACCES: permission denied"), { code: "EACCES", path: "/x" });
  expect(orFileRefusal(denied)).toMatchObject({ name: "Refusal", message: expect.stringMatching(/^\/x: this user/u) });
  const other = new Error("a fault");
  expect(orFileRefusal(other)).toBe(other);
});

describe("terms", () => {
  const terms = (bytes: Buffer): Promise<string[]> => {
    writeFileSync(join(root, "terms.txt"), bytes);
    return readTerms(join(root, "terms.txt"));
  };
  const text = "Ри Чхоль\r\n김철\r\nCoral Sun\r\n";
  const lines = ["Ри Чхоль", "김철", "Coral Sun", ""];
  it("are read from Windows' 16-bit text in both byte orders, and from UTF-8 with a mark", async () => {
    expect(await terms(Buffer.from(`\uFEFF${text}`, "utf16le"))).toEqual(lines);
    expect(await terms(Buffer.from(`\uFEFF${text}`, "utf16le").swap16())).toEqual(lines);
    expect(await terms(Buffer.from(`\uFEFF${text}`))).toEqual(lines);
    expect(await terms(Buffer.from(text))).toEqual(lines);
  });
  it("are refused from what is no text", () =>
    expect(terms(Buffer.from("504b0304140000000800ff00fe01", "hex"))).rejects.toThrow(
      "terms.txt: this is no text; give a text file with one term a line",
    ));
});
