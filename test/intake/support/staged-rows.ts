import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

import { DuckDBInstance } from "@duckdb/node-api";
import { expect } from "vitest";

import {
  type StagedFile,
  stageFile,
  type StagedPart,
  type StageRequest,
  stagingVersion,
} from "../../../src/intake/parser/index.ts";
import { ordinaryLimits } from "../../../src/intake/parser/limits.ts";
import { stageTree } from "../../../src/intake/parser/stage-tree.ts";

/** A staged file with the folder that holds its tables; `cells` reads a part's rows as arrays, the row number first. */
export interface StagedCase {
  readonly staged: StagedFile;
  readonly outDir: string;
  cells(part: StagedPart | undefined): Promise<(string | null)[][]>;
  extras(part: StagedPart | undefined): Promise<string[]>;
  /** First byte, byte after the last and whether it is hidden, of each row. */
  places(part: StagedPart | undefined): Promise<(readonly [number, number, boolean])[]>;
}

const made: string[] = [];

/** A new folder that `removeFolders` takes away. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "windfall-intake-"));
  made.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Writes bytes into a file and stages it, in this process. */
export function stageBytes(
  name: string,
  bytes: string | Uint8Array,
  of: { readonly isSealed?: boolean } = {},
): Promise<StagedCase> {
  const path = join(makeFolder(), "material");
  writeFileSync(path, bytes);
  return stage({ path, name, ...of });
}

/** Stages a file as the parser child does, but in this process: a child takes a third of a second to start. */
export async function stage(request: {
  readonly path: string;
  readonly name?: string;
  readonly isSealed?: boolean;
}): Promise<StagedCase> {
  const outDir = join(makeFolder(), "staged");
  mkdirSync(outDir);
  const files: StagedFile["files"] = [];
  const job = {
    path: request.path,
    name: request.name ?? basename(request.path),
    isSealed: request.isSealed ?? false,
    outDir,
    limits: ordinaryLimits,
    skip: [],
  };
  await stageTree(job, (message) => {
    if (message.kind === "member") files.push(message.member);
  });
  const staged = { files: files.toSorted((left, right) => left.ordinal - right.ordinal) };
  expectCounts(staged);
  return { staged, outDir, ...readersOf(outDir) };
}

/** Stages a file in a parser child, as the product does. */
export async function stageInChild(request: Omit<StageRequest, "outDir">): Promise<StagedCase> {
  const outDir = join(makeFolder(), "staged");
  const staged = await stageFile({ ...request, outDir });
  expectCounts(staged);
  expect(JSON.parse(readFileSync(join(outDir, "staged.json"), "utf8"))).toEqual({ version: stagingVersion, ...staged });
  return { staged, outDir, ...readersOf(outDir) };
}

const readersOf = (outDir: string): Pick<StagedCase, "cells" | "extras" | "places"> => ({
  cells: (part) => query(outDir, part, "chunks"),
  extras: async (part) => (await query(outDir, part, "extras")).map((row) => row.join(" ")),
  places: async (part) =>
    (await query(outDir, part, "places")).map(([from, to, isHidden]) => [
      Number(from),
      Number(to),
      isHidden === "true",
    ]),
});

/** Rows read + rows lost = rows present, for each part and member; the files hold the rows that were read. */
export function expectCounts(staged: StagedFile): void {
  for (const member of staged.files) {
    expect(member.rowsRead + member.rowsLost, `rows of ${member.name}`).toBe(member.rowsPresent);
    expect(sum(member.faults.map((fault) => fault.rowsLost))).toBe(member.rowsLost);
    for (const part of member.parts) {
      expect(part.rowsRead + part.rowsLost, `rows of ${member.name} ${part.name}`).toBe(part.rowsPresent);
      expect(sum(part.chunks.map((chunk) => chunk.rows))).toBe(part.rowsRead);
    }
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

async function query(
  outDir: string,
  part: StagedPart | undefined,
  of: "chunks" | "extras" | "places",
): Promise<(string | null)[][]> {
  expect(part).toBeDefined();
  const chunks = of !== "extras" ? part?.chunks : part?.extras ? [part.extras] : [];
  if (!chunks || chunks.length === 0) return [];
  for (const { file, sha256 } of chunks) {
    expect(
      createHash("sha256")
        .update(readFileSync(join(outDir, file)))
        .digest("hex"),
    ).toBe(sha256);
  }
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const files = chunks.map(({ file }) => `'${join(outDir, file)}'`).join(",");
  const [columns, order] =
    of === "chunks"
      ? ["* exclude (byte_from, byte_to, is_hidden, filename, file_row_number)", "filename, file_row_number"]
      : of === "places"
        ? ["byte_from, byte_to, is_hidden", "filename, file_row_number"]
        : ["row_no, col_no, kind, text", "row_no, col_no, kind, text"];
  const reader = await connection.runAndReadAll(
    `select ${columns} from read_parquet([${files}], union_by_name = true, filename = true, file_row_number = true) order by ${order}`,
  );
  connection.closeSync();
  instance.closeSync();
  return reader.getRowsJson().map((row) => row.map((cell) => (cell === null ? null : String(cell))));
}

/** The path of a file in test/fixtures/intake. */
export const fixture = (name: string): string => join(import.meta.dirname, "../../fixtures/intake", name);
