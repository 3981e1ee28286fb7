import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The projects in the order of their beginning: those that want the sample case after those during which it is made. */
const projects = ["tidy", "built", "examples", "rooms", "sample", "browser"];

/** Seconds of the files that take longest, to the nearest five; `dist/test-results.json` has those of a run. */
const seconds: Readonly<Record<string, number>> = {
  "test/bench/kill.test.ts": 40,
  "test/disk/full-disk.test.ts": 15,
  "test/bench/linking.test.ts": 15,
  "test/ledger/ledger-runs.test.ts": 20,
  "test/server/network-search.test.ts": 20,
  "test/server/lists.test.ts": 15,
  "test/reconcile/reconcile.test.ts": 20,
  "test/resolve/clusters-always.test.ts": 20,
  "test/casefile/foreign-reports.test.ts": 15,
  "test/casefile/ledger.test.ts": 15,
  "test/crosscheck/copies.test.ts": 15,
  "test/reconcile/parts.test.ts": 10,
  "test/match/match-stage.test.ts": 10,
  "test/match/match-workers.test.ts": 10,
  "test/casefile/propose-claims.test.ts": 10,
  "test/casefile/hypotheses.test.ts": 10,
  "test/intake/parser.test.ts": 10,
  "test/golden/sample-case.test.ts": 90,
  "test/cli/verbs.test.ts": 40,
  "test/cli/block-verbs.test.ts": 30,
  "test/docs/console-blocks.test.ts": 20,
  "test/cli/load-bearing.test.ts": 15,
  "test/cli/export-again.test.ts": 15,
  "test/cli/network-verbs.test.ts": 10,
  "test/cli/deciding.test.ts": 10,
  "test/ui/network.test.ts": 55,
  "test/ui/pages.test.ts": 50,
  "test/ui/hostile.test.ts": 35,
  "test/ui/network-bundles.test.ts": 25,
  "test/ui/findings.test.ts": 30,
  "test/ui/habits.test.ts": 20,
  "test/ui/pictures.test.ts": 10,
  "test/ui/load.test.ts": 10,
  "test/ui/jobs.test.ts": 10,
};

/**
 * Runs the longest files of each project first, so that no worker is left alone with one at the end. Vitest knows how long a
 * file takes only where it ran before; a clean clone has nothing to tell by but this.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ project }: TestSpecification): number => projects.indexOf(project.name);
    const secondsOf = ({ moduleId }: TestSpecification): number =>
      seconds[relative(this.ctx.config.root, moduleId)] ?? 0;
    return files.toSorted((left, right) => rank(left) - rank(right) || secondsOf(right) - secondsOf(left));
  }
}
