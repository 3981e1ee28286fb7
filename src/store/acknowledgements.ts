import { join } from "node:path";
import { Refusal, sha256 } from "../base/index.ts";
import type { ChainHead } from "./chain-head.ts";
import { appendLine, readLines } from "./line-file.ts";

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
 * left out (it was never acknowledged); a broken chain before it is refused.
 */
export function openAcknowledgements(caseDir: string): Acknowledgements {
  const path = join(caseDir, "acknowledged.jsonl");
  const lines = readChain(path);
  const entries = lines.map((line) => line.entry);
  const chains = lines.map((line) => line.chain);
  return {
    all: entries,
    head: () => ({ lines: entries.length, chain: chains.at(-1) ?? "" }),
    chainAt: (line) => chains[line - 1],
    add: (entry) => {
      const chain = link(chains.at(-1) ?? "", entry);
      appendLine(path, JSON.stringify({ entry, chain }));
      chains.push(chain);
      entries.push(entry);
    },
  };
}

const link = (before: string, entry: Acknowledgement): string => sha256(`${before}\n${JSON.stringify(entry)}`);

function readChain(path: string): Line[] {
  const lines = readLines(path).map((line, index) => parseLine(path, line, index));
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
