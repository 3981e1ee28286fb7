export type { Acknowledgement } from "./acknowledgements.ts";
export type { BatchCommitter, BatchInput, BatchWriter, CommittedBatch } from "./batch.ts";
export { batchMac, isoTime } from "./batch.ts";
export { holdsHead, keepChainHead, readChainHead } from "./chain-head.ts";
export { closedContactTable } from "./closed-contact.ts";
export { mentionRulingTable } from "./mention-ruling.ts";
export { openCaseFile, type CaseFile, type CaseFileOptions } from "./case-file.ts";
export { cancellable } from "./cancellable.ts";
export type { Columns, Database, OnQuery } from "./database.ts";
export * from "./id-shapes.ts";
export { appendLine, readLines } from "./line-file.ts";
export { dropTables, dropTemporaryTables, makeTable, makeUnpackedTable } from "./make-table.ts";
export {
  bigInteger,
  boolean,
  hex,
  integer,
  integerList,
  listOf,
  nullable,
  text,
  textList,
  type Row,
  type Shape,
} from "./shape.ts";
export {
  identifier,
  joinSql,
  literal,
  rawSql,
  sql,
  tableName,
  type Sql,
  type SqlValue,
  type TableName,
} from "./sql.ts";
export type { Scratch } from "./scratch.ts";
export { runStage, tableOfWorld, type Stage, type StageContext } from "./stage.ts";
