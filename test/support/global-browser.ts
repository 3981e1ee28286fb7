import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { setup as begin } from "./global-sample.ts";

const root = join(import.meta.dirname, "../..");

/** Builds the command line and the pages, and begins to make the cases that the tests serve. */
export function setup(project: TestProject): () => Promise<void> {
  const stop = begin(project);
  execFileSync(process.execPath, [join(root, "node_modules/vite/bin/vite.js"), "build", "ui", "--logLevel", "warn"], {
    cwd: root,
    stdio: "inherit",
    // The test runner's own NODE_ENV would build the pages for developers: larger and slower than what is served.
    env: { ...process.env, NODE_ENV: "production" },
  });
  return stop;
}
