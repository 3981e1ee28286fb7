import { at } from "../../base/index.ts";
import { closedContactTable, sql, text, type Database } from "../../store/index.ts";
import { intAt, numberAt } from "../graph/typed-arrays.ts";
import { statementsOfPayments } from "../trace/payment-evidence.ts";
import { dayOfTick, readPayments } from "../trace/read-payments.ts";
import { sameDayRule } from "../trace/same-tick-order.ts";
import { readRoutes, type RouteTables } from "./read-routes.ts";
import { otherEnd } from "./route-graph.ts";
import { findStaticWays } from "./static-ways.ts";
import { shownCost, type RouteMeasure } from "./step-costs.ts";
import { linksBetween, type StepLink } from "./step-evidence.ts";
import { findTimedWays } from "./timed-ways.ts";

/** Which path between two entities is asked for. */
export interface RouteRequest {
  readonly fromId: string;
  readonly toId: string;
  /** `earliest`: over dated payments alone, in the direction of the money. */
  readonly measure: RouteMeasure | "earliest";
  readonly most: number;
  readonly via: { readonly payments: boolean; readonly relations: boolean };
}

/** One path: its steps in their order, each with what links its two ends. */
export interface Route {
  /** In the measure's own unit; null for earliest arrival, which the last day says. */
  readonly cost: number | null;
  readonly steps: readonly { readonly fromId: string; readonly toId: string; readonly links: readonly StepLink[] }[];
}

/** The paths that were found, best first, and how they were chosen. */
export interface CaseRoutes {
  readonly measure: RouteRequest["measure"];
  /** What the measure counts, in words. */
  readonly rule: string;
  readonly routes: readonly Route[];
  /** Whether each end stands in what was searched. */
  readonly knows: { readonly from: boolean; readonly to: boolean };
  readonly searched: { readonly entities: number; readonly links: number };
}

const rules: Readonly<Record<RouteRequest["measure"], string>> = {
  "hubs-damped":
    "hubs damped: a step costs 0.4 (ln degree of one end + ln degree of the other), so that a way over whom many deal with counts for little (degree-weighted paths, Himmelstein and Baranzini 2015); thousandths",
  shortest: "shortest: the fewest steps",
  cheapest:
    "cheapest: the best supported; a step costs 1 where two or more independent sources say it, 2 where one does, 4 where none is known",
  earliest: `earliest: money could have come soonest, each payment after the one before; ${sameDayRule}`,
};

/** Looks for paths between two entities; no addresses, telephones, messages or papers are steps, and no closed contact is on one. */
export async function routesOfCase(
  database: Database,
  tables: RouteTables,
  request: RouteRequest,
): Promise<CaseRoutes | { readonly refusal: string }> {
  return request.measure === "earliest"
    ? timedRoutes(database, tables, request)
    : staticRoutes(database, tables, { ...request, measure: request.measure });
}

async function staticRoutes(
  database: Database,
  tables: RouteTables,
  request: RouteRequest & { readonly measure: RouteMeasure },
): Promise<CaseRoutes> {
  const { measure, most, fromId, toId } = request;
  const read = await readRoutes(database, tables, request.via);
  const { graph } = read;
  const [from, to] = [graph.nodeIds.indexOf(fromId), graph.nodeIds.indexOf(toId)];
  const ways = from < 0 || to < 0 ? [] : findStaticWays(graph, { from, to }, { measure, most });
  const routes: Route[] = [];
  for (const { steps, cost } of ways) {
    const told: Route["steps"][number][] = [];
    let node = from;
    for (const pair of steps) {
      const next = otherEnd(graph, pair, node);
      const [left, right] = [at(graph.nodeIds, node), at(graph.nodeIds, next)];
      const links = await linksBetween(database, tables, read, [left, right]);
      const isWanted = ({ kind }: StepLink): boolean =>
        kind === "payment" ? request.via.payments : request.via.relations;
      told.push({ fromId: left, toId: right, links: links.filter(isWanted) });
      node = next;
    }
    routes.push({ cost: shownCost(cost), steps: told });
  }
  return {
    measure,
    rule: rules[measure],
    routes,
    knows: { from: from >= 0, to: to >= 0 },
    searched: { entities: graph.nodeIds.length, links: graph.lefts.length },
  };
}

async function timedRoutes(
  database: Database,
  tables: RouteTables,
  { fromId, toId, most }: RouteRequest,
): Promise<CaseRoutes | { readonly refusal: string }> {
  const read = await readPayments(database, tables.flow, { toTheDay: true });
  if (!read.ok) return { refusal: read.fault };
  const { payments } = read.value;
  const numberOf = (id: string): number => payments.nodeIds.indexOf(id);
  const without = new Set((await closedIds(database, tables)).map(numberOf).filter((node) => node >= 0));
  const [from, to] = [numberOf(fromId), numberOf(toId)];
  const isKnown = (node: number): boolean => node >= 0 && !without.has(node);
  const ways = isKnown(from) && isKnown(to) ? findTimedWays(payments, { from, to }, { most, without }) : [];
  const idOf = (payment: number): string => at(payments.paymentIds, payment);
  const statementsOf = await statementsOfPayments(
    database,
    tables,
    ways.flatMap(({ steps }) => steps.map(idOf)),
  );
  return {
    measure: "earliest",
    rule: rules.earliest,
    routes: ways.map(({ steps }) => ({
      cost: null,
      steps: steps.map((payment) => {
        const [payer, payee] = [payments.payers, payments.payees].map((ends) =>
          at(payments.nodeIds, intAt(ends, payment)),
        );
        const day = dayOfTick(intAt(payments.ticks, payment));
        const link: StepLink = {
          kind: "payment",
          fromId: payer ?? "",
          toId: payee ?? "",
          words: "paid",
          roots: null,
          payments: 1,
          caseMinor: String(numberAt(payments.amountsMinor, payment)),
          firstDay: day,
          lastDay: day,
          statements: statementsOf(idOf(payment)),
        };
        return { fromId: payer ?? "", toId: payee ?? "", links: [link] };
      }),
    })),
    knows: { from: isKnown(from), to: isKnown(to) },
    searched: { entities: payments.nodeIds.length, links: payments.paymentIds.length },
  };
}

async function closedIds(database: Database, { bystander, cluster }: RouteTables): Promise<string[]> {
  const rows = await database.rows(
    sql`select distinct coalesce(canonical_id, entity_id) as id from (${closedContactTable({ bystander, cluster })}) order by 1`,
    { id: text },
  );
  return rows.map(({ id }) => id);
}
