import { hmacSha256, sha256 } from "../../base/index.ts";
import { integer, sql, tableName } from "../../store/index.ts";
import type { FileMapping } from "../mapping.ts";
import type { IntakeTarget } from "./target.ts";

/** Writes the rows that describe a file: the file, its parts, and what the parser could not read. */
export async function writeFileRows(target: IntakeTarget, parentNo: number | null, key: Uint8Array): Promise<void> {
  const { database, member, batchNo, fileNo } = target;
  const staged = sha256(member.parts.flatMap((part) => part.chunks.map((chunk) => chunk.sha256)).join("\n"));
  await database.run(sql`insert into ${tableName("held", "file")} values (${fileNo}, ${target.datasetNo}, ${parentNo}, ${target.name},
    unhex(${hmacSha256(key, member.sha256)}), ${member.bytes}, ${member.mediaType}, ${member.form},
    unhex(${hmacSha256(key, staged)}), ${member.rowsPresent}, ${member.rowsRead}, ${member.rowsLost}, ${batchNo})`);
  const { parts, faults } = member;
  await database.append(tableName("held", "part"), {
    file_no: parts.map(() => fileNo),
    part: parts.map((part) => part.part),
    name: parts.map((part) => part.name),
    visibility: parts.map((part) => part.visibility),
    column_count: parts.map((part) => part.columnCount),
    rows_present: parts.map((part) => part.rowsPresent),
    rows_read: parts.map((part) => part.rowsRead),
    rows_lost: parts.map((part) => part.rowsLost),
    batch_no: parts.map(() => batchNo),
  });
  const same = <Value>(value: Value): Value[] => faults.map(() => value);
  await database.append(tableName("held", "fault"), {
    file_no: same(fileNo),
    part: faults.map((fault) => fault.part),
    row_no: faults.map((fault) => (fault.rowNo === null ? null : BigInt(fault.rowNo))),
    col_no: faults.map((fault) => fault.colNo),
    byte_from: faults.map((fault) => (fault.byteFrom === null ? null : BigInt(fault.byteFrom))),
    kind: faults.map((fault) => fault.kind),
    text: faults.map((fault) => fault.text),
    rows_lost: faults.map((fault) => BigInt(fault.rowsLost)),
    batch_no: same(batchNo),
  });
}

/** Writes what each column of a file was taken to be. */
export async function writeReadings(target: IntakeTarget, mapping: FileMapping): Promise<void> {
  const rows = mapping.tables.flatMap((table, tableNo) =>
    table.readings.map((reading) => ({ table, tableNo, reading })),
  );
  const same = <Value>(value: Value): Value[] => rows.map(() => value);
  await target.database.append(tableName("held", "column_reading"), {
    file_no: same(target.fileNo),
    part: rows.map(({ table }) => table.part),
    table_no: rows.map(({ tableNo }) => tableNo),
    col_no: rows.map(({ reading }) => reading.column),
    header: rows.map(({ reading }) => reading.header),
    entity: rows.map(({ reading }) => reading.entity),
    schema: rows.map(({ reading }) => reading.schema),
    prop: rows.map(({ reading }) => reading.prop),
    confidence_ppm: rows.map(({ reading }) => reading.confidencePpm),
    evidence: rows.map(({ reading }) => reading.evidence),
    batch_no: same(target.batchNo),
  });
}

/** The number after the greatest file number in use. */
export async function nextFileNo(target: Pick<IntakeTarget, "database">): Promise<number> {
  const { next } = await target.database.row(
    sql`select coalesce(max(file_no), 0)::integer + 1 as next from held.file`,
    { next: integer },
  );
  return next;
}
