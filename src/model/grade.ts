/** How reliable a source is, by the Admiralty code (NATO AJP-2.1): A completely, F cannot be judged. */
export type Reliability = "A" | "B" | "C" | "D" | "E" | "F";

/** How credible one piece of information is, by the Admiralty code: 1 confirmed, 6 cannot be judged. */
export type Credibility = 1 | 2 | 3 | 4 | 5 | 6;

/** A source's grade: its reliability and the credibility its information has unless said otherwise. */
export interface Grade {
  readonly reliability: Reliability;
  readonly credibility: Credibility;
}

const pattern = /^([A-F])([1-6])$/u;
/** Reads a grade such as "B2"; undefined where the text is none. */
export function parseGrade(text: string): Grade | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  return { reliability: match[1] as Reliability, credibility: Number(match[2]) as Credibility };
}

/** The kind of a source that is the case's own notes: they neither corroborate nor count as a possible source. */
export const noteKind = "analyst";
