/** What no ledger is asked: where somebody is, and who could have known. */
const forbidden =
  /\b(?:where|which (?:town|city|village|place|address|house|street|hotel))\b.*\b(?:is|are|now|lives?|living|stays?|staying|hides?|hiding|kept|held)\b|\bwhereabouts\b|\bwho (?:knew|knows|could|might|may|would|else)\b.*\b(?:know|known|knew|told|tipped|leaked)\b|\bwho knew\b/iu;

/** Whether words ask where somebody is, or who could have known of a flight. */
export const asksForPerson = (words: string): boolean => forbidden.test(words);
