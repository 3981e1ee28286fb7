import { isPropertyTypeName, isSchemaName, propertyInWords, propertyOf, types } from "../../model/index.ts";
import { bigInteger, boolean, integer, nullable, sql, text, type Row, type Sql } from "../../store/index.ts";
import type { FilterKey } from "../filter/index.ts";
import { columnKey, lettersKey, moneyKey, seenKey, sourceKey, sourcesKey } from "./common-keys.ts";
import { languageTag } from "../language-tag.ts";
import { seenSpan, type ListContext, type ListDefinition } from "./list.ts";
import { makeFindings } from "./make-findings.ts";
import { verdictChoices, verdictWords, type FindingState } from "./states.ts";

const shape = {
  id: text,
  entityId: text,
  entity: text,
  schema: text,
  prop: text,
  value: text,
  lang: nullable(text),
  state: text,
  isNew: boolean,
  isListed: boolean,
  least: integer,
  most: integer,
  moneyMinor: nullable(bigInteger),
  seenFrom: nullable(text),
  seenTo: nullable(text),
};

/** Every finding: the verdict for one value of one property of one entity, or of one edge. */
export const findingList: ListDefinition<ReturnType<typeof toRow>> = {
  plural: "findings",
  ownOrder: "contradicted first, then most independent sources, then most money",
  sorts: [
    { key: "money", words: "money touched", column: sql`money_minor` },
    { key: "sources", words: "independent sources", column: sql`least` },
    { key: "entity", words: "entity", column: sql`entity` },
    { key: "property", words: "property", column: sql`prop` },
    { key: "value", words: "value", column: sql`value` },
    { key: "state", words: "finding", column: sql`state` },
    { key: "day", words: "first day", column: sql`seen_from` },
  ],
  facets: ["kind", "schema", "property", "source", "sources"],
  make: makeFindings,
  keys: findingKeys,
  rows: async ({ reader, table }, rest) =>
    (await reader.database.rows(sql`select ${columns} from ${table} ${rest}`, shape)).map(toRow),
};

const columns: Sql = sql`row_no, id, entity_id as "entityId", entity, schema, prop, value, lang, state, is_new as "isNew",
  is_listed as "isListed", least, most, money_minor as "moneyMinor", seen_from::varchar as "seenFrom", seen_to::varchar as "seenTo"`;

const toRow = (row: Row<typeof shape>) => ({
  id: row.id,
  entity: { id: row.entityId, caption: row.entity },
  schema: row.schema,
  property: row.prop,
  propertyWords: propertyInWords(row.prop),
  value: { text: codeLabel(row) ?? row.value, lang: languageTag(row.lang) },
  state: row.state as FindingState,
  stateWords: verdictWords(row.state as FindingState, row.least),
  isNew: row.isNew,
  isListed: row.isListed,
  sources: { least: row.least, most: row.most },
  moneyMinor: row.moneyMinor?.toString() ?? null,
  seen: seenSpan(row.seenFrom, row.seenTo),
});

/** What a closed code such as a country's means. */
function codeLabel({ schema, prop, value }: Row<typeof shape>): string | undefined {
  const type = isSchemaName(schema) ? propertyOf(schema, prop)?.type : undefined;
  return type !== undefined && isPropertyTypeName(type) ? types[type].values?.[value] : undefined;
}

async function findingKeys(context: ListContext): Promise<readonly FilterKey[]> {
  const kinds = [
    ...verdictChoices,
    { value: "new", words: "new", condition: sql`is_new` },
    { value: "listed", words: "said by public lists alone", condition: sql`is_listed` },
  ];
  return [
    { kind: "choice", key: "kind", meaning: "what is known of it", column: sql`state`, choices: kinds, isFixed: true },
    lettersKey(
      "entity",
      "letters of the entity's name, or its id",
      sql`entity || ' ' || entity_id || ' ' || subject_id`,
    ),
    lettersKey("value", "letters of the value", sql`value`),
    await columnKey(context, { key: "schema", meaning: "type of the entity", column: "schema" }),
    await columnKey(context, { key: "property", meaning: "which property", column: "prop", wordsOf: propertyInWords }),
    await sourceKey(context, "hand-over or list that says so"),
    sourcesKey,
    moneyKey(context, sql`money_minor`, "money touched"),
    seenKey("days of the payments that it is about", "payments"),
  ];
}
