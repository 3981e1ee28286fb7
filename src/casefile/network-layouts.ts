import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Refusal, stableJson } from "../base/index.ts";
import type { OpenCase } from "./open-case.ts";

/** Where one node of a drawing was left. */
export interface NodePlace {
  readonly x: number;
  readonly y: number;
  readonly isPinned: boolean;
}

/** The places of a drawing by canonical id, under the name of its question. */
export type Layout = Readonly<Record<string, NodePlace>>;

/** Of the questions drawn last so many keep their layout. */
const layoutsMost = 50;

const fileName = "network-layouts.json";

const fileOf = (open: OpenCase): string => join(open.folder.paths.out, fileName);

/** The places in which a question's drawing was left; empty where it never was. */
export const readLayout = (open: OpenCase, name: string): Layout => readAll(open).get(name) ?? {};

/**
 * Keeps the places of a drawing. Layouts are no evidence and no decision: they lie beside what the case wrote out, a run
 * leaves them alone, and a case without them is whole.
 */
export function writeLayout(open: OpenCase, name: string, layout: Layout): void {
  const all = readAll(open);
  all.delete(name);
  const kept = [...all].slice(-(layoutsMost - 1));
  const file = fileOf(open);
  mkdirSync(open.folder.paths.out, { recursive: true });
  writeFileSync(`${file}.part`, `${JSON.stringify([...kept, [name, sorted(layout)]])}\n`, { mode: 0o600 });
  renameSync(`${file}.part`, file);
}

function readAll(open: OpenCase): Map<string, Layout> {
  const file = fileOf(open);
  if (!existsSync(file)) return new Map();
  const read = layouts.safeParse(parseJson(readFileSync(file, "utf8")));
  if (!read.success) throw new Refusal(`out/${fileName} is damaged: it holds no layouts; delete it, it is no evidence`);
  return new Map(read.data);
}

const layouts = z.array(
  z.tuple([z.string(), z.record(z.string(), z.object({ x: z.number(), y: z.number(), isPinned: z.boolean() }))]),
);

/** Nothing where the text is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const sorted = (layout: Layout): Layout => JSON.parse(stableJson(layout)) as Layout;
