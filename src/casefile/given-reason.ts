/** The reason of a decision as it is kept: where nobody gave one, words that say so. */
export const givenReason = (reason: string | undefined): string =>
  reason === undefined || reason === "" ? "no reason was given" : reason;
