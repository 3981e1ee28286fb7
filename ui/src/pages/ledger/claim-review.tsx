import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { callApi } from "../../api/call.ts";
import { useCommands } from "../../keys/index.ts";
import { Asked, Empty, Failed, wholeToText } from "../../parts/index.ts";
import type { Claim } from "./answer.ts";
import { ClaimShown } from "./claim-shown.tsx";
import { useClaimDecision } from "./use-claim-decision.ts";

/** Proposed claims one after another: accepted, put right, or rejected. */
export function ClaimReview() {
  const claims = useQuery({
    queryKey: ["claims-to-review"],
    queryFn: ({ signal }) => callApi("GET /api/ledger/claims", { query: { offset: 0, limit: 50 } }, signal),
  });
  return (
    <Asked query={claims} rows={8}>
      {({ claims, waiting }) =>
        claims.length === 0 ? (
          <Empty>
            <h2>No claim waits for a decision</h2>
          </Empty>
        ) : (
          <OneByOne claims={claims} waiting={waiting} />
        )
      }
    </Asked>
  );
}

function OneByOne({ claims, waiting }: { readonly claims: readonly Claim[]; readonly waiting: number }) {
  const [index, setIndex] = useState(0);
  const [set, setSet] = useState("");
  const { decide, last, undo } = useClaimDecision();
  const at = Math.min(index, claims.length - 1);
  const claim = claims[at];
  const goTo = (next: number) => setIndex(Math.max(0, Math.min(claims.length - 1, next)));
  const answer = (decision: "accept" | "reject") => {
    if (!claim || decide.isPending) return;
    const right = decision === "accept" && set.trim() !== "" ? { set: set.trim() } : {};
    decide.mutate({ claim, decision, ...right }, { onSuccess: () => setSet("") });
  };
  useCommands({
    "claim.accept": () => answer("accept"),
    "claim.reject": () => answer("reject"),
    "claim.edit": () => document.querySelector<HTMLElement>("#claim-set")?.focus(),
    "list.next": () => goTo(index + 1),
    "list.previous": () => goTo(index - 1),
    undo,
  });
  if (!claim) return null;
  return (
    <div className="ledger">
      <p className="second">
        Claim {wholeToText(at + 1)} of {wholeToText(claims.length)} in hand, {wholeToText(waiting)} wait in all. Until
        accepted a claim enters no figure that leaves the house.
      </p>
      <ClaimShown claim={claim} />
      {decide.isError && <Failed error={decide.error} />}
      <ClaimBar set={set} setSet={setSet} answer={answer} last={last} undo={undo} />
    </div>
  );
}

interface ClaimBarProps {
  readonly set: string;
  readonly setSet: (set: string) => void;
  readonly answer: (decision: "accept" | "reject") => void;
  readonly last: number | undefined;
  readonly undo: () => void;
}

const ClaimBar = ({ set, setSet, answer, last, undo }: ClaimBarProps) => (
  <div className="ledger-bar" role="group" aria-label="Decision">
    <button type="button" onClick={() => answer("accept")}>
      Accept <kbd aria-hidden="true">a</kbd>
    </button>
    <button type="button" onClick={() => answer("reject")}>
      Reject <kbd aria-hidden="true">x</kbd>
    </button>
    <label className="ledger-set">
      <span className="second">Put right first</span> <kbd aria-hidden="true">e</kbd>{" "}
      <input
        id="claim-set"
        value={set}
        placeholder="speaker=Ann Lee; modality=hedged"
        onChange={(event) => setSet(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") answer("accept");
          if (event.key === "Escape") event.currentTarget.blur();
        }}
      />
    </label>
    {last !== undefined && (
      <button type="button" className="button-quiet" onClick={undo}>
        Undo decision {last}
      </button>
    )}
  </div>
);
