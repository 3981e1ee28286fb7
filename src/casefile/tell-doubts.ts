import { captionsOf, networkKinds } from "../views/index.ts";
import type { DoubtAnswer, DoubtsOfBlock } from "./ask-block.ts";
import type { OpenCase } from "./open-case.ts";
import type { ToldBlock } from "./tell-block.ts";

/** What the other reading of each doubt makes of an advice, those that would change it first, told in names. */
export interface ToldDoubts {
  /** Doubts that there was no time to ask about. */
  readonly unasked: number;
  readonly names: ToldBlock["names"];
  readonly doubts: readonly (Omit<DoubtAnswer, "leftId" | "rightId"> & {
    /** Mentions, with the name that each gives itself. */
    readonly left: { readonly id: string; readonly name: string | null };
    readonly right: { readonly id: string; readonly name: string | null };
  })[];
}

/** Tells doubts and what hangs on them. */
export async function tellDoubts(open: OpenCase, { doubts, answers }: DoubtsOfBlock): Promise<ToldDoubts> {
  const ids = [...new Set(answers.flatMap(({ members }) => members))].toSorted();
  const [names, kinds] = [await captionsOf(open, ids), await networkKinds(open, ids)];
  const ownNames = new Map(
    doubts.flatMap(({ leftId, leftName, rightId, rightName }): [string, string | null][] => [
      [leftId, leftName],
      [rightId, rightName],
    ]),
  );
  const mention = (id: string) => ({ id, name: ownNames.get(id) ?? null });
  return {
    unasked: doubts.length - answers.length,
    names: ids.map((id) => ({ id, name: names.get(id) ?? id, schema: kinds.get(id)?.schema ?? "Thing" })),
    doubts: answers
      .toSorted((left, right) => Number(right.changesAdvice) - Number(left.changesAdvice))
      .map(({ leftId, rightId, ...answer }) => ({ ...answer, left: mention(leftId), right: mention(rightId) })),
  };
}
