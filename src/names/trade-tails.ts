import { editDistance } from "./edit-distance.ts";
import { meaningWords, tradeWords } from "./meaning-words.ts";
import type { MeaningUnit, TradeTail } from "./meaning-unit.ts";
import type { Script } from "./script.ts";

const tradesMax = 6;
const nativeTailMax = 4;
const misspeltMin = 5;
const lettersKept = 50_000;
const tradesByText = new Map<string, readonly number[]>();

/** The trades for which the last one or two units of a name may stand: a word cut short (Elec., 물 for 물류) or with one letter wrong. */
export function tradeTails(units: readonly MeaningUnit[]): TradeTail[] {
  const last = units.at(-1);
  const before = units.at(-2);
  if (last === undefined || before === undefined) return [];
  const { script } = last.token;
  const tails = [{ units: 1, trades: tradesFor(last.token.folded, script) }];
  const text = before.token.folded + last.token.folded;
  if (units.length > 2 && isNative(script) && before.token.script === script && text.length <= nativeTailMax)
    tails.push({ units: 2, trades: tradesFor(text, script) });
  return tails.filter((tail) => tail.trades.length > 0);
}

const isNative = (script: Script): boolean => script === "hangul" || script === "han";

function tradesFor(text: string, script: Script): readonly number[] {
  const known = tradesByText.get(text);
  if (known !== undefined) return known;
  if (tradesByText.size > lettersKept) tradesByText.clear();
  const trades = findTrades(text, script);
  tradesByText.set(text, trades);
  return trades;
}

function findTrades(text: string, script: Script): readonly number[] {
  const found = new Set<number>();
  for (const word of tradeWords().get(script) ?? []) {
    if (!isCutShort(text, word, script) && !isMisspelt(text, word, script)) continue;
    for (const concept of meaningWords().get(word)?.concepts ?? []) found.add(concept);
  }
  return found.size > tradesMax ? [] : [...found].toSorted((left, right) => left - right);
}

function isCutShort(text: string, word: string, script: Script): boolean {
  return text.length >= (isNative(script) ? 1 : 3) && text.length < word.length && word.startsWith(text);
}

function isMisspelt(text: string, word: string, script: Script): boolean {
  if (isNative(script)) return text.length > 1 && text.length === word.length && letterOff(text, word);
  return text.length >= misspeltMin && word.length >= misspeltMin && editDistance(text, word, 1) === 1;
}

function letterOff(text: string, word: string): boolean {
  let off = 0;
  for (let index = 0; index < text.length; index += 1) if (text.charAt(index) !== word.charAt(index)) off += 1;
  return off === 1;
}
