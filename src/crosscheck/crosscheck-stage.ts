import { derivedTables } from "../model/index.ts";
import {
  closedContactTable,
  integer,
  makeTable,
  sql,
  type Sql,
  type Stage,
  type StageContext,
  type TableName,
} from "../store/index.ts";
import { addAccountConflicts, supportOfAccounts, toldAccountTable } from "./account-conflicts.ts";
import {
  amountConflicts,
  paidOnTable,
  ratedAmountTable,
  supportOfAmounts,
  toldAmountTable,
} from "./amount-conflicts.ts";
import { makeBaseRoots, type DatasetRoot } from "./base-root.ts";
import { addCopies } from "./copies/index.ts";
import { holderConflicts, rivalTable, shareConflicts, supportOfContradictedEdges } from "./edge-conflicts.ts";
import { heldTable, makeApart } from "./owner-rivals.ts";
import { findingStatementTable, findingTable, rootedTable, statementRootTable } from "./finding-tables.ts";
import { lifeConflicts, orderConflicts } from "./order-conflicts.ts";
import {
  dateConflicts,
  paidTable,
  sharedTable,
  supportOfDates,
  supportOfPayments,
  toldDateTable,
  toldValueTable,
} from "./payment-tables.ts";
import { saidTable, supportOfSaid } from "./said-table.ts";
import { addSchemaConflicts, makeSubjectSchemata, supportOfSchemata } from "./subject-schemata.ts";
import { edgeTable, nodeSubjectTable, paperSubjectTable, subjectTable } from "./subject-table.ts";
import { addValueConflicts, conflictColumns, intervalConflicts, withoutAlternatives } from "./value-conflicts.ts";

/**
 * Says of every value of every property of every entity, and of every edge, whether independent sources say it too,
 * whether another value speaks against it, and which hand-over said it first; and finds the root of each run of rows.
 */
export const crosscheckStage: Stage = {
  name: "crosscheck",
  codeVersion: "16",
  reads: [
    "statement",
    "occurrence",
    "cluster",
    "candidate_pair",
    "payment",
    "source",
    "source_link",
    "dataset",
    "rate",
    "judgement",
    "bystander",
  ],
  writes: ["root", "finding", "finding_statement"],
  run: async (context) => {
    const { base, roots } = await makeBaseRoots(context);
    const root = await makeRoots(context, base, roots);
    const statementRoot = await makeTable(
      context.database,
      "crosscheck_statement_root",
      statementRootTable({ root, statement: context.table("statement"), occurrence: context.table("occurrence") }),
    );
    context.progress(1, 4, "findings");
    const tables = await makeValues(context);
    context.progress(2, 4, "findings");
    const against = await makeAgainst(context, tables);
    context.progress(3, 4, "findings");
    await writeFindings(context, { base, root, statementRoot, against, support: tables.support });
    context.progress(4, 4, "findings");
  },
};

/** Makes the rows of `root`: the root of each hand-over and of each run of rows that is (or may be) copied. */
async function makeRoots(context: StageContext, base: TableName, roots: readonly DatasetRoot[]): Promise<TableName> {
  const { database } = context;
  const root = await database.temporary("crosscheck_root", derivedTables.root);
  await database.run(
    sql`insert into ${root} select dataset_no, null, null, null, null, root_id, basis from ${base} order by dataset_no`,
  );
  await addCopies(context, { root, base, roots });
  return root;
}

interface Values {
  readonly said: TableName;
  readonly edge: TableName;
  readonly support: TableName;
  readonly toldValue: TableName;
  readonly toldAmount: TableName;
  readonly toldDate: TableName;
  readonly toldAccount: TableName;
}

const supportColumns =
  "canonical_id varchar, schema varchar, prop varchar, value_key varchar, statement_id blob, dataset_no integer";

async function makeValues(context: StageContext): Promise<Values> {
  const { database } = context;
  const support = await database.temporary("crosscheck_support", supportColumns);
  const add = (query: Sql): Promise<number> => database.run(sql`insert into ${support} ${query}`);
  const { said, edge } = await makeSaid(context);
  const schemata = await makeSubjectSchemata(database, said);
  await add(supportOfSaid({ said, schemata }));
  await add(supportOfSchemata({ said, schemata }));
  const payments = await makePayments(context);
  await add(supportOfPayments(payments.paid));
  await add(supportOfAmounts(payments));
  await add(supportOfDates(payments.toldDate));
  await add(supportOfAccounts(payments.toldAccount));
  return { said, edge, support, ...payments };
}

