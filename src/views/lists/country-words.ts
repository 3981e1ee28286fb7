import { types } from "../../model/index.ts";

/** What a country's code means; the code itself where it is none. */
export const countryInWords = (code: string): string => types.country.values?.[code] ?? code;
