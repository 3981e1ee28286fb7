import type { SharedTable, StatementId } from "../model/index.ts";
import { dropTemporaryTables, makeTable, sql, type Database, type TableName } from "../store/index.ts";
import { decisionTable } from "./decision-table.ts";
import { aloneTable, loadBearingTable } from "./load-bearing-table.ts";
import {
  listedMemberTable,
  mentionMoneyTable,
  openMemberTable,
  terminalTable,
  wayTable,
  type LoadInputs,
} from "./load-tables.ts";

/** What may hang on joins: the sentences of a brief with the ids of the statements that they cite, and the canonical ids of chokepoints. */
export interface Shown {
  readonly sentences: readonly { readonly text: string; readonly statements: readonly StatementId[] }[];
  readonly chokepoints: readonly string[];
}

/**
 * Writes the table `load_bearing` anew: the joins that carry a sentence, a match of a held party with a public list, or
 * a chokepoint. It is found in temporary tables, and written in one transaction.
 */
export async function writeLoadBearing(
  database: Database,
  table: (name: SharedTable) => TableName,
  shown: Shown,
): Promise<void> {
  const inputs: LoadInputs = {
    cluster: table("cluster"),
    statement: table("statement"),
    dataset: table("dataset"),
    payment: table("payment"),
    flow: table("flow"),
    bystander: table("bystander"),
  };
  const { load, cited, chokepoint } = await makeLoads(database, shown);
  const member = await makeTable(database, "load_member", openMemberTable(inputs));
  const mentionMoney = await makeTable(database, "load_money", mentionMoneyTable(inputs, member));
  const terminal = await makeTable(
    database,
    "load_terminal",
    terminalTable(inputs, { member, cited, mentionMoney, chokepoint }),
  );
  const listed = await makeTable(database, "load_listed", listedMemberTable(inputs, member));
  const way = await makeTable(database, "load_way", wayTable({ member, terminal, listed }));
  const decision = await makeTable(database, "load_decision", decisionTable(table("judgement")));
  const alone = await makeTable(
    database,
    "load_alone",
    aloneTable({ member, way, candidatePair: table("candidate_pair"), decision }),
  );
  const found = await makeTable(
    database,
    "load_found",
    loadBearingTable({ member, way, terminal, listed, mentionMoney, load, alone }),
  );
  await database.transaction(async () => {
    await database.run(sql`delete from ${table("load_bearing")}`);
    await database.run(
      sql`insert into ${table("load_bearing")} from ${found} order by left_id, right_id, kind, carried`,
    );
  });
  await dropTemporaryTables(database);
}

/** The numbered loads; what each sentence cites; the cluster of each chokepoint. */
async function makeLoads(
  database: Database,
  { sentences, chokepoints }: Shown,
): Promise<{ readonly load: TableName; readonly cited: TableName; readonly chokepoint: TableName }> {
  const load = await database.temporary("load_numbered", "load_no integer, kind varchar, carried varchar");
  await database.append(load, {
    load_no: [...sentences, ...chokepoints].map((_, index) => index),
    kind: [...sentences.map(() => "sentence"), ...chokepoints.map(() => "chokepoint")],
    carried: [...sentences.map(({ text }) => text), ...chokepoints],
  });
  const cites = sentences.flatMap(({ statements }, index) => statements.map((id) => ({ index, id })));
  const cited = await database.temporary("load_cited", "load_no integer, statement_id blob");
  await database.append(cited, {
    load_no: cites.map(({ index }) => index),
    statement_id: cites.map(({ id }) => Buffer.from(id, "hex")),
  });
  const chokepoint = await database.temporary("load_chokepoint", "load_no integer, canonical_id varchar");
  await database.append(chokepoint, {
    load_no: chokepoints.map((_, index) => sentences.length + index),
    canonical_id: [...chokepoints],
  });
  return { load, cited, chokepoint };
}
