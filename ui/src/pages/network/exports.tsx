import { useState } from "react";
import { useCase } from "../../api/use-case.ts";
import type { Address } from "../../app/address.ts";
import { paletteOf, type Stage } from "../../network/stage.ts";
import { writeSvg } from "../../network/write-svg.ts";
import { download } from "./download.ts";
import { exportNet, exportWords, writeChannelsCsv, writeNetGraphml } from "./export-net.ts";
import { makeScene } from "./scene.ts";
import type { Net } from "./net.ts";
import type { OwnQuestion } from "./question.ts";
import type { Unit } from "./sentences.ts";
import type { Network } from "./use-network.ts";

interface ExportsProps {
  readonly net: Net | undefined;
  readonly address: Address;
  readonly own: OwnQuestion;
  readonly unit: Unit;
  readonly network: Network;
  readonly stage: Stage | null;
}

/** Downloads of what is drawn: each says of which case, run, question and day it is, and that it is internal. */
export function Exports({ net, address, own, unit, network, stage }: ExportsProps) {
  const [isOpen, setOpen] = useState(false);
  const title = useCase()?.title ?? "";
  if (!net || net.nodes.size === 0) return null;
  const open = exportNet(net);
  const words = exportWords({ title, address, own, drawn: network.words, leftOut: open.leftOut, day: today() });
  const name = `network-${own.run}`;
  const svg = (): string => {
    const { selected: _selected, ...choices } = network;
    const { list, ids } = makeScene(open.net, network.places.places, { ...choices, selected: undefined });
    return writeSvg(list, paletteOf(document.body), { ids, lines: words, title: `${title}: ${words[1] ?? ""}` });
  };
  const choose = (work: () => void) => () => {
    setOpen(false);
    work();
  };
  return (
    <div className="exports" onKeyDown={(event) => event.key === "Escape" && (event.stopPropagation(), setOpen(false))}>
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        Download
      </button>
      {isOpen && (
        <div className="exports-list" role="group" aria-label="Download what is drawn">
          <p className="note">{own.mark}</p>
          <button type="button" onClick={choose(() => download(`${name}.svg`, svg(), "image/svg+xml"))}>
            SVG
          </button>
          {stage && open.leftOut === 0 && (
            <button
              type="button"
              onClick={choose(() => void stage.png(words).then((blob) => download(`${name}.png`, blob)))}
            >
              PNG
            </button>
          )}
          <button
            type="button"
            onClick={choose(() => download(`${name}.csv`, writeChannelsCsv(open.net, words, unit), "text/csv"))}
          >
            CSV
          </button>
          <button
            type="button"
            onClick={choose(() =>
              download(`${name}.graphml`, writeNetGraphml(open.net, words, unit), "application/graphml+xml"),
            )}
          >
            GraphML
          </button>
        </div>
      )}
    </div>
  );
}

const today = (): string => new Date().toISOString().slice(0, 10);
