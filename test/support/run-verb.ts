import { withCase } from "../../src/casefile/open-case.ts";
import type { Verb, VerbResult } from "../../src/cli/verb.ts";

/** Who does it and when, in tests that run verbs. */
export const by = { actor: "lee", clock: (): Date => new Date("2020-01-02T03:04:05Z") };

/** Runs a verb on a case as the command line would. */
export const runVerb = (
  caseDir: string,
  verb: Verb,
  options: Readonly<Record<string, string | boolean>>,
  words: readonly string[] = [],
): Promise<VerbResult> =>
  verb.run({
    words,
    options,
    caseDir,
    isJson: false,
    progress: () => undefined,
    untilStopped: (work) => work(new AbortController().signal),
    inCase: (work) => withCase(caseDir, by, work),
    ...by,
  });
