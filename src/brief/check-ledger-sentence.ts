import { assert } from "../base/index.ts";
import type { Sentence } from "./outline.ts";

/** Words of likelihood of ICD 203 (Analytic Standards, 2015), and of confidence. */
const likelihood =
  /\b(?:almost no chance|remote|(?:very |highly )?(?:un)?likely|(?:highly )?(?:im)?probabl[ey]|roughly even|even chance|almost certain(?:ly)?|nearly certain)\b/iu;
const confidence = /\b(?:low|moderate|high) confidence\b|\bconfidence (?:is|in)\b/iu;

/** What stands before a number that is an end of a range, or the only value; a day is one by itself. */
const before = /\b(?:at least|at most|between|from every confirmed claim:)\s+$|\bbetween [\d.,]+ and\s+$/iu;
/** What stands behind a number that counts what the brief itself holds. */
const behind = /^\s*independent sources?\b/iu;
const number = /(?<![\p{L}\p{N}.,-])\d[\d.,]*(?![\p{L}\p{N}-])/gu;
const day = /\b(?:19|20)\d\d(?:-\d\d){0,2}\b/gu;

/**
 * Makes sure of a sentence of the ledger's section: no likelihood and no confidence together (ICD 203 forbids both in one
 * sentence), and no number without its range. What stands in quotation marks is the source's own and is not looked at.
 */
export function checkLedgerSentence({ text }: Sentence): void {
  const own = text.replaceAll(/“[^”]*”|\([^)]*\)/gu, "");
  assert(
    !(likelihood.test(own) && confidence.test(own)),
    `no sentence holds a likelihood and a confidence; this one does: ${text}`,
  );
  const bare = own.replaceAll(day, "");
  for (const match of bare.matchAll(number)) {
    const digits = match[0].replace(/[.,]$/u, "");
    const isRanged = before.test(bare.slice(0, match.index)) || behind.test(bare.slice(match.index + digits.length));
    assert(isRanged, `every number has its range; ${digits} has none: ${text}`);
  }
}
