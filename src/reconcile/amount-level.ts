import { rawSql } from "../store/index.ts";

const ratio = (low: number, high: number): string =>
  `e.amount_centi between r.amount_centi * ${low} and r.amount_centi * ${high}`;

const lastDigit = (side: string): string =>
  `pow(10, length(${side}.amount_centi::varchar) - length(rtrim(${side}.amount_centi::varchar, '0')))`;

const keptDigits = (side: string): string => `length(rtrim(${side}.amount_centi::varchar, '0'))`;

/** One is the other to three digits or more, as people tell amounts ("45.3 thousand"). */
const isRounded = `abs(e.amount_centi - r.amount_centi) * 2 <= greatest(${lastDigit("e")}, ${lastDigit("r")})
    and greatest(${lastDigit("e")}, ${lastDigit("r")}) * 100 <= least(e.amount_centi, r.amount_centi)`;

/** A thousandth that keeps a digit or two: what rounding hides of the whole is a thousand times as much. */
const isThousandth = (small: string, large: string): string =>
  `abs(${large}.amount_centi - ${small}.amount_centi * 1000) <= ${lastDigit(small)} * 500 + ${large}.amount_centi * 0.0052
    and ${lastDigit(small)} * 100 > ${small}.amount_centi`;

const isThousandAtRate = `coalesce(e.currency <> r.currency, false) and (
    e.case_centi between r.case_centi * 984 and r.case_centi * 1016
    or r.case_centi between e.case_centi * 984 and e.case_centi * 1016)`;

/** One without a currency is the other in some other currency of the case: in the same one it would be near at most. */
const isAtSomeRate = (unsaid: string, said: string): string =>
  `${unsaid}.amount_centi not between ${said}.amount_centi * 0.984 and ${said}.amount_centi * 1.016
    and len(list_filter(${unsaid}.case_centis, lambda centi: centi between ${said}.case_centi * 0.984 and ${said}.case_centi * 1.016)) > 0`;

/** Two neighbouring digits swapped, and then a fee taken or the rest rounded away. */
const isSwappedThenCut = (swapped: string, cut: string): string =>
  `len(list_filter(${swapped}.swapped_centis, lambda centi:
    abs(centi - ${cut}.amount_centi) <= greatest(${cut}.amount_centi * 0.0051, least(${lastDigit(cut)}, ${cut}.amount_centi / 100) / 2))) > 0`;

/**
 * How the amounts of two payments agree. A fee is 0.1-0.5 % or a flat 15-40 units of the payment's currency; a hundredth
 * of a percent more is for rounding.
 */
export const amountLevel = rawSql(`case
  when e.amount_centi is null or r.amount_centi is null then 'unknown'
  when coalesce(e.currency <> r.currency, false) then
    case when e.case_centi between r.case_centi * 0.984 and r.case_centi * 1.016 then 'rate'
      when ${isThousandAtRate} then 'thousand at rate'
      when e.case_centi between r.case_centi * 0.33 and r.case_centi * 3 then 'near at rate' else 'differ' end
  when e.amount_centi = r.amount_centi then 'exact'
  when ${isRounded} then 'rounded'
  when abs(e.amount_centi - r.amount_centi) <= greatest(e.amount_centi, r.amount_centi) * 0.0051 then 'fee'
  when abs(e.amount_centi - r.amount_centi) between 1499 and 4001
    and abs(e.amount_centi - r.amount_centi) * 4 <= greatest(e.amount_centi, r.amount_centi) then 'fee'
  when ${ratio(994.8, 1005.2)} or r.amount_centi between e.amount_centi * 994.8 and e.amount_centi * 1005.2 then 'thousand'
  when e.digits = r.digits and damerau_levenshtein(e.amount_centi::varchar, r.amount_centi::varchar) = 1 then 'digits'
  when (${isThousandth("e", "r")}) or (${isThousandth("r", "e")}) then
    case when least(${keptDigits("e")}, ${keptDigits("r")}) > 1 then 'thousandth' else 'about a thousandth' end
  when (${isAtSomeRate("e", "r")}) or (${isAtSomeRate("r", "e")}) then 'some rate'
  when ${isSwappedThenCut("e", "r")} or ${isSwappedThenCut("r", "e")} then 'digits, cut'
  when ${ratio(0.33, 3)} then 'near'
  else 'differ' end`);

/** Levels at which the amounts tell of one payment by themselves. */
export const sureAmounts = "('exact', 'rounded', 'fee', 'rate', 'thousand', 'digits')";
/** Levels at which they differ, for whatever reason: such pairs come last. */
export const otherAmounts =
  "('near', 'near at rate', 'differ', 'digits, cut', 'thousandth', 'about a thousandth', 'thousand at rate', 'some rate')";

/** The amounts that one is taken for when two neighbouring digits are swapped. */
export const swappedCentis = rawSql(`case when amount_centi < 1000000000000 then list_distinct(list_transform(
  range(1, length(amount_centi::varchar)),
  lambda place: (left(amount_centi::varchar, place - 1) || substr(amount_centi::varchar, place + 1, 1)
    || substr(amount_centi::varchar, place, 1) || substr(amount_centi::varchar, place + 2))::bigint)) end`);
