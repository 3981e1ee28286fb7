import { useCallback, useState } from "react";
import { callApi } from "../../api/call.ts";
import type { Decision } from "./answer.ts";

/** What became of a key: a decision was kept, or the same one taken back. */
interface Kept {
  readonly words: string;
  readonly isTakenBack: boolean;
}

/** Two that may be one. */
export interface Two {
  readonly leftId: string;
  readonly rightId: string;
}

export const idOfTwo = ({ leftId, rightId }: Two): string => `${leftId}~${rightId}`;

export interface Made {
  readonly decision: Decision;
  readonly judgementNo: number;
}

const words: Readonly<Record<Decision, string>> = { same: "same", different: "not the same", unsure: "cannot say" };

/** The decisions of this sitting: by pair, the last that stands; the same decision again takes it back. */
export function useDecisions() {
  const [decisions, setDecisions] = useState<ReadonlyMap<string, Made>>(new Map());
  const [order, setOrder] = useState<readonly string[]>([]);
  const [error, setError] = useState<unknown>();

  const takeBack = useCallback(async (id: string, judgementNo: number): Promise<string> => {
    const { judgementNo: by } = await callApi("POST /api/decisions/undo", { body: { judgementNo } });
    setDecisions((made) => new Map([...made].filter(([each]) => each !== id)));
    setOrder((ids) => ids.filter((each) => each !== id));
    return `Decision ${judgementNo} is taken back by decision ${by}`;
  }, []);

  const guarded = useCallback(async <Answer>(work: () => Promise<Answer>): Promise<Answer | undefined> => {
    try {
      setError(undefined);
      return await work();
    } catch (cause) {
      setError(cause);
      return undefined;
    }
  }, []);

  const decide = useCallback(
    (two: Two, decision: Decision, reason?: string): Promise<Kept | undefined> =>
      guarded(async () => {
        const { leftId, rightId } = two;
        const id = idOfTwo(two);
        const made = decisions.get(id);
        if (made?.decision === decision) return { words: await takeBack(id, made.judgementNo), isTakenBack: true };
        const { judgementNo } = await callApi("POST /api/decisions", {
          body: { leftId, rightId, decision, ...(reason !== undefined && { reason }) },
        });
        setDecisions((all) => new Map(all).set(id, { decision, judgementNo }));
        setOrder((ids) => [...ids.filter((each) => each !== id), id]);
        return { words: `${words[decision]}: decision ${judgementNo}`, isTakenBack: false };
      }),
    [decisions, guarded, takeBack],
  );

  /** Takes the last decision of this sitting back; undefined where there is none. */
  const undo = useCallback(
    (): Promise<string | undefined> =>
      guarded(async () => {
        const last = order.at(-1);
        const made = last === undefined ? undefined : decisions.get(last);
        return last === undefined || !made ? undefined : takeBack(last, made.judgementNo);
      }),
    [decisions, guarded, order, takeBack],
  );
  return { decisions, decide, undo, error };
}
