import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { callApi } from "../../api/call.ts";
import { linkTo, useAddress } from "../../app/address.ts";
import { useCommands } from "../../keys/index.ts";
import { Asked, Empty, Failed, PageTabs, wholeToText } from "../../parts/index.ts";
import type { Claim, ClaimsToReview } from "./answer.ts";
import { ClaimShown } from "./claim-shown.tsx";
import { useClaimDecision } from "./use-claim-decision.ts";

/** Proposed claims one after another, those that rules read and those that a model made: accepted, put right, or rejected. */
export function ClaimReview() {
  const [{ view }] = useAddress();
  const made = view === "rules" || view === "model" ? view : undefined;
  const claims = useQuery({
    queryKey: ["claims-to-review", made],
    queryFn: ({ signal }) =>
      callApi("GET /api/ledger/claims", { query: { offset: 0, limit: 50, ...(made && { made }) } }, signal),
  });
  return (
    <Asked query={claims} rows={8}>
      {({ claims, waiting, byModels }) => (
        <>
          <Makers made={made} byModels={byModels} />
          {claims.length === 0 ? (
            <Empty>
              <h2>No claim waits for a decision</h2>
            </Empty>
          ) : (
            <OneByOne key={made ?? ""} claims={claims} waiting={waiting} />
          )}
        </>
      )}
    </Asked>
  );
}

interface MakersProps {
  readonly made: "rules" | "model" | undefined;
  readonly byModels: ClaimsToReview["byModels"];
}

/** Whose proposals are shown, and how a model's fared; nothing where no model was asked. */
function Makers({ made, byModels: { waiting, confirmed, rejected } }: MakersProps) {
  if (waiting + confirmed + rejected === 0) return null;
  const tabs = [
    { view: undefined, words: "All" },
    { view: "rules", words: "Read by rules" },
    { view: "model", words: "Made by a model", more: <span className="second">{wholeToText(waiting)}</span> },
  ];
  return (
    <div className="ledger-makers">
      <PageTabs
        label="Whose proposals"
        tabs={tabs.map(({ view, ...tab }) => ({
          ...tab,
          href: linkTo("/ledger", { panel: "claims", view }),
          isShown: view === made,
        }))}
      />
      <p className="second">
        Of what a model made, people confirmed {wholeToText(confirmed)} and rejected {wholeToText(rejected)} by the last
        run; {wholeToText(waiting)} wait. None is in an event before it is accepted.
      </p>
    </div>
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
      {undo.isError && <Failed error={undo.error} />}
      <ClaimBar
        set={set}
        setSet={setSet}
        answer={answer}
        last={last?.judgementNo}
        undo={() => last && undo.mutate(last.judgementNo)}
      />
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
