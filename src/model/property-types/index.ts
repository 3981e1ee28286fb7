export type { Cleaned, CleanFault, CleanOptions, CleanResult } from "./clean.ts";
export { countryNames, isCountryCode, parseCountry } from "./clean-code.ts";
export { cleanRules, type CleanRule } from "./clean-rules.ts";
export { roundedNumber } from "./clean-identifier.ts";
export { parseMonth } from "./clean-date.ts";
export { cleanNumber } from "./clean-number.ts";
export { emptyWords, isEmptyText, toVisibleText } from "./clean-text.ts";
export { cleanValue, typesWithoutLanguage } from "./clean-value.ts";
export { propertyCleaning, type PropertyCleaning } from "./property-cleaning.ts";
