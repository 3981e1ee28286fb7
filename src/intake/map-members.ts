import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { atKey, Refusal } from "../base/index.ts";
import type { Settings } from "../model/index.ts";
import type { Database } from "../store/index.ts";
import { mappingToYaml, parseMapping, readColumns } from "./columns/index.ts";
import { findMisfits } from "./fit-mapping.ts";
import { isSelfDescribed } from "./forms/form-values.ts";
import { interviewParts } from "./interviews/interview-sheet.ts";
import { mappingFile, type MappedMaterial, type MappingTexts } from "./mapping-files.ts";
import type { FileMapping } from "./mapping.ts";
import { earlierName } from "./member-names.ts";
import type { StagedFile, StagedForm } from "./parser/index.ts";

/** What the members of a file are mapped from. */
interface MapMembersInput {
  readonly database: Database;
  readonly settings: Settings;
  readonly material: MappedMaterial;
  readonly staged: StagedFile;
  readonly stagedDir: string;
  readonly onDisk: MappingTexts;
  /** The names to show, by ordinal. */
  readonly names: ReadonlyMap<number, string>;
}

/** A mapping and the YAML that says it. */
export interface MemberMapping {
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

/**
 * Reads each tabular member's mapping from its YAML, or finds it out and writes it there for a person to read and change;
 * by the name of the mapping's file.
 */
export async function mapMembers(input: MapMembersInput): Promise<Map<string, MemberMapping>> {
  const { database, settings, material, stagedDir } = input;
  const mappings = new Map<string, MemberMapping>();
  for (const member of input.staged.files) {
    if (!mappedForms.has(member.form) || isSelfDescribed(member)) continue;
    const file = mappingFile(material, member);
    const path = join(material.mappingDir, file);
    const name = atKey(input.names, member.ordinal);
    const written = input.onDisk.get(file);
    if (written !== undefined) {
      const mapping = readMapping(written, path);
      const mapped = { database, name, earlierName: earlierName(material, member, input.names), member, stagedDir };
      const misfits = await findMisfits(mapping, mapped);
      if (misfits.length > 0) throw new Refusal(misfits.map((misfit) => `${path}: ${misfit}`).join("\n"));
      mappings.set(file, { text: written, mapping });
      continue;
    }
    if ((await interviewParts(database, member, stagedDir)).length > 0) continue;
    const text = mappingToYaml(await readColumns(database, { ...member, name }, stagedDir, settings));
    mkdirSync(material.mappingDir, { recursive: true });
    writeFileSync(path, text);
    mappings.set(file, { text, mapping: readMapping(text, path) });
  }
  return mappings;
}

function readMapping(text: string, where: string): FileMapping {
  const read = parseMapping(text, where);
  if (!read.ok) throw new Refusal(read.fault);
  return read.value;
}
