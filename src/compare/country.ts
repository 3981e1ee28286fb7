import { differs, missing, missingLevel, type Comparison } from "./comparison.ts";

/** Countries by their code; an entity may have several, so a difference contradicts nothing. */
export const country: Comparison<string> = {
  name: "country",
  types: ["country"],
  levels: [
    missingLevel,
    { level: differs, label: "different", sentence: "The countries are different." },
    { level: 3, label: "same", sentence: "Both name the same country." },
  ],
  prepare: (value) => value.trim().toLowerCase(),
  compare(left, right) {
    if (left === "" || right === "") return missing;
    return left === right ? 3 : differs;
  },
};
