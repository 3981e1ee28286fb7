import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeSampleCase } from "../src/casefile/index.ts";
import { integer, openCaseFile, sql } from "../src/store/index.ts";
import { runWindfall } from "./measured-process.ts";
import { readArguments } from "./read-arguments.ts";
import { makeSmallCase, sampleDir } from "./small-case.ts";

/**
 * Kills a run at random moments (spread over its length by a fixed scatter), opens the case, checks that every
 * acknowledged batch is there once, and lets the next run finish: its brief must have the same bytes. The material is the
 * sample case's; with `--small` only the first rows of its register, its list and its watchlist, which still leave
 * something to every stage. `--from N` begins with the N-th moment; `--each` says after each kill how it stands.
 */
export async function killBench(args: readonly string[]) {
  const options = readArguments(args, { from: 0, times: 100 }, ["small", "each"]);
  const from = options.number("from");
  const times = options.number("times");
  const dir = mkdtempSync(join(tmpdir(), "windfall-kill-"));
  try {
    const fresh = join(dir, "fresh");
    if (options.isOn("small")) await makeSmallCase(fresh, join(dir, "cut"), by);
    else await makeSampleCase(fresh, { sampleDir, ofacDir: "resources/lists/ofac-2021-07" }, by);
    const whole = join(dir, "whole");
    cpSync(fresh, whole, { recursive: true, preserveTimestamps: true });
    const reference = await finish(whole);
    const brief = briefOf(whole);
    const tally = { lost: 0, doubled: 0, reopenMsMax: 0, sameBrief: 0 };
    for (let time = from; time < from + times; time += 1) {
      const caseDir = join(dir, `case-${time}`);
      cpSync(fresh, caseDir, { recursive: true, preserveTimestamps: true });
      const moment = ((time * 0.618_034 + 0.137) % 1) * reference.seconds * 1000;
      await runWindfall(["run", "--case", caseDir], moment);
      await countBatches(caseDir, tally);
      await finish(caseDir);
      if (briefOf(caseDir) === brief) tally.sameBrief += 1;
      rmSync(caseDir, { recursive: true, force: true });
      if (options.isOn("each"))
        process.stderr.write(`${JSON.stringify({ time, moment: Math.round(moment), ...tally })}\n`);
    }
    return {
      lost: tally.lost,
      doubled: tally.doubled,
      reopenMsMax: Math.round(tally.reopenMsMax),
      sameBrief: tally.sameBrief === times,
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function finish(caseDir: string) {
  const ended = await runWindfall(["run", "--case", caseDir]);
  if (ended.code !== 0 && ended.code !== 1) throw new Error(`a run ended with ${ended.code}\n${ended.stderr}`);
  return ended;
}

const by = { actor: "bench", clock: (): Date => new Date("2026-01-01T00:00:00Z") };
const briefOf = (caseDir: string): string =>
  readFileSync(join(caseDir, "out/brief.html"), "utf8") + readFileSync(join(caseDir, "out/brief.md"), "utf8");

interface Tally {
  lost: number;
  doubled: number;
  reopenMsMax: number;
}

/** Opens a copy's case file as the next run would and compares it with the ledger outside the database. */
async function countBatches(caseDir: string, tally: Tally): Promise<void> {
  const copy = `${caseDir}-copy`;
  try {
    cpSync(caseDir, copy, { recursive: true });
  } catch {
    return; // killed before the folder was there
  }
  const started = performance.now();
  try {
    const key = Buffer.from(readFileSync(join(copy, "case.key"), "utf8").trim(), "hex");
    const file = await openCaseFile(copy, { threads: 2, memoryMb: 512, clock: () => new Date(0), key });
    tally.reopenMsMax = Math.max(tally.reopenMsMax, performance.now() - started);
    tally.lost += file.lost.length;
    const { doubled } = await file.database.row(
      sql`select (select count(*) - count(distinct input_mac) from held.batch)
        + (select count(*) - count(distinct (dataset_no, entity_id, prop, value, coalesce(lang, ''), external, batch_no)) from held.statement)
        + (select count(*) - count(distinct (dataset_no, name)) from held.current_file where parent_no is null) as doubled`,
      { doubled: integer },
    );
    tally.doubled += doubled;
    file.close();
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause && cause.code === "ENOENT")) throw cause;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
