import type { Place } from "./truth.ts";

/** What one place says of one thing, in the generator's own normal form. */
export interface Said {
  readonly subject: string;
  readonly property: string;
  /** The value as meant after the noise: what a careful reader of this place must understand. */
  readonly meaning: string;
  readonly places: readonly Place[];
  /** The value is the sum of its places: no place says it alone. */
  readonly summed?: boolean;
  /** The planted contradiction or trap that this value belongs to. */
  readonly plant?: string;
}

export interface Mention {
  readonly row: number;
  readonly column: number;
  readonly role: string;
  readonly entity: string;
}

/** One table of one file: its cells as written, and what they truly are. Rows and columns count from 1 as in the file. */
export class Page {
  readonly index: number;
  readonly file: string;
  readonly part: string;
  headers: readonly string[] = [];
  readonly rows = new Map<number, (string | undefined)[]>();
  readonly mentions: Mention[] = [];
  readonly payments: { readonly row: number; readonly ids: readonly string[] }[] = [];

  constructor(index: number, file: string, part: string) {
    this.index = index;
    this.file = file;
    this.part = part;
  }

  /** Records a planted cell; an empty text is no cell. */
  put(row: number, column: number, text: string): Place {
    if (text !== "") {
      const cells = this.rows.get(row) ?? [];
      cells[column - 1] = text;
      this.rows.set(row, cells);
    }
    return [this.index, row, column];
  }

  /** Records that a cell names an entity in a role; a cell that says nothing names nobody. */
  mention(place: Place, role: string, entity: string): void {
    this.mentions.push({ row: place[1], column: place[2], role, entity });
  }
}

/** All that the hand-overs wrote: pages, and what their places say. */
export class Book {
  readonly pages: Page[] = [];
  readonly said: Said[] = [];

  page(file: string, part: string): Page {
    const page = new Page(this.pages.length, file, part);
    this.pages.push(page);
    return page;
  }

  say(said: Said): void {
    if (said.meaning !== "") this.said.push(said);
  }
}

/** What stands where a clerk had nothing to write. */
export const BLANKS: readonly string[] = ["", "-", "n/a", "?"];

export const isBlank = (text: string): boolean => BLANKS.includes(text.trim());
