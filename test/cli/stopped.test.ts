import { spawn, spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeSample, type SampleCase } from "../support/sample-case.ts";
import { mainPath } from "../support/windfall.ts";

/** `script` runs the user's shell, whichever it is; here always the same one. */
const env = { ...process.env, SHELL: "/bin/sh" };
const hasScript = spawnSync("script", ["-qec", "true", "/dev/null"], { env }).status === 0;
let sample: SampleCase;

beforeAll(async () => {
  sample = await makeSample();
}, 900_000);
afterAll(() => sample.remove());

/** Runs the command line on a terminal of its own and types Ctrl-C as soon as it has shown some words; what it showed, and its exit code. */
function typeCtrlC(afterWords: string, args: readonly string[]): Promise<{ code: number | null; shown: string }> {
  // A shell that waits would itself end with 130 on Ctrl-C, as dash does: Windfall takes its place.
  const command = ["stty cols 140; exec", process.execPath, mainPath, ...args, "--case", sample.dir].join(" ");
  const terminal = spawn("script", ["-qec", command, "/dev/null"], { stdio: ["pipe", "pipe", "inherit"], env });
  let shown = "";
  let isTyped = false;
  terminal.stdout.setEncoding("utf8").on("data", (text: string) => {
    shown += text;
    if (isTyped || !shown.includes(afterWords)) return;
    isTyped = true;
    terminal.stdin.write("\u0003");
  });
  return new Promise((done) => terminal.on("close", (code) => done({ code, shown })));
}

describe("block on a terminal", () => {
  it.runIf(hasScript)(
    "shows best and bound while it searches, and answers with the best so far on Ctrl-C",
    async () => {
      // Whenever Ctrl-C comes, what --hidden asks stands behind it.
      const asked = ["block", "--budget", "40", "--reroute", "1,1.25,1.5,2,3", "--hidden"];
      const { code, shown } = await typeCtrlC(" budget ", asked);
      expect(code).toBe(0);
      expect(shown).toMatch(
        /chokepoints +█*░* +\d+ % +\d+ s +budget \d+, reroute [\d.]+: [\d.]+ M USD of at most [\d.]+ M USD, /u,
      );
      const after = shown.slice(shown.indexOf("stopped: what is known so far is the answer"));
      expect(after).toMatch(/budget 1 +advice .*(?:proved best|within [\d.]+ % of best|no proof)/u);
      expect(after).toMatch(/advice: block .+ can no longer get through/u);
      expect(after).toContain("--hidden was not answered: it was stopped");
    },
  );
});
