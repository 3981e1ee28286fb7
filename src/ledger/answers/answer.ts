import type { Ledger } from "../build-ledger.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";

/** The kinds of question that a ledger answers. There is none for where a person is, and none for who could have known. */
export const questionKinds = [
  "root-count",
  "sources",
  "claims",
  "yes-no",
  "number",
  "date",
  "place",
  "chain",
  "order",
  "precedent",
] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** A question in a person's words, with what kind of answer is asked for. */
export interface Question {
  readonly kind: QuestionKind;
  readonly text: string;
}

export type AnswerValue =
  | { readonly kind: "root-count"; readonly low: number; readonly high: number }
  | { readonly kind: "sources" | "chain"; readonly sources: readonly string[] }
  | { readonly kind: "claims" | "order"; readonly claims: readonly LedgerClaim[] }
  | { readonly kind: "yes-no"; readonly is: "yes" | "no" | "neither" | "unresolved" }
  | {
      readonly kind: "number";
      readonly numbers: readonly {
        readonly low: number | null;
        readonly high: number | null;
        readonly unit: string | null;
      }[];
    }
  | { readonly kind: "date"; readonly start: string | null; readonly end: string | null; readonly precision: string }
  | { readonly kind: "place"; readonly norm: string; readonly country: string | null }
  | { readonly kind: "precedent"; readonly hedged: readonly boolean[] }
  | { readonly kind: "unknown" };

/** What the ledger says, and the claims that say it; of a set of claims these are the answer and those that it is to be read with. */
export interface Answer {
  readonly value: AnswerValue;
  readonly claims: readonly LedgerClaim[];
}

/** How one kind of question is answered. */
export type Ask = (ledger: Ledger, text: string) => Answer;

export const unknown: Answer = { value: { kind: "unknown" }, claims: [] };
