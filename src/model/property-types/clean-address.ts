import { bad, good } from "../../base/index.ts";
import type { CleanFault, Cleaner } from "./clean.ts";
import { toOneLine } from "./clean-text.ts";

const emailPattern = /^([^\s@<>"(),;:]+)@((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]+)$/u;

/** An e-mail address, its domain in lower case. */
export const cleanEmail: Cleaner = (text) => {
  const plain = toOneLine(text)
    .replace(/^mailto:/iu, "")
    .replace(/^.*<([^<>]+)>$/u, "$1")
    .replace(/[.,;]$/u, "");
  const match = emailPattern.exec(plain);
  return match
    ? good(`${match[1]}@${(match[2] ?? "").toLowerCase()}`)
    : refuse(text, "e-mail address; write it as name@example.org");
};

/** A web address with its scheme; "http" where none stands. */
export const cleanUrl: Cleaner = (text) => {
  const plain = toOneLine(text);
  const url = /^[a-z][a-z0-9+.-]*:/iu.test(plain) ? plain : `http://${plain}`;
  const isUrl =
    URL.canParse(url) &&
    /^(?:(?:https?|ftp):\/\/[^/\s]*[\p{L}\p{N}]\.[^\s]+|(?:https?|ftp):\/\/localhost\S*)$/iu.test(url);
  return isUrl ? good(url) : refuse(text, "web address; write it as https://example.org/page");
};

/** An IP address, version 4 or 6. */
export const cleanIp: Cleaner = (text) => {
  const plain = text.trim().toLowerCase();
  const isV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/u.test(plain);
  const isV6 = plain.includes(":") && /^[0-9a-f:.]+$/u.test(plain) && URL.canParse(`http://[${plain}]`);
  return isV4 || isV6 ? good(plain) : refuse(text, "IP address; write it as 192.0.2.1 or 2001:db8::1");
};

/** A SHA-1 checksum: 40 hex digits. */
export const cleanChecksum: Cleaner = (text) => {
  const plain = text.trim().toLowerCase();
  return /^[0-9a-f]{40}$/u.test(plain) ? good(plain) : refuse(text, "SHA-1 checksum; it has 40 hex digits");
};

/** A media type. */
export const cleanMimetype: Cleaner = (text) => {
  const plain = text.trim().toLowerCase();
  return /^[a-z]+\/[a-z0-9.+-]+$/u.test(plain) ? good(plain) : refuse(text, "media type; write it as text/csv");
};

const refuse = (text: string, what: string): { ok: false; fault: CleanFault } =>
  bad({ kind: "not-an-address", text: `"${toOneLine(text)}" is no ${what}` });
