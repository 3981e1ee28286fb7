import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { siblingModule } from "../src/base/index.ts";
import { derivedTables } from "../src/model/index.ts";
import { addMaterial, initCase, withCase } from "../src/casefile/index.ts";
import { ledgerStage } from "../src/ledger/index.ts";
import { integer, sql } from "../src/store/index.ts";
import { benchActor } from "./linkage/hand-over-table.ts";
import { runMeasured, type Measured } from "./measured-process.ts";
import { readArguments } from "./read-arguments.ts";
import { makeRoundUp } from "./round-ups/make-round-up.ts";

/**
 * Made round-ups of about a thousand words, taken in as one hand-over and read into the ledger: seconds, processor seconds and
 * memory of the ledger's stage, its steps, and the rows of its tables; then a question put to it. Intake is timed apart.
 */
export async function ledgerScaleBench(args: readonly string[]) {
  const options = readArguments(args, { documents: 500, seed: 1, threads: 2 });
  const dir = mkdtempSync(join(tmpdir(), "windfall-round-ups-"));
  try {
    const made = makeAll(dir, options.number("documents"), options.number("seed"));
    const caseDir = join(dir, "case");
    initCase(caseDir, "Round-ups");
    const source = { id: "s1", label: "Round-ups", kind: "informant", grade: "C3", firstHand: true };
    await addMaterial(caseDir, { files: made.files, dataset: "h1", source, howObtained: "bench" }, benchActor);
    const intake = await must(["dist/cli/main.js", "run", "--only", "intake", "--case", caseDir], [0, 1]);
    const child = siblingModule("./round-ups/ledger-steps.child", import.meta.url);
    const stage = [...child.execArgv, fileURLToPath(child.url), caseDir, String(options.number("threads"))];
    const first = await must(stage);
    const again = await must(stage);
    const asked = await must(["dist/cli/main.js", "ledger", "ask", "sources", made.question, "--case", caseDir]);
    const documents = options.number("documents");
    return {
      input: made.input,
      documents,
      words: made.words,
      intake: figuresOf(intake),
      ledger: { ...stepsOf(first), documentsPerSecond: rounded(documents / stepsOf(first).seconds) },
      again: stepsOf(again),
      ask: figuresOf(asked),
      rows: await rowsOf(caseDir),
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Writes the round-ups as files of one folder; `question` asks after the first story of the middle one. */
function makeAll(dir: string, documents: number, seed: number) {
  const folder = join(dir, "round-ups");
  mkdirSync(folder);
  const hash = createHash("sha256");
  let words = 0;
  const files = Array.from({ length: documents }, (_, no) => {
    const { name, html } = makeRoundUp(no, seed);
    hash.update(html);
    words += html.replaceAll(/<[^>]+>/gu, " ").split(/\s+/u).length;
    writeFileSync(join(folder, name), html);
    return join(folder, name);
  });
  const { html } = makeRoundUp(Math.floor(documents / 2), seed);
  const about = / and (?<surname>\p{L}+)</u.exec(html)?.groups?.["surname"] ?? "";
  return { files, words, input: hash.digest("hex").slice(0, 12), question: `who says that ${about} was arrested` };
}

async function must(args: readonly string[], endings: readonly number[] = [0]): Promise<Measured> {
  const measured = await runMeasured(process.execPath, args);
  if (endings.some((code) => code === measured.code)) return measured;
  throw new Error(`${args.join(" ")} ended with ${measured.code}\n${measured.stderr}`);
}

interface Steps {
  readonly heapMb: number;
  readonly seconds: number;
  readonly cpu: number;
  readonly steps: Readonly<Record<string, number>>;
}

function stepsOf({ stdout, peakMb }: Measured) {
  const { seconds, cpu, heapMb, steps }: Steps = JSON.parse(stdout);
  return {
    seconds: rounded(seconds),
    cpuSeconds: rounded(cpu),
    peakMb: Math.round(peakMb),
    heapMb: Math.round(heapMb),
    steps: Object.fromEntries(Object.entries(steps).map(([step, taken]) => [step, rounded(taken)])),
  };
}

const figuresOf = ({ seconds, peakMb }: Measured) => ({ seconds: rounded(seconds), peakMb: Math.round(peakMb) });

const rounded = (seconds: number): number => Math.round(seconds * 100) / 100;

const rowsOf = (caseDir: string) =>
  withCase(caseDir, benchActor, async ({ database, table }) => {
    const counts: Record<string, number> = {};
    for (const name of ledgerStage.writes) {
      if (!(name in derivedTables)) continue;
      counts[name] = (await database.row(sql`select count(*) as rows from ${table(name)}`, { rows: integer })).rows;
    }
    return counts;
  });
