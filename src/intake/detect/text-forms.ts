import { findDialect, type DialectGuess } from "../readers/csv/find-dialect.ts";
import { TextSource } from "../readers/text/text-source.ts";
import type { FoundForm } from "./found-form.ts";
import { unreadForm } from "./binary-forms.ts";
import { isProse } from "./is-prose.ts";
import { findMailForm } from "./mail-form.ts";
import { findTextEncoding, type TextEncoding } from "./text-encoding.ts";

/** Knows a text file by how it begins; a table is known by its delimiters, or by its name if that says so. */
export function findTextForm(path: string, name: string): FoundForm {
  const encoding = findTextEncoding(path);
  const source = new TextSource(path, encoding);
  const bytes = source.bytes.subarray(0, Math.min(source.end, 256 * 1024));
  source.close();
  const start = Buffer.from(bytes.subarray(0, 16_384)).toString("utf8").trimStart();
  const isWhole = source.isFinal || bytes.length === source.end;
  if (/\.prn$/iu.test(name)) return { form: "workbook", mediaType: "application/x-prn" };
  return findMarked(start, encoding) ?? findTable(bytes, isWhole, { start, name, encoding });
}

function findMarked(start: string, encoding: TextEncoding): FoundForm | undefined {
  if (/^BEGIN:VCARD/iu.test(start)) return { form: "vcard", mediaType: "text/vcard", encoding };
  if (/^\{\s*"/u.test(start) && isEntityLine(start))
    return { form: "ftm-entities", mediaType: "application/json+ftm", encoding };
  if (/^<\?xml|^<Workbook/u.test(start) && start.includes("urn:schemas-microsoft-com:office:spreadsheet")) {
    return { form: "workbook", mediaType: "application/vnd.ms-excel+xml" };
  }
  if (start.startsWith("ID;P")) return { form: "workbook", mediaType: "application/x-sylk" };
  if (/^TABLE\r?\n0,1\r?\n/u.test(start)) return { form: "workbook", mediaType: "application/x-dif" };
  if (isWebPage(start)) return { form: "html", mediaType: "text/html", encoding };
  if (isFeed(start)) return { form: "feed", mediaType: "application/rss+xml", encoding };
  if (/^<svg/iu.test(start)) return unreadForm("image/svg+xml", "an SVG image");
  if (/^<\?xml|^<!DOCTYPE|^<[a-z][\w:.-]*[\s>]/iu.test(start)) return unreadForm("application/xml", "an XML document");
  const mail = findMailForm(start);
  if (mail) return { form: mail, mediaType: mail === "mbox" ? "application/mbox" : "message/rfc822" };
  if (isInterview(start)) return { form: "interview", mediaType: "application/yaml", encoding };
  if (/^[[{]/u.test(start) && isJsonStart(start)) return unreadForm("application/json", "a JSON document");
  return undefined;
}

// The root element stands behind an XML declaration, style sheets and comments; Atom and RSS 1.0 are told by their namespaces.
const isFeed = (start: string): boolean => {
  const root = /^(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*>\s*)*<([\w:.-]+)([^>]*)>/u.exec(start);
  const [, name = "", attributes = ""] = root ?? [];
  if (name === "rss") return true;
  if (/(?:^|:)feed$/u.test(name)) return attributes.includes("http://www.w3.org/2005/Atom");
  return name === "rdf:RDF" && attributes.includes("http://purl.org/rss/1.0/");
};

// A page may be saved without its head, or with a comment or an XML declaration before it.
const isWebPage = (start: string): boolean =>
  /^(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)*<(?:!DOCTYPE\s+html|html|head|meta|title|base|body|main|article|section|div|table|script|style|p|h[1-6])[\s>]/iu.test(
    start,
  );

// A sheet in YAML names the session, its day, the speaker or the interpreter first, and lists the answers.
const isInterview = (start: string): boolean =>
  /^(?:(?:#[^\n]*|---[^\n]*|)\r?\n)*(?:session|date|speaker|interpreter)[ \t]*:/iu.test(start) &&
  /^answers[ \t]*:/imu.test(start);

// An entity of FollowTheMoney is one JSON object on one line, with "schema" and "properties".
function isEntityLine(start: string): boolean {
  const line = start.split("\n", 1)[0] ?? "";
  return /"schema"\s*:\s*"/u.test(line) && /"properties"\s*:\s*\{/u.test(line) && /"id"\s*:/u.test(line);
}

const isJsonStart = (start: string): boolean => /^\{\s*(?:"|\}|$)|^\[\s*(?:[[{"\]\d-]|true|false|null|$)/u.test(start);

function findTable(
  bytes: Uint8Array,
  isWhole: boolean,
  of: { start: string; name: string; encoding: TextEncoding },
): FoundForm {
  const { name, encoding, start } = of;
  const guess = findDialect(bytes, isWhole);
  const header = start.split(/\r?\n/u, 1)[0] ?? "";
  if (isStatementHeader(header))
    return { form: "ftm-statements", mediaType: "text/csv", encoding, table: tableName(name) };
  const list = findListTable(guess, start, name);
  if (list !== undefined) return { form: "ofac-sdn", mediaType: "text/csv", encoding, table: list };
  const isCut = guess.dialect.cells > 1 && guess.agreement >= 0.7 && guess.records > 1;
  const isTable = isCut && !isProse(textOf(bytes, encoding), String.fromCharCode(guess.dialect.delimiter));
  const isNamedTable = /\.(?:csv|tsv|tab)$/iu.test(name);
  if (isTable || isNamedTable) return { form: "csv", mediaType: mediaTypeOf(guess), encoding, table: tableName(name) };
  return { form: "text", mediaType: "text/plain", encoding };
}

const textOf = (bytes: Uint8Array, { name }: TextEncoding): string =>
  new TextDecoder(name).decode(bytes.subarray(0, 65_536));

const mediaTypeOf = (guess: DialectGuess): string =>
  guess.dialect.delimiter === 9 ? "text/tab-separated-values" : "text/csv";

const tableName = (name: string): string => name.replace(/^.*\//u, "").replace(/\.[^.]+$/u, "");

const isStatementHeader = (header: string): boolean =>
  ["entity_id", "prop", "schema", "value", "dataset"].every((column) =>
    header.split(",").some((cell) => cell.replaceAll('"', "").trim() === column),
  );

/**
 * The legacy files of the OFAC lists have no header; they are known by their cells: a number first, "-0-" for nothing
 * (https://ofac.treasury.gov/specially-designated-nationals-list-data-formats-data-schemas).
 */
function findListTable(guess: DialectGuess, start: string, name: string): string | undefined {
  const { cells, delimiter } = guess.dialect;
  if (delimiter !== 44 || guess.agreement < 0.9) return undefined;
  const hasNothing = start.includes("-0-");
  if (cells === 12 && hasNothing && /^\d+,"/u.test(start)) return "sdn";
  if (cells === 5 && hasNothing && /^\d+,\d+,"[afn]ka"/u.test(start)) return "alt";
  if (cells === 6 && hasNothing && /^\d+,\d+,/u.test(start)) return "add";
  if (cells === 2 && /comments/iu.test(name) && /^\d+,"/u.test(start)) return "comments";
  return undefined;
}
