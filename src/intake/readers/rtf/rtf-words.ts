/** Encodings by the numbers of Windows code pages, as `\ansicpg` names them. */
const encodingByCodePage: Readonly<Record<number, string>> = {
  874: "windows-874",
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  1250: "windows-1250",
  1251: "windows-1251",
  1252: "windows-1252",
  1253: "windows-1253",
  1254: "windows-1254",
  1255: "windows-1255",
  1256: "windows-1256",
  1257: "windows-1257",
  1258: "windows-1258",
  10000: "macintosh",
  65001: "utf-8",
};

export const codePageEncoding = (codePage: number): string => encodingByCodePage[codePage] ?? "windows-1252";

/** Encodings by the numbers of character sets of fonts, as `\fcharset` names them; 0 and 1 are that of the document. */
export const encodingByCharset: Readonly<Record<number, string>> = {
  77: "macintosh",
  128: "shift_jis",
  129: "euc-kr",
  134: "gb18030",
  136: "big5",
  161: "windows-1253",
  162: "windows-1254",
  163: "windows-1258",
  177: "windows-1255",
  178: "windows-1256",
  186: "windows-1257",
  204: "windows-1251",
  222: "windows-874",
  238: "windows-1250",
};

/** Words that stand for a character. */
export const characterByWord: Readonly<Record<string, string>> = {
  tab: "\t",
  line: "\n",
  emdash: "—",
  endash: "–",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  bullet: "•",
  emspace: "\u2003",
  enspace: "\u2002",
};

/** Groups that hold no text of the document. */
export const passedOver: ReadonlySet<string> = new Set(
  "colortbl stylesheet listtable listoverridetable revtbl rsidtbl generator pict object objdata themedata colorschememapping datastore xmlnstbl fldinst nonshppict latentstyles filetbl pgptbl template private bkmkstart bkmkend".split(
    " ",
  ),
);

/** Groups whose text is of another kind than the text about them. */
export const kindByGroup: Readonly<Record<string, "header" | "footer" | "comment">> = {
  header: "header",
  headerl: "header",
  headerr: "header",
  headerf: "header",
  footer: "footer",
  footerl: "footer",
  footerr: "footer",
  footerf: "footer",
  annotation: "comment",
};

/** Groups of a document's properties. */
export const propertyByGroup: Readonly<Record<string, string>> = {
  title: "dc:title",
  author: "dc:creator",
  operator: "lastModifiedBy",
  company: "Company",
  manager: "Manager",
  subject: "subject",
  keywords: "keywords",
};
