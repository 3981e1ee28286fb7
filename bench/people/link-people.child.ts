import { withCase } from "../../src/casefile/index.ts";
import { matchStage } from "../../src/match/index.ts";
import { resolveStage } from "../../src/resolve/index.ts";
import { runStage } from "../../src/store/index.ts";
import { benchActor } from "../linkage/hand-over-table.ts";

/** Matches and clusters the entities of a case that is taken in; prints the seconds of each stage, of its steps, and of all processors together. */
const [caseDir = ""] = process.argv.slice(2);
await withCase(caseDir, benchActor, async ({ database, settings, clock, table }) => {
  const seconds: Record<string, number> = {};
  for (const stage of [matchStage, resolveStage]) {
    const started = performance.now();
    let [step, since] = ["start", started];
    const progress = (_done: number, _total: number, what: string): void => {
      const now = performance.now();
      const name = `${stage.name} ${step}`;
      seconds[name] = (seconds[name] ?? 0) + (now - since) / 1000;
      [step, since] = [what, now];
    };
    await runStage(stage, { database, settings, clock, table, progress }, async () => undefined);
    progress(0, 0, "");
    seconds[stage.name] = (performance.now() - started) / 1000;
  }
  const cpu = process.cpuUsage();
  process.stdout.write(JSON.stringify({ ...seconds, cpu: (cpu.user + cpu.system) / 1e6 }));
});
