/**
 * The words of a header, title or label as the word lists hold them: lower case without punctuation; each Chinese,
 * Japanese or Korean sign is a word of its own, so that "수취인 계좌번호" and "수취인계좌 번호" are the same words.
 */
export function foldedTokens(text: string): string[] {
  const plain = text
    .normalize("NFKC")
    .replaceAll(/([\p{Ll}])([\p{Lu}])/gu, "$1 $2")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replaceAll("#", " no ")
    .replaceAll("%", " percent ")
    .replaceAll(/(\p{L})(\d)|(\d)(\p{L})/gu, "$1$3 $2$4")
    .replaceAll(/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu, " $& ")
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
  return plain === "" ? [] : plain.split(" ").map((token) => (numberWords.has(token) ? "no" : token));
}

/** Words that stand for "No." in headers. */
const numberWords = new Set(["number", "num", "nr", "nbr", "nos", "numbers", "номер", "номера"]);
