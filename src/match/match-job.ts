import { compareAll, type ComparisonJob } from "./compare-all.ts";
import { readNames, type NameFeatures, type NameJob } from "./read-names.ts";

/** What a worker of this stage can be asked. */
export type MatchJob = ComparisonJob | NameJob;

/** What it answers: the level of each pair, or what each name holds. */
export type MatchAnswer = { readonly kind: "compare"; readonly levels: Uint8Array } | NameFeatures;

/** Does a job on the thread that calls. */
export function doMatchJob(job: MatchJob): MatchAnswer {
  switch (job.kind) {
    case "compare":
      return { kind: "compare", levels: compareAll(job) };
    case "names":
      return readNames(job);
  }
}
