import { once } from "node:events";
import { createWriteStream, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { commonDescendant, isSchemaName, statementColumns } from "../model/index.ts";
import {
  countClosedBystanders,
  exportedEntities,
  exportedJoins,
  exportedStatements,
  type ExportedEntity,
  type ExportedStatement,
} from "../views/index.ts";
import { internalMark } from "./internal-mark.ts";
import type { OpenCase } from "./open-case.ts";

/** What an export wrote and what it left out. */
export interface ExportReport {
  readonly folder: string;
  readonly statements: number;
  readonly entities: number;
  readonly joins: number;
  readonly bystandersLeftOut: number;
}

/**
 * Writes FollowTheMoney entities, `statements.csv` and nomenklatura resolver lines, in a fixed order: equal cases export
 * equal bytes. A mark beside the files says that nothing in them was checked for release.
 */
export async function exportCase(open: OpenCase, folder: string): Promise<ExportReport> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "READ-ME-FIRST.txt"),
    `${internalMark}\nEverything in this folder is internal: FollowTheMoney entities, statements and resolver lines.\n`,
  );
  const statements = await writeLines(join(folder, "statements.csv"), statementLines(open));
  const entities = await writeLines(join(folder, "entities.ftm.json"), entityLines(open));
  const joins = await writeLines(join(folder, "resolver.ijson"), joinLines(open));
  return { folder, statements: statements - 1, entities, joins, bystandersLeftOut: await countClosedBystanders(open) };
}

async function* statementLines(open: OpenCase): AsyncGenerator<readonly string[]> {
  yield [csvLine(statementColumns)];
  for await (const chunk of exportedStatements(open)) yield chunk.map(statementLine);
}

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
    row.statementId,
  ]);

const csvLine = (cells: readonly string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");

async function* entityLines(open: OpenCase): AsyncGenerator<readonly string[]> {
  for await (const chunk of exportedEntities(open)) yield chunk.map(entityLine);
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
  yield joins.map((join) => JSON.stringify([join.target, join.source, join.judgement, null, join.user, join.at]));
}

async function writeLines(path: string, chunks: AsyncIterable<readonly string[]>): Promise<number> {
  const stream = createWriteStream(path);
  let count = 0;
  for await (const lines of chunks) {
    count += lines.length;
    if (!stream.write(lines.map((line) => `${line}\n`).join(""))) await once(stream, "drain");
  }
  stream.end();
  await finished(stream);
  return count;
}
