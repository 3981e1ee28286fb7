import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { callApi } from "../../api/call.ts";
import { Asked, Empty, wholeToText } from "../../parts/index.ts";
import type { Decision, Mention, SkippedNames } from "./answer.ts";
import { MentionShown } from "./mention-shown.tsx";
import { Sitting } from "./sitting.tsx";
import type { Subject } from "./use-decisions.ts";

/** So many mentions are in hand at once. */
const inHand = 20;

const kept: Readonly<Record<Decision, "accept" | "reject" | "unsure">> = {
  same: "accept",
  different: "reject",
  unsure: "unsure",
};

/** Names in documents: whether the words name the entity. */
const mentions: Subject<Mention> = {
  idOf: ({ mentionId }) => mentionId,
  words: { same: "Names it", different: "Names another", unsure: "Cannot say" },
  keep: ({ mentionId: id }, decision, reason) =>
    callApi("POST /api/review/mentions/:id/decision", {
      params: { id },
      body: { decision: kept[decision], ...(reason !== undefined && { reason }) },
    }),
};

/** Names of the case that are proposed in documents, one after another, each in its passage beside the entity. */
export function Mentions() {
  const queries = useQueryClient();
  const waiting = useQuery({
    queryKey: ["review-mentions"],
    queryFn: ({ signal }) => callApi("GET /api/review/mentions", { query: { offset: 0, limit: inHand } }, signal),
    // What was decided leaves the list when the page asks for more, not under the pointer.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const renew = useCallback(() => void queries.invalidateQueries({ queryKey: ["review-mentions"] }), [queries]);
  return (
    <Asked query={waiting} rows={12}>
      {({ mentions: items, waiting, skipped }) => (
        <>
          {items.length === 0 ? (
            <Empty>
              <h2>No name in a document waits for a decision</h2>
              <p>Documents that are added bring new ones: the next run looks for the names of the case in them.</p>
            </Empty>
          ) : (
            <Sitting
              subject={mentions}
              items={items}
              where={(index) =>
                `Name ${wholeToText(index + 1)} of ${wholeToText(items.length)} in hand, ${wholeToText(waiting)} wait in all, in the order of the documents. Proposed, not asserted: nothing rests on one, accepted or not.`
              }
              shown={(mention) => <MentionShown mention={mention} />}
              onDone={renew}
            />
          )}
          <Skipped skipped={skipped} />
        </>
      )}
    </Asked>
  );
}

/** What was not looked for or not proposed, and why. */
const Skipped = ({ skipped }: { readonly skipped: SkippedNames }) =>
  skipped.length === 0 ? null : (
    <section className="review-skipped" aria-labelledby="skipped">
      <h2 id="skipped">Not looked for, not proposed</h2>
      <ul>
        {skipped.map(({ sentence, names, places }) => (
          <li key={sentence}>
            {names > 0 ? `${wholeToText(names)} names` : `${wholeToText(places)} places`}: {sentence}
          </li>
        ))}
      </ul>
    </section>
  );
