import {
  constants,
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { parseDocument } from "yaml";
import { Refusal, type Clock } from "../base/index.ts";
import { sealName } from "../protect/index.ts";
import { parseCaseConfig } from "./case-config.ts";
import { openCaseFolder, type CaseFolder } from "./case-folder.ts";
import { orDiskFull } from "./disk-full.ts";
import { enterHandOver, type EnteredHandOver } from "./enter-hand-over.ts";
import { fileToRead } from "./file-refusal.ts";
import { addToManifest, hashFile, materialPath, readManifest, type ManifestEntry } from "./manifest.ts";

/** Who gave the material, as it stands in `case.yaml`; only a new source needs more than its id. */
export interface SourceToAdd {
  readonly id: string;
  readonly label?: string;
  readonly kind?: string;
  readonly grade?: string;
  readonly sealed?: boolean;
  readonly firstHand?: boolean;
  readonly derivedFrom?: string;
}

/** One hand-over, or one edition of a list (then `series` and `edition` are set), to be taken into custody. */
export interface MaterialToAdd {
  readonly files: readonly string[];
  readonly dataset: string;
  readonly source: SourceToAdd;
  /** Not given: today, or what `case.yaml` says of the hand-over. */
  readonly received?: string;
  readonly howObtained?: string;
  readonly bystanders?: boolean;
  readonly series?: string;
  readonly edition?: string;
}

/** A file in custody, and whether this call put it there. */
export interface AddedFile extends ManifestEntry {
  readonly isNew: boolean;
}

/**
 * Takes files into a case: each is hashed where it lies, copied untouched under `material/`, hashed again, and written
 * into the manifest; then source and dataset are entered in `case.yaml`. Files of a sealed source get a pseudonym.
 * Options that contradict what `case.yaml` says of a source or hand-over are refused. What is there already with the same content is left as it is.
 */
export async function addMaterial(
  dir: string,
  material: MaterialToAdd,
  by: { readonly actor: string; readonly clock: Clock },
): Promise<AddedFile[]> {
  // All are looked at before the first is taken: case.yaml is written last.
  for (const file of material.files) {
    if (!statSync(fileToRead(file)).isFile()) throw new Refusal(`${file}: this is no file; give the path of a file`);
  }
  const folder = openCaseFolder(dir, by.clock);
  const document = parseDocument(readFileSync(folder.paths.config, "utf8"));
  const today = by.clock().toISOString().slice(0, 10);
  const entered = enterHandOver(document, folder, material, { actor: by.actor, today });
  parseCaseConfig(document.toString());
  const entries: AddedFile[] = [];
  for (const file of material.files) entries.push(await addFile(folder, { ...material, file, ...entered, ...by }));
  replaceFile(folder.paths.config, document.toString());
  return entries;
}

interface FileToAdd extends EnteredHandOver {
  readonly dataset: string;
  readonly file: string;
  readonly actor: string;
  readonly clock: Clock;
}

async function addFile(folder: CaseFolder, add: FileToAdd): Promise<AddedFile> {
  const sha256 = await hashFile(add.file);
  const ofDataset = readManifest(folder.paths).filter((entry) => entry.dataset === add.dataset);
  const held = ofDataset.find((entry) => entry.sha256 === sha256);
  if (held) return { ...held, isNew: false };
  const name = add.isSealed ? pseudonymOf(add.file, ofDataset.length + 1) : basename(add.file).normalize("NFC");
  if (ofDataset.some((entry) => entry.name === name)) {
    throw new Refusal(
      `${add.file}: hand-over "${add.dataset}" holds another file named "${name}"; give it as a new hand-over or under another name`,
    );
  }
  if (add.isSealed) folder.sealedNames.keep(`${add.dataset}/${name}`, sealName(basename(add.file)), add.actor);
  const entry = { dataset: add.dataset, name };
  const target = materialPath(folder.paths, entry);
  mkdirSync(dirname(target), { recursive: true });
  copyWhole(add.file, target, folder.paths.dir);
  const { atime, mtime } = statSync(add.file);
  utimesSync(target, atime, mtime);
  if ((await hashFile(target)) !== sha256)
    throw new Refusal(`${target}: the copy differs from ${add.file}; check the disk and add it again`);
  const { size, mtimeMs } = statSync(target);
  const complete = {
    ...entry,
    sha256,
    bytes: size,
    modifiedMs: mtimeMs,
    addedBy: add.actor,
    addedAt: add.clock().toISOString(),
    howObtained: add.howObtained,
  };
  addToManifest(folder.paths, complete);
  return { ...complete, isNew: true };
}

/** Copies a file; a copy that the disk cuts short is not left behind. */
function copyWhole(file: string, target: string, dir: string): void {
  try {
    copyFileSync(file, target, constants.COPYFILE_FICLONE);
  } catch (cause) {
    rmSync(target, { force: true });
    throw orDiskFull(cause, dir);
  }
}

const pseudonymOf = (file: string, ordinal: number): string => {
  const extension = extname(file).toLowerCase();
  return `f${ordinal}${/^\.[a-z0-9]{1,8}$/u.test(extension) ? extension : ""}`;
};

/** Writes a file so that a crash leaves the old or the new one whole. */
function replaceFile(path: string, content: string): void {
  const next = join(dirname(path), `.${basename(path)}.next`);
  writeFileSync(next, content);
  renameSync(next, path);
}
