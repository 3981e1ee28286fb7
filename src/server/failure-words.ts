import { realpathSync } from "node:fs";
import { resolve, sep } from "node:path";
import { Refusal } from "../base/index.ts";

/** Says to a visitor what failed. */
export type SayFailure = (cause: unknown) => string;

/** A folder of this machine, and the words that stand for it in an answer. */
export interface NamedFolder {
  readonly dir: string;
  readonly words: string;
}

/** Says failures in the first line of their own words, with words for the folders: where they lie on this machine is told to nobody. */
export function sayFailures(folders: readonly NamedFolder[]): SayFailure {
  // A folder in a folder is named before the one around it.
  const named = folders.flatMap(formsOf).toSorted((left, right) => right.dir.length - left.dir.length);
  return (cause) =>
    named.reduce((text, { dir, words }) => text.replaceAll(wholePath(dir), () => words), ownWords(cause));
}

/** A refusal as it stands, which may have lines; of anything else the first line, after which the engine gives its query. */
function ownWords(cause: unknown): string {
  if (cause instanceof Refusal) return cause.message;
  const words = cause instanceof Error ? cause.message : String(cause);
  return `this is a fault of Windfall: ${words.split("\n")[0] ?? ""}`;
}

/** The folder as it was given and as the system knows it, which a link parts. */
function formsOf({ dir, words }: NamedFolder): NamedFolder[] {
  const whole = resolve(dir);
  const forms = new Set([whole, realOf(whole)]);
  return [...forms].filter((form) => !form.endsWith(sep)).map((form) => ({ dir: form, words }));
}

function realOf(dir: string): string {
  try {
    return realpathSync(dir);
  } catch {
    return dir;
  }
}

/** The path where it is no part of another name: `/a/case` is not in `/a/case-2`, nor in `/b/a/case`. */
const wholePath = (dir: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\p{N}_.-])${escaped(dir)}(?![\p{L}\p{N}_-]|\.[\p{L}\p{N}])`, "gu");

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
