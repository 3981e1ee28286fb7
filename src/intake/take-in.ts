import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { atKey, Refusal, stableJson, type Clock } from "../base/index.ts";
import type { Settings } from "../model/index.ts";
import {
  batchMac,
  dropTemporaryTables,
  hex,
  integer,
  nullable,
  sql,
  text,
  type BatchCommitter,
  type Database,
} from "../store/index.ts";
import { mappingToYaml, parseMapping, readColumns } from "./columns/index.ts";
import { isSelfDescribed } from "./forms/form-values.ts";
import { findMisfits } from "./fit-mapping.ts";
import type { FileMapping } from "./mapping.ts";
import { memberNames } from "./member-names.ts";
import { stageFile, stagingVersion, type StagedFile, type StagedForm, type StagedMember } from "./parser/index.ts";
import type { IntakeSource } from "./statements/index.ts";
import { prepareMembers, writeMembers } from "./write-members.ts";

/** Changed whenever the same material and mapping would give other rows. */
const codeVersion = "9";

/** What intake is given by whoever owns the case. */
export interface IntakeContext {
  readonly database: Database;
  readonly commitBatch: BatchCommitter;
  readonly settings: Settings;
  readonly cacheDir: string;
  readonly clock: Clock;
  readonly actor: string;
  readonly key: Uint8Array;
  /** The batches that hold the files of the case now, as `heldFiles` gives them. */
  readonly held: ReadonlyMap<string, HeldFile>;
  readonly progress: (done: number, total: number, what: string) => void;
  /** Told when the parser child has read this file: time to have it read the next. */
  readonly onRead?: () => void;
}

/** One file in custody. */
export interface Material {
  readonly datasetNo: number;
  readonly dataset: string;
  readonly isSealed: boolean;
  readonly isBystanders: boolean;
  readonly name: string;
  readonly path: string;
  readonly contentSha256: string;
  readonly mappingDir: string;
}

/** As much of a file in custody as its staged form follows from. */
type MaterialBytes = Pick<Material, "path" | "name" | "contentSha256">;

/** What became of one file. */
export interface IntakeReport {
  readonly file: string;
  readonly isNew: boolean;
  readonly batchNo: number;
}

/**
 * Takes one file in: staged in the parser child (or found in the cache), mapped, stated, and committed as one batch. The
 * batch is known by content, mapping and code: the same again does nothing; an edited mapping makes a batch that
 * supersedes the one before.
 */
export async function takeIn(context: IntakeContext, material: Material): Promise<IntakeReport> {
  const file = `${material.dataset}/${material.name}`;
  const held = context.held.get(heldName(material));
  const isHeld = (texts: MappingTexts): boolean =>
    held !== undefined && held.mac === macOf(context, contentOf(material, texts, held.supersedes));
  const onDisk = mappingsOnDisk(material);
  if (held && isHeld(onDisk)) return { file, isNew: false, batchNo: held.batchNo };
  context.progress(0, 2, "is read");
  const stagedDir = join(context.cacheDir, material.contentSha256);
  const staged = await stagedFile(material, stagedDir);
  context.onRead?.();
  const names = memberNames(material, staged.files);
  const mappings = await mapMembers(context, material, { staged, stagedDir, onDisk, names });
  const texts = new Map([...mappings].map(([name, mapping]) => [name, mapping.text]));
  if (held && isHeld(texts)) return { file, isNew: false, batchNo: held.batchNo };
  context.progress(1, 2, "is stated");
  const supersedes = held?.batchNo ?? null;
  const members = await prepareMembers(
    staged.files.map((member) => ({
      source: sourceOf(context, material, { member, stagedDir, name: atKey(names, member.ordinal) }),
      mapping: mappings.get(mappingFile(material, member))?.mapping,
    })),
  );
  const batch = await context.commitBatch(
    { kind: "intake", content: contentOf(material, texts, supersedes), actor: context.actor, supersedes },
    (batchNo) => writeMembers(context, members, batchNo),
  );
  await dropTemporaryTables(context.database);
  return { file, isNew: batch.isNew, batchNo: batch.batchNo };
}

/** Has the parser child read a file that will be asked for, so that it waits in the cache by then; what is there is left. */
export async function readAhead(cacheDir: string, material: MaterialBytes): Promise<void> {
  await stagedFile(material, join(cacheDir, material.contentSha256));
}

/** The batch that holds a file now. */
export interface HeldFile {
  readonly batchNo: number;
  readonly supersedes: number | null;
  readonly mac: string;
}

/** The name by which `heldFiles` knows a file. */
export const heldName = ({ datasetNo, name }: Pick<Material, "datasetNo" | "name">): string => `${datasetNo}/${name}`;

/** Which files of which hand-overs are in the case, and by which batch: one query for all of them. */
export async function heldFiles(database: Database): Promise<ReadonlyMap<string, HeldFile>> {
  const rows = await database.rows(
    sql`select f.dataset_no as "datasetNo", f.name, b.batch_no as "batchNo", b.supersedes, b.input_mac as mac
      from held.current_file f join held.batch b using (batch_no) where f.parent_no is null order by b.batch_no, f.file_no`,
    { datasetNo: integer, name: text, batchNo: integer, supersedes: nullable(integer), mac: hex },
  );
  return new Map(rows.map((row) => [heldName(row), row]));
}

