import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { atKey, stableJson, type Clock } from "../base/index.ts";
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
import { mappingFile, mappingsOnDisk, type MappedMaterial, type MappingTexts } from "./mapping-files.ts";
import { memberNames } from "./member-names.ts";
import { stageFile, stagingVersion, type KeepNames, type StagedFile } from "./parser/index.ts";
import type { IntakeSource } from "./statements/index.ts";

/** Changed whenever the same material and mapping would give other rows. */
const codeVersion = "15";

/** What intake is given by whoever owns the case. */
export interface IntakeContext {
  readonly database: Database;
  readonly commitBatch: BatchCommitter;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly actor: string;
  readonly key: Uint8Array;
  /** The batches that hold the files of the case now, as `heldFiles` gives them. */
  readonly held: ReadonlyMap<string, HeldFile>;
  readonly progress: (done: number, total: number, what: string) => void;
  /** Whether the name of a protected source stands in a text: it is kept out of what is written about people. */
  readonly isSealedName: (text: string) => boolean;
  /** Ends when the file that the parser child reads ahead is read; there is one child at a time. */
  readonly ahead?: Promise<void>;
  /** Told when the parser child has read this file: time to have it read the next. */
  readonly onRead?: () => void;
}

/** One file in custody. */
export interface Material extends MappedMaterial {
  readonly datasetNo: number;
  readonly isSealed: boolean;
  readonly isBystanders: boolean;
  readonly path: string;
  readonly contentSha256: string;
  /** The folder of its staged form: by its content, and another where its source is sealed. */
  readonly stagedDir: string;
  /** Given if its source is sealed: keeps the names in its archives. */
  readonly keepNames?: KeepNames | undefined;
}

/** As much of a file in custody as its staged form follows from. */
type MaterialBytes = Pick<Material, "path" | "name" | "stagedDir" | "keepNames">;

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
  const { stagedDir } = material;
  const reading = (context.ahead ?? Promise.resolve()).then(() => stagedFile(material));
  // What states a file is loaded while the child reads it.
  const [staged, { mapMembers }, { prepareMembers, writeMembers }] = await Promise.all([
    reading,
    import("./map-members.ts"),
    import("./write-members.ts"),
  ]);
  context.onRead?.();
  const names = memberNames(material, staged.files);
  const { database, settings } = context;
  const mappings = await mapMembers({ database, settings, material, staged, stagedDir, onDisk, names });
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
export async function readAhead(material: MaterialBytes): Promise<void> {
  await stagedFile(material);
}

/** The batch that holds a file now. */
export interface HeldFile {
  readonly batchNo: number;
  readonly supersedes: number | null;
  readonly mac: string;
}

/** The name by which `heldFiles` knows a file. */
export const heldName = ({ dataset, name }: Pick<Material, "dataset" | "name">): string => `${dataset}/${name}`;

/** Which files of which hand-overs are in the case, and by which batch: one query for all of them. */
export async function heldFiles(database: Database): Promise<ReadonlyMap<string, HeldFile>> {
  const rows = await database.rows(
    sql`select d.dataset, f.name, b.batch_no as "batchNo", b.supersedes, b.input_mac as mac
      from held.current_file f join held.batch b using (batch_no) join held.current_dataset d using (dataset_no)
      where f.parent_no is null order by b.batch_no, f.file_no`,
    { dataset: text, name: text, batchNo: integer, supersedes: nullable(integer), mac: hex },
  );
  return new Map(rows.map((row) => [heldName(row), row]));
}

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

/** The staged form in the cache where it is whole; the statements' writer compares every chunk with its hash. */
async function stagedFile({ path: materialPath, name, stagedDir, keepNames }: MaterialBytes): Promise<StagedFile> {
  const path = join(stagedDir, "staged.json");
  if (existsSync(path)) {
    const staged: StagedFile & { readonly version?: number } = JSON.parse(readFileSync(path, "utf8"));
    const chunks = staged.files.flatMap((member) =>
      member.parts.flatMap((part) => [...part.chunks, ...(part.extras ? [part.extras] : [])]),
    );
    const isWhole = chunks.every((chunk) => existsSync(join(stagedDir, chunk.file)));
    if (isWhole && staged.version === stagingVersion) return staged;
  }
  return stageFile({ path: materialPath, name, outDir: stagedDir, keepNames });
}

const sourceOf = (
  { database, settings, isSealedName }: IntakeContext,
  material: Material,
  of: Pick<IntakeSource, "member" | "stagedDir" | "name">,
): IntakeSource => ({
  database,
  settings,
  datasetNo: material.datasetNo,
  dataset: material.dataset,
  mappingName: mappingFile(material, of.member),
  isBystanders: material.isBystanders ? true : null,
  isSealedName,
  ...of,
});
