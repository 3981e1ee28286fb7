import { fail, integer, list, need, object, position, quote, sha256, sortedJson, whole } from "./checks.ts";

/** What a verifier finds: the amounts it re-computed (quarters of a minor unit of the currency), or the first thing that is wrong. */
export type Verdict =
  | {
      readonly ok: true;
      readonly before: bigint;
      readonly after: bigint;
      readonly currency: string;
      readonly inputHash: string;
      /** Whether the flows keep to the order of time. */
      readonly isInTime: boolean;
    }
  | { readonly ok: false; readonly reason: string };

/**
 * Re-checks a block set's check file, given as text: the hashes; that the set keeps to the question; that each flow fits
 * into the network (without the set, after it) and, where the file is one in time, that no money goes on before it came;
 * and that a cut of equal value shows that no flow is larger. It shares no code with the search. It does not re-check that
 * no other set is better. `expectedInputHash` ties it to a known network.
 */
export function verifyCertificate(text: string, expectedInputHash?: string): Verdict {
  try {
    const file = object(JSON.parse(text));
    const { seal, ...body } = file;
    const isInTime = file["format"] === formats[1];
    need(
      isInTime || file["format"] === formats[0],
      `format is ${quote(file["format"])}, not ${formats.map(quote).join(" or ")}`,
    );
    need(seal === sha256(sortedJson(body)), "the seal does not fit the content: something was changed");
    const input = object(file["input"]);
    const names = isInTime ? [...inputParts, "leastStayDays"] : inputParts;
    const parts = [file["currency"], ...names.map((name) => input[name])];
    const inputHash = sha256(JSON.stringify(parts));
    need(file["inputHash"] === inputHash, "the input hash does not fit the network");
    need((expectedInputHash ?? inputHash) === inputHash, "this is another network than the one asked for");
    const network = readNetwork(input, isInTime);
    const question = object(file["question"]);
    const blocked = checkMembers(network, question, list(file["members"]));
    const before = checkFlow(network, object(file["before"]), { blocked: new Set(), rho: 4n });
    const after = checkFlow(network, object(file["after"]), { blocked, rho: whole(question["rhoQuarters"]) });
    const bound = whole(object(file["optimality"])["boundQuarters"]);
    need(bound <= after, "the bound is above what is left: no set could do as well as this one does");
    return { ok: true, before, after, currency: currencyOf(file["currency"]), inputHash, isInTime };
  } catch (cause) {
    return { ok: false, reason: cause instanceof Error ? cause.message : String(cause) };
  }
}

const formats = ["windfall-block-set-1", "windfall-block-set-in-time-1"];
const inputParts = ["nodes", "edges", "sources", "sinks", "suppliesMinor", "blockable", "costs", "collateralMinor"];

type Network = ReturnType<typeof readNetwork>;

/** Where the file knows no time, everything is paid on one day and comes on it, so that every order of payments will do. */
function readNetwork(input: Record<string, unknown>, isInTime: boolean) {
  const leastStay = isInTime ? Number(whole(input["leastStayDays"])) : 0;
  const nodes = list(input["nodes"]).map((id) => (typeof id === "string" ? id : fail(`${quote(id)} is no node id`)));
  need(new Set(nodes).size === nodes.length, "a node is named twice");
  const node = (value: unknown): number => position(value, nodes.length);
  const pairs = (value: unknown) => new Map(list(value).map((pair) => [node(list(pair)[0]), whole(list(pair)[1])]));
  const edges = list(input["edges"]).map((row) => {
    const [payer, payee, amount, day] = list(row);
    need(list(row).length === (isInTime ? 4 : 3), `${quote(row)} is no edge of this format`);
    const paidOn = isInTime ? integer(day) : 0;
    return { payer: node(payer), payee: node(payee), amount: whole(amount), paidOn, comesOn: paidOn + leastStay };
  });
  const suppliesMinor = list(input["suppliesMinor"]);
  const sources = list(input["sources"]).map(node);
  need(suppliesMinor.length === sources.length, "one supply per start node");
  const supplies = new Map(sources.map((source, index) => [source, 4n * whole(suppliesMinor[index])]));
  const sinks = new Set(list(input["sinks"]).map(node));
  const blockable = new Set(list(input["blockable"]).map(node));
  for (const end of [...supplies.keys(), ...sinks]) need(!blockable.has(end), "a start or end node is blockable");
  for (const sink of sinks) need(!supplies.has(sink), "a node is start and end at once");
  const ends = { supplies, sinks, blockable };
  return { nodes, edges, ...ends, costs: pairs(input["costs"]), collateral: pairs(input["collateralMinor"]) };
}

