import { Link } from "wouter";
import type { Contract, RouteAnswer } from "../../../../src/server/contract/index.ts";
import { linkTo } from "../../app/address.ts";
import { Value } from "../value/value.tsx";
import "./reasons.css";

type Pair = RouteAnswer<Contract["GET /api/review/pair"]>;
export type Reason = Pair["reasons"][number];
type Compared = NonNullable<Reason["left"]>;

interface ReasonsProps {
  readonly reasons: readonly Reason[];
  /** Milli-bits in all; null where a rule joined without weighing. */
  readonly weightMb: number | null;
  /** Which reason is looked at, from 0. */
  readonly looked?: number | undefined;
}

/** The reasons for and against two being one: a sentence, its weight in bits, both values at their places. */
export function Reasons({ reasons, weightMb, looked }: ReasonsProps) {
  return (
    <ol className="reasons">
      {reasons.map((reason, index) => (
        <li
          key={`${reason.sentence} ${reason.left?.statementId ?? ""} ${reason.right?.statementId ?? ""}`}
          data-looked={index === looked || undefined}
        >
          <span className="reasons-weight">{bitsToText(reason.weightMb)}</span>
          <div>
            <p>{reason.sentence}</p>
            <Side value={reason.left} />
            <Side value={reason.right} />
          </div>
        </li>
      ))}
      {weightMb !== null && (
        <li className="reasons-sum">
          <span className="reasons-weight">{bitsToText(weightMb)}</span>
          <p>bits in all</p>
        </li>
      )}
    </ol>
  );
}

const Side = ({ value }: { readonly value: Compared | null }) =>
  value && (
    <p className="reasons-side">
      <Value text={value.value} />{" "}
      <span className="second">
        {value.locator !== null && (
          <Link href={linkTo("/files", { at: value.locator })}>
            <Value text={value.locator} isCode />
          </Link>
        )}{" "}
        {value.common.words}
      </span>
    </p>
  );

/** Milli-bits as bits with one decimal and their sign. */
export function bitsToText(milliBits: number): string {
  const bits = Math.abs(milliBits / 1000).toFixed(1);
  return milliBits < 0 ? `\u2212${bits}` : `+${bits}`;
}
