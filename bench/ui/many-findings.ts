import { rmSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

/**
 * Adds findings to a run case until it has so many: those that it has once more under other ids, with the statements that they
 * rest on, so that a list of that length can be looked at without a run that takes minutes. The lists that the run left are taken away.
 */
export async function addFindings(caseDir: string, wanted: number): Promise<void> {
  const instance = await DuckDBInstance.create(join(caseDir, "case.duckdb"));
  const connection = await instance.connect();
  const others = `(select finding_id, unhex(md5(hex(finding_id) || ' again')) as other_id from w_open.finding
    order by finding_id limit greatest(0, ${wanted} - (select count(*) from w_open.finding)))`;
  await connection.run(`create temp table other as ${others}`);
  for (const table of ["finding", "finding_statement"])
    await connection.run(`insert into w_open.${table}
      select t.* replace (o.other_id as finding_id) from w_open.${table} t join other o using (finding_id)`);
  const counted = await connection.runAndReadAll("select count(*)::integer from w_open.finding");
  const count = Number(counted.getRows()[0]?.[0]);
  if (count < wanted) throw new Error(`the case has too few findings: told twice they are ${count}, not ${wanted}`);
  await connection.run("checkpoint");
  connection.closeSync();
  instance.closeSync();
  for (const file of ["lists.duckdb", "lists.duckdb.wal"]) rmSync(join(caseDir, "cache", file), { force: true });
}
