import { Parser } from "htmlparser2";

import type { PassageKind } from "../../../model/index.ts";
import { GrowingText } from "./growing-text.ts";
import { elementKind, isBlock, isHiding } from "./element-kinds.ts";

/** A block of text of a page; `from` and `to` are its range in the markup. */
export interface HtmlBlock {
  readonly kind: PassageKind;
  readonly text: string;
  readonly name?: string;
  readonly from: number;
  readonly to: number;
  readonly isHidden: boolean;
}

/** Takes what stands in the head of a page: the name of a property, its value and where its element stands. */
export type TakeMeta = (name: string, value: string, range: { readonly from: number; readonly to: number }) => void;

/** Why the rest of a page cannot be read. */
export class HtmlTrouble extends Error {
  override readonly name = "HtmlTrouble";
}

interface OpenElement {
  readonly name: string;
  readonly kind: PassageKind | undefined;
  readonly isLeftOut: boolean;
  readonly isKept: boolean;
  readonly isHidden: boolean;
}

// A closing tag is looked for among all that are open; browsers stop at 512.
const depthMax = 5_000;
const labelMax = 60;
const changed: Readonly<Record<string, "inserted" | "deleted">> = {
  ins: "inserted",
  del: "deleted",
  s: "deleted",
  strike: "deleted",
};
const bold = new Set(["b", "strong", "em", "i", "cite", "u"]);
// A quotation or a menu stays one whatever stands in it.
const strong: ReadonlySet<PassageKind> = new Set(["quote", "menu", "header", "footer", "label", "caption"]);
const furniture: ReadonlySet<PassageKind> = new Set(["menu", "header", "footer"]);

/**
 * Finds the blocks of text in HTML, in order: what a browser shows as a paragraph, a heading, an entry of a list, a row of
 * a table (cells apart by tabs) is one; "<b>Anchor:</b>" at the start of one is a label of its own. Spaces are joined as
 * HTML does, "<br>" is a line break. Scripts and styles are passed over, comments with words are kept as hidden.
 */
export class HtmlBlocks {
  private readonly parser: Parser;
  private readonly take: (block: HtmlBlock) => void;
  private readonly meta: TakeMeta;
  private readonly open: OpenElement[] = [];
  private readonly text = new GrowingText();
  private from = -1;
  private to = -1;
  private hasTitle = false;
  private title: { text: string; from: number } | undefined;
  private data: { text: string; from: number } | undefined;
  /** Where a change began in the text of the block in hand. */
  private change: { readonly name: string; readonly at: number; readonly from: number } | undefined;
  private changes: HtmlBlock[] = [];
  private bolds = 0;
  private boldEnd = 0;

  constructor(take: (block: HtmlBlock) => void, meta: TakeMeta) {
    this.take = take;
    this.meta = meta;
    this.parser = new Parser({
      onopentag: (name, attributes) => this.start(name, attributes),
      ontext: (text) => this.addText(text),
      onclosetag: (name) => this.end(name),
      oncomment: (text) => this.comment(text),
    });
  }

  /** Reads markup to its end; throws HtmlTrouble behind what could be read. */
  read(markup: string): void {
    try {
      this.parser.write(markup);
      this.parser.end();
    } finally {
      this.flush();
    }
  }

  private start(name: string, attributes: Record<string, string>): void {
    const range = { from: this.parser.startIndex, to: this.parser.endIndex + 1 };
    if (this.open.length >= depthMax) throw new HtmlTrouble(`its elements lie more than ${depthMax} deep`);
    this.readMeta(name, attributes, range);
    if (name === "title" && this.inner?.isLeftOut !== true) this.title = { text: "", from: range.from };
    if (name === "br") return this.lineBreak();
    if (name === "hr") return this.flush();
    if ((name === "td" || name === "th") && this.text.length > 0) this.append("\t", range.from);
    if (name === "img") return this.picture(attributes["alt"] ?? "", range);
    const kind = elementKind(name, attributes);
    if (kind?.isLeftOut !== true && isBlock(name)) this.flush();
    if (bold.has(name)) this.bolds++;
    if (Object.hasOwn(changed, name)) this.change ??= { name, at: this.text.length, from: range.from };
    const outer = this.inner;
    this.open.push({
      name,
      kind: kindWithin(outer?.kind, kind?.kind),
      isLeftOut: kind?.isLeftOut === true || outer?.isLeftOut === true,
      isKept: kind?.isKept === true || outer?.isKept === true,
      isHidden: isHiding(attributes) || outer?.isHidden === true,
    });
  }

  private end(name: string): void {
    if (name === "title" && this.title) {
      this.meta("title", this.title.text.trim(), { from: this.title.from, to: this.parser.endIndex + 1 });
      this.title = undefined;
    }
    if (name === "script" && this.data) {
      this.meta("ld+json", this.data.text, { from: this.data.from, to: this.parser.endIndex + 1 });
      this.data = undefined;
    }
    if (bold.has(name)) this.endBold();
    if (this.change?.name === name) this.endChange(this.change);
    const at = this.open.findLastIndex((element) => element.name === name);
    if (at < 0) return;
    if (this.open.slice(at).some((element) => isBlock(element.name) && !element.isLeftOut)) this.flush();
    this.open.length = at;
  }

