import { Link } from "wouter";
import { useCase } from "../../api/use-case.ts";
import { wholeToText } from "../../parts/figures/format.ts";
import { Money } from "../../parts/figures/money.tsx";
import type { Figures } from "./answer.ts";

/** How much money is seen, and between how many. */
export function MoneySeen({ figures }: { readonly figures: Figures }) {
  const { currency, minorDigits } = useCase() ?? {};
  if (currency === undefined || minorDigits === undefined) return null;
  return (
    <section aria-labelledby="money">
      <h2 id="money">Money</h2>
      <p className="overview-figure">
        <Link href="/network">
          <Money minor={figures.seenMinor} digits={minorDigits} currency={currency} isShort />
        </Link>
      </p>
      <p className="second">
        seen in {wholeToText(figures.payments)} payments between {wholeToText(figures.nodes)} parties
        {figures.withoutRate > 0 && `; ${wholeToText(figures.withoutRate)} more have no rate and are not in the sum`}
        {figures.canFlowMinor !== null && (
          <>
            ; <Money minor={figures.canFlowMinor} digits={minorDigits} currency={currency} isShort /> can flow from the
            start nodes of the case's question to its end nodes
          </>
        )}
        .
      </p>
    </section>
  );
}
