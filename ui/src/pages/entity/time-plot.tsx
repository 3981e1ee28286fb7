import { axisX, axisY, plot, rectY, ruleY } from "@observablehq/plot";
import { useEffect, useRef } from "react";
import { amountToShort } from "../../parts/index.ts";
import type { Payment } from "./answer.ts";

interface TimePlotProps {
  readonly payments: readonly Payment[];
  readonly digits: number;
  readonly currency: string;
}

interface Quarter {
  readonly from: Date;
  readonly to: Date;
  /** Major units: paid below zero, was paid above. */
  readonly amount: number;
}

/** Money by quarter: what came in above the line, what went out below it. The table under it holds the same. */
export function TimePlot({ payments, digits, currency }: TimePlotProps) {
  const holder = useRef<HTMLDivElement>(null);
  const quarters = quartersOf(payments, digits);
  const withoutDay = payments.filter(({ from }) => from === null).length;
  const withoutRate = payments.filter(({ caseMinor }) => caseMinor === null).length;
  useEffect(() => {
    const figure = plot({
      width: 720,
      height: 180,
      marginLeft: 64,
      marks: [
        rectY(quarters, { x1: "from", x2: "to", y: "amount", fill: "currentColor", insetLeft: 1, insetRight: 1 }),
        ruleY([0]),
        axisX({ ticks: "year" }),
        axisY({
          ticks: 5,
          tickFormat: (amount: number) => amountToShort(BigInt(Math.round(amount)), 0),
          label: currency,
        }),
      ],
    });
    holder.current?.replaceChildren(prepared(figure));
  });
  if (quarters.length === 0) return <p className="second">No payment of it has a day and a rate.</p>;
  return (
    <figure className="entity-plot">
      <div ref={holder} role="img" aria-label={`${currency} by quarter: in above the line, out below it`} />
      <figcaption className="second note">
        {currency} by quarter: in above the line, out below it.
        {withoutDay > 0 && ` ${withoutDay} payments have no day.`}
        {withoutRate > 0 && ` ${withoutRate} have no rate.`}
      </figcaption>
    </figure>
  );
}

/** Without Plot's own style element, which the policy of the page forbids, and its labels on groups, which no reader takes. */
function prepared(figure: Element): Element {
  for (const style of figure.querySelectorAll("style")) style.remove();
  for (const group of figure.querySelectorAll("g")) group.removeAttribute("aria-label");
  figure.setAttribute("aria-hidden", "true");
  return figure;
}

function quartersOf(payments: readonly Payment[], digits: number): readonly Quarter[] {
  const sums = new Map<string, number>();
  for (const { from, caseMinor, direction } of payments) {
    if (from === null || caseMinor === null) continue;
    const [year = "", month = "01"] = from.split("-");
    const key = `${year} ${Math.floor((Number(month) - 1) / 3)} ${direction}`;
    sums.set(key, (sums.get(key) ?? 0) + Number(caseMinor) / 10 ** digits);
  }
  return [...sums].map(([key, amount]) => {
    const [year = 0, quarter = 0] = key.split(" ").map(Number);
    return {
      from: new Date(Date.UTC(year, quarter * 3)),
      to: new Date(Date.UTC(year, quarter * 3 + 3)),
      amount: key.endsWith("to") ? -amount : amount,
    };
  });
}
