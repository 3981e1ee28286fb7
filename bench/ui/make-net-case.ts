import { readFileSync, writeFileSync } from "node:fs";
import { initCase, withCase } from "../../src/casefile/index.ts";
import { sql } from "../../src/store/index.ts";
import { benchActor } from "../linkage/hand-over-table.ts";

/** Of each row of a hundred nodes four channels lead to the next: as many as a node has in the generated networks. */
const channelsOfNode = 4;

/**
 * Makes a case whose money flows from twenty starts to twenty ends over so many nodes, straight into its tables: nodes in rows
 * of a hundred, each paying four of the row after it. The same for the same number.
 */
export async function makeNetCase(dir: string, nodes: number): Promise<void> {
  const { config } = initCase(dir, "Net");
  const named = (from: number): string => JSON.stringify(Array.from({ length: 20 }, (_, index) => `e${from + index}`));
  const ends = `settings:\n  from: {entities: ${named(0)}}\n  to: {entities: ${named(nodes - 20)}}\n`;
  writeFileSync(config, readFileSync(config, "utf8") + ends);
  await withCase(dir, benchActor, async ({ database }) => {
    await database.run(sql`insert into held.source values ('s1', 'Desk', 'informant', 'B', 2, true, false, 1)`);
    await database.run(
      sql`insert into held.dataset values (1, 'h1', 's1', 1, date '2020-01-01', 'made', null, null, null, 1)`,
    );
    await database.run(sql`insert into w_open.cluster select 'e' || i, 'e' || i, null, null from range(${nodes}) t(i)`);
    await database.run(sql`insert into held.statement
      select unhex(sha1('s' || i)), 1, 'e' || i, 'Company', 'name', 'name', 'Pine River ' || i || ' Ltd', null, null, false, null, null, 1
      from range(${nodes}) t(i)`);
    await database.run(sql`insert into w_open.flow
      select 'p' || i || '-' || k, 'e' || i, 'e' || least(${nodes} - 1, (i // 100 + 1) * 100 + (i * 37 + k * 29) % 100),
        100000 + (i * 7919 + k * 104729) % 90000000, 'USD', 100000 + (i * 7919 + k * 104729) % 90000000,
        date '2014-01-01' + (i % 900)::integer, date '2014-01-01' + (i % 900)::integer, 1000000, 1 + i % 3
      from range(${nodes - 100}) t(i), range(${channelsOfNode}) c(k)`);
  });
}
