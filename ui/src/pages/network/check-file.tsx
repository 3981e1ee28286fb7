import { useMutation } from "@tanstack/react-query";
import { callApi } from "../../api/call.ts";
import { Failed } from "../../parts/index.ts";
import type { Told } from "./block-panel.tsx";
import { download } from "./download.ts";
import { questionOf, stops } from "./question.ts";

/** The check file of the shown set: anybody can check it again without the search. */
export function CheckFile({ network, set }: Told) {
  const { address, budget, stop, own } = network;
  const question = { ...questionOf(address), budget, rhoQuarters: [...stops] };
  const asking = useMutation({
    mutationFn: () => callApi("POST /api/network/check-file", { body: { question, budget, rhoQuarters: stop } }),
    onSuccess: ({ text }) => download(`check-file-${own.run}-budget-${budget}.json`, `${text}\n`, "application/json"),
  });
  return (
    <section className="panel-part">
      <h3>Proof</h3>
      <p>
        {set.proof}. A flow and a cut of equal value, before and after; <code>windfall verify FILE</code> checks them
        without the search. Internal: it names entities and statements.
      </p>
      <button type="button" disabled={asking.isPending} onClick={() => asking.mutate()}>
        Download the check file
      </button>
      {asking.isError && <Failed error={asking.error} />}
    </section>
  );
}
