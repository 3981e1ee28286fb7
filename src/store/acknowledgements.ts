import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { Refusal, sha256 } from "../base/index.ts";
import type { ChainHead } from "./chain-head.ts";
import { syncFolder } from "./platform.ts";

/** One batch that the user was told is held. `content` lets a small batch (judgements) be written again. */
export interface Acknowledgement {
  readonly batchNo: number;
  readonly kind: string;
  readonly inputMac: string;
  readonly rowCount: number;
  readonly content?: unknown;
}

/** The ledger of acknowledged batches, a file outside the database; each line is chained to the one before. */
export interface Acknowledgements {
  readonly all: readonly Acknowledgement[];
  /** How many lines there are, and the chain at the last one. */
  head(): ChainHead;
  /** The chain at a line, counted from 1. */
  chainAt(line: number): string | undefined;
  add(entry: Acknowledgement): void;
}

interface Line {
  readonly entry: Acknowledgement;
  readonly chain: string;
}

/**
 * Opens the ledger of a case. The engine threw although a commit was durable in 2 of 5 injected faults, and 1 of 150
 * flipped log bytes opened silently short: so what was acknowledged is known without the database. A torn last line is
 * cut off (it was never acknowledged); a broken chain before it is refused.
 */
export function openAcknowledgements(caseDir: string): Acknowledgements {
  const path = join(caseDir, "acknowledged.jsonl");
  const lines = readLines(path);
  const entries = lines.map((line) => line.entry);
  const chains = lines.map((line) => line.chain);
  return {
    all: entries,
    head: () => ({ lines: entries.length, chain: chains.at(-1) ?? "" }),
    chainAt: (line) => chains[line - 1],
    add: (entry) => {
      const chain = link(chains.at(-1) ?? "", entry);
      appendDurably(path, `${JSON.stringify({ entry, chain })}\n`);
      chains.push(chain);
      entries.push(entry);
    },
  };
}

const link = (before: string, entry: Acknowledgement): string => sha256(`${before}\n${JSON.stringify(entry)}`);

function readLines(path: string): Line[] {
  if (!existsSync(path)) return [];
  const content = readFileSync(path);
  const end = content.lastIndexOf(0x0a) + 1;
  if (end < content.length) truncateSync(path, end);
  const texts = content.subarray(0, end).toString("utf8").split("\n").slice(0, -1);
  const lines = texts.map((line, index) => parseLine(path, line, index));
  lines.forEach((line, index) => {
    if (line.chain !== link(lines[index - 1]?.chain ?? "", line.entry)) throw new Refusal(brokenText(path, index));
  });
  return lines;
}

function parseLine(path: string, text: string, index: number): Line {
  try {
    const line: Line = JSON.parse(text);
    return line;
  } catch {
    throw new Refusal(brokenText(path, index));
  }
}

const brokenText = (path: string, index: number): string =>
  `${path}: line ${index + 1} was changed since it was written; restore the file from a copy`;

function appendDurably(path: string, line: string): void {
  const isNew = !existsSync(path);
  const descriptor = openSync(path, "a", 0o600);
  try {
    writeSync(descriptor, line);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  if (isNew) syncFolder(dirname(path));
}
