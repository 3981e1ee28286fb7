const encoder = new TextEncoder();

/**
 * Writes text as UTF-8 into `target` from `at` on and returns where it ends; the target has three bytes of room for each
 * code unit. A lone surrogate, which no UTF-8 holds, becomes U+FFFD.
 */
export function writeUtf8(text: string, target: Uint8Array, at: number): number {
  if (text.length < 40) {
    let end = at;
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (unit >= 0x80) return at + encoder.encodeInto(text, target.subarray(at)).written;
      target[end++] = unit;
    }
    return end;
  }
  return at + encoder.encodeInto(text, target.subarray(at)).written;
}
