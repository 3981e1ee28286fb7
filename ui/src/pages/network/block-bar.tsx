import { Failed } from "../../parts/index.ts";
import { factor, short } from "./sentences.ts";
import { wordsOf } from "./question.ts";
import { isSetOpen } from "./set-open.ts";
import { WordChips } from "./word-chips.tsx";
import type { Network } from "./use-network.ts";
import { useSearching, useStopSearch, type BlockSet, type Weighed } from "./use-question.ts";

/** Budget and factor, the three words with their base, and how well the set is proved. */
export function BlockBar({ network, set }: { readonly network: Network; readonly set: BlockSet | undefined }) {
  const { weighed, block } = network;
  return (
    <div className="block-bar">
      <div className="block-controls">
        <Budget network={network} />
        <Stops network={network} />
        <LeftAlone network={network} />
        <Search network={network} />
      </div>
      {weighed.data && <ThreeFigures network={network} weighed={weighed.data} set={set} />}
      {weighed.isError && <Failed error={weighed.error} retry={() => void weighed.refetch()} />}
      {block.data && set?.explanation.refusal && <p>{set.explanation.refusal}</p>}
    </div>
  );
}

function Budget({ network }: { readonly network: Network }) {
  const { budget, change } = network;
  const stop = useStopSearch();
  const put = (next: number) => {
    stop();
    change({ budget: next, block: undefined }, { push: true });
  };
  return (
    <div role="group" aria-label="Budget" className="stepper">
      <span>Budget</span>
      <button type="button" aria-label="Block one fewer" disabled={budget <= 1} onClick={() => put(budget - 1)}>
        −
      </button>
      <output aria-label="How many may be blocked">{budget}</output>
      <button type="button" aria-label="Block one more" disabled={budget >= 50} onClick={() => put(budget + 1)}>
        +
      </button>
    </div>
  );
}

function Stops({ network }: { readonly network: Network }) {
  const { stops, stop, change } = network;
  return (
    <div role="radiogroup" aria-label="Reroute: how much more than was seen each channel can carry" className="stops">
      <span>Reroute</span>
      {[...stops, 0].map((rho) => (
        <label key={rho} className={rho === stop ? "stop stop-on" : "stop"}>
          <input
            type="radio"
            name="reroute"
            checked={rho === stop}
            onChange={() => change({ reroute: rho === 0 ? undefined : rho / 4 })}
          />
          {rho === 0 ? "worst over all" : factor(rho)}
        </label>
      ))}
    </div>
  );
}

/** Who is never to be blocked, and who cannot be. */
function LeftAlone({ network: { address, own, change } }: { readonly network: Network }) {
  const put = (words: readonly string[]): string | undefined => (words.length > 0 ? words.join(";") : undefined);
  return (
    <>
      <WordChips
        label="Never block"
        words={address.never === undefined ? own.protect : wordsOf(address.never)}
        none="nobody"
        onChange={(words) => change({ never: put(words), block: undefined }, { push: true })}
      />
      <WordChips
        label="Cannot be blocked"
        words={address.cannot === undefined ? own.unblockable : wordsOf(address.cannot)}
        none="nobody"
        onChange={(words) => change({ cannot: put(words), block: undefined }, { push: true })}
      />
    </>
  );
}

/** Counted progress, what the best so far is, and a way to end with it. */
function Search({ network }: { readonly network: Network }) {
  const { block } = network;
  const searching = useSearching(block.isFetching).data;
  const stop = useStopSearch();
  if (!block.isFetching) return null;
  const progress = searching?.progress;
  return (
    <p className="search-line" role="status">
      {progress ? `Searching: ${progress.what} (${progress.done} of ${progress.total})` : "Searching the best sets"}
      <button type="button" onClick={stop}>
        Stop
      </button>
    </p>
  );
}

interface ThreeFiguresProps {
  readonly network: Network;
  readonly weighed: Weighed;
  readonly set: BlockSet | undefined;
}

/** Stopped at once; can no longer get through; finds another way: each with its base. */
function ThreeFigures({ network, weighed, set }: ThreeFiguresProps) {
  const { unit, rho, members, address } = network;
  // A case that does not ask ×1 has nothing at once: the least factor that it asks stands there.
  const [atOnce] = weighed.effects.toSorted((left, right) => left.rhoQuarters - right.rhoQuarters);
  const then = weighed.effects.find(({ rhoQuarters }) => rhoQuarters === rho);
  if (!atOnce || !then) return null;
  const isOwnSet = address.block !== undefined && !isSame(address.block, set?.members ?? []);
  const base = `of the ${short(atOnce.canFlow, unit)} that can flow from the starts to the ends`;
  const figures = [
    {
      minor: atOnce.stranded,
      words: atOnce.rhoQuarters === 4 ? "stopped at once" : `stopped at ${factor(atOnce.rhoQuarters)}`,
    },
    { minor: then.stranded, words: `can no longer get through at ${factor(rho)}` },
    { minor: atOnce.stranded - then.stranded, words: "finds another way" },
  ];
  return (
    <>
      <dl className="figures">
        {figures.map(({ minor, words }) => (
          <div key={words}>
            <dd>{short(minor, unit)}</dd>
            <dt>
              {words}, {percent(minor, atOnce.canFlow)}
            </dt>
          </div>
        ))}
        <div className="figure-proof">
          <dd>{members.length === 1 ? "1 node" : `${members.length} nodes`}</dd>
          <dt>
            {isOwnSet ? "your own set, not searched" : (set?.proof ?? "not searched yet")}
            {set?.explanation.isCutShort && !isOwnSet ? ", search ended early" : ""}
          </dt>
        </div>
      </dl>
      <p className="note second figures-note">
        Each share is {base}. {members.length === 0 && "Nobody is blocked: pick a node and press b."}
        {isOwnSet && (
          <button type="button" className="button-quiet" onClick={() => network.change({ block: undefined })}>
            Back to the best set
          </button>
        )}
        <button
          type="button"
          className="button-quiet"
          aria-pressed={isSetOpen(address.panel)}
          onClick={() => network.change({ panel: isSetOpen(address.panel) ? "none" : "set", at: undefined })}
        >
          Reasons and doubts
        </button>
      </p>
    </>
  );
}

export const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id));

/** A share in words, as the brief has it: whole per cent, and less than one as such. */
export function percent(part: number, whole: number): string {
  const share = (100 * part) / Math.max(whole, 1);
  return share > 0 && share < 1 ? "under 1 %" : `${Math.round(share)} %`;
}
