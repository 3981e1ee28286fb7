import { assert } from "../../base/index.ts";
import { isPropertyTypeName, propertyOf, types, type PropertyTypeName, type SchemaName } from "../ftm.ts";
import type { CleanOptions } from "./clean.ts";

/** The type of a property and what its definition says on cleaning: format and greatest length. */
export interface PropertyCleaning {
  readonly type: PropertyTypeName;
  readonly options: CleanOptions;
}

// FollowTheMoney gives these properties no format; what they hold has one all the same.
const formatsByProperty: Readonly<Record<string, string>> = { accountNumber: "account", currency: "currency" };

/** How values of a property are cleaned; undefined where the schema has no such property. */
export function propertyCleaning(schema: SchemaName, prop: string): PropertyCleaning | undefined {
  const property = propertyOf(schema, prop);
  if (!property) return undefined;
  assert(isPropertyTypeName(property.type), `${property.type} is a property type`);
  const format = property.format ?? formatsByProperty[prop];
  return {
    type: property.type,
    options: {
      maxLength: property.maxLength ?? types[property.type].maxLength,
      ...(format !== undefined && { format }),
    },
  };
}
