import type { Stage } from "../../network/stage.ts";
import { wholeToText } from "../../parts/figures/format.ts";
import type { Picture } from "./net.ts";
import { short } from "./sentences.ts";
import { drawings, drawnAtFirst } from "./use-question.ts";
import type { Network } from "./use-network.ts";
import { widest, widthOf } from "./scene.ts";

/** So many channels are drawn one by one at most, as the server has it. */
const channelsMost = 50_000;

/** What the lines stand for, and what is not drawn. */
export function Legend({ network, stage }: { readonly network: Network; readonly stage: Stage | null }) {
  const { scene, unit, isBlock, words, picture, additions, drawsSmall, small } = network;
  if (!scene || !picture) return null;
  const samples = [0.1, 0.5, 1].map((share) => scene.capMinor * share);
  const isPart = picture.drawnAs === "largest" && picture.drawn.nodes < picture.whole.nodes;
  const hidden = additions.added.hidden.size;
  const isOpened = Object.keys(additions.added.opened).length > 0;
  return (
    <footer className="network-legend note">
      <p>
        {words}{" "}
        {isPart && (
          <button type="button" className="button-quiet" onClick={network.drawMore}>
            Draw 50 more
          </button>
        )}
        {isOpened && (
          <button type="button" className="button-quiet" onClick={additions.closeBundles}>
            Close the opened bundles
          </button>
        )}
        {hidden > 0 && (
          <button type="button" className="button-quiet" onClick={additions.showHidden}>
            Show {hidden} hidden
          </button>
        )}
        {isBlock && small > 0 && (
          <button type="button" className="button-quiet" aria-pressed={drawsSmall} onClick={network.showSmall}>
            {drawsSmall ? "Leave small channels out" : `Draw ${small} small channels, each under 0.8 % of the money`}
          </button>
        )}
      </p>
      {!isBlock && <Drawings network={network} picture={picture} />}
      <ul className="legend-keys" aria-label="What the lines mean">
        {isBlock && <BlockKeys />}
        {samples.map((minor, index) => (
          <li key={minor}>
            <Line width={widthOf(minor, scene.capMinor)} kind="flow" />
            {index === 2 ? `${short(minor, unit)} and more` : short(minor, unit)}
          </li>
        ))}
        <li>
          <Line width={2} kind="one-source" />
          one source
        </li>
      </ul>
      <LegendTools network={network} stage={stage} />
    </footer>
  );
}

const drawingWords = { largest: "Largest ways", bundles: "Bundles", all: "Every node" };

/** How the money is drawn: offered where not all of it is drawn one by one by itself. */
function Drawings({ network, picture }: { readonly network: Network; readonly picture: Picture }) {
  const { whole, drawnAs } = picture;
  if (whole.nodes <= drawnAtFirst) return null;
  const isTooMany = whole.channels > channelsMost;
  return (
    <p className="legend-drawings" role="group" aria-label="What is drawn">
      {drawings.map((each) => (
        <button
          key={each}
          type="button"
          className="button-quiet"
          aria-pressed={each === drawnAs}
          disabled={each === "all" && isTooMany}
          onClick={() => network.change({ draw: each, at: undefined }, { push: true })}
        >
          {drawingWords[each]}
        </button>
      ))}
      {isTooMany &&
        `${wholeToText(whole.channels)} channels are too many to draw one by one: ${wholeToText(channelsMost)} at most.`}
    </p>
  );
}

function LegendTools({ network, stage }: { readonly network: Network; readonly stage: Stage | null }) {
  return (
    <div className="legend-tools">
      <button type="button" className="button-quiet" aria-label="Smaller" onClick={() => stage?.zoom(0.8)}>
        −
      </button>
      <button type="button" className="button-quiet" onClick={() => stage?.fit()}>
        Fit
      </button>
      <button type="button" className="button-quiet" aria-label="Larger" onClick={() => stage?.zoom(1.25)}>
        +
      </button>
      <button type="button" className="button-quiet" aria-pressed={!network.isFlow} onClick={network.turn}>
        {network.isFlow ? "As a net" : "Left to right"}
      </button>
    </div>
  );
}

function BlockKeys() {
  return (
    <>
      <li>
        <Line width={8} kind="stopped" />
        stopped
      </li>
      <li>
        <Line width={3} kind="extra" />
        extra, another way
      </li>
      <li>
        <Line width={6} kind="flow" />
        still moves
      </li>
      <li>
        <svg className="legend-line" viewBox="0 0 28 16" aria-hidden="true">
          <path className="legend-cross" d="M8 2h12v12H8zM11 5l6 6M17 5l-6 6" />
        </svg>
        blocked
      </li>
    </>
  );
}

/** A sample of a line as the painter draws it. */
function Line({ width, kind }: { readonly width: number; readonly kind: string }) {
  return (
    <svg className="legend-line" viewBox={`0 0 28 ${widest + 2}`} aria-hidden="true">
      <path className={`legend-${kind}`} d={`M0 ${widest / 2 + 1}H28`} strokeWidth={width} />
      {kind === "stopped" && <path className="legend-hole" d={`M0 ${widest / 2 + 1}H28`} strokeWidth={width - 2.5} />}
    </svg>
  );
}
