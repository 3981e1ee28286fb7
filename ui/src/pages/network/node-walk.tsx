import type { Network } from "./use-network.ts";
import { nodeSentence } from "./sentences.ts";

/** Above so many nodes Tab would be a trap: the table walks them. */
const walkedMost = 400;

/** The nodes in the order of the money, for Tab and screen readers: the one that has the focus is selected and ringed. */
export function NodeWalk({ network, selected }: { readonly network: Network; readonly selected: string | undefined }) {
  const { net, order, unit, select } = network;
  if (!net) return null;
  if (order.length > walkedMost)
    return <p className="for-screen-readers">{order.length} nodes: the table (key t) walks them.</p>;
  return (
    <ul className="for-screen-readers" role="listbox" aria-label="Nodes in the order of the money">
      {order.map((id) => {
        const node = net.nodes.get(id);
        return (
          node && (
            <li
              key={id}
              role="option"
              aria-selected={id === selected}
              tabIndex={0}
              data-node={id}
              onFocus={() => id !== selected && select(id)}
            >
              {nodeSentence(node, unit)}
            </li>
          )
        );
      })}
    </ul>
  );
}
