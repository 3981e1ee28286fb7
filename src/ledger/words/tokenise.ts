/** A word, a run of digits, one Han or Hangul character, one mark or one end of line; places are UTF-16 indices into the text. */
export interface Token {
  readonly from: number;
  readonly to: number;
  /** In lower case, with a straight apostrophe and without spaces. */
  readonly key: string;
  readonly kind: "word" | "digits" | "character" | "mark" | "break";
}

// Han and Hangul stand alone, one by one: neither script's words end at a space.
const pattern =
  /\n+|[0-9０-９٠-٩۰-۹]+|[ap]\.\s?m\.?(?!\p{L})|[\p{Script=Han}\p{Script=Hangul}]|(?:(?![\p{Script=Han}\p{Script=Hangul}])[\p{L}\p{M}])+|['’]s(?!\p{L})|\S/giu;

/** The tokens of a text, in order; spaces are left out. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [whole] = match;
    const kind = kindOf(whole);
    tokens.push({ from: match.index, to: match.index + whole.length, key: keyOf(whole, kind), kind });
  }
  return tokens;
}

function kindOf(whole: string): Token["kind"] {
  const first = whole.charCodeAt(0);
  if (first === 10) return "break";
  if (first < 128) return kindOfAscii(first, whole.length);
  if (/^[０-９٠-٩۰-۹]/u.test(whole)) return "digits";
  if (/^[\p{Script=Han}\p{Script=Hangul}]/u.test(whole)) return "character";
  return /\p{L}|\p{M}/u.test(whole) ? "word" : "mark";
}

function kindOfAscii(first: number, length: number): Token["kind"] {
  if (first >= 48 && first <= 57) return "digits";
  const isLetter = (first | 32) >= 97 && (first | 32) <= 122;
  return isLetter || length > 1 ? "word" : "mark";
}

function keyOf(whole: string, kind: Token["kind"]): string {
  if (kind === "digits") return toPlainDigits(whole);
  if (kind === "break") return "\n";
  if (kind === "mark") return whole;
  const lower = whole.toLowerCase();
  return /[’.\s]/u.test(lower) ? lower.replaceAll("’", "'").replaceAll(/\s/gu, "") : lower;
}

/** Full-width, Arabic and Persian digits as those of ASCII; the digits of other scripts are no tokens of digits. */
function toPlainDigits(digits: string): string {
  return digits.normalize("NFKC").replaceAll(/[٠-٩۰-۹]/gu, (digit) => String((digit.charCodeAt(0) & 0xf) % 10));
}
