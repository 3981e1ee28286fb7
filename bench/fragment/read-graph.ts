import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { at } from "../../src/base/index.ts";

/** The ties of a file: node numbers from 0 to `nodeCount - 1`. */
export interface ReadGraph {
  readonly nodeCount: number;
  readonly lefts: Int32Array;
  readonly rights: Int32Array;
}

/** Reads a network: graph-tool's binary form (.gt, or .gt.xz with the program xz), else lines of two node names. */
export function readGraph(file: string): ReadGraph {
  if (/\.gt(\.xz)?$/u.test(file)) {
    return readGraphTool(
      file.endsWith(".xz") ? execFileSync("xz", ["-dc", file], { maxBuffer: 2 ** 30 }) : readFileSync(file),
    );
  }
  const ties = readFileSync(file, "utf8")
    .split(/\r?\n/u)
    .map((line) => line.trim().split(/[\s,;]+/u))
    .filter(([left = "", right]) => right !== undefined && !/^[#%]/u.test(left));
  const numbers = new Map([...new Set(ties.flatMap((tie) => [at(tie, 0), at(tie, 1)]))].map((id, no) => [id, no]));
  const numbersAt = (side: number): Int32Array => Int32Array.from(ties, (tie) => numbers.get(at(tie, side)) ?? 0);
  return { nodeCount: numbers.size, lefts: numbersAt(0), rights: numbersAt(1) };
}

/** https://graph-tool.skewed.de/static/doc/gt_format.html: header, then per node the list of its out-neighbours. */
function readGraphTool(bytes: Buffer): ReadGraph {
  if (bytes.toString("latin1", 0, 6) !== "\u00e2\u009b\u00be gt") throw new Error("this is no graph-tool file");
  if (bytes[6] !== 1 || bytes[7] !== 0) throw new Error("only version 1 in little-endian form is read");
  const commentLength = Number(bytes.readBigUInt64LE(8));
  let offset = 16 + commentLength + 1;
  const nodeCount = Number(bytes.readBigUInt64LE(offset));
  offset += 8;
  const width = nodeCount < 2 ** 8 ? 1 : nodeCount < 2 ** 16 ? 2 : 4;
  const lefts: number[] = [];
  const rights: number[] = [];
  for (let node = 0; node < nodeCount; node += 1) {
    const degree = Number(bytes.readBigUInt64LE(offset));
    offset += 8;
    for (let each = 0; each < degree; each += 1, offset += width) {
      lefts.push(node);
      rights.push(bytes.readUIntLE(offset, width));
    }
  }
  return { nodeCount, lefts: Int32Array.from(lefts), rights: Int32Array.from(rights) };
}
