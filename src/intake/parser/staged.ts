import { z } from "zod";

import { documentForms } from "../../model/index.ts";

/** What a file turned out to be. `workbook` is a spreadsheet format read through the library; `mediaType` says which. */
export const stagedForms = [
  "csv",
  "xlsx",
  "xls",
  "xlsb",
  "ods",
  "workbook",
  "dbf",
  "sqlite",
  "vcard",
  "ftm-entities",
  "ftm-statements",
  "ofac-sdn",
  "zip",
  "gzip",
  "messages",
  "contacts",
  "interview",
  ...documentForms,
  "unsupported",
] as const;

/** Why something could not be read, or was read with a doubt. */
export const stagedFaultKinds = [
  "encrypted",
  "damaged",
  "unsupported",
  "too-large",
  "too-deep",
  "timeout",
  "memory",
  "crashed",
  "unclosed-quote",
  "extra-cells",
  "missing-cells",
  "encoding",
  "rounded-number",
  "formula-error",
  "formula-without-value",
  "empty",
  "name",
  "link",
  "sidecar",
  "duplicate",
  "no-text",
] as const;

const count = z.number().int().nonnegative();
const hash = z.string().regex(/^[0-9a-f]{64}$/u);

/** One Parquet file of a part: its name in the output folder, the SHA-256 of its bytes, its rows. */
const stagedChunk = z.object({ file: z.string().regex(/^[a-z0-9-]+\.parquet$/u), sha256: hash, rows: count });

const stagedPart = z.object({
  part: count,
  name: z.string(),
  visibility: z.enum(["visible", "hidden", "very hidden"]),
  /** Set where the rows are passages of documents; the columns are those of `passageColumns` then. */
  isText: z.literal(true).optional(),
  columnCount: count,
  columnNames: z.array(z.string()).optional(),
  hiddenColumns: z.array(count),
  mergedRanges: z.array(z.string()),
  dateSystem: z.enum(["1900", "1904"]).optional(),
  rowsPresent: count,
  rowsRead: count,
  rowsLost: count,
  chunks: z.array(stagedChunk),
  extras: stagedChunk.optional(),
});

const stagedFault = z.object({
  part: count.nullable(),
  rowNo: count.nullable(),
  colNo: count.nullable(),
  byteFrom: count.nullable(),
  kind: z.enum(stagedFaultKinds),
  text: z.string(),
  rowsLost: count,
});

export const stagedMember = z.object({
  ordinal: count,
  parentOrdinal: count.nullable(),
  name: z.string(),
  bytes: count,
  sha256: hash,
  mediaType: z.string(),
  form: z.enum(stagedForms),
  encoding: z.string().optional(),
  delimiter: z.string().optional(),
  /** What the file says of itself: its author, who saved it last, when, with which program. */
  properties: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
  parts: z.array(stagedPart),
  faults: z.array(stagedFault),
  rowsPresent: count,
  rowsRead: count,
  rowsLost: count,
});

/** Changed whenever the same bytes would be staged otherwise: what waits in the cache under another is read again. */
export const stagingVersion = 6;

export const stagedFile = z.object({ files: z.array(stagedMember) });

/** What a file turned out to be. */
export type StagedForm = (typeof stagedForms)[number];

/** Why something could not be read, or was read with a doubt. */
export type StagedFaultKind = (typeof stagedFaultKinds)[number];

/**
 * One Parquet file in the output folder. A part's chunks have equal columns: `row_no` bigint, `byte_from` and `byte_to`
 * bigint or null, `is_hidden` boolean, `c0` .. `cN` text (null: no cell; empty: an empty cell). The extras file has
 * `row_no` bigint, `col_no` integer, `kind` and `text`.
 */
export type StagedChunk = z.infer<typeof stagedChunk>;

/** One table of a file: a sheet, a database table, the whole of a CSV file. `part` counts from 0; columns count from 0. */
export type StagedPart = z.infer<typeof stagedPart>;

/** One place that could not be read or is doubtful; `text` is a sentence for a person, `rowsLost` is 0 when nothing is lost. */
export type StagedFault = z.infer<typeof stagedFault>;

/** A file, or a member of an archive (`parentOrdinal` says of which). */
export type StagedMember = z.infer<typeof stagedMember>;

/** The file itself first, then the members of archives depth first. In each: rows read + rows lost = rows present. */
export type StagedFile = z.infer<typeof stagedFile>;
