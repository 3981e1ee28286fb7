import { Refusal } from "../base/index.ts";
import { claimWords, type ClaimEdits, type EditedCount, type EditedDate } from "../model/index.ts";
import type { ClaimLine } from "../views/index.ts";

/** The fields of a claim that a person may put right, each with the form of its value. */
export const claimFields: Readonly<Record<keyof ClaimEdits, string>> = {
  speaker: "a name",
  outlet: "a name",
  kind: `one of ${claimWords.kind.join(", ")}`,
  polarity: `one of ${claimWords.polarity.join(", ")}`,
  modality: `one of ${claimWords.modality.join(", ")}`,
  relation: `one of ${claimWords.relation.join(", ")}`,
  date: "a day, a month, a year or two of them such as 2016-03-01..2016-03-10; none",
  counts: "numbers such as 14 crates, 3-5, 3+; none",
  places: "names with a comma between two; none",
  isIronic: "yes or no",
  isRetracted: "yes or no",
};

/** The edits that a text names: `speaker=Ann Lee; modality=hedged`. Refuses a field or value that a claim cannot have, and of a guarded claim a place or time that is held back. */
export async function parseClaimEdits(claim: ClaimLine, text: string): Promise<ClaimEdits> {
  const edits: Record<string, unknown> = {};
  for (const piece of text.split(";").filter((each) => each.trim() !== "")) {
    const [name = "", ...value] = piece.split("=").map((each) => each.trim());
    const field = Object.keys(claimFields).find((each) => each.toLowerCase() === name.toLowerCase());
    if (field === undefined)
      throw new Refusal(`"${name}" is no field of a claim; use one of ${Object.keys(claimFields).join(", ")}`);
    edits[field] = valueOf(field as keyof ClaimEdits, value.join("="));
  }
  const read = edits as ClaimEdits;
  if (claim.isGuarded) await refuseCloser(read);
  return read;
}

function valueOf(field: keyof ClaimEdits, value: string): unknown {
  const read = readValue(field, value);
  if (read === undefined) throw new Refusal(`${field} is "${value}"; use ${claimFields[field]}`);
  return read;
}

function readValue(field: keyof ClaimEdits, value: string): unknown {
  switch (field) {
    case "speaker":
    case "outlet":
      return value === "" ? undefined : value;
    case "kind":
    case "polarity":
    case "modality":
    case "relation":
      return claimWords[field].find((word) => word === value.toLowerCase().replaceAll(" ", "-"));
    case "date":
      return value === "none" ? null : dateOf(value);
    case "counts":
      return listOf(value, countOf);
    case "places":
      return listOf(value, (name) => name);
    case "isIronic":
    case "isRetracted":
      return value === "yes" ? true : value === "no" ? false : undefined;
  }
}

/** The items between commas; undefined if one of them means nothing. */
function listOf<Item>(value: string, read: (text: string) => Item | undefined): readonly Item[] | undefined {
  if (value === "none") return [];
  const items = value.split(",").map((each) => read(each.trim()));
  return value === "" || items.includes(undefined) ? undefined : items.filter((item) => item !== undefined);
}

function countOf(text: string): EditedCount | undefined {
  const match = /^(\d[\d.]*)(?:\s*(?:-|to)\s*(\d[\d.]*)|(\+))?(?:\s+(\p{L}.*))?$/u.exec(text);
  if (!match) return undefined;
  const low = Number(match[1]);
  return { low, high: match[3] ? null : Number(match[2] ?? match[1]), noun: match[4] ?? null };
}

function dateOf(text: string): EditedDate | undefined {
  const [from, to = from, more] = text.split("..").map((each) => spanOf(each.trim()));
  if (!from || !to || more || from.start > to.end) return undefined;
  const isMonths = from.precision !== "day" && to.precision !== "day";
  const precision = text.includes("..") ? (isMonths ? "month-range" : "day-range") : from.precision;
  return { start: from.start, end: to.end, precision };
}

/** First and last day of a day, a month or a year that there is. */
function spanOf(
  text: string,
): { readonly start: string; readonly end: string; readonly precision: string } | undefined {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/u.exec(text);
  if (!match) return undefined;
  const [, year, month = "", day = ""] = match;
  const [y, m, d] = [Number(year), Number(month || 1), Number(day || 1)];
  const first = new Date(Date.UTC(y, m - 1, d));
  if (first.getUTCMonth() !== m - 1 || first.getUTCDate() !== d) return undefined;
  const last = day ? first : new Date(Date.UTC(y, month ? m : 12, 0));
  return {
    start: first.toISOString().slice(0, 10),
    end: last.toISOString().slice(0, 10),
    precision: day ? "day" : month ? "month" : "year",
  };
}

/** Of people in flight a country and a month are kept, and nothing closer. */
async function refuseCloser({ date, places }: ClaimEdits): Promise<void> {
  if (date && !["month", "month-range", "year"].includes(date.precision))
    throw new Refusal(
      `date is ${date.start ?? ""}; the claim is about somebody in flight: use a month such as ${date.start?.slice(0, 7) ?? "2016-03"}`,
    );
  if (!places) return;
  const { findPlaces } = await import("../ledger/index.ts");
  const closer = places.find((name) => findPlaces(name)[0]?.kind !== "country");
  if (closer !== undefined)
    throw new Refusal(`places is "${closer}"; the claim is about somebody in flight: use a country`);
}
