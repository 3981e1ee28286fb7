import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { Link } from "wouter";
import { callApi } from "../../api/call.ts";
import { useCase } from "../../api/use-case.ts";
import { Asked, Empty, Money, Reasons, Value, wholeToText } from "../../parts/index.ts";
import type { Join } from "./answer.ts";
import { Sitting } from "./sitting.tsx";
import { twos } from "./two.ts";

/** Joins that a rule made and that carry a sentence, a match or a chokepoint: only a person confirms one. */
export function Joins() {
  const queries = useQueryClient();
  const joins = useQuery({
    queryKey: ["review-joins"],
    queryFn: ({ signal }) => callApi("GET /api/review/joins", { query: { offset: 0, limit: 20 } }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const renew = useCallback(() => void queries.invalidateQueries({ queryKey: ["review-joins"] }), [queries]);
  return (
    <Asked query={joins} rows={12}>
      {({ joins, waiting, all }) =>
        joins.length === 0 ? (
          <Empty>
            <h2>No join waits to be confirmed</h2>
            <p>{all === 0 ? "Nothing that is shown hangs on a join." : `All ${wholeToText(all)} were confirmed.`}</p>
          </Empty>
        ) : (
          <Sitting
            subject={twos}
            items={joins}
            where={(index) =>
              `Join ${wholeToText(index + 1)} of ${wholeToText(joins.length)} in hand; ${wholeToText(waiting)} of ${wholeToText(all)} that carry something shown are not confirmed, those first that nothing else backs.`
            }
            shown={(join, looked) => <JoinShown join={join} looked={looked} />}
            comparisons={({ reasons }) => reasons.length}
            onDone={renew}
          />
        )
      }
    </Asked>
  );
}

function JoinShown({ join, looked }: { readonly join: Join; readonly looked: number | undefined }) {
  const open = useCase();
  return (
    <>
      <h2>
        <EntityLink id={join.leftId} name={join.leftName} /> and <EntityLink id={join.rightId} name={join.rightName} />
      </h2>
      <p>
        Joined by {join.joinedBy}; {join.isAlone ? "no other link holds the two together" : "other links hold them too"}
        {open && join.moneyMinor !== "0" && (
          <>
            ; <Money minor={join.moneyMinor} digits={open.minorDigits} currency={open.currency} isShort /> on the side
            that moved less
          </>
        )}
        .
      </p>
      <section aria-labelledby="carries">
        <h2 id="carries">What hangs on it</h2>
        <ul>
          {join.carries.map(({ kind, carried }) => (
            <li key={`${kind} ${carried}`}>
              <span className="second">{kind}</span> <Value text={carried} most={400} />
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="reasons">
        <h2 id="reasons">Reasons for and against</h2>
        <Reasons reasons={join.reasons} weightMb={join.weightMb} looked={looked} />
      </section>
    </>
  );
}

const EntityLink = ({ id, name }: { readonly id: string; readonly name: string }) => (
  <Link href={`/entities/${encodeURIComponent(id)}`}>
    <Value text={name} />
  </Link>
);
