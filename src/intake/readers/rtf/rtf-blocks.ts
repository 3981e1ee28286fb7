import type { PassageKind } from "../../../model/index.ts";
import {
  characterByWord,
  codePageEncoding,
  encodingByCharset,
  kindByGroup,
  passedOver,
  propertyByGroup,
} from "./rtf-words.ts";

/** A block of text of an RTF document; `from` and `to` are its range in the bytes. */
export interface RtfBlock {
  readonly kind: PassageKind;
  readonly text: string;
  readonly name?: string;
  readonly from: number;
  readonly to: number;
  readonly isHidden: boolean;
}

interface Group {
  readonly word: string;
  readonly isLeftOut: boolean;
  readonly kind: PassageKind | undefined;
  readonly property: string | undefined;
  encoding: string;
  unicodeSkip: number;
  isHidden: boolean;
  change: "inserted" | "deleted" | undefined;
}

interface Run {
  text: string;
  readonly from: number;
}

const depthMax = 2_000;
const token = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+/giy;

/**
 * Finds the paragraphs of an RTF document (version 1.9.1 of its specification), given as its bytes, one character each:
 * text in the encoding of its font, what is hidden, put in or struck out after its paragraph, a row of a table as one
 * block. Pictures and embedded objects are passed over. Returns whether all groups were closed.
 */
export function readRtfBlocks(bytes: string, take: (block: RtfBlock) => void): boolean {
  return new RtfReader(bytes, take).read();
}

class RtfReader {
  private readonly bytes: string;
  private readonly take: (block: RtfBlock) => void;
  private readonly groups: Group[] = [];
  private readonly fonts = new Map<number, string>();
  private font = 0;
  private documentEncoding = "windows-1252";
  /** Bytes that wait to be decoded together: a character of two may stand in two pieces. */
  private pending: string[] = [];
  private paragraph: Run | undefined;
  private hidden = "";
  private changes: { kind: "inserted" | "deleted"; text: string }[] = [];
  private skip = 0;
  private isStarred = false;
  private isInTable = false;
  private at = 0;
  private tooDeep = 0;

  constructor(bytes: string, take: (block: RtfBlock) => void) {
    this.bytes = bytes;
    this.take = take;
  }

  read(): boolean {
    token.lastIndex = 0;
    for (let match = token.exec(this.bytes); match; match = token.exec(this.bytes)) {
      this.at = match.index;
      const [, word, number, hex, sign, brace, text] = match;
      if (brace !== undefined) this.brace(brace);
      else if (word !== undefined) this.word(word.toLowerCase(), number === undefined ? undefined : Number(number));
      else if (hex !== undefined) this.addBytes(String.fromCharCode(Number.parseInt(hex, 16)));
      else if (sign !== undefined) this.sign(sign);
      else if (text !== undefined) this.addBytes(text);
      if (text !== undefined || word !== undefined) this.isStarred &&= false;
    }
    this.endParagraph(undefined);
    return this.groups.length === 0 && this.tooDeep === 0;
  }

  private get group(): Group | undefined {
    return this.groups.at(-1);
  }

  private brace(brace: string): void {
    this.flushBytes();
    if (brace === "}") {
      if (this.tooDeep > 0) this.tooDeep--;
      else this.closeGroup();
    } else if (this.groups.length >= depthMax) this.tooDeep++;
    else this.groups.push(this.groupWithin(this.group, this.group?.word === "fonttbl" ? "fonttbl" : ""));
    this.isStarred = false;
  }

  private groupWithin(outer: Group | undefined, word: string): Group {
    return {
      word,
      isLeftOut: outer?.isLeftOut ?? false,
      kind: outer?.kind,
      property: outer?.property,
      encoding: outer?.encoding ?? this.documentEncoding,
      unicodeSkip: outer?.unicodeSkip ?? 1,
      isHidden: outer?.isHidden ?? false,
      change: outer?.change,
    };
  }

  private closeGroup(): void {
    const closed = this.groups.pop();
    if (closed === undefined) return;
    const outer = this.group;
    if (closed.kind !== outer?.kind || closed.property !== outer?.property) this.endParagraph(undefined, closed);
  }

  private word(word: string, number: number | undefined): void {
    this.flushBytes();
    const { group } = this;
    if (group?.word === "" && this.isDestination(word)) return this.enter(word);
    if (group?.word === "fonttbl") return this.fontWord(word, number);
    if (group === undefined || group.isLeftOut) return;
    if (word === "u" && number !== undefined) this.addUnicode(number, group);
    else if (word === "par" || word === "sect" || word === "page") this.breakParagraph();
    else if (word === "cell") this.addText("\t");
    else if (word === "row") this.endParagraph("table");
    else if (word === "pard") this.isInTable = false;
    else if (word === "intbl") this.isInTable = true;
    else if (characterByWord[word] !== undefined) this.addText(characterByWord[word]);
    else this.format(word, number, group);
  }

