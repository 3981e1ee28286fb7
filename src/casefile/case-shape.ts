import { z } from "zod";
import {
  budgetLimits,
  defaultSettings,
  isCountryCode,
  isCurrency,
  isSlug,
  parseGrade,
  spanHint,
  wholeNumberHint,
} from "../model/index.ts";

const gradeHint = 'use a letter A-F and a digit 1-6, such as "B2"';
const slugHint = 'use lower-case letters, digits, "-" and "_", such as "h1-workbook"';
const slug = z.string({ error: slugHint }).refine(isSlug, { error: slugHint });
const isoDate = z.iso.date({ error: 'use a date such as "2016-07-31"' });
const words = z.string({ error: "use some words" }).min(1, { error: "use some words" });
const count = (limits: { readonly least: number; readonly most: number }) => {
  const error = wholeNumberHint(limits);
  return z.number({ error }).int({ error }).min(limits.least, { error }).max(limits.most, { error });
};

const listOf = <Item extends z.ZodType>(item: Item, right: string) =>
  z.array(item, { error: `use a list of ${right}` });
/** What a group holds; words that mean nothing in it are named by the reader itself. */
const group = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys" ? undefined : `use a group with ${Object.keys(shape).join(", ")}`,
  });
const countryHint = 'use a two-letter country such as "kr"';
const country = z.string({ error: countryHint });

const source = group({
  id: slug,
  label: words.nullish(),
  kind: z.enum(["informant", "device", "outlet", "register", "list publisher", "analyst"], {
    error: 'use one of "informant", "device", "outlet", "register", "list publisher", "analyst"',
  }),
  grade: z.string({ error: gradeHint }).refine((text) => parseGrade(text) !== undefined, { error: gradeHint }),
  sealed: z.boolean({ error: "use true or false" }).default(false),
  firstHand: z.boolean({ error: "use true, false, or leave it out if not declared" }).nullish(),
  derivedFrom: z.string({ error: 'use the id of another source, or "unknown"' }).nullish(),
});

const dataset = group({
  name: slug,
  source: slug,
  received: isoDate,
  howObtained: words,
  bystanders: z.boolean({ error: "use true or false" }).default(false),
});

const list = group({
  name: slug,
  source: slug,
  series: slug,
  edition: isoDate,
});

const names = listOf(words, 'names or ids, such as ["Blue Gate Ltd"]').default([]);
const ends = group({
  entities: names,
  countries: listOf(
    country.refine((code) => isCountryCode(code.toLowerCase()), { error: countryHint }),
    'two-letter countries such as ["kp"]',
  ).default([]),
});

const betweenHint = `${spanHint}, such as ["2014-01-01", "2016-07-31"]`;
const factorHint = "use factors from 1 up in steps of 0.25, such as 1.5";
const currencyHint = 'use an ISO 4217 code such as "USD"';

const addressHint =
  'use an address of http or https without a name, key, question mark or "#" in it, such as "http://127.0.0.1:8080/v1/chat/completions"';
const isEndpointAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/u.test(protocol) && username === "" && password === "" && !/[?#\s]/u.test(text);
};
const endpoint = group({
  url: z.string({ error: addressHint }).refine(isEndpointAddress, { error: addressHint }),
  model: words,
});

const settings = group({
  currency: z
    .string({ error: currencyHint })
    .refine(isCurrency, { error: currencyHint })
    .default(defaultSettings.currency),
  phoneCountries: listOf(
    country.refine(isCountryCode, { error: countryHint }),
    'two-letter countries such as ["kr", "cn"]',
  ).default([]),
  budget: count(budgetLimits).default(defaultSettings.budget),
  reroute: listOf(
    z.number({ error: factorHint }).min(1, { error: factorHint }).multipleOf(0.25, { error: factorHint }),
    "factors such as [1, 1.5, 2]",
  )
    .min(1, { error: "use a list of factors such as [1, 1.5, 2]" })
    .default([1, 1.5, 2]),
  from: ends.nullish(),
  to: ends.nullish(),
  between: z
    .tuple([isoDate, isoDate], { error: betweenHint })
    .refine(([first, last]) => first <= last, { error: betweenHint })
    .nullish(),
  protect: names,
  unblockable: names,
  reach: listOf(
    country
      .refine((code) => isCountryCode(code.toLowerCase()), { error: countryHint })
      .transform((code) => code.toLowerCase()),
    'two-letter countries such as ["us", "gb"]',
  ).default([]),
  accounts: z.enum(["folded", "apart"], { error: 'use "folded" or "apart"' }).default("folded"),
  endpoint: endpoint.nullish(),
  withhold: listOf(slug, 'names of hand-overs, such as ["h1-workbook"]').default([]),
  threads: count({ least: 1, most: 64 }).default(defaultSettings.threads),
  memoryMb: count({ least: 256, most: 1_000_000 }).default(defaultSettings.memoryMb),
});

const pathHint = 'use the path of a file inside the case\'s folder, such as "rates.csv"';
/** Whether a path, written with slashes of either kind, stays inside the folder that it starts from. */
const isPathInside = (path: string): boolean =>
  path !== "" && !/^(?:[/\\]|[A-Za-z]:)/u.test(path) && !path.split(/[/\\]/u).includes("..");

/** The shape of `case.yaml` before its entries are checked against one another. */
export const caseShape = group({
  title: words,
  settings: settings.prefault({}),
  rates: z.string({ error: pathHint }).refine(isPathInside, { error: pathHint }).nullish(),
  sources: listOf(source, "entries such as {id: s1, kind: register, grade: A2}, or []").default([]),
  datasets: listOf(
    dataset,
    "entries such as {name: h1-ledger, source: s1, received: 2016-07-31, howObtained: downloaded}, or []",
  ).default([]),
  lists: listOf(
    list,
    "entries such as {name: ofac-2021-07, source: s1, series: ofac-sdn, edition: 2021-07-31}, or []",
  ).default([]),
});
