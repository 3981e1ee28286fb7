import { integer, sql, type Database } from "../store/index.ts";
import { isDocumentForm } from "../model/index.ts";
import { writeDocuments } from "./documents/write-documents.ts";
import { formValues } from "./forms/form-values.ts";
import { writeForm } from "./forms/write-form.ts";
import { writeFtm } from "./forms/write-ftm.ts";
import { interviewParts } from "./interviews/interview-sheet.ts";
import { writeInterview } from "./interviews/write-interview.ts";
import type { FileMapping } from "./mapping.ts";
import {
  nextFileNo,
  prepareMapped,
  writeFileRows,
  writeMapped,
  type IntakeSource,
  type IntakeTarget,
  type PreparedFile,
} from "./statements/index.ts";
import { writeBystanders } from "./write-bystanders.ts";

/** One member of a file, and its tables where a mapping says what they hold. */
export interface PreparedMember {
  readonly source: IntakeSource;
  readonly prepared: PreparedFile | undefined;
}

/** Readies every member of a file for the transaction that writes them. */
export async function prepareMembers(
  members: readonly { readonly source: IntakeSource; readonly mapping: FileMapping | undefined }[],
): Promise<readonly PreparedMember[]> {
  const prepared: PreparedMember[] = [];
  for (const { source, mapping } of members)
    prepared.push({ source, prepared: mapping && (await prepareMapped(source, mapping)) });
  return prepared;
}

/** Writes the members of one file under a batch; the number of statements and faults. */
export async function writeMembers(
  { database, key }: { readonly database: Database; readonly key: Uint8Array },
  members: readonly PreparedMember[],
  batchNo: number,
): Promise<number> {
  const firstNo = await nextFileNo({ database });
  for (const { source, prepared } of members) {
    const { ordinal, parentOrdinal } = source.member;
    const target: IntakeTarget = { ...source, batchNo, fileNo: firstNo + ordinal };
    await writeFileRows(target, parentOrdinal === null ? null : firstNo + parentOrdinal, key);
    await writeMember(target, prepared);
    await writeBystanders(target);
  }
  const { rows } = await database.row(
    sql`select (select count(*) from held.statement where batch_no = ${batchNo}) + (select count(*) from held.fault where batch_no = ${batchNo}) as rows`,
    { rows: integer },
  );
  return rows;
}

async function writeMember(target: IntakeTarget, prepared: PreparedFile | undefined): Promise<void> {
  const { form } = target.member;
  if (form === "ftm-statements" || form === "ftm-entities") return writeFtm(target);
  if (isDocumentForm(form)) return writeDocuments(target);
  if (prepared) return writeMapped(target, prepared);
  const sheets = await interviewParts(target.database, target.member, target.stagedDir);
  if (sheets.length > 0) return writeInterview(target, sheets);
  const values = await formValues(target);
  if (values) await writeForm(target, values);
}
