/** What stands before the day of a dateline: a place in capitals, with or without its country: "TBILISI, ", "TRIESTE, Italy, ". */
export const datelineStart = /^\p{Lu}[\p{Lu}\s.,'’/()-]*(?:\p{Lu}{3},\s(?:\p{Lu}[\p{L}.]+[\s,]+){1,3})?[,.]?\s*$/u;

/** What stands behind it: an agency in brackets, a dash, or the end of the line. */
export const datelineEnd = /^\s*(?:\([^)]{1,40}\))?\s*(?:[-–—:]|\n|$)/u;
