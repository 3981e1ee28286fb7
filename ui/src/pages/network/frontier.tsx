import { useState, type KeyboardEvent } from "react";
import { percent } from "./block-bar.tsx";
import type { Told } from "./block-panel.tsx";
import { short } from "./sentences.ts";
import type { Network } from "./use-network.ts";
import { useBlock, type Block, type BlockSet } from "./use-question.ts";

const [width, height, left, foot] = [360, 150, 8, 22];

/** So many budgets are searched on request. */
const searchedTo = 8;

interface Point {
  readonly budget: number;
  readonly stranded: number;
  readonly canFlow: number;
  /** The set does not hold all of the one before. */
  readonly isTurned: boolean;
}

/** What can no longer get through, by budget, as a step curve; a ring where a set does not hold all of the one before. */
export function Frontier({ network, block }: Told) {
  const { stop, rho, budget, unit, address } = network;
  const [isAsked, setAsked] = useState(false);
  const more = useBlock(address, Math.max(searchedTo, budget), isAsked);
  const points = pointsOf(more.data && isAsked ? more.data : block, stop, rho);
  const last = points.at(-1);
  const here = points.find((point) => point.budget === budget);
  if (!last) return null;
  return (
    <section className="panel-part">
      <h3>Can no longer get through, by budget</h3>
      <Curve network={network} points={points} last={last} />
      <p className="note">
        {here &&
          `Budget ${budget}: ${short(here.stranded, unit)}, ${percent(here.stranded, here.canFlow)} of what can flow.`}{" "}
        {points.some(({ isTurned }) => isTurned) &&
          "Ringed: the set does not hold all of the one before; decide on the budget first."}
      </p>
      {last.budget < searchedTo && (
        <button type="button" disabled={more.isFetching} onClick={() => setAsked(true)}>
          {more.isFetching ? `Searching to ${searchedTo}` : `Search budgets to ${searchedTo}`}
        </button>
      )}
    </section>
  );
}

function pointsOf({ sets }: Block, stop: number, rho: number): Point[] {
  const own = sets
    .filter(({ rhoQuarters }) => rhoQuarters === stop)
    .toSorted((left, right) => left.budget - right.budget);
  return own.map((set, index) => ({
    budget: set.budget,
    stranded: set.explanation.effects.find((effect) => effect.rhoQuarters === rho)?.stranded ?? 0,
    canFlow: set.explanation.effects[0]?.canFlow ?? 0,
    isTurned: !holds(set, own[index - 1]),
  }));
}

interface CurveProps {
  readonly network: Network;
  readonly points: readonly Point[];
  readonly last: Point;
}

/** The curve; arrow keys walk the budget along it. */
function Curve({ network: { budget, change, unit }, points, last }: CurveProps) {
  const most = Math.max(1, ...points.map(({ stranded }) => stranded));
  const x = (at: number): number => left + (at / (last.budget + 0.5)) * (width - 2 * left);
  const y = (minor: number): number => height - foot - (minor / most) * (height - foot - 16);
  const go = (next: number) => change({ budget: Math.min(last.budget, Math.max(1, next)), block: undefined });
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    go(budget + step);
  };
  const line = points.map(({ budget: at, stranded }) => `H${x(at).toFixed(1)}V${y(stranded).toFixed(1)}`).join("");
  const words = points.map((point) => `${point.budget}: ${short(point.stranded, unit)}`).join("; ");
  return (
    <svg
      className="frontier"
      viewBox={`0 0 ${width} ${height}`}
      role="slider"
      tabIndex={0}
      aria-label={`Budget on the frontier. ${words}`}
      aria-valuemin={1}
      aria-valuemax={last.budget}
      aria-valuenow={Math.min(budget, last.budget)}
      onKeyDown={walk}
    >
      <path className="frontier-base" d={`M${left} ${height - foot}H${width - left}`} />
      <path className="frontier-rule" d={`M${x(budget)} 8V${height - foot}`} />
      <path className="frontier-line" d={`M${left} ${height - foot}${line}H${width - left}`} />
      {points.map(({ budget: at, stranded, isTurned }) => (
        <g key={at} className="frontier-point" onClick={() => go(at)}>
          <circle className={isTurned ? "frontier-turned" : ""} cx={x(at)} cy={y(stranded)} r={isTurned ? 5 : 3} />
          <text x={x(at)} y={height - 6} textAnchor="middle">
            {at}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Whether a set holds all members of the one before. */
const holds = (set: BlockSet, before: BlockSet | undefined): boolean =>
  (before?.members ?? []).every((id) => set.members.includes(id));