function checkMembers(network: Network, question: Record<string, unknown>, members: readonly unknown[]): Set<number> {
  const blocked = new Set(members.map((id) => network.nodes.findIndex((node) => node === id)));
  need(blocked.size === members.length, "a blocked node is named twice");
  let cost = 0n;
  let collateral = 0n;
  for (const node of blocked) {
    need(network.blockable.has(node), "a blocked node is not in the network or may not be blocked");
    cost += network.costs.get(node) ?? 1n;
    collateral += network.collateral.get(node) ?? 0n;
  }
  need(cost <= whole(question["budget"]), `the set costs ${cost}, more than the budget`);
  const most = question["collateralMaxMinor"];
  need(most === null || collateral <= whole(most), `the set's collateral of ${collateral} is above the limit`);
  return blocked;
}

/** The value of a flow that fits, and whose cut is worth the same. */
function checkFlow(
  network: Network,
  flow: Record<string, unknown>,
  { blocked, rho }: { readonly blocked: ReadonlySet<number>; readonly rho: bigint },
): bigint {
  need(whole(flow["rhoQuarters"]) === rho, "a flow was made for another rho");
  const node = (value: unknown): number => position(value, network.nodes.length);
  const onEdge = network.edges.map(() => 0n);
  const fromStart = new Map<number, bigint>();
  let value = 0n;
  for (const path of list(flow["paths"]).map(object)) {
    const quarters = whole(path["quarters"]);
    const edges = list(path["edges"]).map((edge) => position(edge, network.edges.length));
    const start = network.edges[edges[0] ?? -1]?.payer ?? fail("a path is empty");
    const nodes = [start];
    let day = -Infinity;
    for (const edge of edges) {
      const { payer, payee, paidOn, comesOn } = network.edges[edge] ?? fail("a path is broken");
      need(payer === nodes.at(-1), "a path is broken");
      need(day <= paidOn, "money goes on before it came");
      day = comesOn;
      nodes.push(payee);
      onEdge[edge] = (onEdge[edge] ?? 0n) + quarters;
    }
    need(network.supplies.has(start) && network.sinks.has(nodes.at(-1) ?? -1), "a path misses a start or an end");
    need(!nodes.some((node) => blocked.has(node)), "a path leads through a blocked node");
    fromStart.set(start, (fromStart.get(start) ?? 0n) + quarters);
    value += quarters;
  }
  const isWithin = network.edges.every(({ amount }, edge) => (onEdge[edge] ?? 0n) <= rho * amount);
  need(isWithin, "an edge carries more than it can");
  const isGiven = [...fromStart].every(([start, sent]) => sent <= (network.supplies.get(start) ?? 0n));
  need(isGiven, "a start node gives more than was seen to leave it");
  need(value === whole(flow["valueQuarters"]), `the paths carry ${value}, not what is stated`);
  // A node stands on the start's side always, or as [node, day] from a day on: what came to it by then can wait.
  const readSide = (each: unknown): readonly [node: number, fromDay: number] =>
    Array.isArray(each) ? [node(each[0]), integer(each[1])] : [node(each), -Infinity];
  const side = new Map(list(flow["startSide"]).map(readSide));
  need(![...network.sinks].some((sink) => side.has(sink)), "an end node stands on the start's side of the cut");
  let cut = 0n;
  const isOn = (node: number, day: number): boolean => (side.get(node) ?? Infinity) <= day;
  for (const [start, supply] of network.supplies) if (!isOn(start, -Infinity)) cut += supply;
  for (const { payer, payee, amount, paidOn, comesOn } of network.edges) {
    const isOpen = !blocked.has(payer) && !blocked.has(payee);
    if (isOpen && isOn(payer, paidOn) && !isOn(payee, comesOn)) cut += rho * amount;
  }
  need(cut === value, `the cut is worth ${cut}, the flow ${value}`);
  return value;
}

const currencyOf = (value: unknown): string =>
  typeof value === "string" && value !== "" ? value : fail(`currency is ${quote(value)}; use a code such as "USD"`);
