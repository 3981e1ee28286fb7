import { Failed } from "../../parts/index.ts";
import { isSame, percent } from "./block-bar.tsx";
import type { Told } from "./block-panel.tsx";
import { CheckFileButton } from "./check-file.tsx";
import { counted, factor, short } from "./sentences.ts";
import type { Network } from "./use-network.ts";
import { setAt, useBlockInTime, useSearching, useStopSearch, type Block, type BlockSet } from "./use-question.ts";

const longestStay = 3650;

/** The question in the order of time, asked on request: what can go on only after it came, and whom to block then. */
export function InTime({ network, set }: Told) {
  const { address, budget, stop, change } = network;
  const stay = address.stay === undefined ? undefined : Math.min(longestStay, Math.round(address.stay));
  const timed = useBlockInTime(address, budget, stay);
  const best = setAt(timed.data, budget, stop) ?? timed.data?.sets.at(-1);
  return (
    <section className="panel-part">
      <h3>In the order of time</h3>
      <p className="second">
        The picture and the other figures count payments in any order: money that was paid out in March and came in
        April flows in them.
      </p>
      {stay === undefined ? (
        <button type="button" onClick={() => change({ stay: 0 })}>
          Ask in the order of time
        </button>
      ) : (
        <Stay network={network} stay={stay} />
      )}
      {timed.isFetching && <SearchingInTime />}
      {timed.isError && <Failed error={timed.error} retry={() => void timed.refetch()} />}
      {timed.data && best && <Answer network={network} set={set} timed={timed.data} best={best} />}
      {stay !== undefined && best?.explanation.refusal === null && (
        <CheckFileButton network={network} inTime={{ leastStayDays: stay }} words="Check file in the order of time" />
      )}
    </section>
  );
}

/** How long money stays at least, and a way back. */
const Stay = ({ network: { change }, stay }: { readonly network: Network; readonly stay: number }) => (
  <p>
    <label>
      Money stays at least{" "}
      <input
        type="number"
        className="stay-days"
        min={0}
        max={longestStay}
        defaultValue={stay}
        onChange={(event) => event.target.value !== "" && change({ stay: Number(event.target.value) })}
      />{" "}
      days
    </label>{" "}
    <button type="button" className="button-quiet" onClick={() => change({ stay: undefined })}>
      Do not ask
    </button>
  </p>
);

function SearchingInTime() {
  const progress = useSearching(true).data?.progress;
  const stop = useStopSearch();
  return (
    <p className="search-line" role="status">
      {progress
        ? `Searching: ${progress.what} (${progress.done} of ${progress.total})`
        : "Searching in the order of time"}
      <button type="button" onClick={stop}>
        Stop
      </button>
    </p>
  );
}

interface AnswerProps {
  readonly network: Network;
  /** The best set in any order. */
  readonly set: BlockSet;
  readonly timed: Block;
  /** The best set in the order of time. */
  readonly best: BlockSet;
}

function Answer({ network, set, timed, best }: AnswerProps) {
  const { unit, rho } = network;
  const { inTime, refusal, effects, again, isCutShort } = best.explanation;
  if (refusal !== null) return <p role="status">{refusal}</p>;
  const effectAt = (all: typeof effects) => all.find(({ rhoQuarters }) => rhoQuarters === rho) ?? all.at(-1);
  const [atOnce, then] = [effects.find(({ rhoQuarters }) => rhoQuarters === 4), effectAt(effects)];
  const inAnyOrder = again.find(({ about }) => about === "order");
  const own = inAnyOrder && isSame(inAnyOrder.members, set.members) ? effectAt(inAnyOrder.ofMembersHere) : undefined;
  if (!inTime || !atOnce || !then) return null;
  const name = (id: string): string => timed.names.find((each) => each.id === id)?.name.split(" / ")[0] ?? id;
  return (
    <>
      <p role="status">
        {short(atOnce.canFlow, unit)} can flow in the order of time, {percent(atOnce.canFlow, inTime.canFlowInAnyOrder)}{" "}
        of the {short(inTime.canFlowInAnyOrder, unit)} that could on the same payments in any order.
      </p>
      <p>
        Best then: {best.members.map(name).join("; ") || "nobody"}. {short(atOnce.stranded, unit)} stopped at once,{" "}
        {percent(atOnce.stranded, atOnce.canFlow)}; {short(then.stranded, unit)} can no longer get through at{" "}
        {factor(rho)}, {percent(then.stranded, then.canFlow)}; {best.proof}
        {isCutShort && ", search ended early"}.
        {best.members.length > 0 && then.stranded === 0 && " All of it finds another way then."}
      </p>
      {own && (
        <p>
          Of the best set in any order: {short(own.stranded, unit)} can no longer get through at {factor(rho)} in the
          order of time, {percent(own.stranded, own.canFlow)}.
        </p>
      )}
      <p className="note second">
        Money goes on{" "}
        {inTime.leastStayDays === 0
          ? "only after it came, on one day in whatever order lets most through"
          : `at the earliest ${counted(inTime.leastStayDays, "day")} after it came`}
        ; who is blocked is blocked on all days. Left out for want of a date: {counted(inTime.withoutDate, "payment")},{" "}
        {short(Number(inTime.withoutDateMinor), unit)}; {counted(inTime.imprecise, "payment")} of which only a month or
        another span is known, counted at its last day.
      </p>
    </>
  );
}
