import { counted, short } from "./sentences.ts";
import type { Network } from "./use-network.ts";

/** A hub with too many neighbours: asks for a least amount before anything is drawn. */
export function HubGuard({ network }: { readonly network: Network }) {
  const { additions, net, unit } = network;
  const asked = additions.filterAsked;
  if (!asked) return null;
  const node = net?.nodes.get(asked.id);
  return (
    <section className="hub-guard" aria-label="Too many neighbours to draw">
      <p>
        {node?.name ?? asked.id} {node?.several ? "are" : "has"}{" "}
        {counted(asked.filter.others, node?.several ? "node" : "neighbour")} that are not drawn. Draw those with at
        least:
      </p>
      <p className="hub-choices">
        {asked.filter.bySize.map(({ leastMinor, others }) => (
          <button key={leastMinor} type="button" onClick={() => void additions.expand(asked.id, leastMinor)}>
            {short(leastMinor, unit)} ({others})
          </button>
        ))}
        <button type="button" className="button-quiet" onClick={additions.dismiss}>
          None
        </button>
      </p>
      {asked.filter.byYear.length > 0 && (
        <p className="note second">
          Seen by year: {asked.filter.byYear.map(({ year, others }) => `${year} ${others}`).join(", ")}
        </p>
      )}
    </section>
  );
}
