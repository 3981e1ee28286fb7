/** A stretch of text as it stands, or one character that nobody would see, by its name. */
export type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "mark"; readonly name: string; readonly codePoint: number };

/** Controls, format characters, line breaks, unassigned and lone halves of characters. */
const hidden = /[\p{Cc}\p{Cf}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/u;
const hiddenOrText = /[\p{Cc}\p{Cf}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]|[^\p{Cc}\p{Cf}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/** Whether a text holds characters that are not seen. */
export const hasHidden = (text: string): boolean => hidden.test(text);

/** A text cut where it holds characters that are not seen: what is displayed is what is stored. */
export const piecesOf = (text: string): Piece[] =>
  [...text.matchAll(hiddenOrText)].map(([piece]) => {
    const codePoint = piece.codePointAt(0) ?? 0;
    return hidden.test(piece) ? { kind: "mark", name: nameOf(codePoint), codePoint } : { kind: "text", text: piece };
  });

/** The text with each hidden character as its name in brackets: for names that a screen reader says. */
export const spokenText = (text: string): string =>
  piecesOf(text)
    .map((piece) => (piece.kind === "text" ? piece.text : `[${piece.name}]`))
    .join("");

const nameOf = (codePoint: number): string =>
  names.get(codePoint) ?? `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;

/** The usual short names (Unicode's NameAliases and the Bidirectional Algorithm). */
const names = new Map<number, string>([
  ...[
    "NUL",
    "SOH",
    "STX",
    "ETX",
    "EOT",
    "ENQ",
    "ACK",
    "BEL",
    "BS",
    "TAB",
    "LF",
    "VT",
    "FF",
    "CR",
    "SO",
    "SI",
    "DLE",
    "DC1",
    "DC2",
    "DC3",
    "DC4",
    "NAK",
    "SYN",
    "ETB",
    "CAN",
    "EM",
    "SUB",
    "ESC",
    "FS",
    "GS",
    "RS",
    "US",
  ].map((name, code) => [code, name] as const),
  [0x7f, "DEL"],
  [0x85, "NEL"],
  [0xad, "SHY"],
  [0x61c, "ALM"],
  [0x200b, "ZWSP"],
  [0x200c, "ZWNJ"],
  [0x200d, "ZWJ"],
  [0x200e, "LRM"],
  [0x200f, "RLM"],
  [0x2028, "LSEP"],
  [0x2029, "PSEP"],
  [0x202a, "LRE"],
  [0x202b, "RLE"],
  [0x202c, "PDF"],
  [0x202d, "LRO"],
  [0x202e, "RLO"],
  [0x2060, "WJ"],
  [0x2066, "LRI"],
  [0x2067, "RLI"],
  [0x2068, "FSI"],
  [0x2069, "PDI"],
  [0xfeff, "BOM"],
]);
