import { Parser } from "htmlparser2";

/** An element of a feed: its name, its text, where its content stands in the markup. */
export interface FeedField {
  readonly name: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Whether the text is HTML. */
  readonly isMarkup: boolean;
}

/** What a feed says of itself, and of one of its items. */
export interface FeedEntry {
  readonly isChannel: boolean;
  readonly fields: readonly FeedField[];
}

const itemNames = new Set(["item", "entry"]);
const depthMax = 200;
// What an item is described with; an address in it stands in an attribute.
const markupNames = new Set(["description", "content:encoded", "content", "summary"]);
const nested = new Set(["author", "image", "textinput", "cloud", "contributor", "source"]);

/** The items of a feed (RSS 0.9 to 2.0, RFC 4287) one by one, and what it says of itself before the first; entities that it declares are not expanded. */
export function readFeed(markup: string, take: (entry: FeedEntry) => void): void {
  const reader = new FeedReader(take);
  reader.read(markup);
}

interface OpenField {
  readonly name: string;
  readonly from: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly depth: number;
  text: string;
  isInner: boolean;
}

class FeedReader {
  private readonly take: (entry: FeedEntry) => void;
  private readonly parser: Parser;
  private channel: FeedField[] = [];
  private item: FeedField[] | undefined;
  private field: OpenField | undefined;
  private markup = "";
  private depth = 0;
  private itemDepth = 0;

  constructor(take: (entry: FeedEntry) => void) {
    this.take = take;
    this.parser = new Parser(
      {
        onopentag: (name, attributes) => this.start(name.toLowerCase(), attributes),
        ontext: (text) => {
          if (this.field) this.field.text += text;
        },
        onclosetag: (name) => this.end(name.toLowerCase()),
      },
      { xmlMode: true },
    );
  }

  read(markup: string): void {
    this.markup = markup;
    this.parser.write(markup);
    this.parser.end();
    // A feed that is cut off has its last item open.
    if (this.item) this.take({ isChannel: false, fields: this.item });
    this.giveChannel();
  }

  private start(name: string, attributes: Readonly<Record<string, string>>): void {
    this.depth++;
    if (this.field) this.field.isInner = true;
    else if (itemNames.has(name)) {
      this.giveChannel();
      this.item = [];
      this.itemDepth = this.depth;
    } else if (this.depth > 1 && this.depth < depthMax && name !== "channel") {
      const from = this.parser.endIndex + 1;
      this.field = { name, from, attributes, depth: this.depth, text: "", isInner: false };
    }
  }

  private end(name: string): void {
    const { field } = this;
    if (field?.depth === this.depth) this.endField(field);
    if (itemNames.has(name) && this.item && this.depth === this.itemDepth) {
      this.take({ isChannel: false, fields: this.item });
      this.item = undefined;
    }
    this.depth--;
  }

  private endField(field: OpenField): void {
    this.field = undefined;
    const { name, from, attributes } = field;
    const to = Math.max(from, this.parser.startIndex);
    // XHTML stands in a feed as it is; the names of an author and of a source as elements of their own.
    const isXhtml = field.isInner && !nested.has(name);
    const raw = isXhtml ? this.markup.slice(from, to) : field.text;
    const text = name === "link" && raw.trim() === "" ? (attributes["href"] ?? "") : raw;
    const into = this.item ?? this.channel;
    const isOther = name === "link" && !["alternate", undefined].includes(attributes["rel"]);
    if (text.trim() !== "" && !isOther)
      into.push({ name, text: text.trim(), from, to, isMarkup: isXhtml || markupNames.has(name) });
    const url = name === "source" ? attributes["url"] : undefined;
    if (url !== undefined && url !== "") into.push({ name: "source:url", text: url, from, to, isMarkup: false });
  }

  private giveChannel(): void {
    if (this.channel.length === 0) return;
    this.take({ isChannel: true, fields: this.channel });
    this.channel = [];
  }
}
