import { useEffect, useState, type ReactNode } from "react";
import { useAddress } from "../../app/address.ts";
import { useCommands, type Commands } from "../../keys/index.ts";
import { announce, Failed } from "../../parts/index.ts";
import type { Decision } from "./answer.ts";
import { DecisionBar } from "./decision-bar.tsx";
import { idOfTwo, useDecisions, type Two } from "./use-decisions.ts";

interface SittingProps<Item extends Two> {
  readonly items: readonly Item[];
  /** How many there are, in words about the one at an index. */
  readonly where: (index: number) => string;
  readonly shown: (item: Item, looked: number | undefined) => ReactNode;
  /** How many comparisons the item has. */
  readonly comparisons: (item: Item) => number;
  /** All that are in hand are decided. */
  readonly onDone: () => void;
  readonly commands?: Commands;
}

/** Twos that may be one, worked through: a decision is done at once and moves on; it can be taken back. */
export function Sitting<Item extends Two>(props: SittingProps<Item>) {
  const { items, where, shown, comparisons, onDone, commands = {} } = props;
  const [{ at }, change] = useAddress();
  const { decisions, decide, undo, error } = useDecisions();
  const [looked, setLooked] = useState<number>();
  const index = Math.max(
    0,
    items.findIndex((each) => idOfTwo(each) === at),
  );
  const item = items[index];
  const isDone = items.every((each) => decisions.has(idOfTwo(each)));
  const goTo = (next: number) => {
    const to = items[Math.max(0, Math.min(items.length - 1, next))];
    setLooked(undefined);
    if (to) change({ at: idOfTwo(to) });
  };
  const decideAndGo = async (decision: Decision, reason?: string) => {
    const kept = item && (await decide(item, decision, reason));
    if (!kept) return;
    announce(kept.words);
    if (!kept.isTakenBack) goTo(index + 1);
  };
  const undoLast = async () => {
    const words = await undo();
    if (words !== undefined) announce(words);
  };
  const lookAt = (comparison: number) => {
    if (item && comparison < comparisons(item)) setLooked(comparison);
  };
  useCommands({
    "review.same": () => void decideAndGo("same"),
    "review.different": () => void decideAndGo("different"),
    "review.unsure": () => void decideAndGo("unsure"),
    "list.next": () => goTo(index + 1),
    "list.previous": () => goTo(index - 1),
    "review.reason": () => document.querySelector<HTMLElement>("#review-reason")?.focus(),
    ...lookCommands(lookAt),
    undo: () => void undoLast(),
    ...commands,
  });
  useEffect(() => {
    if (isDone) onDone();
  }, [isDone, onDone]);
  if (!item) return null;
  return (
    <div className="review">
      {error !== undefined && <Failed error={error} />}
      <p className="second">{where(index)}</p>
      {shown(item, looked)}
      <DecisionBar
        key={idOfTwo(item)}
        made={decisions.get(idOfTwo(item))}
        decide={(decision, reason) => void decideAndGo(decision, reason)}
        goBy={(step) => goTo(index + step)}
      />
    </div>
  );
}

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

const lookCommands = (lookAt: (comparison: number) => void): Commands =>
  Object.fromEntries(digits.map((digit) => [`review.look${digit}`, () => lookAt(digit - 1)]));
