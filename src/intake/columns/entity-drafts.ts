import { propertyOf, type PropertyName, type SchemaName } from "../../model/index.ts";
import type { EntityMapping, PropertyMapping, ReadingOptions, RowFilter } from "../mapping.ts";
import type { JudgedColumn } from "./judge-column.ts";
import { definitionOf } from "./vocabulary.ts";

/** Where a column's values went first. */
export interface Claim {
  readonly entity: string;
  readonly schema: SchemaName;
  readonly prop: PropertyName;
}

/** An entity of a table while its properties are gathered. */
export interface EntityDraft {
  readonly name: string;
  readonly schema: SchemaName;
  /** Adds columns under a property; each column's first place is its claim. */
  put(prop: PropertyName, columns: readonly JudgedColumn[]): void;
  /** Adds columns under the properties of their own attributes; what the schema does not have is left out. */
  putOwn(columns: readonly JudgedColumn[]): void;
  literal(prop: PropertyName, value: string | null | undefined): void;
  link(prop: PropertyName, entity: string | null | undefined): void;
}

/** The entities of one table while they are built. */
export class EntityDrafts {
  readonly entities: Record<string, EntityMapping> = {};
  readonly claims = new Map<number, Claim>();
  private readonly optionsOf: (column: JudgedColumn) => ReadingOptions;

  constructor(optionsOf: (column: JudgedColumn) => ReadingOptions) {
    this.optionsOf = optionsOf;
  }

  /** Starts an entity; keys and requires as `EntityMapping` has them. */
  add(
    name: string,
    schema: SchemaName,
    rule: { keys?: readonly JudgedColumn[]; requires?: readonly JudgedColumn[]; filter?: RowFilter | undefined } = {},
  ): EntityDraft {
    const properties: Partial<Record<PropertyName, PropertyMapping[]>> = {};
    this.entities[name] = {
      schema,
      keys: numbersOf(rule.keys),
      requires: numbersOf(rule.requires),
      ...(rule.filter && { filter: rule.filter }),
      properties,
    };
    const push = (prop: PropertyName, mapping: PropertyMapping): void => {
      properties[prop] = [...(properties[prop] ?? []), mapping];
    };
    const put = (prop: PropertyName, columns: readonly JudgedColumn[]): void => {
      if (propertyOf(schema, prop) === undefined) return;
      for (const each of columns) {
        push(prop, { kind: "column", column: each.column, options: this.optionsOf(each) });
        if (!this.claims.has(each.column)) this.claims.set(each.column, { entity: name, schema, prop });
      }
    };
    return {
      name,
      schema,
      put,
      putOwn: (columns) => {
        for (const each of columns) {
          const prop = each.attribute === null ? null : definitionOf(each.attribute).prop;
          if (prop !== null) put(prop, [each]);
        }
      },
      literal: (prop, value) => {
        if (value !== null && value !== undefined && value !== "") push(prop, { kind: "literal", value });
      },
      link: (prop, entity) => {
        if (entity !== null && entity !== undefined) push(prop, { kind: "entity", entity });
      },
    };
  }
}

const numbersOf = (columns: readonly JudgedColumn[] | undefined): number[] => [
  ...new Set(columns?.map(({ column }) => column)),
];
