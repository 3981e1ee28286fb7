import { sha256, stableJson } from "../../src/base/index.ts";

/** The place of a value in a JSON value. */
export type Spot = readonly (string | number)[];

/** The places of all plain values in a JSON value. */
export function leaves(value: unknown, path: Spot = []): Spot[] {
  if (value === null || typeof value !== "object") return [path];
  return Object.entries(value).flatMap(([key, item]) =>
    leaves(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** A copy in which the value at a place is another. */
export function changed(value: unknown, [key, ...rest]: Spot, by: number): unknown {
  if (key === undefined)
    return typeof value === "number" ? value + by : typeof value === "boolean" ? !value : `${String(value)}x`;
  const copy: Record<string, unknown> = Object(Array.isArray(value) ? [...value] : { ...Object(value) });
  copy[key] = changed(copy[key], rest, by);
  return copy;
}

/** The file with its hashes made to fit: what a careful forger would do. */
export function resealed(file: unknown): string {
  const { seal: _, ...body } = Object(file);
  const input = body.input;
  const parts = ["nodes", "edges", "sources", "sinks", "suppliesMinor", "blockable", "costs", "collateralMinor"];
  if (input.leastStayDays !== undefined) parts.push("leastStayDays");
  body.inputHash = sha256(JSON.stringify([body.currency, ...parts.map((part) => input[part])]));
  return JSON.stringify({ ...body, seal: sha256(stableJson(body)) });
}
