import type { OpenCase } from "./open-case.ts";

/** The tables of a case in which words are looked up as entities. */
export const entityTables = (open: OpenCase) => ({
  statement: open.table("statement"),
  cluster: open.table("cluster"),
  dataset: open.table("dataset"),
  bystander: open.table("bystander"),
});
