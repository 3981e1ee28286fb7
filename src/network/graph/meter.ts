/**
 * Counts the work of searches, the same on every machine: a step is a node or an arc that was looked at, roughly. What is
 * measured by steps and not by time ends in the same place wherever it runs.
 */
export interface Meter {
  steps: number;
}

/** About so many steps take a millisecond (two cores of 2026, one used). */
const stepsPerMs = 30_000;

/** Milliseconds that a meter's steps usually take. */
export const usualMs = ({ steps }: Meter): number => steps / stepsPerMs;

/** How many steps are usually taken in so many seconds. */
export const stepsIn = (seconds: number): number => seconds * 1000 * stepsPerMs;
