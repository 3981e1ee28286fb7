#!/usr/bin/env node
import { resolve } from "node:path";
import { Refusal } from "../base/index.ts";
import { orFileRefusal, withCase } from "../casefile/index.ts";
import { makeProgram } from "./make-program.ts";
import { progressBar } from "./progress-bar.ts";
import type { ExitCode, Verb, VerbInput, VerbResult } from "./verb.ts";
import { verbs } from "./verbs.ts";

let untilStopped: { readonly controller: AbortController; readonly words: string } | undefined;
process.on("SIGINT", () => {
  if (!untilStopped || untilStopped.controller.signal.aborted)
    stop("stopped; what was finished is kept, and the same command goes on from there");
  process.stderr.write(`\n${untilStopped.words}; Ctrl-C again ends at once\n`);
  untilStopped.controller.abort();
});
process.stdout.on("error", whenNobodyReads);
await makeProgram(verbs, runVerb, (code) => process.exit(code)).parseAsync();

async function runVerb(
  verb: Verb,
  words: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Promise<ExitCode> {
  const bar = progressBar(process.stderr, () => performance.now());
  try {
    const result = await verb.run(makeInput(words, options, bar.draw));
    bar.end();
    write(result, options["json"] === true);
    return result.exit;
  } catch (cause) {
    bar.end();
    process.stderr.write(`${failureText(cause, options["debug"] === true)}\n`);
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

function makeInput(
  words: readonly string[],
  options: Readonly<Record<string, unknown>>,
  progress: VerbInput["progress"],
): VerbInput {
  const caseDir = resolve(String(options["case"]));
  const actor = String(options["actor"]);
  const clock = (): Date => new Date();
  const threads = threadsOf(options["threads"]);
  const debug =
    options["debug"] === true
      ? {
          onQuery: (text: string, ms: number, cpuMs: number) =>
            void process.stderr.write(`${ms.toFixed(0)} ms (${cpuMs.toFixed(0)} ms of processor time)\n${text}\n`),
        }
      : {};
  return {
    words,
    options,
    caseDir,
    actor,
    clock,
    isJson: options["json"] === true,
    progress,
    untilStopped: async (work, words = "stopped: what is known so far is the answer") => {
      const controller = new AbortController();
      untilStopped = { controller, words };
      try {
        return await work(controller.signal);
      } finally {
        untilStopped = undefined;
      }
    },
    inCase: (work) => withCase(caseDir, { actor, clock, ...threads, ...debug }, work),
  };
}

function threadsOf(text: unknown): { readonly threads?: number } {
  if (text === undefined) return {};
  if (!/^([1-9]|[1-5]\d|6[0-4])$/u.test(String(text)))
    throw new Refusal(`--threads is "${String(text)}"; use a whole number from 1 to 64`);
  return { threads: Number(text) };
}

function write(result: VerbResult, isJson: boolean): void {
  const text = isJson ? JSON.stringify(result.data, bigIntToText, 2) : result.lines.join("\n");
  if (text !== "") process.stdout.write(`${text}\n`);
}

/** Amounts may pass 2^53: in JSON they are text. */
function bigIntToText(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}

/** Whoever reads the output may stop before its end (`| head`): that is no fault. */
function whenNobodyReads(cause: NodeJS.ErrnoException): void {
  if (cause.code !== "EPIPE") throw cause;
  process.exit();
}

function stop(message: string): never {
  process.stderr.write(`\n${message}\n`);
  process.exit(130);
}
