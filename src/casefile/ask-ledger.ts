import { Refusal } from "../base/index.ts";
import type { CaseAnswer, QuestionKind } from "../ledger/index.ts";
import { claimsByIds, type ClaimLine } from "../views/index.ts";
import type { OpenCase } from "./open-case.ts";

/** An answer of the ledger with the claims that it rests on. */
export interface LedgerAnswer extends Omit<CaseAnswer, "claimIds"> {
  readonly kind: QuestionKind;
  readonly claims: readonly ClaimLine[];
}

/** Asks the ledger of a case a question of a kind in a person's words; refuses a kind that there is not. */
export async function askCaseLedger(open: OpenCase, kind: string, words: string): Promise<LedgerAnswer> {
  const { askCase, questionKinds } = await import("../ledger/index.ts");
  const known = questionKinds.find((each) => each === kind);
  if (known === undefined || words.trim() === "")
    throw new Refusal(
      `${known === undefined ? `"${kind}" is no kind of question` : "the question has no words"}; use windfall ledger ask KIND WORDS with one of ${questionKinds.join(", ")}`,
    );
  const { claimIds, ...answer } = await askCase(open, { kind: known, text: words });
  const lines = new Map((await claimsByIds(open, claimIds)).map((claim) => [claim.claimId, claim]));
  return { kind: known, ...answer, claims: claimIds.flatMap((id) => lines.get(id) ?? []) };
}
