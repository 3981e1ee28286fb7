import { at } from "../../base/index.ts";
import type { Clause } from "../text/find-clauses.ts";
import type { Token } from "../text/tag-tokens.ts";

/** Pieces of a clause without a verb, each with a number or a noun: "four from the sea", "seven builders". Ends are left out. */
export function findFragments(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const pieces: Token[][] = [];
  let piece: Token[] = [];
  const close = (): void => {
    if (piece.some(({ tag }) => tag === "NUM" || tag === "NOUN" || tag === "PROPN")) pieces.push(piece);
    piece = [];
  };
  for (let index = 0; index < tokens.length; index += 1) {
    const token = at(tokens, index);
    if (isJoint(tokens, index)) close();
    else piece.push(token);
  }
  close();
  return pieces;
}

function isJoint(tokens: readonly Token[], index: number): boolean {
  const { low, text } = at(tokens, index);
  if (/^[;:]$/u.test(low) || low === ".") return true;
  const next = tokens[index + 1];
  if (low === ",") return !/^\d{3}$|^not$/u.test(next?.text ?? "");
  if (low === "against" || text === "—" || text === "–") return true;
  return (low === "and" || low === "or") && (next?.tag === "NUM" || next?.tag === "DET" || next?.text === "(");
}

/** "she said: 4.5 million to the one and 1.9 million to the other": sums without a verb behind the verb of a clause. */
export function sumsBehindColon(words: readonly Token[], clause: Clause, end: number): readonly (readonly Token[])[] {
  const colon = words.findIndex(({ low }, index) => index >= clause.verbEnd && index < end && low === ":");
  if (colon < 0) return [];
  return findFragments(words.slice(colon + 1, end)).filter((piece) => piece.some(({ tag }) => tag === "NUM"));
}