/** The YAML of each mapped member, by the name of its mapping file. */
type MappingTexts = ReadonlyMap<string, string>;

const macOf = (context: IntakeContext, content: string): string => batchMac(context.key, "intake", content);

const contentOf = (material: Material, texts: MappingTexts, supersedes: number | null): string =>
  stableJson({
    codeVersion,
    sha256: material.contentSha256,
    dataset: material.dataset,
    name: material.name,
    isSealed: material.isSealed,
    isBystanders: material.isBystanders,
    mappings: Object.fromEntries(texts),
    supersedes,
  });

const mappingPrefix = (material: Material): string => `${material.dataset}__${material.name}`;

/** The file of a member's mapping: the material's own, or that of a member of an archive by its ordinal. */
const mappingFile = (material: Material, member: Pick<StagedMember, "ordinal">): string =>
  member.ordinal === 0 ? `${mappingPrefix(material)}.yaml` : `${mappingPrefix(material)}__m${member.ordinal}.yaml`;

function mappingsOnDisk(material: Material): Map<string, string> {
  if (!existsSync(material.mappingDir)) return new Map();
  const prefix = mappingPrefix(material);
  const names = readdirSync(material.mappingDir).filter(
    (name) => name.startsWith(prefix) && /^(?:__m\d+)?\.yaml$/u.test(name.slice(prefix.length)),
  );
  return new Map(names.toSorted().map((name) => [name, readFileSync(join(material.mappingDir, name), "utf8")]));
}

/** The staged form in the cache where it is whole; the statements' writer compares every chunk with its hash. */
async function stagedFile(material: MaterialBytes, stagedDir: string): Promise<StagedFile> {
  const path = join(stagedDir, "staged.json");
  if (existsSync(path)) {
    const staged: StagedFile & { readonly version?: number } = JSON.parse(readFileSync(path, "utf8"));
    const chunks = staged.files.flatMap((member) =>
      member.parts.flatMap((part) => [...part.chunks, ...(part.extras ? [part.extras] : [])]),
    );
    const isWhole = chunks.every((chunk) => existsSync(join(stagedDir, chunk.file)));
    if (isWhole && staged.version === stagingVersion) return staged;
  }
  return stageFile({ path: material.path, name: material.name, outDir: stagedDir });
}

interface MemberMapping {
  readonly text: string;
  readonly mapping: FileMapping;
}

const mappedForms: ReadonlySet<StagedForm> = new Set([
  "csv",
  "xlsx",
  "xls",
  "xlsb",
  "ods",
  "workbook",
  "dbf",
  "sqlite",
]);

/** Reads each tabular member's mapping from its YAML, or finds it out and writes it there for a person to read and change. */
async function mapMembers(
  context: IntakeContext,
  material: Material,
  from: {
    readonly staged: StagedFile;
    readonly stagedDir: string;
    readonly onDisk: MappingTexts;
    readonly names: ReadonlyMap<number, string>;
  },
): Promise<Map<string, MemberMapping>> {
  const mappings = new Map<string, MemberMapping>();
  for (const member of from.staged.files) {
    if (!mappedForms.has(member.form) || isSelfDescribed(member)) continue;
    const name = mappingFile(material, member);
    const written = from.onDisk.get(name);
    if (written !== undefined) {
      const mapping = readMapping(written, join(material.mappingDir, name));
      const { stagedDir } = from;
      const file = { database: context.database, name: atKey(from.names, member.ordinal), member, stagedDir };
      const misfits = await findMisfits(mapping, file);
      if (misfits.length > 0)
        throw new Refusal(misfits.map((misfit) => `${join(material.mappingDir, name)}: ${misfit}`).join("\n"));
      mappings.set(name, { text: written, mapping });
      continue;
    }
    const mapping = await readColumns(
      context.database,
      { ...member, name: atKey(from.names, member.ordinal) },
      from.stagedDir,
      context.settings,
    );
    const text = mappingToYaml(mapping);
    mkdirSync(material.mappingDir, { recursive: true });
    writeFileSync(join(material.mappingDir, name), text);
    mappings.set(name, { text, mapping: readMapping(text, join(material.mappingDir, name)) });
  }
  return mappings;
}

function readMapping(text: string, where: string): FileMapping {
  const read = parseMapping(text, where);
  if (!read.ok) throw new Refusal(read.fault);
  return read.value;
}

const sourceOf = (
  { database, settings }: IntakeContext,
  material: Material,
  of: Pick<IntakeSource, "member" | "stagedDir" | "name">,
): IntakeSource => ({
  database,
  settings,
  datasetNo: material.datasetNo,
  dataset: material.dataset,
  mappingName: mappingFile(material, of.member),
  isBystanders: material.isBystanders ? true : null,
  ...of,
});
