import { defineConfig } from "vitest/config";

const project = (name: string, include: string[], testTimeout: number) => ({
  test: { name, include, testTimeout, hookTimeout: 300_000 },
});

export default defineConfig({
  test: {
    reporters: ["default", ["json", { outputFile: "dist/test-results.json" }]],
    projects: [
      project("tidy", ["test/tidy/**/*.test.ts"], 60_000),
      project(
        "rooms",
        [
          "test/{base,model,names,compare,protect,store,intake,match,resolve,reconcile,crosscheck,network,views,brief,casefile}/**/*.test.ts",
        ],
        120_000,
      ),
      project("examples", ["test/examples/**/*.test.ts"], 120_000),
      {
        test: {
          ...project("end-to-end", ["test/{cli,golden,bench,docs}/**/*.test.ts"], 300_000).test,
          globalSetup: "test/support/global-sample.ts",
          fileParallelism: false,
        },
      },
    ],
  },
});
