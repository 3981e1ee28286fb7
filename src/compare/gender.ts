import { differs, missing, missingLevel, type Comparison } from "./comparison.ts";

/** Genders as FollowTheMoney writes them; a record may be wrong about one, so a difference contradicts nothing by itself. */
export const gender: Comparison<string> = {
  name: "gender",
  types: ["gender"],
  levels: [
    missingLevel,
    { level: differs, label: "different", sentence: "The genders are different." },
    { level: 3, label: "same", sentence: "Both give the same gender." },
  ],
  prepare: (value) => value.trim().toLowerCase(),
  compare(left, right) {
    if (left === "" || right === "") return missing;
    return left === right ? 3 : differs;
  },
};
