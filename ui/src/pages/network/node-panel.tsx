import { Link } from "wouter";
import { Value } from "../../parts/index.ts";
import type { NetNode } from "./net.ts";
import { counted, kindOf, short } from "./sentences.ts";
import type { Network } from "./use-network.ts";

const whyNot: Readonly<Record<string, string>> = {
  listed: "stands on a public list already: a block would change nothing",
  protected: "is never to be blocked",
  unblockable: "cannot be blocked",
  "out of reach": "stands only in countries whose authorities cannot act",
  "closed contact": "is a closed contact of a phone or mailbox",
};

/** One node: what it moves, who stands beside it in the picture, what can be done with it. */
export function NodePanel({ network, node }: { readonly network: Network; readonly node: NetNode }) {
  const { unit, net, isBlock, select } = network;
  const touching = (net?.channels ?? [])
    .filter(({ payer, payee }) => payer === node.id || payee === node.id)
    .toSorted((left, right) => right.minor - left.minor)
    .slice(0, 12);
  return (
    <section className="panel-part">
      <p>
        {kindOf(node)}
        {node.several === null &&
          `, ${node.roots === 0 ? "source unknown" : counted(node.roots, "independent source")}`}
        {node.side !== "between" && `, ${node.side === "start" ? "a start" : "an end"} of the question`}
      </p>
      <p>
        in {short(node.inMinor, unit)} from {counted(node.payers, "payer")}, out {short(node.outMinor, unit)} to{" "}
        {counted(node.payees, "payee")}
      </p>
      {node.several?.kind === "community" && (
        <p>
          {counted(node.several.members, "node")}{" "}
          {node.several.communities > 1
            ? `of ${node.several.communities} small communities`
            : "of one community, which pays within itself more than chance would have it"}
          : {short(node.several.inside.minor, unit)} in {counted(node.several.inside.channels, "channel")} inside.
        </p>
      )}
      {node.lists.length > 0 && <p>Listed: {node.lists.join(", ")}</p>}
      {isBlock && node.notProposed !== null && (
        <p className="second">Not proposed: it {whyNot[node.notProposed] ?? node.notProposed}.</p>
      )}
      <NodeButtons network={network} node={node} />
      <h3>Largest channels in the picture</h3>
      <ul className="panel-list">
        {touching.map((channel) => {
          const isOut = channel.payer === node.id;
          const other = isOut ? channel.payee : channel.payer;
          return (
            <li key={`${channel.payer}>${channel.payee}`}>
              <button
                type="button"
                className="button-quiet"
                onClick={() => select(`${channel.payer}>${channel.payee}`)}
              >
                <span>{isOut ? "to" : "from"}</span> <Value text={net?.nodes.get(other)?.name ?? other} isCell />
                <span className="amount">{short(channel.minor, unit)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function NodeButtons({ network, node }: { readonly network: Network; readonly node: NetNode }) {
  const { isBlock, additions, places, toggleBlocked, change } = network;
  const isPinned = places.places.get(node.id)?.isPinned ?? false;
  const mayOpen = !node.isClosed && node.several === null;
  return (
    <p className="panel-buttons">
      {isBlock && node.side === "between" && !node.isClosed && (
        <button type="button" aria-pressed={node.isBlocked} onClick={() => toggleBlocked(node.id)}>
          {node.isBlocked ? "Do not block" : "Block"} <kbd>b</kbd>
        </button>
      )}
      {(mayOpen || node.several?.kind === "community") && (
        <button type="button" onClick={() => void additions.expand(node.id)}>
          Expand <kbd>e</kbd>
        </button>
      )}
      <button type="button" onClick={() => additions.hide(node.id)}>
        Hide <kbd>Del</kbd>
      </button>
      <button type="button" aria-pressed={isPinned} onClick={() => places.togglePin(node.id)}>
        {isPinned ? "Unpin" : "Pin"} <kbd>p</kbd>
      </button>
      {mayOpen && (
        <button type="button" onClick={() => change({ panel: "paths" })}>
          Paths <kbd>f</kbd>
        </button>
      )}
      {mayOpen && (
        <Link className="button" href={`/entities/${encodeURIComponent(node.id)}`}>
          Open
        </Link>
      )}
    </p>
  );
}
