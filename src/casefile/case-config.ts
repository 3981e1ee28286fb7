import { isMap, isSeq, LineCounter, parseDocument, type Document } from "yaml";
import { z } from "zod";
import { Refusal } from "../base/index.ts";
import { defaultSettings, isSlug, parseGrade, type Settings } from "../model/index.ts";

const slugHint = 'use lower-case letters, digits, "-" and "_", such as "h1-workbook"';
const slug = z.string({ error: slugHint }).refine(isSlug, { error: slugHint });
const isoDate = z.iso.date({ error: 'use a date such as "2016-07-31"' });
const words = z.string({ error: "use some words" }).min(1, { error: "use some words" });
const count = (least: number, most: number) => {
  const error = `use a whole number from ${least} to ${most}`;
  return z.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};

const source = z.strictObject({
  id: slug,
  label: words.nullish(),
  kind: z.enum(["informant", "device", "outlet", "register", "list publisher", "analyst"], {
    error: 'use one of "informant", "device", "outlet", "register", "list publisher", "analyst"',
  }),
  grade: z.string({ error: gradeHint() }).refine((text) => parseGrade(text) !== undefined, { error: gradeHint() }),
  sealed: z.boolean({ error: "use true or false" }).default(false),
  firstHand: z.boolean({ error: "use true, false, or leave it out if not declared" }).nullish(),
  derivedFrom: z.string({ error: 'use the id of another source, or "unknown"' }).nullish(),
});

const dataset = z.strictObject({
  name: slug,
  source: slug,
  received: isoDate,
  howObtained: words,
  bystanders: z.boolean({ error: "use true or false" }).default(false),
});

const list = z.strictObject({
  name: slug,
  source: slug,
  series: slug,
  edition: isoDate,
});

const ends = z.strictObject({ entities: z.array(words).default([]), countries: z.array(words).default([]) });

const settings = z.strictObject({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/u, { error: 'use an ISO 4217 code such as "USD"' })
    .default(defaultSettings.currency),
  phoneCountries: z
    .array(z.string().regex(/^[a-z]{2}$/u, { error: 'use two-letter countries such as "kr"' }))
    .default([]),
  budget: count(1, 50).default(defaultSettings.budget),
  reroute: z
    .array(z.number().min(1, { error: "use factors from 1 up, such as 1.5" }))
    .min(1)
    .default([1, 1.5, 2]),
  from: ends.nullish(),
  to: ends.nullish(),
  between: z.tuple([isoDate, isoDate], { error: 'use two dates, such as ["2014-01-01", "2016-07-31"]' }).nullish(),
  protect: z.array(words).default([]),
  threads: count(1, 64).default(defaultSettings.threads),
  memoryMb: count(256, 1_000_000).default(defaultSettings.memoryMb),
});

const caseSchema = z.strictObject({
  title: words,
  settings: settings.prefault({}),
  rates: words.nullish(),
  sources: z.array(source).default([]),
  datasets: z.array(dataset).default([]),
  lists: z.array(list).default([]),
});

/** What `case.yaml` says, checked. */
export interface CaseConfig extends Omit<z.infer<typeof caseSchema>, "settings"> {
  readonly settings: Settings;
}

/** Reads the text of a `case.yaml`, or refuses it with the path, the value found there and the right form. */
export function parseCaseConfig(yamlText: string): CaseConfig {
  const lines = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter: lines });
  const broken = document.errors[0];
  if (broken)
    throw new Refusal(`case.yaml: line ${broken.linePos?.[0].line ?? "?"}: ${broken.message.split("\n")[0] ?? ""}`);
  const parsed = caseSchema.safeParse(document.toJS());
  if (!parsed.success) throw new Refusal(parsed.error.issues.map((issue) => issueText(document, issue)).join("\n"));
  const config = { ...parsed.data, settings: toSettings(parsed.data.settings) };
  checkReferences(config);
  return config;
}

function gradeHint(): string {
  return 'use a letter A-F and a digit 1-6, such as "B2"';
}

function toSettings(raw: z.infer<typeof settings>): Settings {
  const { reroute, from, to, between, ...rest } = raw;
  return {
    ...rest,
    rhoQuarters: reroute.map((factor) => Math.round(factor * 4)),
    from: from ?? null,
    to: to ?? null,
    between: between ?? null,
  };
}

function issueText(document: Document, issue: z.core.$ZodIssue): string {
  const path = issue.path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
    .join("")
    .replace(/^\./u, "");
  if (issue.code === "unrecognized_keys") {
    return `case.yaml: ${path || "the top level"} has ${issue.keys.map((key) => `"${key}"`).join(", ")}, which means nothing here; take it out or correct its spelling`;
  }
  const found = document.getIn(
    issue.path.map((step) => (typeof step === "symbol" ? String(step) : step)),
    false,
  );
  return `case.yaml: ${path || "the file"} is ${valueText(found)}; ${issue.message}`;
}

function valueText(found: unknown): string {
  if (found === undefined || found === null) return "missing";
  if (isMap(found) || isSeq(found)) return `a ${isMap(found) ? "group" : "list"}`;
  return `"${String(found)}"`;
}

function checkReferences(config: CaseConfig): void {
  const sources = new Set(config.sources.map((each) => each.id));
  const refuse = (path: string, value: string, right: string): never => {
    throw new Refusal(`case.yaml: ${path} is "${value}"; ${right}`);
  };
  refuseTwice(
    config.sources.map((each) => each.id),
    "sources",
    refuse,
  );
  refuseTwice(
    [...config.datasets, ...config.lists].map((each) => each.name),
    "datasets and lists",
    refuse,
  );
  const known = [...sources].map((id) => `"${id}"`).join(", ") || "none yet";
  for (const [key, group] of [
    ["datasets", config.datasets],
    ["lists", config.lists],
  ] as const) {
    group.forEach((each, index) => {
      if (!sources.has(each.source))
        refuse(`${key}[${index}].source`, each.source, `use the id of a source (${known})`);
    });
  }
  config.sources.forEach(({ derivedFrom, id }, index) => {
    if (derivedFrom && derivedFrom !== "unknown" && (!sources.has(derivedFrom) || derivedFrom === id)) {
      refuse(`sources[${index}].derivedFrom`, derivedFrom, `use the id of another source (${known}) or "unknown"`);
    }
    if (config.sources[index]?.sealed && config.sources[index]?.label) {
      refuse(
        `sources[${index}].label`,
        "(not shown)",
        "a sealed source has no label here; take it out and give it to `windfall add --sealed`",
      );
    }
  });
}

function refuseTwice(
  names: readonly string[],
  where: string,
  refuse: (path: string, value: string, right: string) => never,
): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) refuse(`one of the ${where}`, twice, "each needs a name of its own");
}
