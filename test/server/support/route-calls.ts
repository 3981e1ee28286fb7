import type { Contract } from "../../../src/server/contract/index.ts";
import type { Json, ServedCase } from "./served-case.ts";

/** One request: its address, and its body if it has one. */
type Call = readonly [path: string, body?: unknown];

type Calls = readonly Call[] | Promise<readonly Call[]>;

/** What routes of the small case are asked about, by ids. */
export interface Known extends Pick<ServedCase, "json"> {
  readonly view: string;
  readonly finding: string;
  readonly entity: string;
  readonly place: string;
  /** Two entities that wait for a decision, and two that pay each other. */
  readonly pair: readonly [string, string];
  readonly paid: readonly [payer: string, payee: string];
}

/** Looks up what a served case holds that has a pair to review and payments. */
export async function knownOf({ json }: ServedCase): Promise<Known> {
  const findings = await json("POST", "/api/views", { list: "findings" });
  const finding: string = findings.view.first.rows[0].id;
  const evidence = await json("GET", `/api/findings/${finding}`);
  const entities = await json("POST", "/api/views", { list: "entities", filter: "azure" });
  const [payment] = (await json("POST", "/api/views", { list: "payments" })).view.first.rows;
  const [pair] = (await json("GET", "/api/review/pairs")).pairs;
  return {
    json,
    view: findings.view.id,
    finding,
    entity: entities.view.first.rows[0].id,
    place: evidence.statements[0].place,
    pair: [pair.leftId, pair.rightId],
    paid: [payment.payer.id, payment.payee.id],
  };
}

const form = encodeURIComponent;
const question = { budget: 1, rhoQuarters: [4] };

const ofEachJob = async (json: Known["json"], rest = ""): Promise<readonly Call[]> =>
  (await json("GET", "/api/jobs")).map(({ id }: Json): Call => [`/api/jobs/${id}${rest}`]);

