import type { TextEncoding } from "../../detect/index.ts";
import type { OpenPart } from "../../parser/staging/index.ts";
import type { ReadContext } from "../read-context.ts";
import { readLines, type TextLine } from "../text/read-lines.ts";
import { type CardProperty, isSoftBroken, parseCardLine } from "./card-line.ts";

const columnNames = ["card", "group", "property", "parameters", "value", "line"];

interface Card {
  readonly ordinal: number;
  readonly lineNo: number;
  readonly rows: { readonly property: CardProperty; readonly line: TextLine }[];
}

/**
 * Reads a file of vCards: one row for each property. The row number is that of the card; the columns are card, group,
 * property, parameters, value, line, and from the seventh on the components of a structured value. A label (X-ABLabel)
 * is joined to the other properties of its group as the parameter LABEL.
 */
export function readVcard(context: ReadContext, encoding: TextEncoding): void {
  context.report.setEncoding(encoding.name);
  const part = context.report.openPart({ name: "cards", hasPlaces: true });
  new CardReader(part).read(unfold(readLines(context, encoding)));
}

class CardReader {
  private readonly part: OpenPart;
  private readonly open: Card[] = [];
  private cards = 0;
  private present = 0;
  private components = 0;

  constructor(part: OpenPart) {
    this.part = part;
  }

  read(lines: Iterable<TextLine>): void {
    for (const line of lines) this.take(line);
    while (this.open.length > 0) this.reportOpen();
    if (this.present === 0) this.part.fault({ kind: "empty", text: "The file holds no contact cards." });
    const names = [...columnNames, ...Array.from({ length: this.components }, (_, index) => `component ${index + 1}`)];
    this.part.close({ rowsPresent: this.present, columnNames: names, columnCount: names.length });
  }

  private take(line: TextLine): void {
    if (line.text.trim() === "") return;
    if (/^BEGIN:VCARD\s*$/iu.test(line.text)) {
      this.cards++;
      this.open.push({ ordinal: this.cards, lineNo: line.lineNo, rows: [] });
      return;
    }
    if (/^END:VCARD\s*$/iu.test(line.text)) {
      const card = this.open.pop();
      if (card) this.stage(card);
      return;
    }
    this.present++;
    const card = this.open.at(-1);
    const property = parseCardLine(line.text);
    if (card && property) card.rows.push({ property, line });
    else this.reportLine(line, card);
  }

  private stage(card: Card): void {
    const labels = new Map<string, string>();
    for (const { property } of card.rows)
      if (property.name === "X-ABLABEL") labels.set(property.group, plainLabel(property.value));
    for (const { property, line } of card.rows) {
      const label = property.group === "" || property.name === "X-ABLABEL" ? undefined : labels.get(property.group);
      const parameters = [property.parameters, label === undefined ? "" : `LABEL=${label}`]
        .filter((text) => text !== "")
        .join(";");
      const { writer } = this.part;
      const cells = [
        String(card.ordinal),
        property.group,
        property.name,
        parameters,
        property.value,
        String(line.lineNo),
        ...property.components,
      ];
      for (const [column, cell] of cells.entries()) writer.text(column, cell);
      this.components = Math.max(this.components, property.components.length);
      writer.endRow({ rowNo: card.ordinal, byteFrom: line.byteFrom, byteTo: line.byteTo, isHidden: false });
    }
  }

  private reportOpen(): void {
    const card = this.open.pop();
    if (!card) return;
    this.stage(card);
    const text = `Card ${card.ordinal}, which begins at line ${card.lineNo}, has no END:VCARD; its properties are read as far as they go.`;
    this.part.fault({ kind: "damaged", rowNo: card.ordinal, text });
  }

  private reportLine(line: TextLine, card: Card | undefined): void {
    const quoted = `"${line.text.slice(0, 80)}"`;
    const text = card
      ? `Line ${line.lineNo} is not a property of a card: ${quoted}; it needs a name, a colon and a value.`
      : `Line ${line.lineNo} stands outside any card: ${quoted}.`;
    this.part.fault({ kind: "damaged", rowNo: card?.ordinal ?? null, byteFrom: line.byteFrom, text, rowsLost: 1 });
  }
}

// Apple writes its own labels as _$!<HomePage>!$_.
const plainLabel = (text: string): string => text.replace(/^_\$!<(.*)>!\$_$/u, "$1");

/** Joins folded lines: those that begin with a space or tab, and quoted-printable ones that end with "=". */
function* unfold(lines: Iterable<TextLine>): Generator<TextLine> {
  let inHand: TextLine | undefined;
  for (const line of lines) {
    if (line.text === "") continue;
    if (inHand && isSoftBroken(inHand.text)) inHand = join(inHand, inHand.text.slice(0, -1) + line.text, line);
    else if (inHand && /^[ \t]/u.test(line.text)) inHand = join(inHand, inHand.text + line.text.slice(1), line);
    else {
      if (inHand) yield inHand;
      inHand = line;
    }
  }
  if (inHand) yield inHand;
}

const join = (first: TextLine, text: string, last: TextLine): TextLine => ({ ...first, text, byteTo: last.byteTo });
