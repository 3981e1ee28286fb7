import type { Book, Page, Said } from "./page.ts";
import { isBlank } from "./page.ts";
import type { Place } from "./truth.ts";

/** One cell to write: its text, its number where the file holds a number, and what it truly is. */
export interface Field {
  readonly text: string;
  readonly number?: number;
  readonly comment?: string;
  readonly formula?: string;
  readonly mentions?: readonly (readonly [role: string, entity: string])[];
  readonly says?: readonly Omit<Said, "places">[];
  /** The field that this one writes in another way. */
  readonly of?: Field;
}

export const plain = (text: string): Field => ({ text });

/** A cell that names an entity; blank cells name nobody. */
export const naming = (text: string, role: string, entity: string | undefined): Field =>
  entity === undefined || isBlank(text) ? { text } : { text, mentions: [[role, entity]] };

/** The rows of one table as they will stand in the file; data rows are recorded in the book, titles, headers and subtotals are not. */
export class Grid {
  readonly page: Page;
  readonly lines: (readonly Field[])[] = [];
  readonly #book: Book;

  constructor(book: Book, file: string, part: string) {
    this.#book = book;
    this.page = book.page(file, part);
  }

  get nextRow(): number {
    return this.lines.length + 1;
  }

  /** A title, a subtotal, an empty row: stands in the file, is no evidence. */
  furniture(...texts: readonly (string | Field)[]): void {
    this.lines.push(texts.map((text) => (typeof text === "string" ? plain(text) : text)));
  }

  header(...texts: readonly string[]): void {
    this.page.headers = texts;
    this.furniture(...texts);
  }

  /** A data row; gives the place of each of its cells. */
  add(...fields: readonly Field[]): Place[] {
    const row = this.nextRow;
    this.lines.push(fields);
    return this.record(row, fields);
  }

  /** Records a row under a number of the caller's choosing, without writing it (SQLite and vCards write it themselves). */
  record(row: number, fields: readonly Field[]): Place[] {
    return fields.map((field, index) => {
      const place = this.page.put(row, index + 1, field.text);
      for (const [role, entity] of field.mentions ?? []) this.page.mention(place, role, entity);
      if (isBlank(field.text)) return place;
      for (const said of field.says ?? []) this.#book.say({ ...said, places: [place] });
      return place;
    });
  }

  /** Says what a whole telling says, at all its places. */
  say(said: Said): void {
    this.#book.say(said);
  }

  pays(row: number, ids: readonly string[]): void {
    this.page.payments.push({ row, ids });
  }
}
