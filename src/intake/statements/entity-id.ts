import { literal } from "../../store/index.ts";
import { sha1 } from "../../base/index.ts";
import { isA, type SchemaName } from "../../model/index.ts";

const separator = "\u001F";

/** Entities of these families that share a key within a dataset are one, whatever each table calls their type. */
const families: readonly SchemaName[] = ["LegalEntity", "BankAccount", "Vehicle"];

/** The family of a schema within which keys name the same thing. */
export const familyOf = (schema: SchemaName): string => families.find((family) => isA(schema, family)) ?? schema;

/** The id of an entity that is known by what its parts say: 20 hex digits, no dot, no path. */
export const makeKeyedId = (...parts: readonly string[]): string => sha1(parts.join(separator)).slice(0, 20);

/** The same in SQL, over pieces that are SQL expressions; a null piece counts as left out. */
export const keyedIdSql = (pieces: readonly string[]): string =>
  `left(sha1(concat_ws(chr(31), ${pieces.join(", ")})), 20)`;

/** A key column, lightly normalised: NFC, one space, case; identifiers without spaces, dashes, dots and slashes. */
export function keySql(column: string, isIdentifier: boolean): string {
  if (isIdentifier) {
    return `case when regexp_full_match(${column}, '[0-9A-Z]+') then ${column}
      else upper(regexp_replace(nfc_normalize(${column}), '[\\s./_-]+', '', 'g')) end`;
  }
  return `case when regexp_full_match(${column}, '[!-~]+( [!-~]+)*') then lower(${column})
    else lower(trim(regexp_replace(nfc_normalize(${column}), '\\s+', ' ', 'g'))) end`;
}

/** Text pieces of an id as SQL literals. */
export const idLiterals = (...parts: readonly string[]): string => parts.map(literal).join(", ");
