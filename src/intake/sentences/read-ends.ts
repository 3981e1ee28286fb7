import { blank, gap } from "./blank.ts";
import type { Span } from "./find-money.ts";
import { patternFor, type WordKind } from "./payment-words.ts";
import { readEnd, type PaymentEnd } from "./read-end.ts";

type Verb = "paid" | "received" | "passive";

/** Who a sentence names as the ends of a payment. */
export interface Ends {
  readonly payer?: PaymentEnd;
  readonly beneficiary?: PaymentEnd;
}

/**
 * The ends of the payment that a sentence reports, its amount and day blanked out; undefined where it reports none: no verb
 * in the past and no two ends with a day, or a word that makes it a question, a wish, a denial or a plan.
 */
export function readEnds(text: string, moneyAt: number, hasDay: boolean): Ends | undefined {
  const arrow = /\s*(?:[-=–—]{1,2}>|[→⇒➜➡])\s*/u.exec(text);
  if (arrow) return hasDay && !isUndone(text) ? bothOf(arrowEnds(text, arrow)) : undefined;
  const verb = findVerb(text, hasDay);
  if (verb && isUndone(text)) return undefined;
  if (verb) return someOf(verbEnds(text, verb, moneyAt));
  return hasDay && !isUndone(text) ? bothOf(markedEnds(text).ends) : undefined;
}

const someOf = (ends: Ends): Ends | undefined => (ends.payer || ends.beneficiary ? ends : undefined);
const bothOf = (ends: Ends): Ends | undefined => {
  const named = namedOf(ends);
  return named.payer && named.beneficiary ? named : undefined;
};

const boundary = new RegExp(String.raw`[${gap},，、:：]|\.\s|\.$|\s[-–—]\s`, "u");

function arrowEnds(text: string, arrow: RegExpExecArray): Ends {
  const before =
    text
      .slice(0, arrow.index)
      .split(boundary)
      .findLast((piece) => piece.trim() !== "") ?? "";
  const after =
    text
      .slice(arrow.index + arrow[0].length)
      .split(boundary)
      .find((piece) => piece.trim() !== "") ?? "";
  return endsOf(before, after);
}

const endsOf = (payer: string | undefined, beneficiary: string | undefined): Ends => {
  const [from, to] = [readEnd(payer ?? ""), readEnd(beneficiary ?? "")];
  return { ...(from && { payer: from }), ...(to && { beneficiary: to }) };
};

interface FoundVerb extends Span {
  readonly verb: Verb;
  readonly isKorean: boolean;
}

const verbPatterns: readonly (readonly [WordKind, Verb])[] = [
  ["passive", "passive"],
  ["received", "received"],
  ["paid", "paid"],
];

/** Whether a verb says that money was paid. */
export const tellsOfPast = (text: string): boolean => findVerb(text, false) !== undefined;

/** The verb that says that money was paid; one without a tense only where the sentence names a day. */
function findVerb(text: string, hasDay: boolean): FoundVerb | undefined {
  const patterns = hasDay ? [...verbPatterns, ["told", "paid"] as const] : verbPatterns;
  const found = patterns.flatMap(([kind, verb]) =>
    [...text.matchAll(patternFor(kind))].map((match) => ({
      verb,
      isKorean: /^\p{Script=Hangul}/u.test(match[0]),
      from: match.index,
      to: match.index + match[0].length,
    })),
  );
  return found.find(
    (one) =>
      !found.some(
        (other) =>
          other !== one && other.from <= one.from && other.to >= one.to && other.to - other.from > one.to - one.from,
      ),
  );
}

/** Whether a word makes the sentence no report. In Chinese such a word stands right before the verb or ends the question. */
function isUndone(text: string): boolean {
  const words = [...text.matchAll(patternFor("undone"))];
  if (words.length === 0) return false;
  const verb = findVerb(text, true);
  const before = verb ? text.slice(Math.max(0, verb.from - 3), verb.from) : "";
  return words.some(([word]) => !/^\p{Script=Han}$/u.test(word) || before.includes(word) || word === "吗");
}

