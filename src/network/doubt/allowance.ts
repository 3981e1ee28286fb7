import { usualMs, type Meter } from "../graph/meter.ts";

/** What a list of questions may take together: counted in steps, so that on every machine the same ones are asked. */
export interface Allowance {
  /** Usual seconds that are left. */
  readonly secondsLeft: () => number;
  /** Takes off what a question took: the steps of its search, and a fixed price for reading it. */
  readonly charge: (meter: Meter) => void;
}

/** What reading the payments for a question anew usually takes. */
const readingMs = 150;

/** An allowance of so many usual seconds. */
export function makeAllowance(seconds: number): Allowance {
  let leftMs = seconds * 1000;
  return {
    secondsLeft: () => leftMs / 1000,
    charge: (meter) => {
      leftMs -= readingMs + usualMs(meter);
    },
  };
}
