import { resolve } from "node:path";
import { Refusal } from "../base/index.ts";
import { orFileRefusal, withCase } from "../casefile/index.ts";
import type { ExitCode, Verb, VerbInput, VerbResult } from "./verb.ts";

/** Where a verb says what it says, and how it is told to stop. */
export interface Surroundings {
  /** Takes results. */
  readonly out: (text: string) => void;
  /** Takes refusals, faults and, with `--debug`, queries. */
  readonly error: (text: string) => void;
  readonly bar: { readonly draw: VerbInput["progress"]; end(): void };
  readonly untilStopped: VerbInput["untilStopped"];
}

/** What a verb was given on the command line. */
export interface Given {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** Runs a verb and says what it answers; nothing is thrown. */
export async function runVerb(verb: Verb, given: Given, around: Surroundings): Promise<ExitCode> {
  const { bar } = around;
  try {
    const result = await verb.run(inputOf(given, around));
    bar.end();
    write(result, given.options["json"] === true, around);
    return result.exit;
  } catch (cause) {
    bar.end();
    around.error(`${failureText(cause, given.options["debug"] === true)}\n`);
    return 2;
  }
}

/** A refusal explains itself; anything else is a fault of Windfall, and says how to report it. */
function failureText(thrown: unknown, isDebug: boolean): string {
  const cause = isDebug ? thrown : orFileRefusal(thrown);
  if (cause instanceof Refusal) return cause.message;
  const [first = ""] = (cause instanceof Error ? cause.message : String(cause)).split("\n");
  const more = isDebug && cause instanceof Error ? `\n${cause.stack ?? ""}` : "; --debug shows more";
  return `this is a fault of Windfall, and what was committed is kept: ${first}${more}`;
}

function inputOf({ words, options }: Given, { bar, error, untilStopped }: Surroundings): VerbInput {
  const caseDir = resolve(String(options["case"]));
  const actor = String(options["actor"]);
  const clock = (): Date => new Date();
  const threads = threadsOf(options["threads"]);
  const debug =
    options["debug"] === true
      ? {
          onQuery: (text: string, ms: number, cpuMs: number) =>
            error(`${ms.toFixed(0)} ms (${cpuMs.toFixed(0)} ms of processor time)\n${text}\n`),
        }
      : {};
  return {
    words,
    options,
    caseDir,
    actor,
    clock,
    isJson: options["json"] === true,
    progress: bar.draw,
    untilStopped,
    inCase: (work) => withCase(caseDir, { actor, clock, ...threads, ...debug }, work),
  };
}

function threadsOf(text: unknown): { readonly threads?: number } {
  if (text === undefined) return {};
  if (!/^([1-9]|[1-5]\d|6[0-4])$/u.test(String(text)))
    throw new Refusal(`--threads is "${String(text)}"; use a whole number from 1 to 64`);
  return { threads: Number(text) };
}

function write(result: VerbResult, isJson: boolean, { out }: Surroundings): void {
  const text = isJson ? JSON.stringify(result.data, bigIntToText, 2) : result.lines.join("\n");
  if (text !== "") out(`${text}\n`);
}

/** Amounts may pass 2^53: in JSON they are text. */
function bigIntToText(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}
