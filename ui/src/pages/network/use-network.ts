import { useEffect, useMemo, useRef, useState } from "react";
import { useLocation } from "wouter";
import type { Address, useAddress } from "../../app/address.ts";
import { useCommands } from "../../keys/index.ts";
import type { Stage } from "../../network/stage.ts";
import { announce } from "../../parts/index.ts";
import { blockNetOf } from "./block-net.ts";
import { netOf, type Additions, type Net, type NetChannel } from "./net.ts";
import { inFlowOrder } from "./places-of.ts";
import { daysOf, layoutName, type OwnQuestion } from "./question.ts";
import { makeScene, type Scene } from "./scene.ts";
import { drawnWords, nodeSentence, type Drawn, type Unit } from "./sentences.ts";
import { useAdditions } from "./use-additions.ts";
import { usePlaces } from "./use-places.ts";
import { drawnAtFirst, setAt, useBlock, useOpened, useWays, useWeighed } from "./use-question.ts";

type Change = ReturnType<typeof useAddress>[1];
export type Network = ReturnType<typeof useNetwork>;

const noIds: ReadonlySet<string> = new Set();

/** Everything that the network page shows, and what can be done with it. */
export function useNetwork(own: OwnQuestion, address: Address, change: Change, stage: Stage | null) {
  const [most, setMost] = useState(drawnAtFirst);
  const [found, setFound] = useState<ReadonlySet<string>>(noIds);
  const unit: Unit = useMemo(() => ({ currency: own.currency, digits: own.minorDigits }), [own]);
  const latest = useRef<Net | undefined>(undefined);
  const days = useMemo(() => daysAsked(own, address.between), [address.between, own]);
  const additions = useAdditions(layoutName(address), () => latest.current, days);
  const answered = useAnswered(own, address, most, additions.added);
  const drawing = useDrawing({ address, stage, found, added: additions.added }, answered);
  const { net, places } = drawing;
  latest.current = net;
  const { isBlock, members, picture } = answered;
  const select = (id: string | undefined) => {
    change({ at: id, panel: undefined });
    const node = id === undefined ? undefined : net?.nodes.get(id);
    const place = id === undefined ? undefined : places.places.get(id);
    if (place) stage?.reveal(place.x, place.y);
    if (node) announce(nodeSentence(node, unit));
  };
  const drawn = useMemo(() => drawnOf(picture, net), [picture, net]);
  const network = {
    ...answered,
    ...drawing,
    additions,
    days,
    own,
    address,
    change,
    unit,
    found,
    setFound,
    select,
    selected: address.at,
    words: picture && drawn ? drawnWords({ ...picture, drawn }, unit) : "",
    drawMore: () => setMost(most + 50),
    toggleBlocked: (id: string) => {
      const next = members.includes(id) ? members.filter((each) => each !== id) : [...members, id];
      change({ block: next }, { push: true });
    },
    switchMode: () => change({ mode: isBlock ? undefined : "block", at: undefined, view: undefined }, { push: true }),
  };
  useNetworkKeys(network, stage);
  return network;
}

/** What the server answers to the address's question: ways of money, or in block mode the sets and what one of them changes. */
function useAnswered(own: OwnQuestion, address: Address, most: number, added: Additions) {
  const isBlock = address.mode === "block";
  const budget = address.budget ?? own.budget;
  const stops = own.rhoQuarters;
  const asked = Math.round((address.reroute ?? 0) * 4);
  // An address may name a factor that the case no longer asks.
  const stop = stops.includes(asked) ? asked : 0;
  const rho = stop === 0 ? Math.max(...stops) : stop;
  const ways = useWays(address, most, !isBlock);
  const isBundled = !isBlock && ways.data?.drawnAs === "bundles";
  const opened = useOpened(address, most, added, isBundled);
  const block = useBlock(address, budget, isBlock);
  const set = setAt(block.data, budget, stop) ?? block.data?.sets.at(-1);
  const members = useMemo(() => address.block ?? set?.members ?? [], [address.block, set]);
  const weighed = useWeighed(address, {
    members,
    most,
    rhoQuarters: rho,
    isOn: isBlock && (address.block !== undefined || set !== undefined),
  });
  const isStale = isBlock
    ? weighed.isPlaceholderData || block.isPlaceholderData
    : ways.isPlaceholderData || (opened.isEnabled && opened.isFetching);
  return {
    isBlock,
    stops,
    rho,
    isStale,
    budget,
    stop,
    ways: opened.isEnabled && opened.isError ? opened : ways,
    block,
    set,
    members,
    weighed,
    picture: isBlock ? weighed.data?.picture : ((opened.isEnabled ? opened.data : undefined) ?? ways.data),
  };
}

/** The days of the address, or the case's own. */
function daysAsked(own: OwnQuestion, between: string | undefined): [string, string] | null {
  const [first, last] = between === undefined ? (own.between ?? []) : (daysOf(between) ?? []);
  return first === undefined || last === undefined ? null : [first, last];
}

interface Drawing {
  readonly added: Additions;
  readonly address: Address;
  readonly stage: Stage | null;
  readonly found: ReadonlySet<string>;
}

