import { bad, good, type Result } from "../../base/index.ts";
import { types, type PropertyTypeName } from "../ftm.ts";
import { cleanChecksum, cleanEmail, cleanIp, cleanMimetype, cleanUrl } from "./clean-address.ts";
import { cleanCountry, cleanGender, cleanLanguage, cleanTopic } from "./clean-code.ts";
import { cleanDate } from "./clean-date.ts";
import { cleanCurrency, cleanIdentifier } from "./clean-identifier.ts";
import { cleanNumber, type CleanedNumber } from "./clean-number.ts";
import { cleanPhone } from "./clean-phone.ts";
import { cleanAddress, cleanLine, cleanName, cleanText, isEmptyText } from "./clean-text.ts";
import type { CleanFault, CleanOptions, CleanResult, Cleaner } from "./clean.ts";

const cleaners: Readonly<Record<Exclude<PropertyTypeName, "number">, Cleaner>> = {
  address: cleanAddress,
  checksum: cleanChecksum,
  country: cleanCountry,
  date: cleanDate,
  email: cleanEmail,
  entity: cleanLine,
  gender: cleanGender,
  html: cleanText,
  identifier: cleanIdentifier,
  ip: cleanIp,
  json: cleanText,
  language: cleanLanguage,
  mimetype: cleanMimetype,
  name: cleanName,
  phone: cleanPhone,
  string: (text, options) => (options.format === "currency" ? cleanCurrency(text, options) : cleanLine(text, options)),
  text: cleanText,
  topic: cleanTopic,
  url: cleanUrl,
};

/** The types whose statements carry no language. */
export const typesWithoutLanguage: ReadonlySet<string> = new Set(
  "entity date checksum email phone gender mimetype topic url country language ip".split(" "),
);

/**
 * Cleans one raw value by its FollowTheMoney type. Empty text and words for "none" give no value and no fault. With a
 * separator, the values that can be cleaned are given and the others are faults beside them.
 */
export function cleanValue(type: PropertyTypeName, raw: string, options: CleanOptions): CleanResult {
  const pieces = options.separator ? raw.split(options.separator) : type === "phone" ? splitPhones(raw) : [raw];
  const filled = pieces.map((piece) => withoutPrefix(piece, options.prefix)).filter((piece) => !isEmptyText(piece));
  const read = filled.map((piece) => cleanOne(type, piece, options));
  const numbers = read.filter((each) => each.ok).map((each) => each.value);
  const faults = read.filter((each) => !each.ok).map((each) => each.fault);
  const [firstFault] = faults;
  if (firstFault && numbers.length === 0) return bad(firstFault);
  const currency = numbers.find((each) => each.currency !== undefined)?.currency;
  return good({
    values: [...new Set(numbers.map((each) => each.value))],
    ...(options.lang !== undefined && !typesWithoutLanguage.has(type) && { lang: options.lang }),
    ...(currency !== undefined && { currency }),
    ...(faults.length > 0 && { faults }),
  });
}

function cleanOne(type: PropertyTypeName, piece: string, options: CleanOptions): Result<CleanedNumber, CleanFault> {
  const cleaned = type === "number" ? cleanNumber(piece, options) : toNumberResult(cleaners[type](piece, options));
  const max = options.maxLength ?? types[type].maxLength;
  if (!cleaned.ok || cleaned.value.value.length <= max) return cleaned;
  const { length } = cleaned.value.value;
  return bad({
    kind: "too-long",
    text: `"${piece.trim().slice(0, 60)}..." has ${length} characters; ${type} has at most ${max}`,
  });
}

const toNumberResult = (result: Result<string, CleanFault>): Result<CleanedNumber, CleanFault> =>
  result.ok ? good({ value: result.value }) : result;

function withoutPrefix(text: string, prefix: string | undefined): string {
  const trimmed = text.trim();
  if (prefix === undefined || prefix === "" || !trimmed.toLowerCase().startsWith(prefix.toLowerCase())) return trimmed;
  return trimmed.slice(prefix.length).replace(/^[\s:.=№#-]+/u, "");
}

/** Several phones in one cell need no separator to be told: each part has seven digits of its own. */
function splitPhones(raw: string): string[] {
  const parts = raw.split(/[;,/\n]|\bor\b/u);
  return parts.length > 1 && parts.every((part) => part.replaceAll(/\D/gu, "").length >= 7) ? parts : [raw];
}
