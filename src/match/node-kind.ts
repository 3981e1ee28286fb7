import { commonDescendant, descendantsOf, isA, isSchemaName, schemata, type SchemaName } from "../model/index.ts";

/** What kinds of node there are to match; the number is the one that the tables of this stage hold. */
export const nodeKinds = {
  person: 1,
  organization: 2,
  /** A legal entity that may be a person or an organisation. */
  party: 3,
  account: 4,
  vehicle: 5,
  address: 6,
  userAccount: 7,
  asset: 8,
  place: 9,
} as const;

export type NodeKind = keyof typeof nodeKinds;

const kindBySchema: readonly (readonly [SchemaName, NodeKind])[] = [
  ["Person", "person"],
  ["Organization", "organization"],
  ["LegalEntity", "party"],
  ["BankAccount", "account"],
  ["CryptoWallet", "account"],
  ["Vehicle", "vehicle"],
  ["Address", "address"],
  ["UserAccount", "userAccount"],
  ["Security", "asset"],
];

/** The schemata whose entities are matched: what the model calls matchable and a Thing; edges and documents are not. */
export const matchableSchemata: readonly SchemaName[] = descendantsOf("Thing").filter(
  (schema) => schemata[schema].matchable && schemata[schema].edge === null && !isA(schema, "Document"),
);

/** The kind of an entity whose statements carry these schemata; contradicting ones leave it open what party it is. */
export function kindOf(names: readonly string[]): NodeKind {
  const known = names.filter((name) => isSchemaName(name));
  const schema = commonDescendant(known) ?? (known.some((name) => isA(name, "LegalEntity")) ? "LegalEntity" : known[0]);
  return kindBySchema.find(([ancestor]) => schema !== undefined && isA(schema, ancestor))?.[1] ?? "place";
}
