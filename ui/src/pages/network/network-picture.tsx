import { useRef } from "react";
import { Asked, NothingFound, PanelBoundary } from "../../parts/index.ts";
import type { Hit } from "../../network/hit-index.ts";
import { PictureCanvas } from "../../network/picture-canvas.tsx";
import type { Stage } from "../../network/stage.ts";
import { Legend } from "./legend.tsx";
import { HubGuard } from "./hub-guard.tsx";
import { NodeWalk } from "./node-walk.tsx";
import { PictureTable } from "./picture-table.tsx";
import { questionSentence } from "./question.ts";
import type { Network } from "./use-network.ts";

interface NetworkPictureProps {
  readonly network: Network;
  readonly stage: Stage | null;
  readonly onStage: (stage: Stage | null) => void;
}

/** The drawing or its table, and under it what is not drawn. */
export function NetworkPicture({ network, onStage, stage }: NetworkPictureProps) {
  const { address, net, isBlock, ways, block, weighed, own } = network;
  const query = isBlock ? (block.isError ? block : weighed) : ways;
  if (!net || query.isError) return <Asked query={query as typeof ways}>{() => null}</Asked>;
  if (net.nodes.size === 0)
    return (
      <NothingFound
        sentence={questionSentence(address, own)}
        searched={`No seen payments lead from these starts to these ends. ${network.picture?.ends ?? ""}`}
      />
    );
  if (address.view === "table") return <PictureTable network={network} />;
  return (
    <PanelBoundary>
      <DrawnNetwork network={network} onStage={onStage} stage={stage} />
      <HubGuard network={network} />
      <Legend network={network} stage={stage} />
    </PanelBoundary>
  );
}

/** Each step of a dragged node makes the drawing anew: above so many nodes that would not keep up. */
const draggedMost = 2000;

function DrawnNetwork({ network, onStage }: NetworkPictureProps) {
  const { scene, net, select, selected, places, additions, words, isStale } = network;
  const latest = useRef(scene);
  latest.current = scene;
  if (!scene || !net) return null;
  const idOf = (hit: Hit): string | undefined => {
    if (hit?.kind === "node") return scene.ids[hit.index];
    const channel = hit?.kind === "edge" ? scene.channels[hit.index] : undefined;
    return channel && `${channel.payer}>${channel.payee}`;
  };
  const drag = (node: number, place: { x: number; y: number }) => {
    const id = scene.ids[node];
    if (id !== undefined) places.put(id, place);
  };
  return (
    <PictureCanvas
      makeList={() => copyOf(latest.current ?? scene)}
      drawing={scene}
      label={`Network of money. ${words}`}
      isStale={isStale}
      onStage={onStage}
      onPick={(hit) => select(idOf(hit))}
      onOpen={(hit) => {
        const id = idOf(hit);
        if (hit?.kind === "node" && id !== undefined) void additions.expand(id);
      }}
      onDrag={scene.ids.length <= draggedMost ? drag : undefined}
    >
      <NodeWalk network={network} selected={selected} />
    </PictureCanvas>
  );
}

/** The arrays of a list move to the painter; the page keeps its own. */
const copyOf = ({ list }: { readonly list: object }) => structuredClone(list) as Parameters<Stage["draw"]>[0];
