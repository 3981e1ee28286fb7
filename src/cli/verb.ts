import { Refusal, type Clock } from "../base/index.ts";
import type { OpenCase, Progress } from "../casefile/index.ts";
import { wholeNumberHint } from "../model/index.ts";

/** How a verb ended: done, done with something to look at, could not. */
export type ExitCode = 0 | 1 | 2;

/** What a verb says: lines for a person, and the same as data for `--json`. */
export interface VerbResult {
  readonly exit: ExitCode;
  readonly lines: readonly string[];
  readonly data: unknown;
}

/** One option, as commander declares it: flags, what it means, and its default. */
export type VerbOption = readonly [flags: string, meaning: string, fallback?: string];

/** What a verb is run with. */
export interface VerbInput {
  /** The arguments in their order; a list argument's words follow one another. */
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly caseDir: string;
  readonly actor: string;
  readonly clock: Clock;
  readonly isJson: boolean;
  /** Says on stderr how far a long work is. */
  readonly progress: (progress: Progress) => void;
  /**
   * Runs a work that Ctrl-C does not end but asks to answer with what it has: the signal fires then. A second Ctrl-C ends the
   * process. `words` are said then.
   */
  readonly untilStopped: <Value>(work: (stop: AbortSignal) => Promise<Value>, words?: string) => Promise<Value>;
  /** Opens the case for the length of a work; one process at a time. */
  readonly inCase: <Value>(work: (open: OpenCase) => Promise<Value>) => Promise<Value>;
}

/** One verb of the command line. */
export interface Verb {
  /** Name and arguments, as commander writes them: `find <term...>`. */
  readonly usage: string;
  readonly summary: string;
  readonly example: string;
  readonly options: readonly VerbOption[];
  run(input: VerbInput): Promise<VerbResult>;
}

/** The text of an option, or undefined if it was not given. */
export function textOption(input: VerbInput, name: string): string | undefined {
  const value = input.options[name];
  return typeof value === "string" ? value : undefined;
}

/** The whole number of an option, or undefined if it was not given; refuses anything else, and what lies outside limits. */
export function countOption(
  input: VerbInput,
  name: string,
  limits?: { readonly least: number; readonly most: number },
): number | undefined {
  const value = textOption(input, name);
  if (value === undefined) return undefined;
  const flag = name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
  const isWithin = limits === undefined || (Number(value) >= limits.least && Number(value) <= limits.most);
  if (!/^\d{1,9}$/u.test(value) || !isWithin)
    throw new Refusal(
      `--${flag} is "${value}"; ${limits === undefined ? "use a whole number such as 20" : wholeNumberHint(limits)}`,
    );
  return Number(value);
}

/** Words that must say something: refuses empty ones. */
export function wordsOf(text: string | undefined, right: string): string {
  const words = text?.trim() ?? "";
  if (words === "") throw new Refusal(`a name is empty; ${right}`);
  return words;
}

/** Which rows of a long answer are wanted: `--skip` and `--limit`. */
export const windowOf = (input: VerbInput): { readonly offset: number; readonly limit: number } => ({
  offset: countOption(input, "skip") ?? 0,
  limit: countOption(input, "limit") ?? 20,
});

/** Whether a switch was given. */
export const isOn = (input: VerbInput, name: string): boolean => input.options[name] === true;
