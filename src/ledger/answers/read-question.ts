/** A question with its clauses taken apart. */
export interface ReadQuestion {
  readonly text: string;
  /** Without the clauses below: its words say what is asked about. */
  readonly about: string;
  /** Whose word alone counts: "by the prosecutor", "according to the notice". */
  readonly by: string | undefined;
  /** Whose version is to be counted too: "the embassy's version included". */
  readonly included: string | undefined;
}

/** Takes a question apart: whom it asks, whose version it counts in, and what is left. */
export function readQuestion(text: string): ReadQuestion {
  const by = byClause.exec(text);
  const included = includedClause.exec(text);
  const about = [byClause, includedClause].reduce((rest, clause) => rest.replace(clause, ""), text);
  return { text, about, by: by?.groups?.["who"], included: included?.groups?.["whose"] };
}

const byClause =
  /,\s*(?:by|according to) (?:the last word of )?(?<who>(?:the |her |his |its |their )?[^,?]+?)(?=[,?]|$)/iu;

const includedClause =
  /,\s*(?:including )?(?<whose>[^,?]+?)(?:[’']s?)? (?:(?:version|account|word|denial|explanation)s? )?(?:included|counted in|taken in)(?=[,?]|$)/iu;
