import { lazy } from "../../base/index.ts";
import { rows } from "../generated/columns-rows.ts";
import { foldedTokens } from "./folded-tokens.ts";
import { readHeader } from "./header-words.ts";
import { makePhraseBook } from "./phrase-book.ts";

/** What a row between the data rows does. */
type RowWord = "total" | "balance" | "end";

/** The row word that a cell begins with, and whether the cell says nothing beside it but numbers, units and periods. */
export interface FoundRowWord {
  readonly word: RowWord;
  readonly isAlone: boolean;
}

const parseWord = (text: string): RowWord => (text === "balance" || text === "end" ? text : "total");
const book = lazy(() =>
  makePhraseBook(
    rows.flatMap(([kind = "", , phrases = ""]) =>
      phrases.split("|").map((phrase): readonly [string, RowWord] => [phrase, parseWord(kind)]),
    ),
  ),
);

/** "1월 소계", "Q3 total", "2017 итого": words for months and years may stand before. */
const periodWords = new Set(
  "월 년 일 분 기 상 하 반 月 年 日 季 度 第 上 下 半 q quarter month monthly year yearly annual week page for of за квартал год месяц january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split(
    " ",
  ),
);
const isPeriod = (token: string): boolean => /^\p{N}+$/u.test(token) || periodWords.has(token);

/** Finds a total, a carried balance or an end mark at the start of a cell, after no more than a period. */
export function findRowWord(cell: string): FoundRowWord | undefined {
  if (cell.length > 80) return undefined;
  const tokens = foldedTokens(cell);
  const first = book().find(tokens)[0];
  const word = first?.meanings[0];
  if (!first || word === undefined || !tokens.slice(0, first.from).every(isPeriod)) return undefined;
  const rest = tokens.slice(first.to).filter((token) => !isPeriod(token));
  return { word, isAlone: rest.length === 0 || readHeader(rest.join(" ")).quality === 1 };
}
