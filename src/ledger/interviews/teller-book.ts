import type { ChainLink, SpeakerSource } from "../claims/claim.ts";
import { nameKey } from "../likeness/ledger-claim.ts";
import { rows as unnamedWords } from "../generated/unnamed-words.ts";

/** Who stands behind a row: a name holds within `scope` alone where it is a pseudonym. */
export interface Teller {
  readonly name: string;
  /** Set where names of speakers are pseudonyms: whose they are. */
  readonly scope: string | null;
  /** By whom the name is said: words without a name mean somebody else in each mouth. */
  readonly saidBy: string;
}

/**
 * Everybody who speaks or is spoken of as a teller in interviews, across sheets. One name is one person, whoever passes
 * his words on, so that his hearsay is one root; who is not named stays apart in each speaker's mouth.
 */
export class TellerBook {
  readonly #sources = new Map<string, SpeakerSource>();
  readonly #pseudonyms = new Set<string>();

  /** Speakers are entered before tellers, so that "told by speaker 2" finds him. */
  speaker(name: string, scope: string | null): string {
    const id = scope === null ? `person ${foldedName(name)}` : `speaker ${scope} ${foldedName(name)}`;
    if (scope !== null) this.#pseudonyms.add(id);
    const key = scope === null ? nameKey(foldedName(name)) : id;
    return this.#add({ id, kind: "person", name, isUnnamed: false, most: 1, key });
  }

  teller({ name, scope, saidBy }: Teller): string {
    const pseudonym = `speaker ${scope ?? ""} ${foldedName(name)}`;
    if (this.#pseudonyms.has(pseudonym)) return pseudonym;
    const isUnnamed = namesNobody(name);
    const id = isUnnamed ? `unnamed ${saidBy} ${foldedName(name)}` : `person ${foldedName(name)}`;
    const key = isUnnamed ? id : nameKey(foldedName(name));
    return this.#add({ id, kind: "person", name, isUnnamed, most: 1, key });
  }

  /** Somebody of whom nothing is known: nobody can count him, so that he may be none. */
  unknown(place: string): string {
    const id = `unknown ${place}`;
    return this.#add({ id, kind: "person", name: "not known", isUnnamed: true, most: 0, key: id });
  }

  /** The sheet in which the words are written down. */
  sheet(file: string): string {
    return this.#add({ id: `sheet ${file}`, kind: "author", name: file, isUnnamed: false, most: 1 });
  }

  list(): readonly SpeakerSource[] {
    return [...this.#sources.values()];
  }

  #add(source: Omit<SpeakerSource, "mentions">): string {
    if (!this.#sources.has(source.id)) this.#sources.set(source.id, { ...source, mentions: [source.name] });
    return source.id;
  }
}

/** A link that the sheet gives in so many words. */
export const toldLink = (source: string): ChainLink => ({ source, isInferred: false });

const foldedName = (name: string): string => name.normalize("NFC").toLowerCase().replaceAll(/\s+/gu, " ").trim();

const words = unnamedWords.map(([word = ""]) => word);
const spaced = words.filter((word) => /[\p{sc=Latn}\p{sc=Cyrl}]/u.test(word));
const unspaced = words.filter((word) => !spaced.includes(word));
const beginsUnnamed = new RegExp(String.raw`^(?:${spaced.join("|")})(?![\p{L}\p{N}])`, "iu");

/** "the driver", "a friend", "brother", 친구: words that name nobody; a name begins with a capital where its script has them. */
export function namesNobody(text: string): boolean {
  const plain = text.trim().replace(/^[Tt]he\s+(?=\p{Lu})/u, "");
  return beginsUnnamed.test(plain) || /^\p{Ll}/u.test(plain) || unspaced.some((word) => plain.includes(word));
}
