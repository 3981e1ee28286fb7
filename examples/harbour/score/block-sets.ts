import type { Truth } from "../truth.ts";
import type { Answer } from "./answer.ts";
import { entityOfClusters } from "./clusters.ts";

export interface BlockScore {
  readonly asked: number;
  /** Answers that equal a proven best set. */
  readonly best: number;
}

/** Scores block sets: for each question and budget, whether the answered set is one of the proven best. */
export const scoreBlockSets = (truth: Truth, answer: Pick<Answer, "blockSets" | "clusters">): BlockScore => {
  const entities = entityOfClusters(truth, answer);
  const answers = new Map(
    answer.blockSets.map(({ question, budget, members }) => [
      `${question} ${budget}`,
      members.map((member) => entities.get(member) ?? member),
    ]),
  );
  let asked = 0;
  let best = 0;
  for (const { id, best: budgets } of truth.blockSets) {
    for (const { budget, sets, strandedQuarters } of budgets) {
      asked++;
      const given = answers.get(`${id} ${budget}`)?.toSorted().join(" ");
      // Where nothing can be stranded, blocking nobody does as well as any set.
      const isIdle = strandedQuarters === 0 && given === "";
      if (isIdle || sets.some((set) => set.toSorted().join(" ") === given)) best++;
    }
  }
  return { asked, best };
};
