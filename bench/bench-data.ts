import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of the larger data sets, which the repository does not hold. */
export const benchData = process.env["WINDFALL_BENCH_DATA"] ?? "../shared/data";

/** The text of a file of the larger data sets; throws where it is missing. */
export function readBenchData(path: string): string {
  const file = join(benchData, path);
  if (!existsSync(file)) throw new Error(`${file} is missing; set WINDFALL_BENCH_DATA to the folder that holds it`);
  return readFileSync(file, "utf8");
}
