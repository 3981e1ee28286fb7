import { makeProgram } from "../../src/cli/make-program.ts";
import { runVerb } from "../../src/cli/run-verb.ts";
import { verbs } from "../../src/cli/verbs.ts";
import type { Ended } from "./windfall.ts";

/**
 * Runs a command line in this process: the same words, verbs, texts and exit codes as the built one, without the second that
 * a process takes to start. That the built one starts, and what a terminal has to do with it, other tests say.
 */
export async function windfallHere(...args: readonly string[]): Promise<Ended> {
  const ended = { code: 0, stdout: "", stderr: "" };
  const out = (text: string): void => void (ended.stdout += text);
  const error = (text: string): void => void (ended.stderr += text);
  const program = makeProgram(
    verbs,
    async (verb, words, options) => {
      ended.code = await runVerb(
        verb,
        { words, options },
        {
          out,
          error,
          bar: { draw: () => undefined, end: () => undefined },
          untilStopped: (work) => work(new AbortController().signal),
        },
      );
    },
    (code) => {
      throw new NoVerb(code);
    },
    { writeOut: out, writeErr: error },
  );
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (cause) {
    if (!(cause instanceof NoVerb)) throw cause;
    ended.code = cause.code;
  }
  return ended;
}

/** The same with `--json`, read; whoever asks says what it expects to read. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- each test says what it expects to read
export async function dataHere<Data>(...args: readonly string[]): Promise<Data> {
  const { stdout, stderr } = await windfallHere(...args, "--json");
  if (stdout === "") throw new Error(`windfall ${args.join(" ")} printed nothing: ${stderr}`);
  return JSON.parse(stdout) as Data;
}

/** The words of a command line name no verb that can run. */
class NoVerb extends Error {
  readonly code: number;
  constructor(code: number) {
    super(`ends with ${code}`);
    this.code = code;
  }
}
