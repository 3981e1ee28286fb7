const lineFeed = 10;

/** Whether a file begins with the byte order mark of 16-bit text. */
export const hasSixteenBitMark = (head: Buffer): boolean =>
  (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);

/**
 * The name of the encoding of text in 16-bit units: told by its mark, or by the zero bytes that ASCII delimiters and line
 * breaks leave on one side of the units, whatever the script. Nothing for other text.
 */
export function sixteenBitName(head: Buffer): "utf-16le" | "utf-16be" | undefined {
  if (hasSixteenBitMark(head)) return head[0] === 0xff ? "utf-16le" : "utf-16be";
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index & 1] = (zeros[index & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd < Math.max(2, head.length * 0.04)) return undefined;
  if (odd > even * 20 && breaksOnSide(head, 0)) return "utf-16le";
  return even > odd * 20 && breaksOnSide(head, 1) ? "utf-16be" : undefined;
}

// Most line breaks stand on the other side than the zeros, with a zero beside them.
function breaksOnSide(head: Buffer, side: 0 | 1): boolean {
  let aligned = 0;
  let all = 0;
  for (let index = head.indexOf(lineFeed); index >= 0; index = head.indexOf(lineFeed, index + 1)) {
    all++;
    if ((index & 1) === side && head[index ^ 1] === 0) aligned++;
  }
  return aligned * 2 >= all;
}
