import { Link } from "wouter";
import { linkTo } from "../../app/address.ts";
import { wholeToText } from "../../parts/figures/format.ts";
import { Value } from "../../parts/value/value.tsx";
import type { Latest } from "./answer.ts";

/** What the latest hand-over changed in what the case holds. */
export function LatestChanges({ latest }: { readonly latest: Latest }) {
  return (
    <section aria-labelledby="latest">
      <h2 id="latest">Changed by the latest hand-over</h2>
      {latest === null ? (
        <p className="second">No hand-over has come in yet.</p>
      ) : (
        <>
          <p>
            <Link href={linkTo("/findings", { q: `source:${latest.dataset}` })}>
              <Value text={latest.dataset} isCode />
            </Link>
          </p>
          <dl className="overview-list">
            <dt>confirmed what another source had said</dt>
            <dd>{wholeToText(latest.confirmed)}</dd>
            <dt>contradicts, or is contradicted</dt>
            <dd>{wholeToText(latest.contradicted)}</dd>
            <dt>not held before</dt>
            <dd>{wholeToText(latest.notHeldBefore)}</dd>
            <dt>mentions joined to those of others</dt>
            <dd>{wholeToText(latest.joined)}</dd>
          </dl>
          {latest.newChokepoints.length > 0 && (
            <p>
              Only through it a chokepoint became visible:{" "}
              {latest.newChokepoints.map(({ id, caption }, index) => (
                <span key={id}>
                  {index > 0 && "; "}
                  <Link href={`/entities/${encodeURIComponent(id)}`}>
                    <Value text={caption} />
                  </Link>
                </span>
              ))}
            </p>
          )}
        </>
      )}
    </section>
  );
}
