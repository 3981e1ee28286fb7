import { differInOnePart, firmsContradict, parseName, scoreNames, tierOf, type ParsedName } from "../names/index.ts";

/** So many names of a cluster are looked at: enough for every spelling that is usual, and a bound on the work. */
const namesMax = 40;

/** A slip of the pen stands once or twice; what stands under more names has a life of its own. */
const slipNamesMax = 2;

/** The tiers at which two names may be those of one bearer. */
const agreeing: ReadonlySet<string> = new Set(["same", "spelling", "oneEdit", "partial"]);

interface Answer {
  readonly left: readonly string[] | undefined;
  readonly right: readonly string[] | undefined;
  readonly answer: boolean;
}

/** The names of clusters, and whether those of two clusters contradict. */
export class ClusterNames {
  readonly #names = new Map<number, readonly string[]>();
  readonly #parsed = new Map<string, ParsedName>();
  /** What was found of two clusters, and of which names. */
  readonly #answers = new Map<string, Answer>();

  /** Gives a cluster of one member its names. */
  set(member: number, names: readonly string[]): void {
    if (names.length > 0) this.#names.set(member, names.slice(0, namesMax));
  }

  /** Adds the names of a cluster to those of another, which it joins. */
  unite(root: number, child: number): void {
    const own = this.#names.get(root) ?? [];
    const names = new Set([...own, ...(this.#names.get(child) ?? [])]);
    this.#names.delete(child);
    if (names.size > own.length && own.length < namesMax) this.#names.set(root, [...names].slice(0, namesMax));
  }

  /**
   * Whether two clusters bear other names: where both have names that can be held against each other, none agrees with
   * any. Names of firms in two scripts can where tables know what they say: they are translated as often as spelled.
   * Names of people always can. A firm's name with one wrong part is a slip where little else bears it.
   */
  contradict(left: number, right: number): boolean {
    const key = `${left} ${right}`;
    const known = this.#answers.get(key);
    const [own, other] = [this.#names.get(left), this.#names.get(right)];
    if (known && known.left === own && known.right === other) return known.answer;
    const answer = this.#compare(left, right);
    this.#answers.set(key, { left: own, right: other, answer });
    return answer;
  }

  #compare(left: number, right: number): boolean {
    let isComparable = false;
    const own = this.#parse(left);
    const others = this.#parse(right);
    const mayBeSlip = Math.min(own.length, others.length) <= slipNamesMax;
    for (const name of own) {
      for (const other of others) {
        if (mayBeSlip && differInOnePart(name, other)) return false;
        if (agreeing.has(tierOf(scoreNames(name, other))) || beginAlike(name.joined, other.joined)) return false;
        isComparable ||= areComparable(name, other);
      }
    }
    return isComparable;
  }

  #parse(root: number): readonly ParsedName[] {
    return (this.#names.get(root) ?? []).map((text) => {
      const known = this.#parsed.get(text) ?? parseName(text, "unknown");
      this.#parsed.set(text, known);
      return known;
    });
  }
}

const areComparable = (left: ParsedName, right: ParsedName): boolean =>
  (!left.looksLikeCompany && !right.looksLikeCompany) || firmsContradict(left, right);

/** How much of the shorter of two names, from its beginning, makes it a likely abbreviation of the other; in thousandths. */
const sharedBeginning = 600;

/** Whether one name may be a shortened form of the other: clerks cut off the end. */
function beginAlike(left: string, right: string): boolean {
  const shorter = Math.min(left.length, right.length);
  let shared = 0;
  while (shared < shorter && left[shared] === right[shared]) shared += 1;
  return shared > 0 && shared * 1000 >= shorter * sharedBeginning;
}
