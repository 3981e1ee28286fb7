import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const project = (
  name: string,
  include: string[],
  options: { testTimeout: number; globalSetup?: string; isolate?: boolean },
) => ({
  test: { name, include, hookTimeout: 900_000, ...options },
});

export default defineConfig({
  test: {
    // By itself Vitest leaves one core free, and of two that is half.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: ["default", ["json", { outputFile: "dist/test-results.json" }]],
    projects: [
      project("tidy", ["test/tidy/**/*.test.ts"], { testTimeout: 60_000 }),
      project(
        "rooms",
        [
          "test/{base,model,names,compare,protect,store,intake,match,resolve,reconcile,crosscheck,ledger,network,views,brief,casefile,server}/**/*.test.ts",
        ],
        // The rooms keep no state outside their cases, so that a worker loads their modules and name tables once for all files.
        { testTimeout: 120_000, isolate: false },
      ),
      project("examples", ["test/examples/**/*.test.ts"], { testTimeout: 120_000 }),
      project("built", ["test/{bench,disk}/**/*.test.ts"], {
        testTimeout: 900_000,
        globalSetup: "test/support/windfall.ts",
      }),
      {
        test: {
          ...project("sample", ["test/{cli,golden,docs}/**/*.test.ts"], {
            testTimeout: 900_000,
            globalSetup: "test/support/global-sample.ts",
          }).test,
          // After the others, during which the sample case is made.
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...project("browser", ["test/ui/**/*.test.ts"], {
            testTimeout: 120_000,
            globalSetup: "test/support/global-browser.ts",
          }).test,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
