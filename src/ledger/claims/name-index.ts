import { endsAlike, nameKey } from "./same-source.ts";

/** Finds who has a name, or one that begins or ends alike, without looking at everybody. */
export class NameIndex<Owner> {
  readonly #owners = new Map<string, Owner[]>();
  /** Names by the first and by the last of their words. */
  readonly #byEdge = new Map<string, string[]>();

  add(name: string, owner: Owner): void {
    const key = nameKey(name);
    const owners = this.#owners.get(key);
    if (owners) {
      owners.push(owner);
      return;
    }
    this.#owners.set(key, [owner]);
    for (const edge of edgesOf(key)) this.#byEdge.set(edge, [...(this.#byEdge.get(edge) ?? []), key]);
  }

  /** All that have the name, as it is added. */
  withName = (name: string): readonly Owner[] => this.#owners.get(nameKey(name)) ?? [];

  /** All that have a name which is longer or shorter by words at one end: "the Courier" after "the Mirren Courier". */
  alike(name: string): readonly Owner[] {
    const wanted = nameKey(name);
    const keys = new Set(edgesOf(wanted).flatMap((edge) => this.#byEdge.get(edge) ?? []));
    return [...keys].filter((key) => endsAlike(key, wanted)).flatMap((key) => this.#owners.get(key) ?? []);
  }
}

function edgesOf(key: string): readonly string[] {
  const words = key.split(" ");
  return [`${words[0] ?? ""} …`, `… ${words.at(-1) ?? ""}`];
}
