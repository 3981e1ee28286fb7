import { descendantsOf, isA, isSchemaName, schemata, type SchemaName } from "../model/index.ts";
import { rows as leftOutRows } from "./generated/left-out.ts";

/** Property types whose values say nothing that two sources could agree on. */
const textTypes = new Set(["text", "html", "json", "mimetype", "checksum", "url"]);

const leftOut = new Set(leftOutRows.map(([property = ""]) => property));

const names = Object.keys(schemata).filter((name) => isSchemaName(name));

/** An edge schema of the model with the properties that hold its two ends. */
export interface EdgeSchema {
  readonly schema: SchemaName;
  readonly source: string;
  readonly target: string;
}

/** The edges, payments apart: these have findings of their own. */
export const edgeSchemata: readonly EdgeSchema[] = names.flatMap((schema) => {
  const { edge } = schemata[schema];
  return edge === null || isA(schema, "Payment") ? [] : [{ schema, source: edge.source, target: edge.target }];
});

/** Papers that name a person: nodes without a cluster, known by country and number. */
export const paperSchemata: readonly SchemaName[] = descendantsOf("Identification");

const isLeftOutSchema = (schema: SchemaName): boolean =>
  (["Document", "Address", "Note", "Analyzable"] as const).some((name) => isSchemaName(name) && isA(schema, name));

/** The (schema, property) pairs that get findings, the ends of edges apart. */
export const keptProperties: readonly (readonly [SchemaName, string])[] = names.flatMap((schema) => {
  if (isLeftOutSchema(schema) || isA(schema, "Payment")) return [];
  const { edge, properties } = schemata[schema];
  return Object.entries(properties)
    .filter(([name, property]) => property.stub !== true && !textTypes.has(property.type) && !leftOut.has(name))
    .filter(([name]) => name !== "addressEntity" && name !== edge?.source && name !== edge?.target)
    .map(([name]) => [schema, name] as const);
});