function verbEnds(text: string, verb: FoundVerb, moneyAt: number): Ends {
  const { ends, rest } = markedEnds(blank(text, [verb]), verb.verb === "passive");
  if (verb.verb === "passive") return namedOf(ends);
  const [subject, other] = unmarked(rest, verb, moneyAt);
  const [own, facing] =
    verb.verb === "paid" ? (["payer", "beneficiary"] as const) : (["beneficiary", "payer"] as const);
  const ownEnd = ends[own] ?? subject;
  const facingEnd = ends[facing] ?? (ends[own] ? (other ?? subject) : other);
  return namedOf({ ...(ownEnd && { [own]: ownEnd }), ...(facingEnd && { [facing]: facingEnd }) });
}

/** Without the ends that are only a pronoun. */
const namedOf = ({ payer, beneficiary }: Ends): Ends => ({
  ...(payer && Object.keys(payer).length > 0 && { payer }),
  ...(beneficiary && Object.keys(beneficiary).length > 0 && { beneficiary }),
});

/** What nothing marks: who acts, before the verb; who is acted on, between verb and amount, or second where the verb comes last. */
function unmarked(text: string, verb: FoundVerb, moneyAt: number): readonly (PaymentEnd | undefined)[] {
  if (verb.from < moneyAt)
    return [piecesOf(text.slice(0, verb.from))[0], piecesOf(text.slice(verb.to, moneyAt)).at(-1)];
  return piecesOf(text.slice(0, moneyAt)).map((end) => (verb.isKorean ? withoutParticle(end) : end));
}

/** A Korean name without the particle of the subject: 이 and 은 stand behind a closed syllable, 가 and 는 behind an open one. */
function withoutParticle(end: PaymentEnd): PaymentEnd {
  const match = /^(.*\p{Script=Hangul}{2})(이|가|은|는|께서)$/u.exec(end.name ?? "");
  if (!match) return end;
  const [, name = "", particle = ""] = match;
  const isClosed = ((name.codePointAt(name.length - 1) ?? 0) - 0xac00) % 28 !== 0;
  return particle === "께서" || isClosed === (particle === "이" || particle === "은") ? { ...end, name } : end;
}

const piecesOf = (text: string): PaymentEnd[] =>
  text
    .split(boundary)
    .map((piece) => readEnd(piece))
    .filter((end) => end !== undefined);

interface Marked {
  readonly ends: Ends;
  /** The text without the ends that are marked. */
  readonly rest: string;
}

/** The ends that "from" and "to" mark, before the name ("to Kim", "от Кима", "从金") or behind it ("김에게"). */
function markedEnds(text: string, isPassive = false): Marked {
  const marks = (["from", "to", ...(isPassive ? (["by"] as const) : [])] as const)
    .flatMap((kind) =>
      [...text.matchAll(patternFor(kind))].map((match) => ({
        isFrom: kind !== "to",
        isBehind: /^\p{Script=Hangul}/u.test(match[0]),
        from: match.index,
        to: match.index + match[0].length,
      })),
    )
    .toSorted((left, right) => left.from - right.from);
  let payer: string | undefined;
  let beneficiary: string | undefined;
  const spans: Span[] = [];
  for (const [index, mark] of marks.entries()) {
    const previous = marks[index - 1]?.to ?? 0;
    const next = marks[index + 1];
    const span = mark.isBehind
      ? spanBefore(text, previous, mark)
      : spanBehind(text, mark, next && !next.isBehind ? next.from : text.length);
    const named = mark.isBehind ? text.slice(span.from, mark.from) : text.slice(mark.to, span.to);
    if (!readEnd(named)) continue;
    if (mark.isFrom && payer === undefined) payer = named;
    else if (!mark.isFrom) beneficiary = named;
    else continue;
    spans.push(span);
  }
  return { ends: endsOf(payer, beneficiary), rest: blank(text, spans) };
}

function spanBehind(text: string, mark: Span, end: number): Span {
  const length = boundary.exec(text.slice(mark.to, end))?.index ?? end - mark.to;
  return { from: mark.from, to: mark.to + length };
}

function spanBefore(text: string, start: number, mark: Span): Span {
  const pieces = text.slice(start, mark.from).split(boundary);
  return { from: mark.from - (pieces.at(-1)?.length ?? 0), to: mark.to };
}
