import { Refusal } from "../base/index.ts";
import type { CaseTrace, TraceRequest, TraceStart } from "../network/index.ts";
import { integer, sql, text } from "../store/index.ts";
import { standInsOf } from "../views/index.ts";
import { oneEntity } from "./one-entity.ts";
import type { OpenCase } from "./open-case.ts";
import { findPlace } from "./open-place.ts";

/** A trace and where it began. */
export interface TracedMoney extends CaseTrace {
  readonly start: TraceStart;
}

/**
 * Follows the money of a payment, or of all payments of a party or account, under the asked rules. A payment is named by its
 * id, the id of a mention, or the place of one. Refuses words that mean no payment and nobody, and a start of which nothing
 * can be traced, saying why. A closed contact of a phone stands in the answer as words, not by his id.
 */
export async function traceMoney(
  open: OpenCase,
  words: string,
  asked: Omit<TraceRequest, "start">,
): Promise<TracedMoney> {
  const { traceCase } = await import("../network/index.ts");
  const start = await startOf(open, words);
  const tables = {
    statement: open.table("statement"),
    cluster: open.table("cluster"),
    payment: open.table("payment"),
    flow: open.table("flow"),
  };
  const traced = await traceCase(open.database, tables, { ...asked, start });
  if ("refusal" in traced) throw new Refusal(traced.refusal);
  if (traced.startPayments === 0)
    throw new Refusal(
      `no payment was seen that ${asked.direction === "forward" ? "is made by" : "goes to"} "${words}"; try --${asked.direction === "forward" ? "backward" : "forward"}`,
    );
  if (traced.tracedPayments === 0)
    throw new Refusal(
      `nothing of "${words}" can be traced: of its ${traced.startPayments} payments none has two known ends, an amount, a rate and a day; "windfall open" shows what was written`,
    );
  return { start, ...(await withoutClosed(open, traced)) };
}

/** The same with words for the closed contacts of phones that stand in it. */
async function withoutClosed(open: OpenCase, traced: CaseTrace): Promise<CaseTrace> {
  const { trails } = traced;
  const ids = trails.flatMap(({ hops, ends }) => [
    ...hops.flatMap(({ payerId, payeeId }) => [payerId, payeeId]),
    ...ends.map(({ id }) => id),
  ]);
  const standIn = await standInsOf(open, ids);
  const named = <Each extends { readonly id: string }>(each: Each): Each => ({ ...each, id: standIn(each.id) });
  return {
    ...traced,
    trails: trails.map((trail) => ({
      ...trail,
      hops: trail.hops.map((hop) => ({ ...hop, payerId: standIn(hop.payerId), payeeId: standIn(hop.payeeId) })),
      reached: trail.reached.map(named),
      ends: trail.ends.map(named),
    })),
  };
}

async function startOf(open: OpenCase, words: string): Promise<TraceStart> {
  const paymentIds = words.includes("#") ? await paymentsAt(open, words) : await paymentsOf(open, [words]);
  if (paymentIds.length > 0) return { kind: "payment", paymentIds };
  if (words.includes("#"))
    throw new Refusal(`no payment stands at ${words}; "windfall find" shows the places of amounts and names`);
  return { kind: "entity", canonicalId: (await oneEntity(open, words)).canonicalId };
}

async function paymentsAt(open: OpenCase, place: string): Promise<string[]> {
  const { fileNo, part, rowNo, column } = await findPlace(open, place);
  const rows = await open.database.rows(
    sql`
    select distinct entity_id as id, coalesce(o.col_no, -1) as "column"
    from ${open.table("occurrence")} o join ${open.table("statement")} using (statement_id)
    where file_no = ${fileNo} and part = ${part} and row_no = ${rowNo} order by entity_id, 2`,
    { id: text, column: integer },
  );
  const atColumn = rows.filter((row) => column === null || row.column === column);
  const own = await paymentsOf(
    open,
    atColumn.map(({ id }) => id),
  );
  // A cell of the row that tells of a party or a bank still means the payment that the row tells of.
  return own.length > 0
    ? own
    : paymentsOf(
        open,
        rows.map(({ id }) => id),
      );
}

const paymentsOf = async (open: OpenCase, ids: readonly string[]): Promise<string[]> =>
  (
    await open.database.rows(
      sql`
      select distinct payment_id as id from ${open.table("payment")}
      where payment_id in (select unnest(${ids}::varchar[])) or entity_id in (select unnest(${ids}::varchar[]))
      order by payment_id`,
      { id: text },
    )
  ).map(({ id }) => id);
