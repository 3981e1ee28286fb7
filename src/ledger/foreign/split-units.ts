import { findQuotes } from "../text/find-quotes.ts";
import { findFirst, wordsPattern, type ForeignLanguage } from "./foreign-words.ts";

/** A stretch of text; the end is left out. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A sentence with whoever is named for it: a quotation and the words beside it are one unit. Offsets are those of the paragraph. */
export interface Unit extends Span {
  /** The words of the paragraph, each quotation of whole sentences as a run of `quoteMark` of its length. */
  readonly masked: string;
  readonly quotes: readonly Span[];
}

/** Stands for a letter of a quotation; a character for private use. */
export const quoteMark = "\u{E000}";

/** The units of a paragraph. */
export function splitUnits(language: ForeignLanguage, text: string): readonly Unit[] {
  const quotes = findQuotes(text).filter((quote) => isWhole(language, text, quote));
  const masked = maskQuotes(text, quotes);
  const ends = [...endsOf(language, text, { masked, quotes }), text.length];
  const starts = [0, ...ends];
  return ends.flatMap((to, index) => {
    const unit = trim(masked, { from: starts[index] ?? 0, to });
    const own = quotes.filter((quote) => quote.from >= unit.from && quote.to <= unit.to);
    return unit.to > unit.from ? [{ ...unit, masked, quotes: own }] : [];
  });
}

function maskQuotes(text: string, quotes: readonly Span[]): string {
  const parts = quotes.map(
    ({ from, to }, index) => text.slice(quotes[index - 1]?.to ?? 0, from) + quoteMark.repeat(to - from),
  );
  return parts.join("") + text.slice(quotes.at(-1)?.to ?? 0);
}

/** Words in marks that say something, not a name in marks or a word held at arm's length. */
function isWhole(language: ForeignLanguage, text: string, quote: Span & { readonly isOpen: boolean }): boolean {
  const inside = text.slice(quote.from + 1, quote.isOpen ? quote.to : quote.to - 1).trim();
  const before = text.slice(Math.max(0, quote.from - 4), quote.from);
  const after = text.slice(quote.to, quote.to + 24);
  const words = inside.split(/\s+/u).length;
  switch (language) {
    case "ru":
      return (
        words > 1 &&
        (/:\s*$/u.test(before) || /^\s*[,.!?]?\s*[—–-]\s/u.test(after) || /[.!?…,]$/u.test(inside) || words > 5)
      );
    case "zh":
      return (
        inside.length > 3 &&
        (/[：:]\s*$/u.test(before) || /[。！？，…]$/u.test(inside) || inside.length > 11 || isSaidBeside(before, after))
      );
    case "ko":
      return (
        words > 1 &&
        (/(?:다|요|까|죠|오|라|자)[.!?…,]*$/u.test(inside) ||
          /^(?:이?라고|이?라며|이?라면서|고|며|면서)\s/u.test(after))
      );
  }
}

/** A Chinese verb of telling right before the marks, or behind them with its subject. */
const isSaidBeside = (before: string, after: string): boolean =>
  findFirst(`${wordsPattern("zh", "say")}[，,]?$`, before) !== undefined ||
  findFirst(`^[，,]?\\s*[\\u3400-\\u9FFF]{1,12}?${wordsPattern("zh", "say")}`, after) !== undefined;

/** Words before a full stop that does not end a Russian sentence. */
const abbreviation = /(?:^|[\s(«])(?:г|гг|руб|коп|тыс|млн|млрд|им|ул|д|стр|т|е|п|др|см|ст|св|проф|ген|[А-ЯЁA-Z])$/u;

/** Where units end: at a mark that ends a sentence outside quotations, and behind a quotation that a colon brought in. */
function endsOf(
  language: ForeignLanguage,
  text: string,
  { masked, quotes }: { masked: string; quotes: readonly Span[] },
): readonly number[] {
  const stops = [...masked.matchAll(/[.!?…。！？]+[”»"'’)）\]」』]*/gu)]
    .filter((stop) => endsSentence(language, masked, stop))
    .map((stop) => stop.index + stop[0].length);
  const closed = quotes
    .filter(
      ({ from, to }) =>
        /[：:]\s*$/u.test(text.slice(Math.max(0, from - 4), from)) && /[.!?…。！？]/u.test(text.charAt(to - 2)),
    )
    .map(({ to }) => to);
  return [...new Set([...stops, ...closed])].filter((end) => end < text.length).toSorted((left, right) => left - right);
}

function endsSentence(language: ForeignLanguage, masked: string, stop: RegExpExecArray): boolean {
  if (/^[。！？]/u.test(stop[0])) return true;
  const before = masked.slice(Math.max(0, stop.index - 8), stop.index);
  const behind = stop.index + stop[0].length;
  const after = masked.slice(behind, behind + 8);
  if (after !== "" && !/^\s/u.test(after)) return false;
  // A year closes with "г.", and so does the sentence where a new one begins.
  if (language === "ru" && /\d\s?гг?$/u.test(before)) return /^\s+\p{Lu}/u.test(after);
  if (stop[0] === "." && (/\d$/u.test(before) || (language === "ru" && abbreviation.test(before))))
    return language === "ru" && /\d$/u.test(before) && /^\s+\p{Lu}/u.test(after);
  return !/^\s*(?:[a-zа-яё]|[—–-]\s*[a-zа-яё])/u.test(after);
}

/** A stretch without the gaps, dashes and stops at its ends. */
export function trim(text: string, span: Span): Span {
  let { from, to } = span;
  while (from < to && edges.has(text.charAt(from))) from += 1;
  while (to > from && edges.has(text.charAt(to - 1))) to -= 1;
  return { from, to };
}

const edges = new Set(" \t\r\u00A0\u3000,.;:!?…，。；：、！？—–-");

/** The stretch without what is masked at its ends; undefined where nothing is left. */
export function outsideQuotes(text: string, span: Span): Span | undefined {
  const plain = text.slice(span.from, span.to).replaceAll(quoteMark, ",");
  const left = trim(plain, { from: 0, to: plain.length });
  return left.to - left.from > 1 ? { from: span.from + left.from, to: span.from + left.to } : undefined;
}

/** The sentences within a quotation, its marks left out. */
export function quotedSentences(language: ForeignLanguage, text: string, quote: Span): readonly Span[] {
  const from = quote.from + 1;
  const to = /[”»"'’」』]/u.test(text.charAt(quote.to - 1)) ? quote.to - 1 : quote.to;
  const inside = text.slice(from, to);
  const ends = [...endsOf(language, inside, { masked: inside, quotes: [] }), inside.length];
  return ends
    .map((end, index) => trim(text, { from: from + (ends[index - 1] ?? 0), to: from + end }))
    .filter((span) => span.to > span.from);
}
