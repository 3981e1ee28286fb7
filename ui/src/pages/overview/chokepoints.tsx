import { Link } from "wouter";
import { linkTo } from "../../app/address.ts";
import { useCase } from "../../api/use-case.ts";
import { Money } from "../../parts/figures/money.tsx";
import { Value } from "../../parts/value/value.tsx";
import type { Advice } from "./answer.ts";

/** Who is advised to be blocked, and what can no longer get through then. */
export function Chokepoints({ advice }: { readonly advice: Advice }) {
  const { currency, minorDigits } = useCase() ?? {};
  if (currency === undefined || minorDigits === undefined) return null;
  return (
    <section aria-labelledby="chokepoints">
      <h2 id="chokepoints">Chokepoints</h2>
      {advice === null || advice.members.length === 0 ? (
        <p className="second">No block stops any money between the ends of the case's question.</p>
      ) : (
        <>
          <p className="overview-figure">
            <Link href={linkTo("/network", { mode: "block" })}>
              <Money minor={advice.strandedMinor} digits={minorDigits} currency={currency} isShort />
            </Link>
          </p>
          <p className="second">
            can no longer get through, of{" "}
            <Money minor={advice.canFlowMinor} digits={minorDigits} currency={currency} isShort /> that can flow, though
            its owners reroute it (worst over all factors); {advice.proof}. Blocked:
          </p>
          <ul className="overview-blocked">
            {advice.members.map(({ id, caption }) => (
              <li key={id}>
                <Link href={`/entities/${encodeURIComponent(id)}`}>
                  <Value text={caption} />
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
