import type { SharedTable, Viewer } from "../model/index.ts";
import type { Database, TableName } from "../store/index.ts";

/** What a view is given: the tables of the viewer's world, to read only. */
export interface Reader {
  readonly database: Database;
  readonly viewer: Viewer;
  table(name: SharedTable): TableName;
}