/** The answer with what was added by hand, where its nodes lie, and how it is drawn. */
function useDrawing({ added, address, stage, found }: Drawing, { picture, isBlock }: ReturnType<typeof useAnswered>) {
  const [drawsSmall, setDrawsSmall] = useState(false);
  const [isFlow, setIsFlow] = useState(true);
  const name = layoutName({ ...address, draw: picture?.drawnAs ?? "largest" });
  const { net, small } = useMemo(() => {
    if (!picture) return { net: undefined, small: 0 };
    const whole = netOf(picture, added);
    const byHand = new Set(added.nodes.map(({ id }) => id));
    return isBlock ? blockNetOf(whole, byHand, drawsSmall) : { net: whole, small: 0 };
  }, [picture, added, isBlock, drawsSmall]);
  const places = usePlaces(net, isFlow ? name : `${name}|net`, isFlow ? "flow" : "force");
  const scene = useMemo<Scene | undefined>(
    () => net && makeScene(net, places.places, { selected: address.at, found, isBlock, isFlow }),
    [net, places.places, address.at, found, isBlock, isFlow],
  );
  useEffect(() => stage?.fitNext(), [stage, name]);
  const order = useMemo(() => (net ? inFlowOrder(net, places.places) : []), [net, places.places]);
  const layOut = () => {
    stage?.fitNext();
    places.layOut();
  };
  const turn = () => {
    stage?.fitNext();
    setIsFlow(!isFlow);
  };
  const showSmall = () => setDrawsSmall(!drawsSmall);
  return { net, small, scene, order, places, drawsSmall, showSmall, isFlow, turn, layOut };
}

/** How much is drawn by now, with what was left out or hidden since the answer came. */
function drawnOf(picture: { nodes: readonly { id: string }[] } | undefined, net: Net | undefined): Drawn | undefined {
  if (!picture || !net) return undefined;
  const answered = new Set(picture.nodes.map(({ id }) => id));
  const isOf = ({ payer, payee }: NetChannel): boolean => answered.has(payer) && answered.has(payee);
  const drawn = [...net.nodes.values()].filter(({ id }) => answered.has(id));
  const bundles = drawn.flatMap(({ several }) => (several?.kind === "community" ? [several] : []));
  const inBundles = bundles.reduce((sum, { members }) => sum + members, 0);
  const insideMinor = bundles.reduce((sum, { inside }) => sum + inside.minor, 0);
  return {
    nodes: drawn.length - bundles.length + inBundles,
    minor: net.channels.filter(isOf).reduce((sum, { minor }) => sum + minor, insideMinor),
    bundles: bundles.length,
    inBundles,
    insideMinor,
  };
}

interface Keyed {
  readonly net: Net | undefined;
  readonly selected: string | undefined;
  readonly isBlock: boolean;
  readonly address: Address;
  readonly change: Change;
  readonly additions: ReturnType<typeof useAdditions>;
  readonly places: ReturnType<typeof usePlaces>;
  readonly select: (id: string | undefined) => void;
  readonly switchMode: () => void;
  readonly toggleBlocked: (id: string) => void;
  readonly layOut: () => void;
}

const [panStep, zoomStep] = [60, 1.25];

/** What the keys of the page do. */
function useNetworkKeys(network: Keyed, stage: Stage | null): void {
  const { net, selected, isBlock, address, change, additions, places, select } = network;
  const isPicture = address.view !== "table";
  const [, navigate] = useLocation();
  const along = (isPayee: boolean) => () => {
    const next = net?.channels
      .filter((channel) => (isPayee ? channel.payer : channel.payee) === selected)
      .toSorted((left, right) => right.minor - left.minor)[0];
    if (next) focusNode(isPayee ? next.payee : next.payer);
  };
  const picture = isPicture && {
    "network.left": () => stage?.pan(panStep, 0),
    "network.right": () => stage?.pan(-panStep, 0),
    "network.up": () => stage?.pan(0, panStep),
    "network.down": () => stage?.pan(0, -panStep),
    "network.larger": () => stage?.zoom(zoomStep),
    "network.smaller": () => stage?.zoom(1 / zoomStep),
    "network.fit": () => stage?.fit(),
    "network.layout": network.layOut,
    "network.payee": along(true),
    "network.payer": along(false),
  };
  const isNode = selected !== undefined && net?.nodes.has(selected) === true;
  const node = isNode && {
    "network.expand": () => void additions.expand(selected ?? ""),
    "network.hide": () => {
      additions.hide(selected ?? "");
      select(undefined);
    },
    "network.pin": () => places.togglePin(selected ?? ""),
    "network.paths": () => change({ panel: "paths" }),
    "network.entity": () => {
      if (net?.nodes.get(selected ?? "")?.several === null) navigate(`/entities/${encodeURIComponent(selected ?? "")}`);
    },
  };
  useCommands({
    ...picture,
    ...node,
    "network.table": () => change({ view: isPicture ? "table" : undefined }),
    "network.mode": () => (isBlock && selected !== undefined ? network.toggleBlocked(selected) : network.switchMode()),
    "network.search": () => document.querySelector<HTMLElement>("#network-search")?.focus(),
    close: () => {
      if (selected === undefined) return false;
      select(undefined);
      return true;
    },
  });
}

/** Moves the focus onto a node of the picture, which selects it. */
export const focusNode = (id: string): void =>
  document.querySelector<HTMLElement>(`[data-node="${CSS.escape(id)}"]`)?.focus();
