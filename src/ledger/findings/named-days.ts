import { lazy } from "../../base/index.ts";
import { rows } from "../generated/date-words.ts";
import { perClaim, type LedgerClaim } from "../likeness/ledger-claim.ts";

/**
 * Whether two claims name weekdays or months and none in common, where nothing says in which week or year they are: in a text without
 * a date "on Tuesday" is no day that could be compared.
 */
export const nameOtherDays = (left: LedgerClaim, right: LedgerClaim): boolean =>
  (left.date === undefined || right.date === undefined) &&
  (["weekday", "month"] as const).some((unit) => {
    const [ones, others] = [daysOf(left)[unit], daysOf(right)[unit]];
    return ones.size > 0 && others.size > 0 && ![...ones].some((one) => others.has(one));
  });

type NamedDays = Readonly<Record<"weekday" | "month", ReadonlySet<string>>>;

const daysOf = perClaim(({ quote, lead }): NamedDays => {
  const words = [...`${lead} ${quote}`.matchAll(/\p{Lu}\p{Ll}{2,}/gu)].map(([word]) => word.toLowerCase());
  const valuesOf = (unit: "weekday" | "month"): ReadonlySet<string> =>
    new Set(words.flatMap((word) => days()[unit].get(word) ?? []));
  return { weekday: valuesOf("weekday"), month: valuesOf("month") };
});

/** By word which weekday or month it is. */
const days = lazy(() => ({ weekday: valuesByWord("weekday"), month: valuesByWord("month") }));

const valuesByWord = (unit: string): ReadonlyMap<string, string> =>
  new Map(
    rows.flatMap(([kind, value = "", words = ""]) =>
      kind === unit ? words.split("|").map((word) => [word, value] as const) : [],
    ),
  );
