import { at } from "../base/index.ts";
import type { Link } from "./cluster-forest.ts";

/** The members of each cluster as chained lists, and the links of each member, in typed arrays. */
export class MemberLists {
  readonly #next: Int32Array;
  readonly #last: Int32Array;
  readonly #size: Int32Array;
  readonly #from: Int32Array;
  readonly #partners: Int32Array;

  constructor(count: number, links: readonly Link[]) {
    this.#next = new Int32Array(count).fill(-1);
    this.#last = Int32Array.from({ length: count }, (_, member) => member);
    this.#size = new Int32Array(count).fill(1);
    this.#from = new Int32Array(count + 1);
    this.#partners = new Int32Array(links.length * 2);
    this.#fill(links);
  }

  /** How many members a cluster has, given by its root. */
  size(root: number): number {
    return at(this.#size, root);
  }

  /** Appends the members of one cluster to those of another. */
  unite(root: number, child: number): void {
    this.#next[at(this.#last, root)] = child;
    this.#last[root] = at(this.#last, child);
    this.#size[root] = at(this.#size, root) + at(this.#size, child);
  }

  /** Counts the links of a cluster's members to members that `isWanted`, and stops at `most`. */
  countLinks(root: number, isWanted: (member: number) => boolean, most: number): number {
    let count = 0;
    for (let member = root; member !== -1 && count < most; member = at(this.#next, member)) {
      for (let index = at(this.#from, member); index < at(this.#from, member + 1) && count < most; index += 1) {
        count += Number(isWanted(at(this.#partners, index)));
      }
    }
    return count;
  }

  /** Lays each member's partners side by side, member after member. */
  #fill(links: readonly Link[]): void {
    for (const { left, right } of links) {
      this.#from[left + 1] = at(this.#from, left + 1) + 1;
      this.#from[right + 1] = at(this.#from, right + 1) + 1;
    }
    for (let member = 1; member < this.#from.length; member += 1) {
      this.#from[member] = at(this.#from, member) + at(this.#from, member - 1);
    }
    const free = this.#from.slice();
    const add = (member: number, partner: number): void => {
      this.#partners[at(free, member)] = partner;
      free[member] = at(free, member) + 1;
    };
    for (const { left, right } of links) {
      add(left, right);
      add(right, left);
    }
  }
}
