import { sayFindings, showPlace, views, type OpenCase } from "../../casefile/index.ts";
import { isSchemaName, parseFindingId, propertyInWords, propertyOf } from "../../model/index.ts";
import { HttpRefusal } from "../http-refusal.ts";
import type { FrozenViews } from "../lists/frozen-views.ts";
import type { Handlers } from "./handler.ts";

/** So many statements of a finding are told at most. */
const mostStatements = 200;

export const evidenceHandlers: Pick<Handlers, "GET /api/findings/:id" | "GET /api/places"> = {
  "GET /api/findings/:id": async ({ open, frozen }, { params: { id } }) => {
    const finding = await findingOf(frozen, id);
    const [line] = finding ? await views.findingLinesByIds(open, [parseFindingId(id)]) : [];
    if (!finding || !line)
      throw new HttpRefusal(404, `there is no finding "${id}"; the list of findings gives their ids`);
    const tellings = await views.tellingsOf(open, id);
    const [said] = await sayFindings(open, [line]);
    return {
      finding,
      explanation: said?.finding.explanation ?? line.explanation,
      statements: await statementsOf(open, tellings.slice(0, mostStatements)),
      more: Math.max(0, tellings.length - mostStatements),
      tree: { sentence: views.countInWords(tellings), roots: views.treeOf(tellings) },
    };
  },
  "GET /api/places": ({ open }, { query }) => showPlace(open, query.at, query.statement),
};

/** The row of a finding as the list shows it. */
async function findingOf({ tables }: FrozenViews, id: string): Promise<views.RowOf<"findings"> | undefined> {
  const table = await tables.hold({ name: "findings", of: null });
  try {
    const number = await views.numberOf(table, id);
    return number === undefined || table.name !== "findings"
      ? undefined
      : (await views.rowsAt<"findings">(table, [number]))[0];
  } finally {
    await tables.release(table);
  }
}

/** The statements with what they say and where; another entity as a value is called by its name. */
async function statementsOf(open: OpenCase, tellings: readonly views.Telling[]) {
  const evidence = new Map(
    (
      await views.evidenceOf(
        open,
        tellings.map(({ id }) => id),
      )
    ).map((each) => [each.statementId, each]),
  );
  const all = [...evidence.values()];
  const names = await views.ownNames(
    open,
    all.map(({ entityId }) => entityId),
  );
  const leads = await views.captionsOfMentions(
    open,
    all.filter(isReference).map(({ value }) => value),
  );
  const captions = await views.captionsOf(
    open,
    tellings.flatMap(({ canonical }) => canonical ?? []),
  );
  return tellings.flatMap((telling) => {
    const each = evidence.get(telling.id);
    if (!each) return [];
    const id = telling.canonical ?? each.entityId;
    return [
      {
        id: telling.id,
        stance: telling.stance,
        entity: { id, caption: captions.get(id) ?? names.get(each.entityId) ?? id },
        ownName: names.get(each.entityId) ?? null,
        schema: each.schema,
        property: each.prop,
        propertyWords: propertyInWords(each.prop),
        value: { text: isReference(each) ? (leads.get(each.value) ?? each.value) : each.value, lang: telling.lang },
        original: each.original,
        dataset: each.dataset,
        source: { words: each.source, grade: each.grade },
        seen: null,
        place: each.locator,
        places: each.places,
        isHidden: each.isHidden,
      },
    ];
  });
}

const isReference = ({ schema, prop }: { readonly schema: string; readonly prop: string }): boolean =>
  isSchemaName(schema) && propertyOf(schema, prop)?.type === "entity";
