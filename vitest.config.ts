import { defineConfig } from "vitest/config";

const project = (name: string, include: string[], testTimeout: number) => ({ test: { name, include, testTimeout } });

export default defineConfig({
  test: {
    reporters: ["default", ["json", { outputFile: "dist/test-results.json" }]],
    projects: [
      project("tidy", ["test/tidy/**/*.test.ts"], 30_000),
      project(
        "rooms",
        [
          "test/{base,model,names,compare,protect,store,intake,match,resolve,reconcile,crosscheck,network,views,brief,casefile}/**/*.test.ts",
        ],
        60_000,
      ),
      project("end-to-end", ["test/{cli,golden,examples,bench,docs}/**/*.test.ts"], 120_000),
    ],
  },
});
