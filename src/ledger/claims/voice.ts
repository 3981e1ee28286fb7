import type { ChainLink } from "./claim.ts";

/** Who tells a statement: links from the deepest source outwards, the author left out. */
export interface Voice {
  readonly links: readonly ChainLink[];
  readonly why: string;
}

export const silentVoice: Voice = { links: [], why: "The text gives it to nobody: the author says it." };

export const linkOf = (source: string, isInferred = false): ChainLink => ({ source, isInferred });

/** The inner voice told through the outer one; a source that stands in both stands once, where it is deeper. */
export function through(inner: Voice, outer: readonly ChainLink[]): Voice {
  const known = new Set(inner.links.map(({ source }) => source));
  return {
    links: [...inner.links, ...outer.filter(({ source }) => !known.has(source) && known.add(source))],
    why: inner.why,
  };
}

/** The same tellers with every link marked as not said in so many words. */
export const inferred = (voice: Voice, why: string): Voice => ({
  links: voice.links.map(({ source }) => linkOf(source, true)),
  why,
});
