import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { callApi } from "../../api/call.ts";
import { Asked, Empty, wholeToText } from "../../parts/index.ts";
import { PairShown } from "./pair-shown.tsx";
import { Sitting } from "./sitting.tsx";
import { twos } from "./two.ts";

/** So many pairs are in hand at once. */
const inHand = 20;

/** Pairs one after another, both sides open. */
export function Pairs() {
  const queries = useQueryClient();
  const [isEffectShown, setEffectShown] = useState(true);
  const pairs = useQuery({
    queryKey: ["review"],
    queryFn: ({ signal }) => callApi("GET /api/review/pairs", { query: { offset: 0, limit: inHand } }, signal),
    // What was decided leaves the list when the page asks for more, not under the pointer.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const renew = useCallback(() => void queries.invalidateQueries({ queryKey: ["review"] }), [queries]);
  return (
    <Asked query={pairs} rows={12}>
      {({ pairs, waiting }) =>
        pairs.length === 0 ? (
          <Empty>
            <h2>No pair waits for a decision</h2>
            <p>New material brings new pairs: the next run says so here.</p>
          </Empty>
        ) : (
          <Sitting
            subject={twos}
            items={pairs}
            where={(index) =>
              `Pair ${wholeToText(index + 1)} of ${wholeToText(pairs.length)} in hand, ${wholeToText(waiting)} wait in all, those first that change most.`
            }
            shown={(pair, looked) => <PairShown pair={pair} looked={looked} isEffectShown={isEffectShown} />}
            comparisons={({ reasons }) => reasons.length}
            onDone={renew}
            commands={{ "review.effect": () => setEffectShown(!isEffectShown) }}
          />
        )
      }
    </Asked>
  );
}
