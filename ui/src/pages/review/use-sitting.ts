import { useState } from "react";
import { useAddress } from "../../app/address.ts";
import { useCommands, type Commands } from "../../keys/index.ts";
import { announce } from "../../parts/index.ts";
import type { Decision } from "./answer.ts";
import { useDecisions, type Subject } from "./use-decisions.ts";

/** A sitting: the item that is shown, what was decided, the reason that is being written, and the moves; keys do the same. */
export function useSitting<Item>(
  subject: Subject<Item>,
  items: readonly Item[],
  comparisonsOf: (item: Item) => number,
) {
  const { idOf } = subject;
  const [{ at }, change] = useAddress();
  const { decisions, decide, error } = useDecisions(subject);
  const [looked, setLooked] = useState<number>();
  const [reason, setReason] = useState("");
  const index = Math.max(
    0,
    items.findIndex((each) => idOf(each) === at),
  );
  const item = items[index];
  const goTo = (next: number) => {
    const to = items[Math.max(0, Math.min(items.length - 1, next))];
    setLooked(undefined);
    setReason("");
    if (to) change({ at: idOf(to) });
  };
  const decideAndGo = async (decision: Decision) => {
    const kept = item && (await decide(item, decision, reason.trim() === "" ? undefined : reason.trim()));
    if (!kept) return;
    announce(kept.words);
    if (!kept.isTakenBack) goTo(index + 1);
  };
  const lookAt = (comparison: number) => {
    if (item && comparison < comparisonsOf(item)) setLooked(comparison);
  };
  useCommands({
    "review.same": () => void decideAndGo("same"),
    "review.different": () => void decideAndGo("different"),
    "review.unsure": () => void decideAndGo("unsure"),
    "list.next": () => goTo(index + 1),
    "list.previous": () => goTo(index - 1),
    "review.reason": () => document.querySelector<HTMLElement>("#review-reason")?.focus(),
    ...lookCommands(lookAt),
  });
  return {
    index,
    item,
    looked,
    error,
    isDone: items.every((each) => decisions.has(idOf(each))),
    goBy: (step: number) => goTo(index + step),
    bar: {
      words: subject.words,
      made: item && decisions.get(idOf(item)),
      decide: (decision: Decision) => void decideAndGo(decision),
      reason,
      setReason,
    },
  };
}

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

const lookCommands = (lookAt: (comparison: number) => void): Commands =>
  Object.fromEntries(digits.map((digit) => [`review.look${digit}`, () => lookAt(digit - 1)]));
