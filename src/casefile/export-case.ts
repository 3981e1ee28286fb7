import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commonDescendant, isSchemaName, makeStatementId, statementColumns } from "../model/index.ts";
import {
  countClosedBystanders,
  countGuardedTexts,
  exportedEntities,
  exportedJoins,
  exportedStatements,
  type ExportedEntity,
  type ExportedStatement,
} from "../views/index.ts";
import { internalMark } from "./internal-mark.ts";
import type { OpenCase } from "./open-case.ts";
import { sealedNameRefusal } from "./refuse-sealed-name.ts";
import { writeLines } from "./write-lines.ts";

/** What an export wrote and what it left out. */
export interface ExportReport {
  readonly folder: string;
  readonly statements: number;
  readonly entities: number;
  readonly joins: number;
  readonly bystandersLeftOut: number;
  /** Values about people in flight, written as they may be told: in countries and months. */
  readonly guardedTold: number;
  /** Addresses of pages about people in flight. */
  readonly guardedLeftOut: number;
  /** Notes of files in which a sealed name stands. */
  readonly sealedNotesLeftOut: number;
}

/**
 * Writes FollowTheMoney entities, `statements.csv` and nomenklatura resolver lines, in a fixed order: equal cases export
 * equal bytes. A mark beside the files says that nothing in them was checked for release. Refuses to write a value in
 * which a sealed name stands, and leaves an earlier export as it is then; notes of files with one are left out.
 */
export async function exportCase(open: OpenCase, folder: string): Promise<ExportReport> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "READ-ME-FIRST.txt"),
    `${internalMark}\nEverything in this folder is internal: FollowTheMoney entities, statements and resolver lines.\n`,
  );
  const leftOut = { notes: 0 };
  const files = [
    { name: "statements.csv", lines: statementLines(open, leftOut) },
    { name: "entities.ftm.json", lines: entityLines(open) },
    { name: "resolver.ijson", lines: joinLines(open) },
  ].map((file) => ({ ...file, path: join(folder, file.name), unfinished: join(folder, `${file.name}.next`) }));
  const counts: number[] = [];
  try {
    for (const { unfinished, lines } of files) counts.push(await writeLines(unfinished, lines));
    for (const { unfinished, path } of files) renameSync(unfinished, path);
  } finally {
    for (const { unfinished } of files) rmSync(unfinished, { force: true });
  }
  const [statements = 1, entities = 0, joins = 0] = counts;
  const guarded = await countGuardedTexts(open);
  return {
    folder,
    statements: statements - 1,
    entities,
    joins,
    bystandersLeftOut: await countClosedBystanders(open),
    guardedTold: guarded.told,
    guardedLeftOut: guarded.leftOut,
    sealedNotesLeftOut: leftOut.notes,
  };
}

async function* statementLines(open: OpenCase, leftOut: { notes: number }): AsyncGenerator<readonly string[]> {
  const { sealedNames } = open.folder;
  const isSealed = (rows: readonly ExportedStatement[]): boolean => sealedNames.isIn(rows.map(rowText).join("\n"));
  yield [csvLine(statementColumns)];
  for await (const chunk of exportedStatements(open)) {
    const rows = isSealed(chunk) ? chunk.filter((row) => !(isFileNote(row) && isSealed([row]))) : chunk;
    leftOut.notes += chunk.length - rows.length;
    const ids = isSealed(rows) ? rows.filter((row) => isSealed([row])).map((row) => row.statementId) : [];
    if (ids.length > 0) throw await sealedNameRefusal(open, "the export", ids);
    yield rows.map(statementLine);
  }
}

const rowText = (row: ExportedStatement): string => Object.values(row).join("\n");

const fileSchemata: ReadonlySet<string> = new Set(["Document", "Table", "Workbook"]);
const isFileNote = ({ prop, schema }: ExportedStatement): boolean => prop === "notes" && fileSchemata.has(schema);

const statementLine = (row: ExportedStatement): string =>
  csvLine([
    row.canonicalId,
    row.entityId,
    row.prop,
    row.propType,
    row.schema,
    row.value,
    row.dataset,
    "",
    row.lang ?? "",
    row.originalValue ?? "",
    row.external ? "t" : "f",
    row.firstSeen ?? "",
    row.lastSeen ?? "",
    // The key of the value that stood there would let a reader guess it.
    row.isGuarded ? makeStatementId(row) : row.statementId,
  ]);

const csvLine = (cells: readonly string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");

async function* entityLines(open: OpenCase): AsyncGenerator<readonly string[]> {
  const { sealedNames } = open.folder;
  const isSealed = (entities: readonly ExportedEntity[]): boolean =>
    sealedNames.isIn(entities.map(entityText).join("\n"));
  for await (const chunk of exportedEntities(open)) {
    const rows = isSealed(chunk)
      ? chunk.map((row) => withoutNotes(row, (note) => sealedNames.isIn(note))).filter(isSomething)
      : chunk;
    if (rows !== chunk && isSealed(rows)) throw await sealedNameRefusal(open, "the export", []);
    yield rows.map(entityLine);
  }
}

const entityText = (row: ExportedEntity): string =>
  [row.id, row.caption, ...Object.values(valuesOf(row)).flat()].join("\n");

const valuesOf = ({ properties }: ExportedEntity): Readonly<Record<string, readonly string[]>> =>
  JSON.parse(properties);

const isSomething = (row: ExportedEntity): boolean => Object.keys(valuesOf(row)).length > 0;

/** A file without the notes that are left out of its statements too; anything else as it is. */
function withoutNotes(row: ExportedEntity, isLeftOut: (note: string) => boolean): ExportedEntity {
  if (!row.schemata.some((schema) => fileSchemata.has(schema))) return row;
  const { notes = [], ...rest } = valuesOf(row);
  const kept = notes.filter((note) => !isLeftOut(note));
  return { ...row, properties: JSON.stringify({ ...rest, ...(kept.length > 0 && { notes: kept }) }) };
}

function entityLine({ schemata, properties, firstSeen, lastSeen, ...entity }: ExportedEntity): string {
  const known = schemata.filter((schema) => isSchemaName(schema));
  return JSON.stringify({
    ...entity,
    caption: entity.caption ?? entity.id,
    schema: commonDescendant(known) ?? known[0] ?? "Thing",
    properties: JSON.parse(properties),
    first_seen: firstSeen,
    last_seen: lastSeen,
    last_change: lastSeen,
  });
}

async function* joinLines(open: OpenCase): AsyncGenerator<readonly string[]> {
  const joins = await exportedJoins(open);
  if (open.folder.sealedNames.isIn(joins.map((join) => Object.values(join).join("\n")).join("\n")))
    throw await sealedNameRefusal(open, "the export", []);
  yield joins.map((join) => JSON.stringify([join.target, join.source, join.judgement, null, join.user, join.at]));
}
