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
import { basename, dirname, join } from "node:path";
import { parseDocument } from "yaml";
import { assert, Refusal, type Clock } from "../base/index.ts";
import { sealName, type Sealed } from "../protect/index.ts";
import { parseCaseConfig } from "./case-config.ts";
import { openCaseFolder, type CaseFolder } from "./case-folder.ts";
import { orDiskFull } from "./disk-full.ts";
import { enterHandOver, type EnteredHandOver } from "./enter-hand-over.ts";
import { fileToRead } from "./file-refusal.ts";
import { hashFile, materialPath, openManifest, type ManifestEntry, type ManifestInHand } from "./manifest.ts";
import { nameFiles, type NamedFile } from "./name-files.ts";

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

/** Who adds, and when. */
interface Adding {
  readonly actor: string;
  readonly clock: Clock;
}

/**
 * Takes files into a case: each is hashed where it lies, copied untouched under `material/`, hashed again, and written
 * into the manifest; then source and dataset are entered in `case.yaml`. Files of a sealed source get a pseudonym.
 * Options that contradict what `case.yaml` says of a source or hand-over are refused. What is there already with the same content is left as it is.
 */
export async function addMaterial(dir: string, material: MaterialToAdd, by: Adding): Promise<AddedFile[]> {
  // All are looked at before the first is taken.
  for (const file of material.files) {
    if (!statSync(fileToRead(file)).isFile()) throw new Refusal(`${file}: this is no file; give the path of a file`);
  }
  const folder = openCaseFolder(dir, by.clock);
  const document = parseDocument(readFileSync(folder.paths.config, "utf8"));
  const today = by.clock().toISOString().slice(0, 10);
  const entered = enterHandOver(document, folder, material, today);
  parseCaseConfig(document.toString());
  const manifest = openManifest(folder.paths);
  const files = await nameFiles(manifest.entries, { ...material, ...entered });
  try {
    return await takeFiles({ folder, manifest, files, entered, by, dataset: material.dataset }, () => {
      if (entered.label) folder.sealedNames.keep(material.source.id, entered.label, by.actor);
      replaceFile(folder.paths.config, document.toString());
    });
  } catch (cause) {
    throw orDiskFull(cause, dir);
  }
}

interface FilesToTake {
  readonly folder: CaseFolder;
  readonly manifest: ManifestInHand;
  readonly files: readonly NamedFile[];
  readonly entered: EnteredHandOver;
  readonly by: Adding;
  readonly dataset: string;
}

/** Takes files one by one; `enter` is called once, also where one that follows the first cannot be taken: what is in custody has its hand-over. */
async function takeFiles(take: FilesToTake, enter: () => void): Promise<AddedFile[]> {
  const { manifest, files, dataset } = take;
  const ofDataset = manifest.entries.filter((entry) => entry.dataset === dataset);
  const held = new Map(ofDataset.map((entry) => [entry.sha256, entry]));
  const added: AddedFile[] = [];
  let isWhole = false;
  try {
    if (take.entered.isSealed) keepNames(take);
    for (const file of files) {
      const known = held.get(file.sha256);
      const entry = known ?? (await takeFile(take, file));
      held.set(file.sha256, entry);
      added.push({ ...entry, isNew: !known });
    }
    isWhole = true;
  } finally {
    if (isWhole || added.some(({ isNew }) => isNew)) enter();
  }
  return added;
}

/** Keeps the names of a sealed source's files before their copies lie under pseudonyms. */
function keepNames({ folder, files, dataset, by }: FilesToTake): void {
  const names = files.flatMap(({ file, name }): [string, Sealed<string>][] =>
    name === null ? [] : [[`${dataset}/${name}`, sealName(basename(file))]],
  );
  folder.sealedNames.keepAll(new Map(names), by.actor);
}

async function takeFile(take: FilesToTake, { file, sha256, name }: NamedFile): Promise<ManifestEntry> {
  const { folder, manifest, dataset, by } = take;
  assert(name !== null, "a file that is not held has a name");
  const target = materialPath(folder.paths, { dataset, name });
  mkdirSync(dirname(target), { recursive: true });
  copyWhole(file, target);
  const { atime, mtime } = statSync(file);
  utimesSync(target, atime, mtime);
  if ((await hashFile(target)) !== sha256)
    throw new Refusal(`${target}: the copy differs from ${file}; check the disk and add it again`);
  const { size, mtimeMs } = statSync(target);
  const entry = {
    dataset,
    name,
    sha256,
    bytes: size,
    modifiedMs: mtimeMs,
    addedBy: by.actor,
    addedAt: by.clock().toISOString(),
    howObtained: take.entered.howObtained,
  };
  manifest.add(entry);
  return entry;
}

/** Copies a file; a copy that the disk cuts short is not left behind. */
function copyWhole(file: string, target: string): void {
  try {
    copyFileSync(file, target, constants.COPYFILE_FICLONE);
  } catch (cause) {
    rmSync(target, { force: true });
    throw cause;
  }
}

/** Writes a file so that a crash leaves the old or the new one whole. */
function replaceFile(path: string, content: string): void {
  const next = join(dirname(path), `.${basename(path)}.next`);
  writeFileSync(next, content);
  renameSync(next, path);
}
