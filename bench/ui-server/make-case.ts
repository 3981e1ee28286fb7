import { initCase, withCase } from "../../src/casefile/index.ts";
import { sql } from "../../src/store/index.ts";
import { benchActor } from "../linkage/hand-over-table.ts";

const first = [
  "Taebong",
  "Azure",
  "Morning",
  "East",
  "Silver",
  "새별",
  "Восток",
  "朝阳",
  "Quiet",
  "North",
  "Amber",
  "Pine",
];
const second = ["Harbor", "Trading", "River", "Bridge", "무역", "Торг", "贸易", "Stone", "Gate", "Tower", "Compass"];
const third = ["Co", "Ltd", "Bank", "LLC", "총국", "ООО", "公司"];

/**
 * Makes a case with so many statements in its tables, a fifth as many entities, a tenth as many findings and a twentieth as
 * many payments; straight into the tables, without material: for timing what reads them. The same for the same number.
 */
export async function makeWideCase(dir: string, rows: number): Promise<void> {
  initCase(dir, "Wide");
  await withCase(dir, benchActor, async ({ database }) => {
    const [entities, findings, payments] = [Math.ceil(rows / 5), Math.ceil(rows / 10), Math.ceil(rows / 20)];
    await database.run(sql`insert into held.source
      select 's' || i, 'Desk ' || i, 'informant', 'B', 2, true, false, 1 from range(8) t(i)`);
    await database.run(sql`insert into held.dataset
      select i, 'h' || i, 's' || i, i + 1, date '2020-01-01', 'made', null, null, null, 1 from range(8) t(i)`);
    await database.run(sql`insert into held.file
      select i, i, null, 'f' || i || '.csv', unhex(sha256('f' || i)), 1, 'text/csv', 'csv', null, ${rows}, ${rows}, 0, 1 from range(8) t(i)`);
    await database.run(
      sql`insert into held.part select i, 0, '', 'visible', 9, ${rows}, ${rows}, 0, 1 from range(8) t(i)`,
    );
    await database.run(
      sql`insert into w_open.cluster select 'e' || i, 'e' || i, null, null from range(${entities}) t(i)`,
    );
    // Of each entity a name, a country, an address, an account and a telephone number.
    await database.run(sql`insert into held.statement
      select unhex(sha1('s' || i)), (i * 7) % 8, 'e' || (i // 5), 'Company',
        ['name', 'country', 'address', 'registrationNumber', 'phone'][1 + i % 5],
        ['name', 'country', 'address', 'identifier', 'phone'][1 + i % 5],
        case i % 5
          when 0 then concat_ws(' ', (${first}::varchar[])[1 + (i * 31) % ${first.length}], (${second}::varchar[])[1 + (i * 17) % ${second.length}], i // 5, (${third}::varchar[])[1 + (i * 13) % ${third.length}])
          when 1 then ['kp', 'cn', 'ru', 'my', 'sg'][1 + (i // 5) % 5]
          when 2 then (i % 900) || ' Harbor Road, Port ' || (i % 211)
          when 3 then lpad(((i * 7919) % 1000000007)::varchar, 10, '0') else '+850' || lpad(((i * 104729) % 99999989)::varchar, 8, '0') end,
        null, null, false, null, null, 1 from range(${rows}) t(i)`);
    await database.run(sql`insert into held.occurrence
      select unhex(sha1('s' || i)), (i * 7) % 8, 0, 2 + i // 5, i % 5, null, null, null, false, 1 from range(${rows}) t(i)`);
    await database.run(sql`insert into w_open.finding
      select unhex(md5('f' || i)), 'e' || (i % ${entities}), 'Company', ['name', 'country', 'address', 'registrationNumber', 'phone'][1 + i % 5], 'v' || i,
        case when i % 40 = 0 then 'contradicted' when i % 4 = 0 then 'corroborated' when i % 50 = 1 then 'unknown' else 'single' end,
        case when i % 4 = 0 then 2 + i % 3 when i % 50 = 1 then 0 else 1 end, case when i % 4 = 0 then 2 + i % 3 else 1 end, i % 12 = 0, i % 9 = 0, 1,
        'Said by one independent source.' from range(${findings}) t(i)`);
    await database.run(sql`insert into w_open.finding_statement
      select unhex(md5('f' || i)), unhex(sha1('s' || ((i % ${entities}) * 5 + i % 5))), (((i % ${entities}) * 5 + i % 5) * 7) % 8, 'supports', 's1' from range(${findings}) t(i)`);
    await database.run(sql`insert into w_open.flow
      select 'p' || i, 'e' || (i * 3) % ${entities}, 'e' || (i * 11 + 5) % ${entities}, 100 + (i * 7919) % 900000000, 'USD', 100 + (i * 7919) % 900000000,
        date '2012-01-01' + ((i * 13) % 2500)::integer, date '2012-01-01' + ((i * 13) % 2500)::integer, 1000000, 1 + i % 3 from range(${payments}) t(i)`);
    await database.run(
      sql`insert into w_open.payment select 'p' || i, 'p' || i, i % 8, null from range(${payments}) t(i)`,
    );
  });
}
