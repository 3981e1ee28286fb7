import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeBankLedger } from "./bank-ledger.ts";
import { runWindfall } from "./measured-process.ts";
import { readArguments } from "./read-arguments.ts";

/**
 * Intake of an invented bank ledger: staged, stated, committed. Then again with nothing new, then with a second
 * hand-over of 1 %. With `--run` the whole run is measured too.
 */
export async function csvBench(args: readonly string[]) {
  const options = readArguments(args, { rows: 1_000_000 }, ["run"]);
  const dir = mkdtempSync(join(tmpdir(), "windfall-bench-"));
  try {
    const rows = options.number("rows");
    const caseDir = join(dir, "case");
    await must(["init", caseDir, "--title", "Ledger"]);
    const ledger = join(dir, "ledger.csv");
    await writeBankLedger(ledger, rows);
    await addLedger(caseDir, ledger, "h1-ledger", "s1");
    const only = options.isOn("run") ? [] : ["--only", "intake"];
    const first = await must(["run", "--case", caseDir, "--json", ...only]);
    const again = await must(["run", "--case", caseDir, "--json", ...only]);
    const more = join(dir, "more.csv");
    await writeBankLedger(more, Math.ceil(rows / 100), rows);
    await addLedger(caseDir, more, "h2-ledger", "s2");
    const increment = await must(["run", "--case", caseDir, "--json", ...only]);
    const { summary }: { summary: { values: number } } = JSON.parse(first.stdout);
    return {
      seconds: round(first.seconds),
      peakMb: Math.round(first.peakMb),
      statements: summary.values,
      noopSeconds: round(again.seconds),
      incrementSeconds: round(increment.seconds),
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const addLedger = (caseDir: string, file: string, dataset: string, source: string) =>
  must([
    "add",
    file,
    "--case",
    caseDir,
    "--dataset",
    dataset,
    "--source",
    source,
    "--kind",
    "informant",
    "--grade",
    "B2",
    "--first-hand",
    "--how",
    "bench",
  ]);

async function must(args: readonly string[]) {
  const measured = await runWindfall(args);
  if (measured.code !== 0 && measured.code !== 1)
    throw new Error(`windfall ${args.join(" ")} ended with ${measured.code}\n${measured.stderr}`);
  return measured;
}

const round = (seconds: number): number => Math.round(seconds * 100) / 100;
