import { withCase } from "../../src/casefile/index.ts";
import { ledgerStage } from "../../src/ledger/index.ts";
import { runStage } from "../../src/store/index.ts";
import { benchActor } from "../linkage/hand-over-table.ts";

/** Runs the ledger's stage of a case that is taken in; prints the seconds of its steps and of all processors together, and the most that its objects took with what waits to be collected, MB. */
const [caseDir = "", threads = "2"] = process.argv.slice(2);
await withCase(caseDir, { ...benchActor, threads: Number(threads) }, async ({ database, settings, clock, table }) => {
  const started = performance.now();
  const seconds: Record<string, number> = {};
  let [step, since] = ["start", started];
  let heapMost = 0;
  const progress = (_done: number, _total: number, what: string): void => {
    const now = performance.now();
    heapMost = Math.max(heapMost, process.memoryUsage().heapUsed);
    seconds[step] = (seconds[step] ?? 0) + (now - since) / 1000;
    [step, since] = [what, now];
  };
  await runStage(ledgerStage, { database, settings, clock, table, progress }, async () => undefined);
  progress(0, 0, "");
  const cpu = process.cpuUsage();
  process.stdout.write(
    JSON.stringify({
      heapMb: heapMost / 1e6,
      seconds: (performance.now() - started) / 1000,
      cpu: (cpu.user + cpu.system) / 1e6,
      steps: seconds,
    }),
  );
});
