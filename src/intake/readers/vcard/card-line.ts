import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";

import { scoreEncodings } from "../../detect/index.ts";

/** One property of a card, decoded. `components` are the parts of a structured value (N, ADR, ORG); `parameters` are in one form. */
export interface CardProperty {
  readonly group: string;
  readonly name: string;
  readonly parameters: string;
  readonly value: string;
  readonly components: readonly string[];
}

const structured = new Set(["N", "ADR", "ORG", "GENDER", "LABEL"]);
const encodingWords = new Set(["QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"]);

/** Takes an unfolded line of a vCard (2.1, RFC 2426, RFC 6350) apart and decodes its value; nothing if it is no property. */
export function parseCardLine(line: string): CardProperty | undefined {
  const colon = findColon(line);
  if (colon < 1) return undefined;
  const [head = "", ...rest] = splitOutsideQuotes(line.slice(0, colon), ";");
  const match = /^(?:([\w-]+)\.)?([\w-]+)$/u.exec(head.trim());
  if (!match) return undefined;
  const parameters = rest.map((parameter) => parseParameter(parameter));
  const name = (match[2] ?? "").toUpperCase();
  const { value, components } = decodeValue(name, line.slice(colon + 1), parameters);
  const shown = parameters
    .filter(([key]) => key !== "ENCODING" && key !== "CHARSET")
    .map(([key, text]) => `${key}=${text}`);
  return { group: match[1] ?? "", name, parameters: shown.join(";"), value, components };
}

/** Whether a line's value is quoted-printable and goes on in the next line. */
export function isSoftBroken(line: string): boolean {
  const colon = findColon(line);
  return line.endsWith("=") && /[;=]QUOTED-PRINTABLE(?:[;:]|$)/iu.test(line.slice(0, Math.max(0, colon + 1)));
}

function findColon(line: string): number {
  let isQuoted = false;
  for (let index = 0; index < line.length; index++) {
    if (line[index] === '"') isQuoted = !isQuoted;
    else if (line[index] === ":" && !isQuoted) return index;
  }
  return line.indexOf(":");
}

function splitOutsideQuotes(text: string, mark: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let isQuoted = false;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '"') isQuoted = !isQuoted;
    else if (text[index] === mark && !isQuoted) {
      parts.push(text.slice(from, index));
      from = index + 1;
    }
  }
  return [...parts, text.slice(from)];
}

// vCard 2.1 writes bare words: TEL;HOME;VOICE is TEL;TYPE=HOME;TYPE=VOICE of the later versions.
function parseParameter(parameter: string): [string, string] {
  const equals = parameter.indexOf("=");
  if (equals < 0) {
    const word = parameter.trim();
    return [encodingWords.has(word.toUpperCase()) ? "ENCODING" : "TYPE", word];
  }
  const text = parameter.slice(equals + 1).replaceAll('"', "");
  const decoded = text.replaceAll(/\^([n'^])/gu, (_, mark: string) => (mark === "n" ? "\n" : mark === "'" ? '"' : "^"));
  return [parameter.slice(0, equals).trim().toUpperCase(), decoded];
}

function decodeValue(
  name: string,
  raw: string,
  parameters: readonly [string, string][],
): Pick<CardProperty, "value" | "components"> {
  const parameter = (key: string): string => parameters.find(([found]) => found === key)?.[1] ?? "";
  const encoding = parameter("ENCODING").toUpperCase();
  if (encoding === "B" || encoding === "BASE64" || /^data:[^,]*;base64,/iu.test(raw))
    return { value: describeBinary(raw), components: [] };
  const text = encoding === "QUOTED-PRINTABLE" ? decodeQuotedPrintable(raw, parameter("CHARSET")) : raw;
  if (!structured.has(name) || !/;/u.test(text)) return { value: unescape(text), components: [] };
  const components = splitUnescaped(text).map((part) => unescape(part));
  return { value: components.join(";"), components };
}

// Pictures and keys are not text: their size and hash stand for them.
function describeBinary(raw: string): string {
  const bytes = Buffer.from(raw.replace(/^data:[^,]*,/iu, ""), "base64");
  return `(binary, ${bytes.length} bytes, SHA-256 ${createHash("sha256").update(bytes).digest("hex")})`;
}

function decodeQuotedPrintable(raw: string, charset: string): string {
  const bytes: number[] = [];
  for (let index = 0; index < raw.length; index++) {
    const hex = raw[index] === "=" ? raw.slice(index + 1, index + 3) : "";
    if (/^[0-9a-f]{2}$/iu.test(hex)) {
      bytes.push(Number.parseInt(hex, 16));
      index += 2;
    } else bytes.push(...Buffer.from(raw[index] ?? "", "utf8"));
  }
  return decodeBytes(Buffer.from(bytes), charset);
}

function decodeBytes(bytes: Buffer, charset: string): string {
  if (isUtf8(bytes)) return bytes.toString("utf8");
  try {
    return new TextDecoder(charset === "" ? scoreEncodings(bytes) : charset).decode(bytes);
  } catch {
    return new TextDecoder(scoreEncodings(bytes)).decode(bytes);
  }
}

function splitUnescaped(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === "\\") index++;
    else if (text[index] === ";") {
      parts.push(text.slice(from, index));
      from = index + 1;
    }
  }
  return [...parts, text.slice(from)];
}

const unescape = (text: string): string =>
  text.replaceAll(/\\([nN,;:\\])/gu, (_, mark: string) => (mark === "n" || mark === "N" ? "\n" : mark));
