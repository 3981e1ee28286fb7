import { useCallback, useMemo, useState } from "react";
import { useAddress } from "../../app/address.ts";
import { Asked, PageFrame } from "../../parts/index.ts";
import { BlockBar } from "./block-bar.tsx";
import { Exports } from "./exports.tsx";
import { NetworkDrawer } from "./network-drawer.tsx";
import { NetworkPicture } from "./network-picture.tsx";
import { QuestionBar } from "./question-bar.tsx";
import { NodeSearch } from "./node-search.tsx";
import type { Stage } from "../../network/stage.ts";
import { useNetwork } from "./use-network.ts";
import { useOwnQuestion, type BlockSet } from "./use-question.ts";
import type { OwnQuestion } from "./question.ts";
import "./network.css";

/** Where money goes, from a question; and in block mode whom to block. */
export function Network() {
  const own = useOwnQuestion();
  return own.data ? (
    <AskedNetwork own={own.data} />
  ) : (
    <PageFrame title="Network">
      <Asked query={own}>{() => null}</Asked>
    </PageFrame>
  );
}

function AskedNetwork({ own }: { readonly own: OwnQuestion }) {
  const [address, change] = useAddress();
  const [stage, setStage] = useState<Stage | null>(null);
  const onStage = useCallback((next: Stage | null) => setStage(next), []);
  const network = useNetwork(own, address, change, stage);
  const { isBlock, net, unit } = network;
  const set: BlockSet | undefined = network.set;
  const exports = useMemo(() => ({ net, address, own, unit }), [net, address, own, unit]);
  return (
    <PageFrame
      title={isBlock ? "Chokepoints" : "Network"}
      isFilled
      tools={
        <>
          <NodeSearch network={network} />
          <button type="button" aria-pressed={isBlock} onClick={() => network.switchMode()}>
            Chokepoints <kbd>b</kbd>
          </button>
          <button
            type="button"
            aria-pressed={address.view === "table"}
            onClick={() => change({ view: address.view === "table" ? undefined : "table" })}
          >
            Table <kbd>t</kbd>
          </button>
          <Exports {...exports} network={network} stage={stage} />
        </>
      }
      head={
        <>
          <QuestionBar own={own} address={address} change={change} />
          {isBlock && <BlockBar network={network} set={set} />}
        </>
      }
      drawer={<NetworkDrawer network={network} />}
    >
      <NetworkPicture network={network} onStage={onStage} stage={stage} />
    </PageFrame>
  );
}
