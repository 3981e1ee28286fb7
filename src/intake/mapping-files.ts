import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A file in custody whose mappings a person may read and change: its hand-over, its name, and the folder they lie in. */
export interface MappedMaterial {
  readonly dataset: string;
  readonly name: string;
  readonly mappingDir: string;
}

/** The YAML of each mapped member, by the name of its mapping file. */
export type MappingTexts = ReadonlyMap<string, string>;

/** The file of a member's mapping: the material's own, or that of a member of an archive by its ordinal. */
export const mappingFile = (material: MappedMaterial, { ordinal }: { readonly ordinal: number }): string =>
  ordinal === 0 ? `${mappingPrefix(material)}.yaml` : `${mappingPrefix(material)}__m${ordinal}.yaml`;

/** The mappings that lie there for a file and its members. */
export function mappingsOnDisk(material: MappedMaterial): MappingTexts {
  if (!existsSync(material.mappingDir)) return new Map();
  const prefix = mappingPrefix(material);
  const names = readdirSync(material.mappingDir).filter(
    (name) => name.startsWith(prefix) && /^(?:__m\d+)?\.yaml$/u.test(name.slice(prefix.length)),
  );
  return new Map(names.toSorted().map((name) => [name, readFileSync(join(material.mappingDir, name), "utf8")]));
}

const mappingPrefix = ({ dataset, name }: MappedMaterial): string => `${dataset}__${name}`;
