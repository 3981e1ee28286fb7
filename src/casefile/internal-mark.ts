/** Stands on every document that the product writes until the disclosure check has passed; no option removes it. */
export const internalMark = "INTERNAL - NOT CHECKED FOR RELEASE";
