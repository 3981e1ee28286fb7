/** How many digits of any script a text holds. */
export function countDigits(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.codePointAt(index) ?? 0;
    if (code > 0x7f) return text.replaceAll(/\P{Nd}/gu, "").length;
    if (code >= 0x30 && code <= 0x39) count += 1;
  }
  return count;
}
