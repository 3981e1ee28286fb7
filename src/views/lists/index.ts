export { makeCaptions } from "./captions.ts";
export { tidyKept, keepTable, keptDatabase } from "./kept-tables.ts";
export { facetsOf, type Facet } from "./facets.ts";
export {
  countNewer,
  countRows,
  firstNumbers,
  idsAt,
  indexRows,
  makeListTable,
  numberOf,
  orderOf,
  ownOrder,
  readListTable,
  rowNumbers,
  rowsAt,
  type ListTable,
} from "./list-table.ts";
export { lists, type ListName, type RowOf } from "./lists.ts";
export { dropShown, shownDatabase, shownTable } from "./shown-tables.ts";
