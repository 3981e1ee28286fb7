import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { callApi } from "../../api/call.ts";
import { useAddress } from "../../app/address.ts";
import { useCommands } from "../../keys/index.ts";
import { announce, Asked, Empty, Failed, PageFrame, wholeToText } from "../../parts/index.ts";
import type { Decision, Pair } from "./answer.ts";
import { DecisionBar } from "./decision-bar.tsx";
import { PairShown } from "./pair-shown.tsx";
import { useDecisions } from "./use-decisions.ts";
import "./review.css";

/** So many pairs are fetched at once. */
const windowSize = 20;

/** Pairs one after another, both sides open; a decision is done at once and can be taken back. */
export function ReviewPage() {
  const pairs = useQuery({
    queryKey: ["review"],
    queryFn: ({ signal }) => callApi("GET /api/review/pairs", { query: { offset: 0, limit: windowSize } }, signal),
    // What was decided leaves the list when the page asks for more, not under the pointer.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const waiting = pairs.data?.waiting;
  return (
    <PageFrame title="Review" {...(waiting !== undefined && { what: `${wholeToText(waiting)} pairs wait` })}>
      <Asked query={pairs} rows={12}>
        {({ pairs, waiting }) =>
          pairs.length === 0 ? (
            <Empty>
              <h2>No pair waits for a decision</h2>
              <p>New material brings new pairs: the next run says so here.</p>
            </Empty>
          ) : (
            <Sitting pairs={pairs} waiting={waiting} />
          )
        }
      </Asked>
    </PageFrame>
  );
}

/** One window of pairs, worked through. */
function Sitting({ pairs, waiting }: { readonly pairs: readonly Pair[]; readonly waiting: number }) {
  const queries = useQueryClient();
  const [{ at }, change] = useAddress();
  const { decisions, decide, undo, error } = useDecisions();
  const [looked, setLooked] = useState<number>();
  const [isEffectShown, setEffectShown] = useState(true);
  const index = Math.max(
    0,
    pairs.findIndex((pair) => idOf(pair) === at),
  );
  const pair = pairs[index];
  const isWindowDone = pairs.every((each) => decisions.has(idOf(each)));
  const goTo = (next: number) => {
    const to = pairs[Math.max(0, Math.min(pairs.length - 1, next))];
    setLooked(undefined);
    if (to) change({ at: idOf(to) });
  };
  const decideAndGo = async (decision: Decision, reason?: string) => {
    const kept = pair && (await decide(pair, decision, reason));
    if (!kept) return;
    announce(kept.words);
    if (!kept.isTakenBack) goTo(index + 1);
  };
  const undoLast = async () => {
    const words = await undo();
    if (words !== undefined) announce(words);
  };
  useCommands({
    "review.same": () => void decideAndGo("same"),
    "review.different": () => void decideAndGo("different"),
    "review.unsure": () => void decideAndGo("unsure"),
    "list.next": () => goTo(index + 1),
    "list.previous": () => goTo(index - 1),
    "review.effect": () => setEffectShown(!isEffectShown),
    "review.reason": () => document.querySelector<HTMLElement>("#review-reason")?.focus(),
    "review.look": () => setLooked(((looked ?? -1) + 1) % Math.max(1, pair?.reasons.length ?? 1)),
    undo: () => void undoLast(),
  });
  useEffect(() => {
    if (isWindowDone) void queries.invalidateQueries({ queryKey: ["review"] });
  }, [isWindowDone, queries]);
  if (!pair) return null;
  return (
    <div className="review">
      {error !== undefined && <Failed error={error} />}
      <p className="second">
        Pair {wholeToText(index + 1)} of {wholeToText(pairs.length)} in hand, {wholeToText(waiting)} wait in all, those
        first that change most.
      </p>
      <PairShown pair={pair} looked={looked} isEffectShown={isEffectShown} />
      <DecisionBar
        key={idOf(pair)}
        made={decisions.get(idOf(pair))}
        decide={(decision, reason) => void decideAndGo(decision, reason)}
        goBy={(step) => goTo(index + step)}
      />
    </div>
  );
}

const idOf = ({ leftId, rightId }: Pair): string => `${leftId}~${rightId}`;
