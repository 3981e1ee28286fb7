import { makeTable, type StageContext, type TableName } from "../../store/index.ts";
import { makeCurrencyTable } from "./currency-table.ts";
import { flowTable, pricedTable } from "./flow-table.ts";
import { holderTable, namedTable } from "./holder-table.ts";
import { datedTable, mentionTable } from "./mention-table.ts";
import { partyTable } from "./party-table.ts";
import { saidTable } from "./said-table.ts";

/** Makes the rows of `flow` from the reconciled payments. */
export async function makeFlows({
  database,
  table,
  settings,
  progress,
}: Omit<StageContext, "write" | "clock">): Promise<TableName> {
  const [statement, cluster] = [table("statement"), table("cluster")];
  const said = await makeTable(database, "network_said", saidTable(statement));
  const currency = await makeCurrencyTable(database, said);
  progress(1, 8, "payments");
  const named = await makeTable(database, "network_named", namedTable({ statement, cluster }));
  const holder = await makeTable(database, "network_holder", holderTable({ statement, cluster, named }));
  const party = await makeTable(
    database,
    "network_party",
    partyTable({ said, statement, cluster, named, holder, isApart: settings.accounts === "apart" }),
  );
  progress(2, 8, "payments");
  const mention = await makeTable(
    database,
    "network_mention",
    mentionTable({ said, currency, payment: table("payment"), dataset: table("dataset") }),
  );
  const dated = await makeTable(database, "network_dated", datedTable({ said, currency, mention, party }));
  progress(3, 8, "payments");
  const priced = await makeTable(
    database,
    "network_priced",
    pricedTable({ dated, rate: table("rate"), caseCurrency: settings.currency }),
  );
  progress(4, 8, "payments");
  return makeTable(database, "network_flow", flowTable({ priced, finding: table("finding") }));
}
