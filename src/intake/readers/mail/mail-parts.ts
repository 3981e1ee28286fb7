import { lineEnd, quotedBytes, readMailHead, type MailHead } from "./mail-headers.ts";

/** A part of a message that holds something itself: its type, name, and where its body stands. */
export interface MailPart {
  readonly mediaType: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly fileName: string | undefined;
  readonly isAttached: boolean;
  readonly encoding: string;
  readonly from: number;
  readonly to: number;
  /** The number of the "multipart/alternative" about it, if there is one: of its parts each says the same. */
  readonly alternative: number | undefined;
}

/** What went wrong with the parts of a message. */
export interface PartTrouble {
  readonly kind: "damaged" | "too-deep" | "encrypted" | "too-large";
  readonly text: string;
}

const depthMax = 40;
const partsMax = 2_000;
// What tells quotations apart looks ahead to the end of the field.
const fieldMax = 4_000;

/** Takes the body of a message apart (RFC 2046): the parts that are no containers, in order, and what was wrong. */
export function splitParts(bytes: Buffer, head: MailHead, end: number): { parts: MailPart[]; troubles: PartTrouble[] } {
  const splitter = new Splitter(bytes);
  splitter.take(head, end, { depth: 0, alternative: undefined });
  return splitter;
}

interface Within {
  readonly depth: number;
  readonly alternative: number | undefined;
}

class Splitter {
  readonly parts: MailPart[] = [];
  readonly troubles: PartTrouble[] = [];
  private readonly bytes: Buffer;
  private alternatives = 0;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  take(head: MailHead, end: number, within: Within): void {
    const field = (name: string): string =>
      head.headers.find((header) => header.name.toLowerCase() === name)?.value ?? "";
    const { value: mediaType, parameters } = parseField(field("content-type"));
    const boundary = parameters.get("boundary");
    if (mediaType.startsWith("multipart/") && boundary !== undefined && boundary !== "")
      return this.split({ boundary, mediaType }, head.bodyFrom, end, within);
    if (this.parts.length >= partsMax) return this.tooMany();
    const disposition = parseField(field("content-disposition"));
    const fileName = disposition.parameters.get("filename") ?? parameters.get("name");
    this.parts.push({
      mediaType: mediaType === "" ? "text/plain" : mediaType,
      parameters,
      fileName: fileName === "" ? undefined : fileName,
      isAttached: disposition.value === "attachment",
      encoding: field("content-transfer-encoding").toLowerCase().trim(),
      from: head.bodyFrom,
      to: end,
      alternative: within.alternative,
    });
  }

  private split(
    { boundary, mediaType }: { boundary: string; mediaType: string },
    from: number,
    end: number,
    within: Within,
  ): void {
    if (within.depth >= depthMax) {
      const text = `Parts of the message lie more than ${depthMax} deep; what lies deeper is not read.`;
      this.troubles.push({ kind: "too-deep", text });
      return;
    }
    if (mediaType === "multipart/encrypted")
      this.troubles.push({
        kind: "encrypted",
        text: "The text of the message is encrypted; its parts cannot be read.",
      });
    const alternative = mediaType === "multipart/alternative" ? ++this.alternatives : within.alternative;
    for (const range of this.rangesOf(boundary, from, end)) {
      const head = readMailHead(this.bytes, range.from, range.to);
      this.take(head, range.to, { depth: within.depth + 1, alternative });
    }
  }

  /** The ranges between the boundary's lines; the line break before a boundary belongs to it. */
  private rangesOf(boundary: string, from: number, end: number): { from: number; to: number }[] {
    const { bytes } = this;
    const mark = Buffer.from(`--${boundary}`, "utf8");
    const ranges: { from: number; to: number }[] = [];
    let open = -1;
    let isClosed = false;
    for (let at = bytes.indexOf(mark, from); at >= 0 && at < end; at = bytes.indexOf(mark, at + mark.length)) {
      if (at > from && bytes[at - 1] !== 10) continue;
      const to = lineEnd(bytes, at, end);
      const rest = bytes.toString("latin1", at + mark.length, to).trim();
      if (rest !== "" && rest !== "--") continue;
      if (open >= 0) ranges.push({ from: open, to: Math.max(open, breakBefore(bytes, at)) });
      open = rest === "--" ? -1 : to;
      isClosed = rest === "--";
      if (isClosed) break;
    }
    if (open >= 0) ranges.push({ from: open, to: end });
    if (!isClosed) {
      const text =
        ranges.length === 0
          ? "The message says that it has several parts, and none of them begins; its text is not read."
          : "The last part of the message has no end; it is read as far as it goes.";
      this.troubles.push({ kind: "damaged", text });
    }
    return ranges;
  }

  private tooMany(): void {
    if (this.troubles.some(({ kind }) => kind === "too-large")) return;
    this.troubles.push({
      kind: "too-large",
      text: `The message has more than ${partsMax} parts; the others are not read.`,
    });
  }
}

function breakBefore(bytes: Buffer, at: number): number {
  const feed = bytes[at - 1] === 10 ? at - 1 : at;
  return bytes[feed - 1] === 13 ? feed - 1 : feed;
}

/** The value of a structured field and its parameters (RFC 2045; RFC 2231 for those in pieces or in another encoding). */
export function parseField(field: string): { value: string; parameters: Map<string, string> } {
  const [value = "", ...rest] = field.slice(0, fieldMax).split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/u);
  const pieces = new Map<string, string[]>();
  for (const parameter of rest.slice(0, 100)) {
    const match = /^\s*([^=*\s]+)(?:\*(\d+))?(\*)?\s*=\s*(?:"((?:[^"\\]|\\.)*)"|(\S.*?))\s*$/su.exec(parameter);
    if (!match) continue;
    const [, name = "", index, isEncoded, quoted, bare = ""] = match;
    const text = quoted === undefined ? bare : quoted.replaceAll(/\\(.)/gu, "$1");
    const list = pieces.get(name.toLowerCase()) ?? [];
    list[Number(index ?? 0)] = isEncoded === undefined ? text : decodeExtended(text);
    pieces.set(name.toLowerCase(), list);
  }
  const parameters = new Map([...pieces].map(([name, list]) => [name, list.join("")]));
  return { value: value.trim().toLowerCase(), parameters };
}

/** `utf-8'en'%e2%82%ac`; a piece after the first has no charset. */
function decodeExtended(text: string): string {
  const match = /^([^']*)'[^']*'(.*)$/su.exec(text);
  const bytes = quotedBytes((match?.[2] ?? text).replaceAll("=", "=3D").replaceAll("%", "="));
  try {
    return new TextDecoder(match?.[1] === undefined || match[1] === "" ? "utf-8" : match[1]).decode(bytes);
  } catch {
    return bytes.toString("utf8");
  }
}
