/** Quarters as whole minor units, up: what gets through is never understated. */
export const toMinorUp = (quarters: number): number => Math.ceil(quarters / 4);

/** Quarters as whole minor units, down. */
export const toMinorDown = (quarters: number): number => Math.floor(quarters / 4);
