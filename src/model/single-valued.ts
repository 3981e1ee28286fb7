import { assert } from "../base/index.ts";
import { descendantsOf, isSchemaName } from "./ftm.ts";
import { rows } from "./generated/single-valued.ts";

/** How two values of a property with one true value are compared. */
export type Fit = "date" | "code" | "identifier" | "account" | "number";

/** A property with one true value: for all time, or within the interval of its edge. */
export interface SingleValued {
  readonly schema: string;
  readonly property: string;
  readonly scope: "always" | "interval";
  readonly fit: Fit;
}

const isFit = (text: string): text is Fit => ["date", "code", "identifier", "account", "number"].includes(text);

/** Every (schema, property) of which an entity has one true value, descendants of the listed schemata included. */
export const singleValued: readonly SingleValued[] = rows.flatMap(([schema = "", property = "", scope, fit = ""]) => {
  assert(isSchemaName(schema) && isFit(fit), `single-valued.tsv: "${schema}" is a schema and "${fit}" a comparison`);
  assert(scope === "always" || scope === "interval", `single-valued.tsv: the scope of ${schema}.${property}`);
  return descendantsOf(schema).map((name) => ({ schema: name, property, scope, fit }));
});
