// Generated from resources/model/single-valued.tsv by npm run generate; do not edit.
// Properties of which an entity has one true value: two values that do not fit contradict each other.
// source: meanings of the properties in FollowTheMoney 4.5.2; the choice is Windfall's own
// licence: Apache-2.0
// columns: schema (and its descendants), property, time scope, how values are compared
// time scope: always = one value for all time; interval = one value at a time, as the edge's own dates say
// compared as: date (a prefix fits), code (equal), identifier (equal without punctuation; a masked one fits its end), account (also what a spreadsheet rounds), number (equal)
export const rows: readonly (readonly string[])[] = [
  ["Person","birthDate","always","date"],
  ["Person","deathDate","always","date"],
  ["Person","gender","always","code"],
  ["Person","birthCountry","always","code"],
  ["LegalEntity","incorporationDate","always","date"],
  ["LegalEntity","dissolutionDate","always","date"],
  ["LegalEntity","leiCode","always","identifier"],
  ["LegalEntity","innCode","always","identifier"],
  ["LegalEntity","ogrnCode","always","identifier"],
  ["LegalEntity","uscCode","always","identifier"],
  ["Vehicle","buildDate","always","date"],
  ["Vessel","imoNumber","always","identifier"],
  ["Airplane","serialNumber","always","identifier"],
  ["BankAccount","openingDate","always","date"],
  ["BankAccount","closingDate","always","date"],
  ["Security","isin","always","identifier"],
  ["Identification","number","always","identifier"],
  ["Identification","holder","always","code"],
  ["Ownership","percentage","interval","number"],
];
