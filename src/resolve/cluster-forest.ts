import { at } from "../base/index.ts";
import { Clusters } from "./clusters.ts";

/** What is known of one member; members are numbered in the order of their claim to the canonical id. */
export interface MemberFacts {
  readonly isPerson: boolean;
  readonly isOrganization: boolean;
  readonly names: readonly string[];
  /** Values of the properties that have one true value, by property. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** One reason to put two members together; a judgement has no weight: it is not argued with. */
export interface Link {
  readonly left: number;
  readonly right: number;
  readonly weightMb: number | null;
  /** Whether the names of the two are among the reasons. */
  readonly hasNames: boolean;
  /** Whether nothing but their names speaks for the two. */
  readonly isByName: boolean;
  /** Whether the two carry one number of a paper or a register. */
  readonly hasPaper: boolean;
}

/** What the links came to: by member, the first member of its cluster, and the member and link it hangs on (-1: none). */
export interface Forest {
  readonly canonical: Int32Array;
  readonly joinedTo: Int32Array;
  readonly joinedBy: Int32Array;
  /** Links that were not followed although their ends stand in different clusters, in order. */
  readonly refused: readonly number[];
}

/**
 * Follows links in the order given and joins what they connect, except where two clusters must stay apart: a person
 * decided that two of their members are different; one holds a person and the other an organisation; they contradict in
 * a strong property and the link is too light to overrule that, and its own ends do not contradict each other there by a date; or the link rests on no name, and not on a paper beside other proof either, and their names contradict.
 * So a holder without a name, or one whose name is a translation, never chains two holders of one account. And where only
 * names speak for it, two clusters that have grown are joined by several links, not by one odd spelling between them.
 */
export function growForest(
  facts: readonly MemberFacts[],
  links: readonly Link[],
  different: readonly (readonly [number, number])[],
): Forest {
  const clusters = new Clusters(facts, links, different);
  const followed: number[] = [];
  const refused: number[] = [];
  links.forEach((link, index) => {
    const left = clusters.find(link.left);
    const right = clusters.find(link.right);
    if (left === right) return;
    if (clusters.mustStayApart(left, right, link)) refused.push(index);
    else {
      clusters.unite(left, right);
      followed.push(index);
    }
  });
  return { ...hangTree(clusters, links, followed), refused };
}

/** Turns the followed links, a spanning tree of each cluster, so that every member hangs on one nearer to the canonical. */
function hangTree(clusters: Clusters, links: readonly Link[], followed: readonly number[]): Omit<Forest, "refused"> {
  const canonical = Int32Array.from({ length: clusters.count }, (_, member) => clusters.find(member));
  const joinedTo = new Int32Array(clusters.count).fill(-1);
  const joinedBy = new Int32Array(clusters.count).fill(-1);
  const neighbours = neighboursByMember(links, followed);
  const queue = [...canonical.keys()].filter((member) => canonical[member] === member && neighbours.has(member));
  for (let next = 0; next < queue.length; next += 1) {
    const member = at(queue, next);
    for (const [neighbour, link] of neighbours.get(member) ?? []) {
      if (neighbour === canonical[neighbour] || joinedTo[neighbour] !== -1) continue;
      joinedTo[neighbour] = member;
      joinedBy[neighbour] = link;
      queue.push(neighbour);
    }
  }
  return { canonical, joinedTo, joinedBy };
}

function neighboursByMember(links: readonly Link[], followed: readonly number[]): Map<number, [number, number][]> {
  const neighbours = new Map<number, [number, number][]>();
  const add = (from: number, to: number, link: number): void => {
    const list = neighbours.get(from);
    if (list) list.push([to, link]);
    else neighbours.set(from, [[to, link]]);
  };
  for (const index of followed) {
    const link = at(links, index);
    add(link.left, link.right, index);
    add(link.right, link.left, index);
  }
  return neighbours;
}
