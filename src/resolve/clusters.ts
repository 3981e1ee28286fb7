import { at } from "../base/index.ts";
import type { Link, MemberFacts } from "./cluster-forest.ts";
import { ClusterNames } from "./cluster-names.ts";
import { MemberLists } from "./member-lists.ts";

/**
 * A link this heavy joins clusters that contradict in a property with one true value: two documents that agree beside
 * the name, and a wrong digit in a third. Anything lighter leaves them apart.
 */
const overrulesContradictionMb = 26_000;

/** A name without spaces and signs, in small letters: so far two spellings are written alike. */
const lettersOf = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");

/** Dates are mistyped, and what they say against a pair is weighed; a number says that there are two. */
const weighedProperties: ReadonlySet<string> = new Set(["birthDate", "deathDate"]);

/** Two clusters joined by their names alone want one link for so many members of the smaller. */
const membersPerLink = 8;

/** Clusters that grow link by link, and what keeps two of them apart. */
export class Clusters {
  readonly count: number;
  readonly #parent: Int32Array;
  readonly #kinds: Uint8Array;
  readonly #facts: readonly MemberFacts[];
  readonly #members: MemberLists;
  readonly #names = new ClusterNames();
  readonly #values = new Map<number, Map<string, Set<string>>>();
  readonly #enemies = new Map<number, Set<number>>();

  constructor(
    facts: readonly MemberFacts[],
    links: readonly Link[],
    different: readonly (readonly [number, number])[],
  ) {
    this.count = facts.length;
    this.#facts = facts;
    this.#members = new MemberLists(facts.length, links);
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

  /** Whether two clusters, given by their roots, are kept apart against a link between them. */
  mustStayApart(left: number, right: number, link: Link): boolean {
    const { weightMb, hasNames, isByName, hasPaper } = link;
    if (this.#areEnemies(left, right)) return true;
    if (weightMb === null) return false;
    if ((at(this.#kinds, left) | at(this.#kinds, right)) === 3) return true;
    const overrules = weightMb >= overrulesContradictionMb;
    if (!overrules && this.#contradict(left, right, this.#weighed(link))) return true;
    if (isByName) return !this.#isWrittenAlike(link) && this.#isThin(left, right);
    // A renamed firm keeps its register number and its telephone; households share accounts, telephones and houses, but no paper.
    return !hasNames && !(overrules && hasPaper) && this.#names.contradict(left, right);
  }

  /** The smaller number stays the root, so that a root is its cluster's canonical member. */
  unite(left: number, right: number): void {
    const [root, child] = left < right ? [left, right] : [right, left];
    this.#parent[child] = root;
    this.#kinds[root] = at(this.#kinds, root) | at(this.#kinds, child);
    moveInto(this.#enemies, root, child);
    this.#names.unite(root, child);
    this.#members.unite(root, child);
    const values = this.#values.get(child);
    if (!values) return;
    const own = this.#values.get(root);
    this.#values.delete(child);
    if (own) for (const [property, set] of values) for (const value of set) addTo(own, property, value);
    else this.#values.set(root, values);
  }

  #isWrittenAlike({ left, right }: Link): boolean {
    const names = new Set(at(this.#facts, left).names.map(lettersOf));
    return at(this.#facts, right).names.some((name) => names.has(lettersOf(name)));
  }

  #isThin(left: number, right: number): boolean {
    const [small, large] = this.#members.size(left) < this.#members.size(right) ? [left, right] : [right, left];
    const wanted = Math.ceil(this.#members.size(small) / membersPerLink);
    if (wanted <= 1) return false;
    return this.#members.countLinks(small, (member) => this.find(member) === large, wanted) < wanted;
  }

  #areEnemies(left: number, right: number): boolean {
    for (const enemy of this.#enemies.get(left) ?? []) if (this.find(enemy) === right) return true;
    return false;
  }

  /** The dates in which the two ends of a link contradict each other: they were weighed when the two were matched. */
  #weighed({ left, right }: Link): readonly string[] {
    const others = at(this.#facts, right).values;
    return [...at(this.#facts, left).values]
      .filter(([property, values]) => weighedProperties.has(property) && areApart(values, others.get(property)))
      .map(([property]) => property);
  }

  #contradict(left: number, right: number, weighed: readonly string[]): boolean {
    const others = this.#values.get(right);
    for (const [property, values] of this.#values.get(left) ?? []) {
      if (!weighed.includes(property) && areApart(values, others?.get(property))) return true;
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

function areApart(values: Iterable<string>, others: Iterable<string> | undefined): boolean {
  if (others === undefined) return false;
  const against = [...others];
  return ![...values].some((value) => against.some((other) => mayBeSame(value, other)));
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
