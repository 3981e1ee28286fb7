import type { PropertyName } from "../../model/index.ts";
import type { ColumnReading, TableMapping } from "../mapping.ts";
import { buildAccountList } from "./build-accounts.ts";
import { buildCompanies } from "./build-companies.ts";
import { buildPayments } from "./build-payments.ts";
import { buildPeople } from "./build-people.ts";
import { buildVessels } from "./build-vessels.ts";
import type { ColumnFacts } from "./column-facts.ts";
import { EntityDrafts } from "./entity-drafts.ts";
import type { FoundTable } from "./find-tables.ts";
import { judgeColumn, type JudgedColumn } from "./judge-column.ts";
import { findReadingOptions } from "./reading-options.ts";
import { settleColumns, type TableKind } from "./settle-columns.ts";
import type { CurrencyFound, TableContext } from "./table-context.ts";
import { definitionOf } from "./vocabulary.ts";

/** What `understandTable` is told of a table beside its place. */
export interface TableInput {
  readonly part: number;
  readonly table: FoundTable;
  readonly isWholePart: boolean;
  readonly facts: readonly ColumnFacts[];
  readonly context: Omit<TableContext, "currencyOf">;
  /** Currencies that the cell formats show, by column. */
  readonly formats: ReadonlyMap<number, CurrencyFound>;
}

/** A table whose columns are understood, before its entities are laid out. */
export interface UnderstoodTable {
  readonly input: TableInput;
  readonly columns: readonly JudgedColumn[];
  readonly kind: TableKind;
  readonly context: TableContext;
}

/** Understands the columns of one table. */
export function understandTable(input: TableInput): UnderstoodTable {
  const { table, facts, context: partial, formats } = input;
  const columns = facts.map((each, index) =>
    judgeColumn(table.firstColumn + index, table.headers[index] ?? null, each),
  );
  const context: TableContext = { ...partial, currencyOf: currencyFinder(partial, formats) };
  return { input, columns, context, kind: settleColumns(columns, context.facts) };
}

/** Maps the columns of a table that was understood. */
export function mapTable({ input, columns, kind, context }: UnderstoodTable): TableMapping {
  const { part, table, isWholePart } = input;
  const asPeople = columns.map((each) => (each.either ? { ...each, attribute: each.either.person } : each));
  const options = findReadingOptions(asPeople, context);
  const drafts = new EntityDrafts(({ column }) => options.get(column) ?? {});
  build(kind, drafts, columns, context);
  return {
    part,
    partName: context.partName,
    headerRows: table.headerRows,
    firstRow: table.firstRow,
    lastRow: isWholePart ? null : table.lastRow,
    firstColumn: table.firstColumn,
    lastColumn: table.lastColumn,
    skippedRows: table.skippedRows,
    entities: drafts.entities,
    readings: columns.map((each) => toReading(each, drafts, kind)),
  };
}

function build(kind: TableKind, drafts: EntityDrafts, columns: readonly JudgedColumn[], context: TableContext): void {
  if (kind === "payments") buildPayments(drafts, columns, context);
  else if (kind === "accounts") buildAccountList(drafts, columns);
  else if (kind === "people") buildPeople(drafts, columns, "Person");
  else if (kind === "companies") buildCompanies(drafts, columns);
  else if (kind === "vessels") buildVessels(drafts, columns);
  else if (kind === "parties") buildPeople(drafts, columns, "LegalEntity");
}

/** Header, then title, then cell format: the first that names one currency. */
const currencyFinder =
  (
    { facts }: Omit<TableContext, "currencyOf">,
    formats: ReadonlyMap<number, CurrencyFound>,
  ): TableContext["currencyOf"] =>
  (amounts) => {
    const said = amounts.find(({ words }) => (words?.currency ?? null) !== null);
    const found = said?.words?.currency
      ? { value: said.words.currency, evidence: `its header names the currency ${said.words.currency}` }
      : facts.currency
        ? {
            value: facts.currency.value,
            evidence: `row ${facts.currency.row} names the currency ${facts.currency.value}: "${facts.currency.text.slice(0, 60)}"`,
          }
        : amounts.map(({ column }) => formats.get(column)).find((each) => each !== undefined);
    for (const each of amounts)
      each.evidence.push(found?.evidence ?? "no column, header, title or cell format names its currency");
    return found ?? null;
  };

function toReading(column: JudgedColumn, drafts: EntityDrafts, kind: TableKind): ColumnReading {
  const claim = drafts.claims.get(column.column);
  const base = {
    column: column.column,
    header: column.header,
    confidencePpm: Math.round(column.confidence * 1_000_000),
  };
  if (claim) return { ...base, ...claimed(claim), evidence: column.evidence.join("; ") };
  if (column.linksTo !== undefined) {
    return { ...base, entity: null, schema: null, prop: null, evidence: column.evidence.join("; ") };
  }
  const { attribute } = column;
  const why =
    attribute === null
      ? []
      : definitionOf(attribute).prop === null
        ? ["FollowTheMoney has no property for it: kept as text"]
        : [`nothing in this ${kind === "unknown" ? "table" : `list of ${kind}`} that it could belong to: kept as text`];
  return { ...base, entity: null, schema: null, prop: null, evidence: [...column.evidence, ...why].join("; ") };
}

const claimed = ({
  entity,
  schema,
  prop,
}: {
  entity: string;
  schema: ColumnReading["schema"];
  prop: PropertyName;
}) => ({ entity, schema, prop });
