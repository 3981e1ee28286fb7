import type { OpenCase } from "./open-case.ts";

/** The tables in which recorded relations and payments link two entities. */
export const routeTables = (open: OpenCase) => ({
  statement: open.table("statement"),
  cluster: open.table("cluster"),
  payment: open.table("payment"),
  flow: open.table("flow"),
  finding: open.table("finding"),
  findingStatement: open.table("finding_statement"),
  bystander: open.table("bystander"),
});
