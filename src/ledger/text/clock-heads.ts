/** A time of day at the head of a line of a log, with the marks behind it; offsets are those of the text. */
export interface ClockHead {
  readonly from: number;
  readonly to: number;
  /** Where the time itself ends. */
  readonly timeTo: number;
  readonly hour: number;
  readonly minute: number;
}

const headPattern =
  /^[ \t]*(?:(?<hour>\d{1,2})[:.h]?(?<minute>\d{2})(?: ?[-–—] ?\d{1,2}[:.h]?\d{2})?(?: ?(?:hrs?|hours|GMT|UTC|local time))?|(?<word>Noon|Midday|Midnight)(?=[ \t]*[-–—:.,]))[ \t]*(?:[-–—:.,]+[ \t]*)?(?=[\p{Lu}“"‘']|$)/gmu;

// Fewer lines than these with digits before a capital letter are no log: "2009 Reports".
const headsMin = 3;

/** The hours at the heads of the entries of a log, in order; none in a text that is no log. */
export function clockHeads(text: string): readonly ClockHead[] {
  const heads = [...text.matchAll(headPattern)].flatMap((found) => {
    const { hour, minute, word } = found.groups ?? {};
    const from = found.index + found[0].search(/\S/u);
    const to = found.index + found[0].length;
    const timeTo = from + found[0].trim().replace(/[-–—:.,\s]+$/u, "").length;
    const head = { from, to, timeTo, hour: Number(hour), minute: Number(minute) };
    if (word !== undefined) return [{ ...head, hour: word === "Midnight" ? 0 : 12, minute: 0 }];
    return head.hour < 24 && head.minute < 60 ? [head] : [];
  });
  return heads.length < headsMin ? [] : heads;
}
