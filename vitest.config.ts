import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/support/longest-first.ts";

const project = (name: string, include: string[], options: { globalSetup?: string; isolate?: boolean } = {}) => ({
  // A busy machine is no fault of a test: only what hangs is ended.
  test: {
    name,
    include,
    testTimeout: 900_000,
    hookTimeout: 900_000,
    expect: { poll: { timeout: 120_000 } },
    ...options,
  },
});

export default defineConfig({
  test: {
    // By itself Vitest leaves one core free, and of two that is half.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongestFirst },
    reporters: ["default", ["json", { outputFile: "dist/test-results.json" }]],
    projects: [
      project("tidy", ["test/tidy/**/*.test.ts"]),
      project(
        "rooms",
        [
          "test/{base,model,names,compare,protect,store,intake,match,resolve,reconcile,crosscheck,ledger,network,views,brief,casefile,server}/**/*.test.ts",
        ],
        // The rooms keep no state outside their cases, so that a worker loads their modules and name tables once for all files.
        { isolate: false },
      ),
      project("examples", ["test/examples/**/*.test.ts"], { isolate: false }),
      project("built", ["test/{bench,disk}/**/*.test.ts"], {
        globalSetup: "test/support/windfall.ts",
      }),
      // Each of these waits for the cases that it copies, which are made during the others.
      project("sample", ["test/{cli,golden,docs}/**/*.test.ts"], {
        globalSetup: "test/support/global-sample.ts",
        isolate: false,
      }),
      project("browser", ["test/ui/**/*.test.ts"], {
        globalSetup: "test/support/global-browser.ts",
        isolate: false,
      }),
    ],
  },
});
