import { lazy, Suspense } from "react";
import { Drawer, Loading, Value } from "../../parts/index.ts";
import { ChannelPanel } from "./channel-panel.tsx";
import { NodePanel } from "./node-panel.tsx";
import { PathsPanel } from "./paths-panel.tsx";
import { isSetOpen } from "./set-open.ts";
import type { Network } from "./use-network.ts";

/** Loaded with the first chokepoints. */
const BlockPanel = lazy(async () => ({ default: (await import("./block-panel.tsx")).BlockPanel }));

/** What is selected, and in block mode the set and what it hangs on. */
export function NetworkDrawer({ network }: { readonly network: Network }) {
  const { address, net, isBlock, select, selected, block } = network;
  const node = selected === undefined ? undefined : net?.nodes.get(selected);
  const [payer = "", payee = ""] = selected?.split(">") ?? [];
  const channel = net?.channels.find((each) => each.payer === payer && each.payee === payee);
  const close = () => select(undefined);
  if (node)
    return (
      <Drawer title={<Value text={node.name} />} close={close}>
        {address.panel === "paths" ? (
          <PathsPanel network={network} node={node} />
        ) : (
          <NodePanel network={network} node={node} />
        )}
        {isBlock && <SetPanel network={network} />}
      </Drawer>
    );
  if (channel)
    return (
      <Drawer title="Payments of one channel" close={close}>
        <ChannelPanel network={network} channel={channel} />
      </Drawer>
    );
  if (!isBlock || !block.data || !isSetOpen(address.panel)) return null;
  return (
    <Drawer title="Whom to block, and on what it hangs" close={() => network.change({ panel: "none" })}>
      <SetPanel network={network} />
    </Drawer>
  );
}

function SetPanel({ network }: { readonly network: Network }) {
  const { data } = network.block;
  return (
    data && (
      <Suspense fallback={<Loading rows={8} />}>
        <BlockPanel network={network} block={data} />
      </Suspense>
    )
  );
}
