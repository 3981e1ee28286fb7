import type { Entity } from "./answer.ts";

type Verdict = Pick<Entity["findings"][number], "verdict" | "rootsLeast" | "rootsMost">;

/** A verdict as its mark and its words on the screen. */
export function verdictWords({ verdict, rootsLeast, rootsMost }: Verdict): {
  readonly state: string;
  readonly word: string;
} {
  if (verdict === "contradicted") return { state: "contradicted", word: "contradicted" };
  if (verdict === "corroborated")
    return { state: "corroborated", word: `said by ${range(rootsLeast, rootsMost)} independent sources` };
  if (verdict === "single") return { state: "one-source", word: "one source" };
  return { state: "unknown source", word: "source unknown" };
}

const range = (least: number, most: number): string => (least === most ? String(least) : `${least} to ${most}`);
