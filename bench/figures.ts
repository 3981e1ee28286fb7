/** A part of a whole, 0 to 1; of nothing, 0. */
export const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** A figure with four decimals. */
export const round = (value: number): number => Math.round(value * 10_000) / 10_000;
