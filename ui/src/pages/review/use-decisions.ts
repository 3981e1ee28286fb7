import { useCallback, useState } from "react";
import { callApi } from "../../api/call.ts";
import type { Decision } from "./answer.ts";

/** What became of a key: a decision was kept, or the same one taken back. */
interface Kept {
  readonly words: string;
  readonly isTakenBack: boolean;
}

export interface Made {
  readonly decision: Decision;
  readonly judgementNo: number;
}

/** What a sitting decides on: how one is known, what its decisions are called, where they are kept. */
export interface Subject<Item> {
  idOf(item: Item): string;
  readonly words: Readonly<Record<Decision, string>>;
  keep(item: Item, decision: Decision, reason?: string): Promise<{ readonly judgementNo: number }>;
}

/** The decisions of this sitting: by item, the last that stands; the same decision again takes it back. */
export function useDecisions<Item>(subject: Subject<Item>) {
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
    (item: Item, decision: Decision, reason?: string): Promise<Kept | undefined> =>
      guarded(async () => {
        const id = subject.idOf(item);
        const made = decisions.get(id);
        if (made?.decision === decision) return { words: await takeBack(id, made.judgementNo), isTakenBack: true };
        const { judgementNo } = await subject.keep(item, decision, reason);
        setDecisions((all) => new Map(all).set(id, { decision, judgementNo }));
        setOrder((ids) => [...ids.filter((each) => each !== id), id]);
        return { words: `${subject.words[decision]}: decision ${judgementNo}`, isTakenBack: false };
      }),
    [decisions, guarded, subject, takeBack],
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