async function makeSaid({ database, table }: StageContext) {
  const statement = table("statement");
  const cluster = table("cluster");
  const bystander = table("bystander");
  const closed = await makeTable(database, "crosscheck_closed", closedContactTable({ cluster, bystander }));
  const node = await makeTable(database, "crosscheck_node", nodeSubjectTable({ cluster, closed }));
  const paper = await makeTable(database, "crosscheck_paper", paperSubjectTable({ statement, closed }));
  const edge = await makeTable(database, "crosscheck_edge", edgeTable({ statement, cluster, closed }));
  const subject = await makeTable(database, "crosscheck_subject", subjectTable({ node, paper, edge }));
  const said = await makeTable(database, "crosscheck_said", saidTable({ statement, cluster, subject, edge, closed }));
  return { said, edge };
}

async function makePayments({ database, table }: StageContext) {
  const statement = table("statement");
  const paid = await makeTable(database, "crosscheck_paid", paidTable({ payment: table("payment"), statement }));
  const shared = await makeTable(database, "crosscheck_shared", sharedTable(paid));
  const toldValue = await makeTable(database, "crosscheck_told_value", toldValueTable({ shared, statement }));
  const toldAmount = await makeTable(database, "crosscheck_told_amount", toldAmountTable(toldValue));
  const toldAccount = await makeTable(database, "crosscheck_told_account", toldAccountTable({ toldValue, statement }));
  const toldDate = await makeTable(database, "crosscheck_told_date", toldDateTable(toldValue));
  return { paid, toldValue, toldAmount, toldDate, toldAccount };
}

/** against(canonical_id, prop, value_key, statement_id, dataset_no, sentence, other): what speaks against each value. */
async function makeAgainst({ database, table, settings }: StageContext, values: Values): Promise<TableName> {
  const conflict = await database.temporary("crosscheck_conflict", conflictColumns);
  const add = (query: Sql): Promise<number> => database.run(sql`insert into ${conflict} ${query}`);
  const statement = table("statement");
  const cluster = table("cluster");
  await addValueConflicts(database, conflict, values.said);
  await database.run(withoutAlternatives(conflict, values.said, table("dataset")));
  await addSchemaConflicts(database, conflict, values.support);
  await add(intervalConflicts(values));
  const owners = { ...values, statement, cluster, candidatePair: table("candidate_pair") };
  const held = await makeTable(database, "crosscheck_held", heldTable(owners));
  const apart = await makeApart(database, { ...owners, held });
  const rival = await makeTable(database, "crosscheck_rival", rivalTable({ held, apart }));
  await add(holderConflicts(rival));
  await add(shareConflicts({ rival, said: values.said }));
  await add(lifeConflicts(values.said));
  const paidOn = await makeTable(database, "crosscheck_paid_on", paidOnTable(values.toldValue));
  const rates = { toldAmount: values.toldAmount, paidOn, rate: table("rate"), caseCurrency: settings.currency };
  await add(amountConflicts(await makeTable(database, "crosscheck_rated_amount", ratedAmountTable(rates))));
  await add(dateConflicts(values.toldDate));
  await addAccountConflicts(database, conflict, values.toldAccount);
  await database.run(
    sql`insert into ${values.support} ${supportOfContradictedEdges({ conflict, support: values.support, statement })}`,
  );
  const against = await makeTable(
    database,
    "crosscheck_against",
    orderConflicts({ statement, cluster, said: values.said }),
  );
  await database.run(sql`
    insert into ${against}
    select distinct conflict.canonical_id, conflict.prop, conflict.value_key, statement_id, dataset_no, sentence, other_key
    from ${conflict} as conflict
    join ${values.support} as other
      on other.canonical_id = other_id and other.prop = other_prop and other.value_key = other_key`);
  return against;
}

interface Parts {
  readonly base: TableName;
  readonly root: TableName;
  readonly statementRoot: TableName;
  readonly against: TableName;
  readonly support: TableName;
}

async function writeFindings({ database, table, write }: StageContext, parts: Parts): Promise<void> {
  const rooted = await makeTable(database, "crosscheck_rooted", rootedTable(parts));
  const { latest } = await database.row(
    sql`select coalesce(max(hand_over_no) filter (where not is_list), 0)::integer as latest from ${parts.base}`,
    { latest: integer },
  );
  await write(async () => {
    await database.run(
      sql`insert into ${table("root")} from ${parts.root} order by dataset_no, file_no nulls first, part, row_from, basis`,
    );
    await database.run(
      sql`insert into ${table("finding")} ${findingTable({ rooted, against: parts.against, latestHandOver: latest })}`,
    );
    await database.run(sql`insert into ${table("finding_statement")} ${findingStatementTable(rooted)}`);
  });
}
