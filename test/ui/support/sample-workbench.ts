import { afterAll, beforeAll } from "vitest";
import { makeSample, type SampleCase } from "../../support/sample-case.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

/** Serves a copy of the sample case, prepared first if need be, to all tests of a file; the function gives it once they run. */
export function sampleWorkbench(prepare?: (caseDir: string) => Promise<void>): () => Workbench {
  let served: { sample: SampleCase; workbench: Workbench } | undefined;
  beforeAll(async () => {
    const sample = await makeSample();
    await prepare?.(sample.dir);
    served = { sample, workbench: await openWorkbench(sample.dir) };
  }, 900_000);
  afterAll(async () => {
    await served?.workbench.stop();
    served?.sample.remove();
  });
  return () => {
    if (!served) throw new Error("the workbench of this file is not served yet");
    return served.workbench;
  };
}
