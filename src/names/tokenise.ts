import { scriptOf, type Script } from "./script.ts";

/** A run of letters of one script, or of digits, as it stood in a name. */
export interface RawToken {
  readonly text: string;
  readonly script: Script;
  /** How the token is joined to the one before it. */
  readonly before: "start" | "space" | "hyphen" | "dot" | "comma" | "joined";
}

const wordPart = /[\p{L}\p{M}\p{N}]/u;
const asciiMax = 127;
const isMark = /\p{M}/u;
const apostrophes = new Set("'’‘ʻʼ`´′ʹʾʿ");
const hyphens = new Set("-‐‑‒–—_");
const commas = new Set(",，、;");
const innerCapital = /\p{Ll}\p{Lu}/u;
const camelCase = /(?<=\p{Ll}{4,})(?=\p{Lu}\p{L}+$)|(?<=\p{Ll}{3})(?=\p{Lu}{2,5}$)/u;

/** Splits a name where spaces, punctuation, a change of script or a capital inside a word divide it; apostrophes stay inside. */
export function tokenise(name: string): RawToken[] {
  const tokens: RawToken[] = [];
  let text = "";
  let script: Script = "other";
  let before: RawToken["before"] = "start";
  const close = (next: RawToken["before"]): void => {
    if (text !== "") tokens.push(...splitCamelCase({ text, script, before }));
    if (text !== "" || next !== "space") before = next;
    text = "";
  };
  for (const char of name.normalize("NFKC")) {
    const code = char.codePointAt(0) ?? 0;
    if (isWordPart(char, code)) {
      const own: Script = code > asciiMax && isMark.test(char) ? script : scriptOf(code);
      if (text !== "" && own !== script) close("joined");
      script = own;
      text += char;
    } else if (apostrophes.has(char)) {
      if (text !== "" && script === "latin") text += "'";
    } else if (char === "&") {
      close("space");
      tokens.push({ text: "&", script: "latin", before: "space" });
    } else close(separator(char));
  }
  close("space");
  return tokens;
}

function isWordPart(char: string, code: number): boolean {
  if (code <= asciiMax) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return wordPart.test(char);
}

function separator(char: string): RawToken["before"] {
  if (char === ".") return "dot";
  if (hyphens.has(char)) return "hyphen";
  return commas.has(char) ? "comma" : "space";
}

function splitCamelCase(token: RawToken): RawToken[] {
  if ((token.script !== "latin" && token.script !== "cyrillic") || !innerCapital.test(token.text)) return [token];
  const [first = "", ...rest] = token.text.split(camelCase);
  return [
    { ...token, text: first },
    ...rest.map((text): RawToken => ({ text, script: token.script, before: "joined" })),
  ];
}
