import { rawSql, type Sql } from "../store/index.ts";

/** One way in which two entities come to be compared: both have a value whose key is the same. */
export interface BlockingRule {
  /** The number that `blocking_key` and `candidate_pair` hold; a pair carries its lowest. */
  readonly rule: number;
  readonly sentence: string;
  /** The facets whose values have such keys. */
  readonly facets: readonly string[];
  /** The key of a `value`; null where it has none. Absent where the key is made outside SQL. */
  readonly key?: Sql;
}

const letters = String.raw`regexp_replace(upper(value), '[^\p{L}\p{N}]', '', 'g')`;
const digits = `regexp_replace(value, '[^0-9]', '', 'g')`;

/** The rules, the most telling first. */
export const blockingRules: readonly BlockingRule[] = [
  {
    rule: 1,
    sentence: "Both carry the same number of a register, a paper or a reference work.",
    facets: ["document", "registration", "vesselNumber", "reference"],
    key: rawSql(`facet || ' ' || case when length(${letters}) >= 4 then ltrim(${letters}, '0') end`),
  },
  {
    rule: 2,
    sentence: "Both carry the same account number.",
    facets: ["account"],
    key: rawSql(`case when length(${letters}) >= 6 then ${letters} end`),
  },
  {
    rule: 3,
    sentence: "The account numbers of both end in the same ten digits.",
    facets: ["account"],
    key: rawSql(`case when length(${digits}) >= 10 then right(${digits}, 10) end`),
  },
  {
    // A spreadsheet keeps fifteen digits and rounds the last of them, which may carry into the one before.
    rule: 4,
    sentence: "The account numbers of both, longer than a spreadsheet keeps, begin with the same thirteen digits.",
    facets: ["account"],
    key: rawSql(`case when length(${digits}) >= 16 then left(${digits}, 13) end`),
  },
  {
    rule: 5,
    sentence: "Both carry the same telephone number.",
    facets: ["phone"],
    key: rawSql(`case when length(${digits}) >= 7 then ${digits} end`),
  },
  {
    rule: 6,
    sentence: "The telephone numbers of both end in the same eight digits.",
    facets: ["phone"],
    key: rawSql(`case when length(${digits}) >= 8 then right(${digits}, 8) end`),
  },
  {
    rule: 7,
    sentence: "Both carry the same e-mail address or the same web site.",
    facets: ["email", "url"],
    key: rawSql(String.raw`regexp_replace(lower(value), '^https?://(www\.)?|/$', '', 'g')`),
  },
  {
    rule: 8,
    sentence: "Both were born on the same day, or on days that differ by day and month in each other's place.",
    facets: ["birthDate"],
    key: rawSql(`case when length(value) = 10
      then left(value, 4) || ' ' || least(substr(value, 6, 2), right(value, 2)) || ' ' || greatest(substr(value, 6, 2), right(value, 2)) end`),
  },
  {
    rule: 9,
    sentence: "The names of both may be spellings of one name.",
    facets: ["name"],
  },
  {
    rule: 10,
    sentence: "Both are places with the same words in their address.",
    facets: ["address"],
    key: rawSql(String.raw`array_to_string(list_sort(list_distinct(list_filter(
      regexp_split_to_array(lower(strip_accents(value)), '[^\p{L}\p{N}]+'), lambda word: word <> ''))), ' ')`),
  },
  {
    rule: 11,
    sentence: "Both are accounts of one holder.",
    facets: ["holder"],
  },
];

/** The rule whose keys are made of names. */
export const nameRule = 9;
/** The rule that is for places alone: everything else that shares an address is found by its name. */
export const addressRule = 10;
/** The rule whose keys are known only when parties were joined. */
export const holderRule = 11;
/** The rules by which strangers meet: one birth day, one key of a name. */
export const weakRules: readonly number[] = [8, nameRule];
