import { userInfo } from "node:os";
import { Command, type OutputConfiguration } from "commander";
import type { ExitCode, Verb } from "./verb.ts";

/** Runs a verb with the words and options that were given. */
export type RunVerb = (
  verb: Verb,
  words: readonly string[],
  options: Readonly<Record<string, unknown>>,
) => Promise<void>;

/**
 * The command line: each verb with its help, its example and the options that all verbs have. `end` does not return: it is
 * called where no verb runs, and ends the process. Help and what is wrong with the words go to `output`.
 */
export function makeProgram(
  verbs: readonly Verb[],
  runVerb: RunVerb,
  end: (code: ExitCode) => void,
  output: OutputConfiguration = {},
): Command {
  const program = new Command("windfall")
    .configureOutput(output)
    .description("An evidence workbench for people who follow hidden money.")
    .version("0.1.0")
    .showHelpAfterError()
    .exitOverride((error) => end(error.exitCode === 0 ? 0 : 2));
  for (const verb of verbs) addVerb(program, verb, runVerb);
  return program;
}

function addVerb(program: Command, verb: Verb, runVerb: RunVerb): void {
  const command = program
    .command(verb.usage)
    .description(verb.summary)
    .option("--case <dir>", "the case's folder", process.env["WINDFALL_CASE"] ?? ".")
    .option("--json", "print the result as JSON")
    .option("--actor <name>", "the name that decisions and the audit log carry", userInfo().username)
    .option("--threads <n>", "how many threads the engine may use; the result is the same for any")
    .option("--debug", "write each query, its milliseconds and those of the processor to stderr")
    .addHelpText("after", `\nExample:\n  ${verb.example}\n`);
  for (const [flags, meaning, fallback] of verb.options) command.option(flags, meaning, fallback);
  command.action(async (...given: unknown[]) => {
    const words = given
      .slice(0, -2)
      .flat()
      .filter((word) => typeof word === "string");
    await runVerb(verb, words, command.opts());
  });
}
