/** The words of a text for comparison: lower case, without marks and punctuation; sorted, each once. */
export function sortedWords(text: string): string[] {
  const plain = text
    .normalize("NFKD")
    .replaceAll(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, "")
    .normalize("NFC")
    .toLowerCase();
  return [...new Set(plain.match(/\p{N}+|[\p{L}\p{M}]+/gu))].toSorted();
}

/** How many words two sorted lists share. */
export function sharedWords(left: readonly string[], right: readonly string[]): number {
  let shared = 0;
  let l = 0;
  let r = 0;
  while (l < left.length && r < right.length) {
    const own = left[l] ?? "";
    const other = right[r] ?? "";
    if (own === other) shared += 1;
    if (own <= other) l += 1;
    if (other <= own) r += 1;
  }
  return shared;
}
