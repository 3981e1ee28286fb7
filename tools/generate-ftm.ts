import { readFileSync, writeFileSync } from "node:fs";

interface RawProperty {
  name: string;
  label: string;
  type: string;
  format?: string;
  range?: string;
  matchable?: boolean;
  stub?: boolean;
  maxLength?: number;
}
interface RawSchema {
  label: string;
  plural: string;
  extends?: string[];
  abstract?: boolean;
  matchable?: boolean;
  edge?: { source: string; target: string; directed?: boolean; label?: string };
  required?: string[];
  caption?: string[];
  featured?: string[];
  properties: Record<string, RawProperty>;
}
interface RawModel {
  schemata: Record<string, RawSchema>;
  types: Record<string, { label: string; matchable?: boolean; maxLength: number; values?: Record<string, string> }>;
}

const source = "resources/model/ftm-4.5.2.json";
const additions = "resources/model/ftm-additions.json";

/** Writes src/model/generated/ftm.ts from the vendored FollowTheMoney model and the schemata added to it. */
export function generateFtm(): void {
  const model = readModel(source);
  Object.assign(model.schemata, readModel(additions).schemata);
  writeFileSync("src/model/generated/ftm.ts", moduleText(model));
}

function readModel(path: string): RawModel {
  const parsed: RawModel = JSON.parse(readFileSync(path, "utf8"));
  return parsed;
}

function moduleText(model: RawModel): string {
  const names = Object.keys(model.schemata).toSorted();
  const properties = [
    ...new Set(names.flatMap((name) => Object.keys(model.schemata[name]?.properties ?? {}))),
  ].toSorted();
  const types = Object.keys(model.types).toSorted();
  return [
    `// Generated from ${source} and ${additions} by "npm run generate"; do not edit.`,
    `import type { SchemaDefinition, TypeDefinition } from "../ftm.ts";`,
    `export type SchemaName = ${names.map(quote).join(" | ")};`,
    `export type PropertyName = ${properties.map(quote).join(" | ")};`,
    `export type PropertyTypeName = ${types.map(quote).join(" | ")};`,
    `export const types: Readonly<Record<PropertyTypeName, TypeDefinition>> = ${JSON.stringify(
      Object.fromEntries(types.map((name) => [name, typeText(model, name)])),
    )};`,
    `export const schemata: Readonly<Record<SchemaName, SchemaDefinition>> = {`,
    ...names.map((name) => `  ${name}: ${JSON.stringify(schemaText(model, name))},`),
    `};`,
    "",
  ].join("\n");
}

const quote = (text: string): string => JSON.stringify(text);

function typeText(model: RawModel, name: string): object {
  const { label, matchable, maxLength, values } = model.types[name] ?? fail(name);
  return { label, matchable: matchable ?? false, maxLength, ...(values && { values }) };
}

function schemaText(model: RawModel, name: string): object {
  const schema = model.schemata[name] ?? fail(name);
  const lineage = ancestors(model, name);
  const inherited = (key: "caption" | "featured"): string[] =>
    lineage.map((each) => model.schemata[each]?.[key]).find((list) => list !== undefined && list.length > 0) ?? [];
  const edge = lineage.map((each) => model.schemata[each]?.edge).find((each) => each !== undefined);
  return {
    name,
    label: schema.label,
    plural: schema.plural,
    lineage,
    abstract: schema.abstract ?? false,
    matchable: schema.matchable ?? false,
    edge: edge ? { source: edge.source, target: edge.target } : null,
    required: [...new Set(lineage.flatMap((each) => model.schemata[each]?.required ?? []))],
    caption: inherited("caption"),
    featured: inherited("featured"),
    properties: Object.assign({}, ...lineage.toReversed().map((each) => ownProperties(model, each))),
  };
}

/** The schema itself, then its ancestors, nearest first, each once. */
function ancestors(model: RawModel, name: string): string[] {
  const found = [name];
  for (const each of found) {
    for (const parent of model.schemata[each]?.extends ?? []) if (!found.includes(parent)) found.push(parent);
  }
  return found;
}

function ownProperties(model: RawModel, name: string): object {
  const own = Object.values(model.schemata[name]?.properties ?? {});
  return Object.fromEntries(
    own.map(({ name: property, label, type, format, range, matchable, stub, maxLength }) => [
      property,
      {
        label,
        type,
        matchable: matchable ?? false,
        ...(format && { format }),
        ...(range && { range }),
        ...(stub && { stub }),
        ...(maxLength && { maxLength }),
      },
    ]),
  );
}

function fail(name: string): never {
  throw new Error(`${source} has no "${name}"`);
}
