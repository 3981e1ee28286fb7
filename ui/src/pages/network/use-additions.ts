import { useState } from "react";
import { callApi } from "../../api/call.ts";
import type { Answer } from "../../api/answers.ts";
import { announce } from "../../parts/index.ts";
import { additionsOf, besideAnswer, noAdditions, type Additions, type Found, type Net, type NetNode } from "./net.ts";
import { counted } from "./sentences.ts";

type FilterAsked = NonNullable<Answer<"POST /api/network/neighbours">["asksForFilter"]>;

type Community = Extract<NetNode["several"], { kind: "community" }>;

/** What was added to a drawing by hand, and how more is. */
export interface AdditionsState {
  readonly added: Additions;
  /** Set after a hub was expanded: which least amount is wanted. */
  readonly filterAsked: { readonly id: string; readonly filter: FilterAsked } | null;
  readonly expand: (id: string, leastMinor?: number) => Promise<void>;
  readonly hide: (id: string) => void;
  readonly showHidden: () => void;
  /** Puts the members of opened bundles back into them. */
  readonly closeBundles: () => void;
  readonly addPaths: (found: Found) => void;
  readonly dismiss: () => void;
}

/** Expands and hides nodes and adds paths; another question begins with none of it. */
export function useAdditions(name: string, net: () => Net | undefined, days: [string, string] | null): AdditionsState {
  const [kept, setKept] = useState({ name, added: noAdditions });
  const [filterAsked, setFilterAsked] = useState<AdditionsState["filterAsked"]>(null);
  const added = kept.name === name ? kept.added : noAdditions;
  const change = (next: (before: Additions) => Additions) =>
    setKept((before) => ({ name, added: next(before.name === name ? before.added : noAdditions) }));
  const openBundle = (id: string, { members, choices, asksForFilter }: Community, leastMinor?: number): void => {
    const choice = asksForFilter ? choices.find((each) => each.leastMinor === leastMinor) : choices[0];
    setFilterAsked(choice ? null : { id, filter: { others: members, bySize: choices, byYear: [] } });
    if (!choice) return announce(`${counted(members, "node")}: a filter is asked for`);
    announce(`${counted(choice.others, "node")} taken out of the bundle`);
    return change((before) => ({ ...before, opened: { ...before.opened, [id]: choice.opened } }));
  };
  return {
    added,
    filterAsked,
    expand: async (id, leastMinor) => {
      const drawing = net();
      const several = drawing?.nodes.get(id)?.several;
      if (several?.kind === "community") return openBundle(id, several, leastMinor);
      const nodes = [...(drawing?.nodes.values() ?? [])];
      const drawn = nodes.filter((each) => each.several === null).map((each) => each.id);
      const answer = await callApi("POST /api/network/neighbours", {
        body: { id, drawn, days, leastMinor: leastMinor ?? null },
      });
      setFilterAsked(answer.asksForFilter && { id, filter: answer.asksForFilter });
      if (answer.asksForFilter)
        return announce(`${counted(answer.asksForFilter.others, "neighbour")}: a filter is asked for`);
      announce(
        answer.nodes.length === 0 ? "Nobody else is seen there" : `${counted(answer.nodes.length, "node")} added`,
      );
      // A picture of bundles holds already who stays out here.
      const holdsAll = nodes.some((each) => each.several?.kind === "community");
      const more = additionsOf(id, holdsAll ? { ...answer, bundles: [] } : answer);
      change((before) => ({
        ...before,
        nodes: [...before.nodes, ...more.nodes],
        channels: [...before.channels, ...more.channels],
        hidden: new Set([...before.hidden].filter((each) => !more.nodes.some((node) => node.id === each))),
      }));
    },
    hide: (id) => change((before) => ({ ...before, hidden: new Set(before.hidden).add(id) })),
    showHidden: () => change((before) => ({ ...before, hidden: new Set() })),
    closeBundles: () => change((before) => ({ ...before, opened: {} })),
    addPaths: (found) => change((before) => withPaths(before, found)),
    dismiss: () => setFilterAsked(null),
  };
}

/** A found path is always drawn: its nodes come back even where they were hidden. */
function withPaths(before: Additions, found: Found): Additions {
  const onPath = new Set(found.nodes.map(({ id }) => id));
  return {
    ...before,
    nodes: [...before.nodes, ...found.nodes.map((node) => ({ ...node, ...besideAnswer }))],
    channels: [...before.channels, ...found.channels.map((channel) => ({ ...channel, before: null, after: null }))],
    relations: [
      ...before.relations,
      ...found.paths.flat().flatMap(({ links }) => links.filter(({ kind }) => kind !== "payment")),
    ],
    hidden: new Set([...before.hidden].filter((id) => !onPath.has(id))),
  };
}
