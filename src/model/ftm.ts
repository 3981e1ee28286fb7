import { schemata, types, type PropertyName, type PropertyTypeName, type SchemaName } from "./generated/ftm.ts";

/** One FollowTheMoney property as a schema sees it (own or inherited). */
export interface PropertyDefinition {
  readonly label: string;
  readonly type: string;
  readonly matchable: boolean;
  readonly format?: string;
  readonly range?: string;
  readonly stub?: boolean;
  readonly maxLength?: number;
}

/** One FollowTheMoney schema; `lineage` is the schema itself and then its ancestors, nearest first. */
export interface SchemaDefinition {
  readonly name: string;
  readonly label: string;
  readonly plural: string;
  readonly lineage: readonly string[];
  readonly abstract: boolean;
  readonly matchable: boolean;
  readonly edge: { readonly source: string; readonly target: string } | null;
  readonly required: readonly string[];
  readonly caption: readonly string[];
  readonly featured: readonly string[];
  readonly properties: Readonly<Record<string, PropertyDefinition>>;
}

/** One FollowTheMoney property type; `values` are its closed codes and their labels, where it has them. */
export interface TypeDefinition {
  readonly label: string;
  readonly matchable: boolean;
  readonly maxLength: number;
  readonly values?: Readonly<Record<string, string>>;
}

export type { PropertyName, PropertyTypeName, SchemaName };
export { schemata, types };

/** Whether the text names a schema of the model. */
export const isSchemaName = (text: string): text is SchemaName => Object.hasOwn(schemata, text);

/** Whether the text names a property type of the model. */
export const isPropertyTypeName = (text: string): text is PropertyTypeName => Object.hasOwn(types, text);

/** Whether any schema of the model has a property of this name. */
export const isPropertyName = (text: string): boolean =>
  Object.values(schemata).some((schema) => Object.hasOwn(schema.properties, text));

/** The property of a schema, own or inherited; undefined where the schema has none of that name. */
export const propertyOf = (schema: SchemaName, property: string): PropertyDefinition | undefined =>
  Object.hasOwn(schemata[schema].properties, property) ? schemata[schema].properties[property] : undefined;

/** Whether `schema` is `ancestor` or descends from it. */
export const isA = (schema: SchemaName, ancestor: SchemaName): boolean => schemata[schema].lineage.includes(ancestor);

/** The schemata that are `ancestor` or descend from it, by name. */
export const descendantsOf = (ancestor: SchemaName): readonly SchemaName[] =>
  Object.keys(schemata)
    .filter((name) => isSchemaName(name))
    .filter((name) => isA(name, ancestor));

/**
 * The one schema that all of them agree with: the most specific, where each of the others is its ancestor.
 * Undefined where there is none; that two sources describe one entity so is a contradiction, not an exception.
 */
export function commonDescendant(names: readonly SchemaName[]): SchemaName | undefined {
  return names.find((name) => names.every((other) => isA(name, other)));
}
