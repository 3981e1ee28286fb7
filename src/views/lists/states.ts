import { sql, type Sql } from "../../store/index.ts";
import type { Choice } from "../filter/index.ts";

/** The verdict of a finding as screens call it. */
export type FindingState = "corroborated" | "contradicted" | "one-source" | "unknown-source";

/** A column of verdicts as states. */
export const verdictState = (verdict: Sql): Sql =>
  sql`case ${verdict} when 'single' then 'one-source' when 'unknown' then 'unknown-source' else ${verdict} end`;

/** A state in words: "said by 2 independent sources". */
export function verdictWords(state: FindingState, sources: number): string {
  switch (state) {
    case "corroborated":
      return `said by ${sources} independent sources`;
    case "contradicted":
      return "contradicted";
    case "one-source":
      return "one source";
    case "unknown-source":
      return "source unknown";
  }
}

/** The states as a filter chooses them. */
export const verdictChoices: readonly Choice[] = [
  { value: "contradicted", words: "contradicted" },
  { value: "corroborated", words: "said by independent sources" },
  { value: "one-source", words: "one source" },
  { value: "unknown-source", words: "source unknown" },
];
