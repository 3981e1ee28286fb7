import { propertyCleaning, typesWithoutLanguage } from "../../model/index.ts";
import type { TableName } from "../../store/index.ts";
import type { CleanedColumn } from "./clean-column.ts";
import type { LineOf, StatementWriter } from "./statement-writer.ts";
import type { PlannedColumn, PlannedEntity, TablePlan } from "./table-plan.ts";
import type { IntakeTarget } from "./target.ts";

/** The columns of a row table that say where a row stands. */
export const place = "row_no, byte_from, byte_to, is_hidden";

/** A planned column with its cleaned values. */
export interface ReadColumn extends PlannedColumn {
  readonly cleaned: CleanedColumn;
}

/** What the steps of writing one table share. */
export interface TableWork {
  readonly target: IntakeTarget;
  readonly writer: StatementWriter;
  readonly plan: TablePlan;
  readonly rows: TableName;
  readonly columns: readonly ReadColumn[];
  /** `entity.prop` of properties that get values from more than one place. */
  readonly shared: ReadonlySet<string>;
}

/** The line description of a property of an entity of the table. */
export function lineOf(
  { plan, shared }: TableWork,
  entity: PlannedEntity,
  of: { readonly prop: string; readonly column: number | null; readonly lang?: string | undefined },
): LineOf {
  const type = propertyCleaning(entity.schema, of.prop)?.type ?? "text";
  const isRowEntity = entity.mapping.keys.length === 0;
  return {
    schema: entity.schema,
    prop: of.prop,
    propType: type,
    lang: of.lang === undefined || typesWithoutLanguage.has(type) ? null : of.lang,
    part: plan.part.part,
    column: of.column,
    isColumnHidden: of.column !== null && plan.part.hiddenColumns.includes(of.column),
    isUnique: isRowEntity && !shared.has(`${entity.name}.${of.prop}`),
  };
}
