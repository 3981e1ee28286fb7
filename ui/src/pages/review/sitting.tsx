import { useEffect, type ReactNode } from "react";
import { useCommands, type Commands } from "../../keys/index.ts";
import { Failed } from "../../parts/index.ts";
import { DecisionBar } from "./decision-bar.tsx";
import type { Subject } from "./use-decisions.ts";
import { useSitting } from "./use-sitting.ts";

interface SittingProps<Item> {
  readonly subject: Subject<NoInfer<Item>>;
  readonly items: readonly Item[];
  /** How many there are, in words about the one at an index. */
  readonly where: (index: number) => string;
  readonly shown: (item: Item, looked: number | undefined) => ReactNode;
  /** How many comparisons the item has that a digit looks at. */
  readonly comparisons?: (item: Item) => number;
  /** All that are in hand are decided. */
  readonly onDone: () => void;
  readonly commands?: Commands;
}

const none = () => 0;

/** What waits for decisions, worked through: one is done at once and moves on; it can be taken back. */
export function Sitting<Item>(props: SittingProps<Item>) {
  const { subject, items, where, shown, comparisons = none, onDone, commands = {} } = props;
  const { index, item, looked, error, isDone, goBy, bar } = useSitting(subject, items, comparisons);
  useCommands(commands);
  useEffect(() => {
    if (isDone) onDone();
  }, [isDone, onDone]);
  if (!item) return null;
  return (
    <div className="review">
      {error !== undefined && <Failed error={error} />}
      <p className="second">{where(index)}</p>
      {shown(item, looked)}
      <DecisionBar key={subject.idOf(item)} {...bar} goBy={goBy} />
    </div>
  );
}
