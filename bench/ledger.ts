import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { buildLedger, readClaims } from "../src/ledger/index.ts";
import { assert } from "../src/base/index.ts";
import { readGoldClaims, readGoldEvents } from "./ledger/gold.ts";
import { matchClaims } from "./ledger/match-claims.ts";
import { scoreClaims, type ClaimFigures } from "./ledger/score-claims.ts";
import { scoreEvents, type EventFigures } from "./ledger/score-events.ts";
import { scoreQuestions, type QuestionFigures } from "./ledger/score-questions.ts";

interface LedgerFigures extends ClaimFigures, EventFigures {
  readonly questions: QuestionFigures;
  readonly text: string;
  readonly words: number;
  readonly found: number;
  readonly seconds: number;
}

/** Reads a report as the product does and compares it with what a person marked: `--text FILE --claims FILE --events FILE`. */
export async function ledgerBench(args: readonly string[]): Promise<LedgerFigures> {
  const { values } = parseArgs({
    args: [...args],
    options: { text: { type: "string" }, claims: { type: "string" }, events: { type: "string" } },
  });
  const { text, claims, events } = values;
  assert(text !== undefined && claims !== undefined && events !== undefined, "--text FILE --claims FILE --events FILE");
  const document = { text: readFileSync(text, "utf8"), author: "the author" };
  readClaims({ text: "The tagger is loaded by one sentence.", author: "the author" });
  const startedAt = performance.now();
  const found = readClaims(document);
  const seconds = (performance.now() - startedAt) / 1000;
  const gold = readGoldClaims(claims);
  const file = readGoldEvents(events);
  const pairs = matchClaims(gold, found.claims);
  const ledger = buildLedger([{ id: "round-up", outlet: undefined, claims: found }]);
  const figures = {
    ...scoreClaims(gold, file, found, pairs),
    ...scoreEvents(gold, file, ledger, pairs),
    questions: scoreQuestions(file, ledger, pairs),
  };
  return {
    text,
    words: document.text.split(/\s+/u).length,
    found: found.claims.length,
    seconds: Math.round(seconds * 1000) / 1000,
    ...figures,
  };
}
