import { quotedBytes } from "./mail-headers.ts";

/** The bytes of a body behind its transfer encoding (RFC 2045); `trouble` where it is damaged or unknown. */
export function decodeTransfer(bytes: Buffer, encoding: string): { bytes: Buffer; trouble?: string } {
  if (encoding === "" || ["7bit", "8bit", "binary"].includes(encoding)) return { bytes };
  if (encoding === "quoted-printable") return { bytes: quotedBytes(bytes.toString("latin1")) };
  if (encoding === "base64") {
    const text = bytes.toString("latin1").replaceAll(/\s+/gu, "");
    const isWhole = /^[A-Za-z0-9+/_-]*={0,2}$/u.test(text);
    return {
      bytes: Buffer.from(text, "base64"),
      ...(isWhole
        ? {}
        : { trouble: "holds characters that base64 does not have; what follows from them may be wrong" }),
    };
  }
  return { bytes, trouble: `is packed as "${encoding.slice(0, 40)}", which is not known; it is read as it stands` };
}

/** Whether bytes in a transfer encoding stand in the message as they are. */
export const isPlainTransfer = (encoding: string): boolean => !["quoted-printable", "base64"].includes(encoding);
