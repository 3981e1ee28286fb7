import type { PassageKind } from "../../../model/index.ts";
import type { Box } from "../documents/passage-writer.ts";
import { boxOf, type PageLine } from "./page-lines.ts";

/** A paragraph of a page. */
export interface PageBlock {
  readonly page: number;
  readonly kind: PassageKind;
  readonly text: string;
  readonly box: Box;
  readonly height: number;
}

/** What of a page decides how its lines belong together. */
export interface PageOf {
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
}

/** Puts the lines of a page together to paragraphs: lines of one size, one below the other, of which each but the last is full. */
export function makeBlocks(lines: readonly PageLine[], { page }: PageOf): PageBlock[] {
  const blocks: PageLine[][] = [];
  const leading = usualLeading(lines);
  const rights = rightEdges(lines);
  for (const line of lines) {
    const block = blocks.at(-1);
    if (block && belongs(block, line, { rights, leading })) block.push(line);
    else blocks.push([line]);
  }
  return blocks.map((block) => ({
    page,
    kind: "paragraph",
    text: block.map(({ text }) => text).reduce(joined),
    box: boxOf(block),
    height: Math.max(...block.map(({ height }) => height)),
  }));
}

/** How far most lines of a page stand below the one before, in heights of their letters. */
function usualLeading(lines: readonly PageLine[]): number {
  const counts = new Map<number, number>();
  for (const [index, line] of lines.entries()) {
    const last = lines[index - 1];
    const leading = last && Math.round(((last.y - line.y) / last.height) * 10) / 10;
    if (leading !== undefined && leading > 0.8 && leading < 3) counts.set(leading, (counts.get(leading) ?? 0) + 1);
  }
  return [...counts].toSorted((left, right) => right[1] - left[1] || left[0] - right[0])[0]?.[0] ?? 1.2;
}

const columnPoints = 40;
const columnOf = ({ left }: PageLine): number => Math.round(left / columnPoints);

/** How far right the lines reach that begin in one strip of the page. */
function rightEdges(lines: readonly PageLine[]): ReadonlyMap<number, number> {
  const rights = new Map<number, number>();
  for (const line of lines) rights.set(columnOf(line), Math.max(rights.get(columnOf(line)) ?? 0, line.right));
  return rights;
}

function belongs(
  block: readonly PageLine[],
  line: PageLine,
  page: { readonly rights: ReadonlyMap<number, number>; readonly leading: number },
): boolean {
  const last = block.at(-1);
  const [first] = block;
  if (!last || !first || line.text.includes("\t") || last.text.includes("\t")) return false;
  const { height } = last;
  const isSameSize = Math.abs(line.height - height) <= height * 0.12;
  const leading = last.y - line.y;
  const before = block.at(-2);
  if (!isSameSize || leading <= 0 || leading > height * Math.max(page.leading * 1.2, 1.35)) return false;
  // The first line of a paragraph may stand in or out; the others stand below one another.
  const reference = before ? last.left : Math.min(first.left, line.left);
  if (line.left - reference > height * 0.9) return false;
  const column = columnOf(line);
  const right = Math.max(...[-1, 0, 1].map((beside) => page.rights.get(column + beside) ?? 0), line.right);
  const isFull = last.right > right - Math.max(height * 6, (right - last.left) * 0.12);
  return isFull || /^[\p{Ll}]/u.test(line.text);
}

const isWide = (character: string): boolean =>
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}、。，．「」（）]/u.test(character);

/** Two lines of a paragraph as one text: a space between them, none where the script has none or a hyphen stands. */
function joined(text: string, next: string): string {
  const [last = "", first = ""] = [[...text].at(-1), [...next][0]];
  if (isWide(last) && isWide(first)) return `${text}${next}`;
  return /[\p{L}]-$/u.test(text) && /^\p{Ll}/u.test(next) ? `${text}${next}` : `${text} ${next}`;
}

// In parts of the page's height: where headers and footers stand.
const edge = 0.09;
const repeatsMin = 3;

/**
 * Says what the blocks of a document are: what repeats at the edge of pages is a header or footer, and so is a page's
 * number; what is larger than the text is a heading, the largest of them on the first page the title.
 */
export function nameBlocks(blocks: readonly PageBlock[], pages: ReadonlyMap<number, PageOf>): PageBlock[] {
  const repeats = new Map<string, number>();
  const sideOf = (block: PageBlock): "header" | "footer" | undefined => edgeOf(block, pages.get(block.page));
  for (const block of blocks) {
    const side = sideOf(block);
    if (side) repeats.set(keyOf(block, side), (repeats.get(keyOf(block, side)) ?? 0) + 1);
  }
  const body = usualHeight(blocks);
  const largest = Math.max(0, ...blocks.filter(({ page }) => page === blocks[0]?.page).map(({ height }) => height));
  let hasTitle = false;
  return blocks.map((block) => {
    const side = sideOf(block);
    const isRepeated = side !== undefined && (repeats.get(keyOf(block, side)) ?? 0) >= repeatsMin;
    if (side && (isRepeated || /^[-–\s]*(?:page\s*)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?[-–\s]*$/iu.test(block.text)))
      return { ...block, kind: side };
    if (block.height < body * 1.15 || block.text.length > 300) return block;
    const isTitle = !hasTitle && block.page === blocks[0]?.page && block.height === largest;
    hasTitle ||= isTitle;
    return { ...block, kind: isTitle ? "title" : "heading" };
  });
}

function edgeOf({ box }: PageBlock, of: PageOf | undefined): "header" | "footer" | undefined {
  if (!of) return undefined;
  const height = of.top - of.bottom;
  if (box[1] > of.top - height * edge) return "header";
  return box[3] < of.bottom + height * edge ? "footer" : undefined;
}

const keyOf = ({ text }: PageBlock, side: string): string => `${side} ${text.replaceAll(/\d+/gu, "#")}`;

/** The height of most letters. */
function usualHeight(blocks: readonly PageBlock[]): number {
  const letters = new Map<number, number>();
  for (const { height, text } of blocks) {
    const rounded = Math.round(height * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].toSorted((left, right) => right[1] - left[1] || left[0] - right[0])[0]?.[0] ?? 0;
}
