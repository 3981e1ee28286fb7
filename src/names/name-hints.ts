import { koreanFamilyUnit } from "./korean-units.ts";
import { chineseFamilyUnit } from "./chinese-units.ts";
import { foldLetters } from "./fold.ts";
import { parseName } from "./parse-name.ts";
import { isFilial } from "./person-tokens.ts";
import { surnameFirst } from "./surname-first.ts";
import { tokenise } from "./tokenise.ts";
import { nicknameGroups, personWords } from "./vocabulary.ts";

/** Whether a name carries a legal form or a generic company word: what a column of mixed names holds in this cell. */
export function isCompanyName(text: string): boolean {
  return parseName(text, "unknown").looksLikeCompany;
}

/**
 * Whether a name has a sign of a person's: a title, a known given name, a word for son or daughter (bin), or
 * a surname of Korea or China before one to three syllables, or behind two.
 */
export function isPersonalName(text: string): boolean {
  if (isCompanyName(text)) return false;
  const tokens = tokenise(text);
  if (tokens.length > 7 || tokens.some((token) => token.script === "digit")) return false;
  const folded = tokens.map((token) => foldLetters(token.text));
  const isTitled = folded.some((word) => personWords().get(word)?.kind === "title");
  if (isTitled && tokens.length > 1) return true;
  const native = surnameFirst(tokens)
    .map((token) => token.text)
    .join("");
  const isNative = tokens.every((token) => token.script === "hangul" || token.script === "han");
  if (isNative)
    return native.length >= 2 && native.length <= 4 && (isSurname(native.slice(0, 1)) || isSurname(native.slice(0, 2)));
  if (isTitled || folded.some((word) => nicknameGroups().has(word))) return true;
  if (isFilial(folded)) return true;
  return tokens.length > 1 && tokens.length < 5 && folded.some(isSurname);
}

/** Whether a text is nothing but a title ("Chairman", "회장"). */
export const isTitle = (text: string): boolean => personWords().get(foldLetters(text.trim()))?.kind === "title";

const isSurname = (text: string): boolean => koreanFamilyUnit(text) >= 0 || chineseFamilyUnit(text) >= 0;
