import { crosscheckStage } from "../../../src/crosscheck/index.ts";
import { sql, text } from "../../../src/store/index.ts";
import type { TestCase } from "../../support/case.ts";

/** Every entity that is no edge is a cluster of its own, but those given as "member=canonical". */
export async function clusterAll(testCase: TestCase, joins: readonly string[]): Promise<void> {
  const { database } = testCase.file;
  await database.run(sql`delete from w_open.cluster`);
  await database.run(sql`insert into w_open.cluster select distinct entity_id, entity_id, null, null
    from held.statement where schema in ('Person', 'Company', 'LegalEntity', 'BankAccount', 'Organization')`);
  for (const join of joins) {
    const [member = "", canonical = ""] = join.split("=");
    await database.run(sql`update w_open.cluster set canonical_id = ${canonical}, joined_to = ${canonical},
      joined_by = 'rule: test' where entity_id = ${member}`);
  }
}

/** "prop value: verdict least-most" of every finding of the property, in order. */
export async function readFindings(testCase: TestCase, props: readonly string[]): Promise<string[]> {
  await testCase.run(crosscheckStage);
  const rows = await testCase.rows(
    `select prop || ' ' || value_key || ': ' || verdict || ' ' || roots_least || '-' || roots_most || case when is_new then ' new' else '' end as line, prop
     from w_open.finding order by canonical_id, prop, value_key`,
    { line: text, prop: text },
  );
  return rows.filter(({ prop }) => props.includes(prop)).map(({ line }) => line);
}
