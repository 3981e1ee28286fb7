import { basename, extname } from "node:path";
import { Refusal } from "../base/index.ts";
import { hashFile, type ManifestEntry } from "./manifest.ts";

/** A file that was looked at and not yet taken: its hash, and its name in the hand-over; null where the hand-over has its content already. */
export interface NamedFile {
  readonly file: string;
  readonly sha256: string;
  readonly name: string | null;
}

/** The files of one hand-over. */
interface FilesToName {
  readonly files: readonly string[];
  readonly dataset: string;
  readonly isSealed: boolean;
}

/**
 * Hashes and names the files of a hand-over, a sealed source's by pseudonym; refuses two of one name, and two whose mappings
 * would share a file, whether added before or now.
 */
export async function nameFiles(
  entries: readonly ManifestEntry[],
  { files, dataset, isSealed }: FilesToName,
): Promise<NamedFile[]> {
  const ofDataset = entries.filter((entry) => entry.dataset === dataset);
  const held = new Set(ofDataset.map(({ sha256 }) => sha256));
  const taken = new Map(ofDataset.map(({ name }) => [name, `holds another file named "${name}"`]));
  const mapped = new MappedNames();
  for (const entry of entries) mapped.add(entry);
  const named: NamedFile[] = [];
  for (const file of files) {
    const sha256 = await hashFile(file);
    if (held.has(sha256)) {
      named.push({ file, sha256, name: null });
      continue;
    }
    const name = isSealed ? pseudonymOf(file, taken.size + 1) : basename(file).normalize("NFC");
    const before = taken.get(name);
    if (before !== undefined)
      throw new Refusal(
        `${file}: hand-over "${dataset}" ${before}; give it as a new hand-over or under another name. Nothing was added`,
      );
    const other = mapped.clashOf({ dataset, name });
    if (other !== undefined)
      throw new Refusal(
        `${file}: its mapping would have the file of that of ${other}, because of "__" in a name; give it as a hand-over of another name. Nothing was added`,
      );
    mapped.add({ dataset, name });
    held.add(sha256);
    taken.set(name, `is given ${file} too, which has the same name`);
    named.push({ file, sha256, name });
  }
  return named;
}

/** A file by its hand-over and its name. */
type MappedName = Pick<ManifestEntry, "dataset" | "name">;

/**
 * Names as the files under `mappings/` have them: `hand-over__name.yaml`, and `hand-over__name__m3.yaml` for a member of an
 * archive. Hand-over `a` with `b__x.csv` and hand-over `a__b` with `x.csv` would share one.
 */
class MappedNames {
  private readonly files = new Map<string, string>();
  private readonly archives = new Map<string, string>();

  add({ dataset, name }: MappedName): void {
    this.files.set(mappedAs({ dataset, name }), `${dataset}/${name}`);
    const archive = archiveOf(mappedAs({ dataset, name }));
    if (archive !== undefined) this.archives.set(archive, `${dataset}/${name}`);
  }

  /** Another file whose mapping, or that of a member of which, would have the same file. */
  clashOf(file: MappedName): string | undefined {
    const mapped = mappedAs(file);
    return this.files.get(mapped) ?? this.archives.get(mapped) ?? this.files.get(archiveOf(mapped) ?? "");
  }
}

const mappedAs = ({ dataset, name }: MappedName): string => `${dataset}__${name}`;

/** The archive for a member of which a name might be taken. */
const archiveOf = (mapped: string): string | undefined => /^(.+)__m\d+$/u.exec(mapped)?.[1];

const pseudonymOf = (file: string, ordinal: number): string => {
  const extension = extname(file).toLowerCase();
  return `f${ordinal}${/^\.[a-z0-9]{1,8}$/u.test(extension) ? extension : ""}`;
};
