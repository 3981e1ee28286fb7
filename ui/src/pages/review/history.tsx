import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { callApi } from "../../api/call.ts";
import { takeBack } from "../../decisions/sitting.ts";
import { announce, Asked, Empty, Failed, Value, wholeToText } from "../../parts/index.ts";
import type { DecisionLine } from "./answer.ts";

/** So many decisions are shown, the latest first. */
const most = 500;

/** Every decision with who, when and why; an old one can be taken back by a later one. */
export function History() {
  const queries = useQueryClient();
  const decisions = useQuery({
    queryKey: ["decisions"],
    queryFn: ({ signal }) => callApi("GET /api/decisions", { query: { offset: 0, limit: most } }, signal),
    // Another window may have decided meanwhile.
    refetchOnWindowFocus: true,
  });
  const undo = useMutation({
    mutationFn: (judgementNo: number) => takeBack(judgementNo),
    onSuccess: (words) => {
      announce(words);
      return queries.invalidateQueries({ queryKey: ["decisions"] });
    },
  });
  return (
    <Asked query={decisions} rows={10}>
      {({ decisions, count }) =>
        count === 0 ? (
          <Empty>
            <h2>Nobody has decided anything yet</h2>
          </Empty>
        ) : (
          <div className="review">
            {undo.isError && <Failed error={undo.error} />}
            <p className="second">
              {wholeToText(count)} decisions, the latest first
              {count > decisions.length && `; ${wholeToText(decisions.length)} are shown`}. Nothing is overwritten: one
              that is taken back stays here.
            </p>
            <ol className="review-history">
              {decisions.map((line) => (
                <HistoryLine key={line.judgementNo} line={line} undo={() => undo.mutate(line.judgementNo)} />
              ))}
            </ol>
          </div>
        )
      }
    </Asked>
  );
}

const HistoryLine = ({ line, undo }: { readonly line: DecisionLine; readonly undo: () => void }) => (
  <li>
    <span className="second">{line.judgementNo}</span>
    <span>
      {words[line.decision] ?? line.decision} <span className="second">{line.subject}</span>{" "}
      <Value text={line.leftId === line.rightId ? line.leftId : `${line.leftId} and ${line.rightId}`} isCode />
      <span className="second">
        {" "}
        by {line.actor}, {line.judgedAt.slice(0, 16)}:
      </span>{" "}
      <Value text={line.reasons.join("; ")} />
    </span>
    {line.decision !== "none" && (
      <button type="button" className="button-quiet" onClick={undo}>
        Take back
      </button>
    )}
  </li>
);

const words: Readonly<Record<string, string>> = {
  same: "same",
  different: "not the same",
  unsure: "cannot say",
  accept: "accepted",
  reject: "rejected",
  none: "taken back",
};