  private endBold(): void {
    this.bolds = Math.max(0, this.bolds - 1);
    if (this.bolds === 0 && this.boldEnd === 0) this.boldEnd = this.text.length;
  }

  /** What was struck out is no part of the text that stands; what was put in is. Each is told after its block. */
  private endChange({ name, at, from }: { readonly name: string; readonly at: number; readonly from: number }): void {
    const cut = this.text.cutFrom(at);
    const text = cut.trim();
    const kind = changed[name] ?? "deleted";
    if (kind === "inserted") this.text.add(cut);
    this.change = undefined;
    if (text === "") return;
    const isHidden = this.inner?.isHidden === true;
    this.changes.push({ kind, text, from, to: this.parser.endIndex + 1, isHidden });
  }

  private get inner(): OpenElement | undefined {
    return this.open.at(-1);
  }

  private addText(text: string): void {
    if (this.title) this.title.text += text;
    else if (this.data) this.data.text += text;
    else if (this.inner?.isLeftOut !== true) this.append(text, this.parser.startIndex);
  }

  private append(text: string, from: number): void {
    const isKept = this.inner?.isKept === true || text === "\t";
    const isFirst = this.text.length === 0;
    let shown = isKept ? text : text.replaceAll(/[ \t\n\r\f]+/gu, " ");
    if (!isKept && (isFirst || this.text.endsInSpace)) shown = shown.replace(/^ /u, "");
    if (shown === "") return;
    if (isFirst && this.bolds === 0) this.boldEnd = -1;
    const lead = isFirst ? text.length - text.trimStart().length : 0;
    if (this.from < 0) this.from = from + lead;
    this.text.add(shown);
    if (text.trim() !== "") this.to = this.parser.endIndex + 1 - (text.length - text.trimEnd().length);
  }

  private lineBreak(): void {
    if (this.text.length === 0) return;
    this.text.dropSpace();
    this.text.add("\n");
  }

  private flush(): void {
    this.flushText();
    for (const each of this.changes.splice(0)) this.take(each);
  }

  private flushText(): void {
    const { from, to } = this;
    const text = this.text.take();
    this.change = undefined;
    const label = this.boldEnd > 0 ? text.slice(0, this.boldEnd).trim() : "";
    this.from = -1;
    this.boldEnd = 0;
    const trimmed = this.inner?.isKept === true ? text.replace(/^\n+/u, "").trimEnd() : text.trim();
    if (trimmed === "") return;
    const rest = trimmed.slice(label.length);
    if (!/[:：]$/u.test(label) || label.length > labelMax || rest.trim() === "")
      return this.give({ text: trimmed, from, to });
    this.give({ text: label, from, to: from + label.length }, "label");
    this.give({ text: rest.trim(), from: from + label.length, to });
  }

  private give(block: { text: string; from: number; to: number }, kind?: PassageKind): void {
    const inner = this.inner;
    const own = kind ?? inner?.kind ?? "paragraph";
    this.take({ ...block, kind: this.titled(own), isHidden: inner?.isHidden === true });
  }

  /** The first heading of the text is its headline. */
  private titled(kind: PassageKind): PassageKind {
    if (kind !== "heading" || this.hasTitle || !this.open.some(({ name }) => name === "h1")) return kind;
    this.hasTitle = true;
    return "title";
  }

  private picture(alt: string, range: { from: number; to: number }): void {
    if (alt.trim() === "" || this.inner?.isLeftOut === true) return;
    const isInMenu = this.inner?.kind !== undefined && furniture.has(this.inner.kind);
    const kind = isInMenu ? (this.inner?.kind ?? "menu") : "caption";
    this.take({ kind, name: "alt", text: alt.trim(), ...range, isHidden: this.inner?.isHidden === true });
  }

  private comment(text: string): void {
    if (!/\p{L}{2}/u.test(text) || /^\s*(?:\[if|<!|\[endif|[\w:./-]+\s*$)/iu.test(text)) return;
    const range = { from: this.parser.startIndex, to: this.parser.endIndex + 1 };
    this.take({ kind: "comment", text: text.trim(), ...range, isHidden: true });
  }

  private readMeta(name: string, attributes: Record<string, string>, range: { from: number; to: number }): void {
    const say = (key: string | undefined, value: string | undefined): void => {
      if (key !== undefined && value !== undefined && value.trim() !== "") this.meta(key.trim(), value.trim(), range);
    };
    if (name === "html") say("lang", attributes["lang"] ?? attributes["xml:lang"]);
    if (name === "meta")
      say(attributes["property"] ?? attributes["name"] ?? attributes["itemprop"], attributes["content"]);
    if (name === "link" && attributes["rel"]?.toLowerCase() === "canonical") say("canonical", attributes["href"]);
    if (name === "time") say("time", attributes["datetime"]);
    if (name === "script" && attributes["type"]?.toLowerCase() === "application/ld+json")
      this.data = { text: "", from: range.from };
  }
}

/** What a passage in an element is, that stands in another. */
function kindWithin(outer: PassageKind | undefined, own: PassageKind | undefined): PassageKind | undefined {
  if (own === undefined) return outer;
  if (outer !== undefined && strong.has(outer) && !(outer === "header" && own === "heading")) return outer;
  return own;
}
