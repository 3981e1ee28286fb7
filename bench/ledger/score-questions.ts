import {
  askLedger,
  questionKinds,
  type Answer,
  type Ledger,
  type LedgerClaim,
  type QuestionKind,
  type SpeakerSource,
} from "../../src/ledger/index.ts";
import type { GoldFile, GoldQuestion } from "./gold.ts";
import type { MatchedPair } from "./match-claims.ts";
import { sourceMatcher } from "./score-claims.ts";

export interface QuestionFigures {
  readonly right: number;
  readonly of: number;
  /** By question: whether the value was right and half of its claims were cited. */
  readonly each: readonly {
    readonly id: string;
    readonly kind: string;
    readonly value: boolean;
    readonly cited: boolean;
  }[];
}

/** Questions that the text alone can answer, but those whose answer is a text, by rule 10 of the round-ups' README. */
export function scoreQuestions(file: GoldFile, ledger: Ledger, pairs: readonly MatchedPair[]): QuestionFigures {
  const goldOf = new Map(pairs.map(({ gold, found }) => [found.id, gold.id]));
  const named = sourceMatcher(file.sources, [...ledger.sources.values()]);
  const asked = file.questions.filter(({ kind, needs }) => needs === "round-up" && isKind(kind));
  const each = asked.map((question) => {
    const answer = askLedger(ledger, { kind: question.kind as QuestionKind, text: question.question });
    const goldIds = (claims: readonly LedgerClaim[]): readonly string[] =>
      claims.map(({ id }) => goldOf.get(id) ?? `?${id}`);
    const cited = goldIds(answer.claims);
    const listed = "claims" in answer.value ? goldIds(answer.value.claims) : cited;
    const share = question.claims.filter((id) => cited.includes(id)).length;
    return {
      id: question.id,
      kind: question.kind,
      value: isRight(question, answer, listed, named),
      cited: share * 2 >= question.claims.length,
    };
  });
  return { right: each.filter(({ value, cited }) => value && cited).length, of: each.length, each };
}

const isKind = (kind: string): kind is QuestionKind => (questionKinds as readonly string[]).includes(kind);

type Named = (foundId: string, goldId: string) => boolean;

function isRight({ value: gold }: GoldQuestion, { value }: Answer, cited: readonly string[], named: Named): boolean {
  switch (value.kind) {
    case "root-count":
      return sameFields(gold, { low: value.low, high: value.high });
    case "sources":
      return sameSet(gold as readonly string[], value.sources, named);
    case "chain":
      return (
        Array.isArray(gold) &&
        gold.length === value.sources.length &&
        value.sources.every((id, index) => named(id, String(gold[index])))
      );
    case "claims":
      return sameStrings((gold as readonly string[]).toSorted(), [...new Set(cited)].toSorted());
    case "order":
      return sameStrings(gold as readonly string[], cited);
    case "yes-no":
      return gold === value.is;
    case "number":
      return sameNumbers(gold, value.numbers);
    case "date":
      return sameFields(gold, { start: value.start, end: value.end, precision: value.precision });
    case "place":
      return (gold as { readonly norm: string }).norm.toLowerCase() === value.norm.toLowerCase();
    case "precedent":
      return samePrecedents(gold as readonly { claim: string; hedged: boolean }[], cited, value.hedged);
    case "unknown":
      return false;
  }
}

const sameFields = (gold: unknown, found: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(found).every(([key, value]) => (gold as Readonly<Record<string, unknown>>)[key] === value);

const sameStrings = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((value, index) => value === right[index]);

const sameSet = (gold: readonly string[], found: readonly string[], named: Named): boolean =>
  found.length === gold.length && gold.every((id) => found.some((other) => named(other, id)));

function sameNumbers(gold: unknown, found: readonly { low: number | null; high: number | null }[]): boolean {
  const wanted = (Array.isArray(gold) ? gold : [gold]) as readonly { low: number | null; high: number | null }[];
  return (
    wanted.length === found.length &&
    wanted.every(({ low, high }, index) => found[index]?.low === low && found[index]?.high === high)
  );
}

const samePrecedents = (
  gold: readonly { claim: string; hedged: boolean }[],
  cited: readonly string[],
  hedged: readonly boolean[],
): boolean =>
  gold.length === cited.length && gold.every(({ claim, hedged: is }) => hedged[cited.indexOf(claim)] === is);

export type { SpeakerSource };
