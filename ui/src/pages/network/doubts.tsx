import { useMutation } from "@tanstack/react-query";
import { callApi } from "../../api/call.ts";
import { Failed, Value } from "../../parts/index.ts";
import type { Told } from "./block-panel.tsx";
import { questionOf } from "./question.ts";
import { counted, short } from "./sentences.ts";

/** Which joins and waiting pairs would change the advice; asked for on request, since each is solved again. */
export function Doubts({ network, name }: Told) {
  const { address, budget, unit } = network;
  const body = { ...questionOf(address), budget };
  const asking = useMutation({
    mutationKey: ["network", "doubts", body],
    mutationFn: () => callApi("POST /api/network/doubts", { body }),
  });
  const answer = asking.data;
  const nameThen = (id: string): string => answer?.names.find((each) => each.id === id)?.name ?? name(id);
  return (
    <section className="panel-part">
      <h3>What hangs on a doubt about who is who</h3>
      {!answer && (
        <button type="button" disabled={asking.isPending} onClick={() => asking.mutate()}>
          {asking.isPending ? "Asking each doubt" : "Ask again under each doubt"}
        </button>
      )}
      {asking.isError && <Failed error={asking.error} retry={() => asking.mutate()} />}
      {answer && (
        <>
          <p role="status">
            {answer.doubts.length === 0
              ? "No unconfirmed join that nothing else backs and no waiting pair touches the advice."
              : `Of ${counted(answer.doubts.length, "doubt")} ${answer.doubts.filter(({ changesAdvice }) => changesAdvice).length} would change the advice.`}
            {answer.unasked > 0 && ` ${answer.unasked} more were not asked for want of time.`}
          </p>
          <ul className="panel-list">
            {answer.doubts.map(({ kind, left, right, changesAdvice, members, effect, ofAdvice }) => (
              <li key={`${left.id} ${right.id}`}>
                if <Mention mention={left} /> and <Mention mention={right} /> are {kind === "join" ? "not one" : "one"}:{" "}
                {changesAdvice
                  ? `best is ${members.map((id) => nameThen(id).split(" / ")[0]).join("; ")}, ${short(effect.stranded, unit)}; the advice ${short(ofAdvice.stranded, unit)}`
                  : `the advice holds, ${short(ofAdvice.stranded, unit)}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const Mention = ({
  mention: { id, name },
}: {
  readonly mention: { readonly id: string; readonly name: string | null };
}) => (name === null ? <span className="mono">{id}</span> : <Value text={name} isCell />);
