import { Link } from "wouter";
import { linkTo } from "../../app/address.ts";
import { wholeToText } from "../../parts/figures/format.ts";
import { StateMark } from "../../parts/state-mark/state-mark.tsx";
import type { Figures } from "./answer.ts";

/** How much is said alike, contradicted, by one source alone, not held before; each figure opens its list. */
export function CrossCheck({ figures }: { readonly figures: Figures }) {
  const counts = [
    {
      state: "corroborated",
      word: "said by 2 or more independent sources",
      count: figures.corroborated,
      q: "kind:corroborated",
    },
    { state: "contradicted", word: "contradicted", count: figures.contradicted, q: "kind:contradicted" },
    { state: "one-source", word: "one source", count: figures.single, q: "kind:one-source -kind:listed" },
    { state: "unknown source", word: "source unknown", count: figures.sourceUnknown, q: "kind:unknown-source" },
    { state: "new", word: "not held before", count: figures.notHeldBefore, q: "kind:new" },
  ];
  return (
    <section aria-labelledby="cross-check">
      <h2 id="cross-check">Cross-check</h2>
      <ul className="overview-counts">
        {counts.map(({ state, word, count, q }) => (
          <li key={state}>
            <Link href={linkTo("/findings", { q })} className="overview-count">
              <span className="overview-number">{wholeToText(count)}</span>
              <StateMark state={state} word={word} />
            </Link>
          </li>
        ))}
      </ul>
      <p className="second">
        Of {wholeToText(figures.values)} recorded values in {wholeToText(figures.files)} files of{" "}
        {wholeToText(figures.sources)} sources, and {wholeToText(figures.lists)} editions of public lists.{" "}
        {wholeToText(figures.entities)} mentions are {wholeToText(figures.canonicals)} entities;{" "}
        <Link href="/review">{wholeToText(figures.toReview)} pairs wait for a decision</Link>
        {figures.toReviewOfAdvice > 0 && `, ${wholeToText(figures.toReviewOfAdvice)} of them about a chokepoint`}.
      </p>
    </section>
  );
}
