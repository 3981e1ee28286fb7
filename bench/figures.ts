import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { sha1 } from "../src/base/index.ts";

/** A part of a whole, 0 to 1; of nothing, 0. */
export const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** A figure with four decimals. */
export const round = (value: number): number => Math.round(value * 10_000) / 10_000;

/** The first twelve digits of a file's SHA-256. */
export const hashOfFile = (file: string): string =>
  createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 12);

/** Whether a true cluster belongs to the half that is reported on and was not looked at when anything was chosen. */
export const isOfReporting = (cluster: string): boolean => Number.parseInt(sha1(cluster).slice(0, 1), 16) % 2 === 1;