/** Calls of every route of the contract, in an order in which each finds what it asks about, the run before anything was decided that it would follow up. */
export const routeCalls: Readonly<Record<keyof Contract, (known: Known) => Calls>> = {
  "POST /api/jobs": () => [
    ["/api/jobs", { kind: "block", ...question }],
    ["/api/jobs", { kind: "run" }],
  ],
  "GET /api/jobs/:id/events": ({ json }) => ofEachJob(json, "/events"),
  "GET /api/jobs/:id": ({ json }) => ofEachJob(json),
  "GET /api/jobs": () => [["/api/jobs"]],
  "POST /api/jobs/:id/stop": ({ json }) => ofEachJob(json, "/stop"),
  "DELETE /api/jobs/:id": ({ json }) => ofEachJob(json),
  "GET /api/case": () => [["/api/case"]],
  "GET /api/overview": () => [["/api/overview"]],
  "GET /api/files": () => [["/api/files"]],
  "GET /api/faults": () => [["/api/faults"]],
  "POST /api/views": ({ entity }) =>
    [
      { list: "findings", filter: "kind:contradicted money:>1k", sort: "-money" },
      { list: "findings", filter: "nothing-that-stands-anywhere" },
      { list: "findings", filter: "kidn:new" },
      { list: "entities", filter: "schema:Company" },
      { list: "payments", sort: "-day" },
      { list: "faults" },
      { list: "statements", of: entity },
    ].map((body): Call => ["/api/views", body]),
  "GET /api/views/:id/rows": ({ view }) => [[`/api/views/${view}/rows?from=0&to=5`]],
  "GET /api/views/:id/ids": ({ view }) => [[`/api/views/${view}/ids?from=0&to=5`]],
  "GET /api/views/:id/position": ({ view, finding }) => [[`/api/views/${view}/position?of=${finding}`]],
  "GET /api/filter-keys": () => [["/api/filter-keys"]],
  "GET /api/findings/:id": ({ finding }) => [[`/api/findings/${finding}`]],
  "GET /api/places": ({ place }) => [[`/api/places?at=${form(place)}`]],
  "GET /api/place": ({ place }) => [[`/api/place?at=${form(place)}`]],
  "GET /api/files/:fileNo/parts/:part/rows": async ({ json, place }) => {
    const { fileNo, part } = await json("GET", `/api/place?at=${form(place)}`);
    return [[`/api/files/${fileNo}/parts/${part}/rows?from=1&to=20`]];
  },
  "GET /api/search": () => [["/api/search?q=az"]],
  "GET /api/entities/:id": ({ entity }) => [[`/api/entities/${form(entity)}`]],
  "GET /api/entities/:id/payments": ({ entity }) => [[`/api/entities/${form(entity)}/payments`]],
  "GET /api/entities/:id/mentions": ({ entity }) => [[`/api/entities/${form(entity)}/mentions`]],
  "GET /api/joins": ({ entity }) => [[`/api/joins?left=${form(entity)}&right=${form(entity)}`]],
  "GET /api/review/pairs": () => [["/api/review/pairs"]],
  "GET /api/review/pair": ({ pair: [left, right] }) => [[`/api/review/pair?left=${form(left)}&right=${form(right)}`]],
  "GET /api/review/joins": () => [["/api/review/joins"]],
  "POST /api/decisions": ({ pair: [leftId, rightId] }) => [
    ["/api/decisions", { leftId, rightId, decision: "unsure", reason: "the dates are alike" }],
  ],
  "GET /api/decisions": () => [["/api/decisions"]],
  "POST /api/decisions/undo": () => [["/api/decisions/undo", {}]],
  "POST /api/decisions/redo": async ({ json }) => {
    const [undoing] = (await json("GET", "/api/decisions")).decisions;
    return [["/api/decisions/redo", { judgementNo: undoing.judgementNo - 1 }]];
  },
  "GET /api/review/mentions": () => [["/api/review/mentions"]],
  "POST /api/review/mentions/:id/decision": async ({ json }) => {
    const { mentionId } = (await json("GET", "/api/review/mentions")).mentions.at(-1);
    return [[`/api/review/mentions/${mentionId}/decision`, { decision: "unsure", reason: "two banks are called so" }]];
  },
  "GET /api/brief": () => [["/api/brief"]],
  "GET /api/brief/:form": () => [["/api/brief/html"], ["/api/brief/md"]],
  "GET /api/ledger": () => [["/api/ledger"], ["/api/ledger?confirmed=true"]],
  "GET /api/ledger/events/:id": async ({ json }) =>
    (await json("GET", "/api/ledger")).events.map(({ eventId }: Json): Call => [`/api/ledger/events/${eventId}`]),
  "GET /api/ledger/claims": () => ["", "?made=rules", "?made=model"].map((made): Call => [`/api/ledger/claims${made}`]),
  "POST /api/ledger/claims/:id/decision": async ({ json }) => {
    const [claim] = (await json("GET", "/api/ledger/claims")).claims;
    return [[`/api/ledger/claims/${claim.claimId}/decision`, { decision: "accept", reason: "as it is printed" }]];
  },
  "GET /api/network": () => [["/api/network"]],
  "POST /api/network/ways": () => [
    ["/api/network/ways", { question: {}, most: 50 }],
    ["/api/network/ways", { question: {}, most: 50, as: "bundles", opened: { "bundle:between:1": 1 }, apart: [] }],
  ],
  "POST /api/network/neighbours": ({ paid: [payer] }) => [
    ["/api/network/neighbours", { id: payer, drawn: [], days: null, leastMinor: null }],
  ],
  "POST /api/network/payments": ({ paid: [payer, payee] }) => [
    ["/api/network/payments", { payer, payee, days: null, most: 10 }],
  ],
  "POST /api/network/paths": ({ paid: [payer, payee] }) => [
    ["/api/network/paths", { from: payer, to: payee, measure: "shortest", most: 2, days: null }],
  ],
  "POST /api/network/block": () => [["/api/network/block", question]],
  "GET /api/network/search": () => [["/api/network/search"]],
  "DELETE /api/network/search": () => [["/api/network/search"]],
  "POST /api/network/weigh": ({ paid: [, payee] }) => [
    ["/api/network/weigh", { question, members: [payee], drawnRhoQuarters: 8, most: 50 }],
  ],
  "POST /api/network/doubts": () => [["/api/network/doubts", question]],
  "POST /api/network/check-file": () => [["/api/network/check-file", { question, budget: 1, rhoQuarters: 0 }]],
  "POST /api/network/layout": ({ paid: [payer] }) => [
    ["/api/network/layout", { name: "asked", places: { [payer]: { x: 1, y: 2, isPinned: true } } }],
  ],
};
