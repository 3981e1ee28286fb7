import type { DayOrders } from "./day-orders.ts";
import { findDay, type FoundDay } from "./find-day.ts";
import { findMoney, type Span } from "./find-money.ts";
import { blank } from "./blank.ts";
import type { PaymentEnd } from "./read-end.ts";
import { readEnds, tellsOfPast } from "./read-ends.ts";

/** A payment that a sentence reports: what it names of it; the rest stays open. */
export interface ToldPayment {
  /** The sentence. */
  readonly text: string;
  /** The amount as it stands ("5천딸라"). */
  readonly amount: string;
  /** A prefix of an ISO date. */
  readonly date?: string;
  readonly payer?: PaymentEnd;
  readonly beneficiary?: PaymentEnd;
}

/**
 * The payments that a message reports, in English, Korean, Chinese or Russian, between names in any script: an amount with
 * its currency, and a verb in the past (paid, sent, received), an arrow or "from ... to ..." with a day. What is asked,
 * wished, denied or still to come is none; of two amounts in one sentence neither is read.
 */
export function readPayments(text: string, writtenOn: string | undefined, orders: DayOrders): ToldPayment[] {
  return sentencesOf(text).flatMap((sentence) => {
    const told = readSentence(sentence, writtenOn, orders);
    return told ? [told] : [];
  });
}

/** Lines; and sentences of a line that tells of several amounts, since a stop may also end a short form. */
function sentencesOf(text: string): string[] {
  return text
    .split(/[\n;；。]+/u)
    .flatMap((line) => (findMoney(line).length > 1 ? line.split(/(?<=[\p{L}\p{N})]{2}[.!])\s+/u) : [line]))
    .map((sentence) => sentence.trim());
}

function readSentence(text: string, writtenOn: string | undefined, orders: DayOrders): ToldPayment | undefined {
  const [money, second] = findMoney(text);
  if (!money || second || /[?？]/u.test(text)) return undefined;
  const withoutMoney = blank(text, [money]);
  const day = findDay(withoutMoney, { writtenOn, orders, isReport: tellsOfPast(withoutMoney) });
  if (day?.isAhead === true) return undefined;
  const told = blank(withoutMoney, day ? [widenDay(text, day)] : []);
  const ends = readEnds(told, money.from, day !== undefined);
  if (!ends) return undefined;
  return { text, amount: text.slice(money.from, money.to), ...(day && { date: day.date }), ...ends };
}

/** A day with the word before it that says no more than "on". */
function widenDay(text: string, { from, to }: FoundDay): Span {
  const before = /(?:^|\s)(?:on|in|dated|at|в|во)\s+$/iu.exec(text.slice(0, from));
  return { from: from - (before?.[0].trimStart().length ?? 0), to };
}
