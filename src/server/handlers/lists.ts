import { Refusal, unreachable } from "../../base/index.ts";
import { views } from "../../casefile/index.ts";
import { parseEntityId } from "../../model/index.ts";
import type { Contract, RouteAnswer } from "../contract/index.ts";
import type { Asked, FrozenView, FrozenViews } from "../lists/frozen-views.ts";
import type { Handlers, ServerContext } from "./handler.ts";

type ListKey =
  | "POST /api/views"
  | "GET /api/views/:id/rows"
  | "GET /api/views/:id/ids"
  | "GET /api/views/:id/position"
  | "GET /api/filter-keys";

/** So many rows come with a view, and so many at most in one window and one list of ids. */
const limits = { first: 200, window: 1000, ids: 100_000 };

export const listHandlers: Pick<Handlers, ListKey> = {
  "POST /api/views": async ({ frozen, counting }, { body }) => {
    const asked = askedBy(body);
    const { read, view, table } = await frozen.freeze(asked);
    return {
      sentence: read.sentence,
      faultyTerms: read.faultyTerms,
      chips: await chipsOf(table, read, view),
      view: view ? await firstOf(view, counting) : null,
    };
  },
  "GET /api/views/:id/rows": async ({ frozen }, { params, query }) => {
    const view = frozen.view(params.id);
    const { from, to } = checkedSpan(query, limits.window);
    const window = await rowsOf(view.table, await frozen.slice(view, from, to));
    return { from, count: view.count, window, newer: newerOf(frozen, view) };
  },
  "GET /api/views/:id/ids": async ({ frozen }, { params, query }) => {
    const view = frozen.view(params.id);
    const { from, to } = checkedSpan(query, limits.ids);
    return { ids: await views.idsAt(view.table, await frozen.slice(view, from, to)) };
  },
  "GET /api/views/:id/position": async ({ frozen }, { params, query }) => {
    const view = frozen.view(params.id);
    const number = await views.numberOf(view.table, query.of);
    const position = number === undefined ? -1 : (await view.numbers()).indexOf(number);
    return { position: position < 0 ? null : position };
  },
  "GET /api/filter-keys": async ({ frozen }) =>
    Promise.all((Object.keys(views.lists) as views.ListName[]).map((name) => keysOf(frozen, name))),
};

function askedBy(body: {
  list: views.ListName;
  filter: string;
  sort?: string | undefined;
  of?: string | undefined;
}): Asked {
  const { list: name, filter, sort, of } = body;
  if (name === "statements" && of === undefined)
    throw new Refusal(`body of: the list "statements" is of one entity; name it by its id`);
  if (name !== "statements" && of !== undefined)
    throw new Refusal(`body of: the list "${name}" is of the whole case; leave "of" out, or filter by entity`);
  return { name, filter, sort, of: of === undefined ? null : parseEntityId(of) };
}

function checkedSpan({ from, to }: { from: number; to: number }, most: number): { from: number; to: number } {
  if (to < from || to - from > most)
    throw new Refusal(
      `query from, to: rows ${from} to ${to} were asked for; ask for at most ${most}, the last after the first`,
    );
  return { from, to };
}

/** The first rows of a view, and its facets, which are counted meanwhile: two walks that need not wait for each other. */
async function firstOf(
  view: FrozenView,
  counting: ServerContext["counting"],
): Promise<NonNullable<RouteAnswer<Contract["POST /api/views"]>["view"]>> {
  const { table, read, asked, id, count } = view;
  const order = views.orderOf(asked.name, asked.sort);
  if (!order.ok) throw new Refusal(order.fault);
  const firstRows = async () =>
    rowsOf(table, await views.firstNumbers(table, { chips: read.chips, order: order.value, limit: limits.first }));
  const [facets, first] = await Promise.all([views.facetsOf(table, read.chips, counting), firstRows()]);
  return { id, count, total: table.total, facets, first };
}

/** Each chip, and where nothing was found how many rows there would be without it. */
const chipsOf = (table: views.ListTable, { chips }: views.ReadFilter, view: FrozenView | undefined) =>
  Promise.all(
    chips.map(async (chip) => {
      const { text, from, to, words, isNegated } = chip;
      const others = chips.filter((each) => each !== chip);
      const countWithout = view?.count === 0 ? await views.countRows(table, others) : null;
      return { text, from, to, words, isNegated, countWithout };
    }),
  );

/** Rows of a list by their numbers, under the list's name. */
async function rowsOf(table: views.ListTable, numbers: readonly number[]) {
  switch (table.name) {
    case "findings":
      return { list: table.name, rows: await views.rowsAt<"findings">(table, numbers) };
    case "entities":
      return { list: table.name, rows: await views.rowsAt<"entities">(table, numbers) };
    case "payments":
      return { list: table.name, rows: await views.rowsAt<"payments">(table, numbers) };
    case "faults":
      return { list: table.name, rows: await views.rowsAt<"faults">(table, numbers) };
    case "statements":
      return { list: table.name, rows: await views.rowsAt<"statements">(table, numbers) };
    default:
      return unreachable(table);
  }
}

function newerOf(frozen: FrozenViews, view: FrozenView) {
  const newer = frozen.newer(view);
  if (!newer) return null;
  const time = view.heldAt.toISOString().slice(11, 16);
  return { rows: newer.rows, words: `${newer.rows} new since ${time} UTC` };
}

async function keysOf({ tables }: FrozenViews, name: views.ListName) {
  const table = await tables.hold({ name, of: null });
  const { sorts, ownOrder } = views.lists[name];
  const keys = table.keys.map((key) => ({
    key: key.key,
    meaning: key.meaning,
    forms: views.operatorOf(key).forms,
    values: "choices" in key ? key.choices.slice(0, mostValues).map(({ value, words }) => ({ value, words })) : [],
  }));
  await tables.release(table);
  return { list: name, keys, sorts: sorts.map(({ key, words }) => ({ key, words })), ownOrder };
}

const mostValues = 300;