  private format(word: string, number: number | undefined, group: Group): void {
    const isOn = number !== 0;
    if (word === "ansicpg" && number !== undefined) group.encoding = this.documentEncoding = codePageEncoding(number);
    else if (word === "uc" && number !== undefined) group.unicodeSkip = Math.min(number, 16);
    else if (word === "f" && number !== undefined) group.encoding = this.fonts.get(number) ?? this.documentEncoding;
    else if (word === "v") group.isHidden = isOn;
    else if (word === "deleted") group.change = isOn ? "deleted" : undefined;
    else if (word === "revised") group.change = isOn ? "inserted" : undefined;
    else if (word === "plain") Object.assign(group, { isHidden: false, change: undefined });
  }

  /** Whether a word at the start of a group says what the group is; behind a star each does. */
  private isDestination = (word: string): boolean =>
    this.isStarred ||
    word === "fonttbl" ||
    word === "footnote" ||
    passedOver.has(word) ||
    kindByGroup[word] !== undefined ||
    (propertyByGroup[word] !== undefined && this.groups.at(-2)?.word === "info") ||
    word === "info";

  private enter(word: string): void {
    const outer = this.groups.at(-2);
    const isKnown = kindByGroup[word] !== undefined || ["fonttbl", "footnote", "info", "shppict"].includes(word);
    const property = outer?.word === "info" ? propertyByGroup[word] : undefined;
    const isLeftOut =
      passedOver.has(word) || word === "fonttbl" || word === "info" || (!isKnown && property === undefined);
    const kind = kindByGroup[word] ?? (property === undefined ? outer?.kind : "meta");
    if (kind !== outer?.kind || property !== undefined) this.endParagraph(undefined, outer);
    this.groups[this.groups.length - 1] = {
      ...this.groupWithin(outer, word),
      kind,
      property,
      isLeftOut: (isLeftOut || (outer?.isLeftOut ?? false)) && property === undefined,
    };
  }

  private fontWord(word: string, number: number | undefined): void {
    if (word === "f" && number !== undefined) this.font = number;
    const encoding = word === "fcharset" && number !== undefined ? encodingByCharset[number] : undefined;
    if (encoding !== undefined) this.fonts.set(this.font, encoding);
  }

  private sign(sign: string): void {
    if (sign === "*") this.isStarred = true;
    else if (sign === "~") this.addText("\u00A0");
    else if (sign === "_") this.addText("\u2011");
    else if (sign === "\n" || sign === "\r") this.breakParagraph();
    else if (sign !== "-") this.addBytes(sign);
  }

  /** The character itself; those that stand behind it for older programs are passed over. */
  private addUnicode(number: number, group: Group): void {
    this.addText(String.fromCharCode(number < 0 ? number + 65_536 : number));
    this.skip = group.unicodeSkip;
  }

  private addBytes(bytes: string): void {
    const { group } = this;
    if (group === undefined || group.isLeftOut) return;
    const passed = Math.min(this.skip, bytes.length);
    this.skip -= passed;
    if (passed < bytes.length) this.pending.push(bytes.slice(passed));
    this.paragraph ??= { text: "", from: this.at };
  }

  private flushBytes(): void {
    if (this.pending.length === 0) return;
    const bytes = Buffer.from(this.pending.join(""), "latin1");
    this.pending = [];
    this.addText(new TextDecoder(this.group?.encoding ?? this.documentEncoding).decode(bytes));
  }

  private addText(text: string): void {
    this.flushBytes();
    const { group } = this;
    if (group === undefined || group.isLeftOut) return;
    this.paragraph ??= { text: "", from: this.at };
    if (group.change !== undefined) this.addChange(group.change, text);
    if (group.change === "deleted") return;
    if (group.isHidden) this.hidden += text;
    else this.paragraph.text += text;
  }

  private addChange(kind: "inserted" | "deleted", text: string): void {
    const last = this.changes.at(-1);
    if (last?.kind === kind) last.text += text;
    else this.changes.push({ kind, text });
  }

  private breakParagraph(): void {
    if (this.isInTable) this.addText("\n");
    else this.endParagraph(undefined);
  }

  private endParagraph(kind: PassageKind | undefined, of: Group | undefined = this.group): void {
    this.flushBytes();
    const { paragraph, hidden, changes } = this;
    this.paragraph = undefined;
    this.hidden = "";
    this.changes = [];
    if (!paragraph) return;
    const place = { from: paragraph.from, to: this.at };
    const text = kind === "table" ? paragraph.text.replace(/\t$/u, "") : paragraph.text;
    const name = of?.property === undefined ? {} : { name: of.property };
    const own = of?.property === undefined ? (kind ?? of?.kind ?? "paragraph") : "meta";
    if (text.trim() !== "") this.take({ kind: own, text, ...name, ...place, isHidden: false });
    if (hidden.trim() !== "") this.take({ kind: own, text: hidden, ...place, isHidden: true });
    for (const change of changes) this.take({ ...change, ...place, isHidden: false });
  }
}
