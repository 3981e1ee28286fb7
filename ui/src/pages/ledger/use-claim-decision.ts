import { useMutation, useQueryClient } from "@tanstack/react-query";
import { callApi } from "../../api/call.ts";
import { keepDecided, takeBack, useDecided } from "../../decisions/sitting.ts";
import { announce } from "../../parts/index.ts";
import type { Claim } from "./answer.ts";

interface Answer {
  readonly claim: Claim;
  readonly decision: "accept" | "reject";
  /** Fields put right, as `speaker=Ann Lee; modality=hedged`. */
  readonly set?: string;
}

/** Keeps a decision on a claim, and takes the last of this sitting back. */
export function useClaimDecision() {
  const queries = useQueryClient();
  const last = useDecided().standing.findLast(({ page }) => page === "ledger");
  const renew = () => queries.invalidateQueries({ queryKey: ["claims-to-review"] });
  const decide = useMutation({
    mutationFn: ({ claim, decision, set }: Answer) =>
      callApi("POST /api/ledger/claims/:id/decision", {
        params: { id: claim.claimId },
        body: { decision, ...(set !== undefined && { set }) },
      }),
    onSuccess: ({ judgementNo }, { claim, decision }) => {
      keepDecided({ judgementNo, page: "ledger", about: claim.claimId, decision });
      announce(`${decision}ed: decision ${judgementNo}`);
      return renew();
    },
  });
  const undo = useMutation({
    mutationFn: (judgementNo: number) => takeBack(judgementNo),
    onSuccess: (words) => {
      announce(words);
      return renew();
    },
  });
  return { decide, last, undo };
}
