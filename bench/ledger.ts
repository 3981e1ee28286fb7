import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { assert } from "../src/base/index.ts";
import { buildLedger, readClaims } from "../src/ledger/index.ts";
import { givenClaims } from "./ledger/given-claims.ts";
import { readGoldClaims, readGoldEvents } from "./ledger/gold.ts";
import { matchClaims } from "./ledger/match-claims.ts";
import { scoreClaims, type ClaimFigures, type Share } from "./ledger/score-claims.ts";
import { scoreEvents, type EventFigures } from "./ledger/score-events.ts";
import { scoreQuestions, type QuestionFigures } from "./ledger/score-questions.ts";

/** Shares of one report, 0 to 1, as the round-ups' README scores them; `detail` has what each is of, with its 95 % interval. */
export interface LedgerFigures {
  readonly text: string;
  readonly words: number;
  readonly seconds: number;
  readonly claims: {
    readonly found: number;
    readonly recall: number;
    readonly recallAttributed: number;
    readonly precision: number;
    readonly lenientPrecision: number;
  };
  readonly speaker: number;
  readonly chain: number;
  readonly relation: number;
  readonly modality: { readonly accuracy: number; readonly macroF1: number };
  readonly kind: { readonly accuracy: number; readonly macroF1: number };
  readonly polarity: number;
  readonly dates: number;
  readonly counts: number;
  readonly events: number;
  readonly roots: { readonly pairsF1: number; readonly eventsExact: number };
  readonly contradictions: { readonly recall: number; readonly falseAlarms: number; readonly elsewhere: number };
  readonly drift: { readonly recall: number; readonly precision: number };
  readonly questions: { readonly right: number; readonly of: number };
  readonly detail: {
    readonly claims: ClaimFigures;
    readonly events: EventFigures;
    readonly questions: QuestionFigures;
  };
}

/**
 * Reads reports as the product does, before any review by a person, and compares them with what a person marked: one by
 * `--text FILE --claims FILE --events FILE`, or a folder of NN.txt with NN-claims.jsonl and NN-events.json. With `--given claims` the marked claims stand
 * in the reader's place, so that events, roots, contradictions and questions are scored without its errors.
 */
export async function ledgerBench(args: readonly string[]): Promise<readonly LedgerFigures[] | LedgerFigures> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const { text, claims, events, given } = values;
  assert(given === undefined || given === "claims", `--given is "${String(given)}"; only "claims" can be given`);
  readClaims({ text: "The tagger is loaded by one sentence.", author: "the author" });
  if (text !== undefined && claims !== undefined && events !== undefined)
    return figuresOf({ text, claims, events }, given);
  assert(text === undefined, "--text FILE with --claims FILE and --events FILE, or a folder of annotated round-ups");
  const [folder = "examples/round-ups"] = positionals;
  const texts = readdirSync(folder).filter((name) => /^\d+\.txt$/u.test(name));
  return texts.toSorted().map((name) => {
    const base = join(folder, name.replace(/\.txt$/u, ""));
    return figuresOf({ text: `${base}.txt`, claims: `${base}-claims.jsonl`, events: `${base}-events.json` }, given);
  });
}

const options = {
  text: { type: "string" },
  claims: { type: "string" },
  events: { type: "string" },
  given: { type: "string" },
} as const;

interface Files {
  readonly text: string;
  readonly claims: string;
  readonly events: string;
}

function figuresOf(files: Files, given: "claims" | undefined): LedgerFigures {
  const text = readFileSync(files.text, "utf8");
  const startedAt = performance.now();
  const read = readClaims({ text, author: "the author" });
  const gold = readGoldClaims(files.claims);
  const file = readGoldEvents(files.events);
  const { found, pairs } =
    given === undefined
      ? { found: read, pairs: matchClaims(gold, read.claims) }
      : givenClaims(text, gold, { file, read });
  const ledger = buildLedger([{ id: "round-up", outlet: undefined, claims: found }]);
  const seconds = Math.round(performance.now() - startedAt) / 1000;
  const detail = {
    claims: scoreClaims(gold, file, found, pairs),
    events: scoreEvents(gold, file, ledger, pairs),
    questions: scoreQuestions(file, ledger, pairs),
  };
  const shape = { text: files.text, words: text.split(/\s+/u).length, seconds };
  return {
    ...shape,
    ...claimShares(detail.claims, found.claims.length),
    ...eventShares(detail.events),
    questions: { right: detail.questions.right, of: detail.questions.of },
    detail,
  };
}

const of = ({ share }: Share): number => share;

const claimShares = (figures: ClaimFigures, found: number) => ({
  claims: {
    found,
    recall: of(figures.claims.recall),
    recallAttributed: of(figures.claims.recallAttributed),
    precision: of(figures.claims.precision),
    lenientPrecision: of(figures.claims.lenientPrecision),
  },
  speaker: of(figures.speaker),
  chain: of(figures.chain),
  relation: of(figures.relation),
  modality: { accuracy: of(figures.modality.accuracy), macroF1: figures.modality.macroF1 },
  kind: { accuracy: of(figures.kind.accuracy), macroF1: figures.kind.macroF1 },
  polarity: of(figures.polarity.accuracy),
  dates: of(figures.dates),
  counts: of(figures.counts),
});

const eventShares = (figures: EventFigures) => ({
  events: figures.events,
  roots: { pairsF1: figures.roots.pairsF1, eventsExact: of(figures.roots.eventsExact) },
  contradictions: {
    recall: of(figures.contradictions.recall),
    falseAlarms: of(figures.contradictions.falseAlarms),
    elsewhere: figures.contradictions.elsewhere,
  },
  drift: { recall: of(figures.drift.recall), precision: of(figures.drift.precision) },
});
