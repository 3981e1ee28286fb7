import { at } from "../base/index.ts";
import { ClusterNames } from "./cluster-names.ts";

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
 * A link this heavy joins clusters that contradict in a property with one true value: two documents that agree beside
 * the name, and a wrong digit in a third. Anything lighter leaves them apart.
 */
const overrulesContradictionMb = 26_000;

/**
 * Follows links in the order given and joins what they connect, except where two clusters must stay apart: a person
 * decided that two of their members are different; one holds a person and the other an organisation; they contradict in
 * a strong property and the link is too light to overrule that; or the link rests on no name and their names contradict.
 * So a holder without a name, or one whose name is a translation, never chains two holders of one account.
 */
export function growForest(
  facts: readonly MemberFacts[],
  links: readonly Link[],
  different: readonly (readonly [number, number])[],
): Forest {
  const clusters = new Clusters(facts, different);
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

class Clusters {
  readonly count: number;
  readonly #parent: Int32Array;
  readonly #kinds: Uint8Array;
  readonly #names = new ClusterNames();
  readonly #values = new Map<number, Map<string, Set<string>>>();
  readonly #enemies = new Map<number, Set<number>>();

  constructor(facts: readonly MemberFacts[], different: readonly (readonly [number, number])[]) {
    this.count = facts.length;
    this.#parent = Int32Array.from(facts, (_, member) => member);
    this.#kinds = Uint8Array.from(facts, (fact) => Number(fact.isPerson) + 2 * Number(fact.isOrganization));
    facts.forEach((fact, member) => {
      this.#names.set(member, fact.names);
      if (fact.values.size === 0) return;
      this.#values.set(member, new Map([...fact.values].map(([property, values]) => [property, new Set(values)])));
    });
    for (const [left, right] of different) {
      addTo(this.#enemies, left, right);
      addTo(this.#enemies, right, left);
    }
  }

  find(member: number): number {
    let root = member;
    for (let above = at(this.#parent, root); above !== root; above = at(this.#parent, root)) {
      this.#parent[root] = at(this.#parent, above);
      root = above;
    }
    return root;
  }

  mustStayApart(left: number, right: number, { weightMb, hasNames }: Link): boolean {
    if (this.#areEnemies(left, right)) return true;
    if (weightMb === null) return false;
    if ((at(this.#kinds, left) | at(this.#kinds, right)) === 3) return true;
    if (weightMb < overrulesContradictionMb && this.#contradict(left, right)) return true;
    return !hasNames && this.#names.contradict(left, right);
  }

  /** The smaller number stays the root, so that a root is its cluster's canonical member. */
  unite(left: number, right: number): void {
    const [root, child] = left < right ? [left, right] : [right, left];
    this.#parent[child] = root;
    this.#kinds[root] = at(this.#kinds, root) | at(this.#kinds, child);
    moveInto(this.#enemies, root, child);
    this.#names.unite(root, child);
    const values = this.#values.get(child);
    if (!values) return;
    const own = this.#values.get(root);
    this.#values.delete(child);
    if (own) for (const [property, set] of values) for (const value of set) addTo(own, property, value);
    else this.#values.set(root, values);
  }

  #areEnemies(left: number, right: number): boolean {
    for (const enemy of this.#enemies.get(left) ?? []) if (this.find(enemy) === right) return true;
    return false;
  }

  #contradict(left: number, right: number): boolean {
    const others = this.#values.get(right);
    for (const [property, values] of this.#values.get(left) ?? []) {
      const against = others?.get(property);
      if (against && ![...values].some((value) => [...against].some((other) => mayBeSame(value, other)))) return true;
    }
    return false;
  }
}

function addTo<Key, Value>(sets: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}

function moveInto<Value>(sets: Map<number, Set<Value>>, root: number, child: number): void {
  for (const value of sets.get(child) ?? []) addTo(sets, root, value);
  sets.delete(child);
}

/** Equal; or days whose day and month are swapped or that differ in one digit: slips of a pen that contradict nothing. */
function mayBeSame(left: string, right: string): boolean {
  if (left === right) return true;
  if (!day.test(left) || !day.test(right)) return false;
  if (right === left.replace(day, "$1-$3-$2")) return true;
  let unequal = 0;
  for (let index = 0; index < left.length; index += 1) unequal += Number(left[index] !== right[index]);
  return unequal === 1;
}

const day = /^(\d{4})-(\d{2})-(\d{2})$/u;

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
