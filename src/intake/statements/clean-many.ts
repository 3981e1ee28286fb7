import { availableParallelism } from "node:os";
import { startThread } from "../../base/index.ts";
import { cleanValue, type CleanOptions, type CleanResult, type PropertyTypeName } from "../../model/index.ts";

/** How values are cleaned: one type, one set of options for all of them. */
export interface CleanJob {
  readonly type: PropertyTypeName;
  readonly options: CleanOptions;
}

/** A raw value and what it says. */
export interface CleanedRaw {
  readonly raw: string;
  readonly result: CleanResult;
}

// Starting a thread and sending the texts both ways costs as much as cleaning about this many names.
const threadsFrom = 40_000;

/** Cleans distinct raw values, in threads when there are many; the answers are in the order of the values. */
export async function cleanMany(raws: readonly string[], job: CleanJob): Promise<CleanedRaw[]> {
  if (raws.length < threadsFrom) return raws.map((raw) => ({ raw, result: cleanValue(job.type, raw, job.options) }));
  const threads = Math.max(1, Math.min(availableParallelism(), 4));
  const size = Math.ceil(raws.length / threads);
  const parts = await Promise.all(
    Array.from({ length: threads }, (_, index) => cleanInThread(raws.slice(index * size, (index + 1) * size), job)),
  );
  return parts.flat().map((result, index) => ({ raw: raws[index] ?? "", result }));
}

function cleanInThread(raws: readonly string[], job: CleanJob): Promise<CleanResult[]> {
  return new Promise((resolve, reject) => {
    const worker = startThread("./clean.worker", import.meta.url, { workerData: { raws, job } });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`A cleaning thread ended with ${code} before it answered`)));
  });
}
