import { cellKind } from "./cell-kind.ts";
import type { TitleLine } from "./find-tables.ts";
import { readHeader } from "./header-words.ts";
import type { Attribute } from "./vocabulary.ts";

/** A value that a line above a table gives for all its rows, and the line. */
interface TitleFact<Value> {
  readonly value: Value;
  readonly row: number;
  readonly text: string;
}

/** What the lines above a table say of all its rows. */
export interface TitleFacts {
  readonly factor: TitleFact<number> | null;
  readonly currency: TitleFact<string> | null;
  readonly account: TitleFact<string> | null;
  readonly holder: TitleFact<string> | null;
  readonly bank: TitleFact<string> | null;
}

/** Reads the lines above a table (and the sheet's name): units, currency, the account that the sheet is kept for. */
export function readTitles(lines: readonly TitleLine[]): TitleFacts {
  const units = lines.flatMap((line) => line.cells.flatMap((cell) => unitsOf(line, cell)));
  const labelled = lines.flatMap(labelledValues);
  const value = (...attributes: readonly Attribute[]): TitleFact<string> | null =>
    labelled.find((each) => each.attribute !== null && attributes.includes(each.attribute)) ?? null;
  const account = labelled.find(
    ({ attribute, value: text }) =>
      (attribute === "accountNumber" || attribute === "iban") && /\d{4}/u.test(text.replaceAll(/[\s.-]/gu, "")),
  );
  return {
    factor: units.find(({ factor }) => factor !== null)?.asFactor ?? null,
    currency: units.find(({ currency }) => currency !== null)?.asCurrency ?? value("currency"),
    account: account ?? null,
    holder: labelled.find(({ isHolder, value: text }) => isHolder && !/^\d/u.test(text)) ?? null,
    bank: value("bankName"),
  };
}

interface Units {
  readonly factor: number | null;
  readonly currency: string | null;
  readonly asFactor: TitleFact<number> | null;
  readonly asCurrency: TitleFact<string> | null;
}

/** Units stand in brackets, after a label ("단위: 천원"), or beside a word for amounts; a bare "us" in running text is none. */
function unitsOf({ row }: TitleLine, cell: string): Units[] {
  const pieces = [...(cell.match(/[([（【][^)\]）】]*[)\]）】]/gu) ?? []), ...cell.split(/[,;|—–]|\s-\s/u)];
  return pieces.flatMap((piece) => {
    const { factor, currency, hasUnitLabel, attributes, quality } = readHeader(piece);
    const isAmount = attributes.includes("amount") || attributes.includes("balance");
    const isPlain = quality === 1 && attributes.length === 0;
    if (factor === null && currency === null) return [];
    if (!(hasUnitLabel && quality >= 0.5) && !isAmount && !isPlain) return [];
    return [
      {
        factor,
        currency,
        asFactor: factor === null ? null : { value: factor, row, text: cell },
        asCurrency: currency === null ? null : { value: currency, row, text: cell },
      },
    ];
  });
}

interface Labelled extends TitleFact<string> {
  readonly attribute: Attribute | null;
  readonly isHolder: boolean;
}

/** "Account: 123-456", "Account" beside "123-456", "Account No. 123-456". */
function labelledValues({ row, cells }: TitleLine): Labelled[] {
  const pairs: [string, string, string][] = [];
  cells.forEach((cell, index) => {
    for (const piece of cell.split(/[;|\n]|\s{3,}|,\s+(?=\p{L}[^,:]*:)/u)) {
      const colon = /^([^:：]{1,40})[:：]\s*(\S.*)$/u.exec(piece.trim());
      if (colon) pairs.push([colon[1] ?? "", colon[2] ?? "", cell]);
      else {
        const number = /^(.*?\p{L}[\s.)№#]*?)\s*((?:[A-Z]{2})?\d[\dA-Z\s-]{5,}\d)(?:\D.*)?$/u.exec(piece.trim());
        if (number) pairs.push([number[1] ?? "", number[2] ?? "", cell]);
      }
    }
    const next = cells[index + 1];
    if (next !== undefined && cell.length < 40 && cellKind(cell) === "text")
      pairs.push([cell.replace(/[:：]\s*$/u, ""), next, `${cell} ${next}`]);
  });
  return pairs.flatMap(([label, value, text]) => {
    const { attributes, sides, quality } = readHeader(label);
    if (quality < 0.5) return [];
    const attribute = attributes[0] ?? null;
    const isHolder =
      (sides.includes("holder") || sides.includes("owner") || sides.includes("company")) &&
      (attribute === null || attribute === "name");
    return [{ attribute, isHolder, value: value.trim(), row, text }];
  });
}
