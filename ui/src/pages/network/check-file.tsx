import { useMutation } from "@tanstack/react-query";
import { callApi } from "../../api/call.ts";
import { Failed } from "../../parts/index.ts";
import type { Told } from "./block-panel.tsx";
import { download } from "./download.ts";
import { questionOf } from "./question.ts";
import type { Network } from "./use-network.ts";

/** The check file of the shown set: anybody can check it again without the search. */
export const CheckFile = ({ network, set }: Told) => (
  <section className="panel-part">
    <h3>Proof</h3>
    <p>
      {set.proof}. A flow and a cut of equal value, before and after; <code>windfall verify FILE</code> checks them
      without the search. Internal: it names entities and statements.
    </p>
    <CheckFileButton network={network} words="Download the check file" />
  </section>
);

interface CheckFileButtonProps {
  readonly network: Network;
  readonly words: string;
  /** In the order of time: how many days money stays at least. */
  readonly inTime?: { readonly leastStayDays: number };
}

/** Downloads the check file of the best set at the budget and the stop that are shown. */
export function CheckFileButton({ network, words, inTime }: CheckFileButtonProps) {
  const { address, budget, stop, own } = network;
  const question = { ...questionOf(address), budget, ...(inTime && { inTime }) };
  const name = `check-file-${own.run}-budget-${budget}${inTime ? "-in-time" : ""}.json`;
  const asking = useMutation({
    mutationFn: () => callApi("POST /api/network/check-file", { body: { question, budget, rhoQuarters: stop } }),
    onSuccess: ({ text }) => download(name, `${text}\n`, "application/json"),
  });
  return (
    <>
      <button type="button" disabled={asking.isPending} onClick={() => asking.mutate()}>
        {words}
      </button>
      {asking.isError && <Failed error={asking.error} />}
    </>
  );
}
