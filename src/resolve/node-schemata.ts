import { descendantsOf, isA, schemata } from "../model/index.ts";

/**
 * The schemata whose entities are nodes and get a cluster row: every Thing that is no edge, no document (messages,
 * pages and folders are documents) and no note. BankAccount, Address, Vessel, Event and Project are nodes.
 */
export const nodeSchemata: readonly string[] = descendantsOf("Thing").filter(
  (schema) => schemata[schema].edge === null && !isA(schema, "Document") && !isA(schema, "Note"),
);

/** People. */
export const personSchemata: readonly string[] = descendantsOf("Person");

/** Companies, public bodies and whatever else is organised: nothing of these is ever a person. */
export const organizationSchemata: readonly string[] = descendantsOf("Organization");
