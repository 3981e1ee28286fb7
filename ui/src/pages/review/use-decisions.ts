import { useCallback, useMemo, useState } from "react";
import { keepDecided, takeBack, useDecided, type Decided } from "../../decisions/sitting.ts";
import type { Decision } from "./answer.ts";

/** What became of a key: a decision was kept, or the same one taken back. */
interface Kept {
  readonly words: string;
  readonly isTakenBack: boolean;
}

/** What a sitting decides on: how one is known, what its decisions are called, where they are kept. */
export interface Subject<Item> {
  idOf(item: Item): string;
  readonly words: Readonly<Record<Decision, string>>;
  keep(item: Item, decision: Decision, reason?: string): Promise<{ readonly judgementNo: number }>;
}

/** The decisions of this sitting: by item, the last that stands; the same decision again takes it back. */
export function useDecisions<Item>(subject: Subject<Item>) {
  const { standing } = useDecided();
  const [error, setError] = useState<unknown>();
  const decisions = useMemo(
    () => new Map(standing.map((decided): [string, Decided] => [decided.about, decided])),
    [standing],
  );
  const decide = useCallback(
    async (item: Item, decision: Decision, reason?: string): Promise<Kept | undefined> => {
      const about = subject.idOf(item);
      const made = decisions.get(about);
      setError(undefined);
      try {
        if (made?.decision === decision) return { words: await takeBack(made.judgementNo), isTakenBack: true };
        const { judgementNo } = await subject.keep(item, decision, reason);
        keepDecided({ judgementNo, page: "review", about, decision });
        return { words: `${subject.words[decision]}: decision ${judgementNo}`, isTakenBack: false };
      } catch (cause) {
        setError(cause);
        return undefined;
      }
    },
    [decisions, subject],
  );
  return { decisions, decide, error };
}
