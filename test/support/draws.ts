/**
 * How many cases a property of whole stages is tried on, each of which takes a good part of a second. `WINDFALL_DRAWS=20` tries
 * twenty times as many.
 */
export const draws = (few: number): number => few * Number(process.env["WINDFALL_DRAWS"] ?? "1");
