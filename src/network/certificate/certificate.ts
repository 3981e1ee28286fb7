/**
 * The check file of a block set: the network, the question, the set, and for the money before and after it a flow (as
 * paths) and a cut of equal value. Nodes and edges are named by their position; amounts of edges are minor units,
 * amounts of flows quarters of one. The form is fixed: `docs` tells a stranger how to write another verifier. In the
 * form that keeps to the order of time every edge has its day, and a node stands on the start's side from a day on.
 */
export interface Certificate {
  readonly format: "windfall-block-set-1" | "windfall-block-set-in-time-1";
  readonly mark: string;
  readonly currency: string;
  readonly question: CertificateQuestion;
  readonly input: CertificateInput;
  /** SHA-256 of the compact JSON of `[currency, nodes, edges, sources, sinks, suppliesMinor, blockable, costs, collateralMinor]`; in time `leastStayDays` follows. */
  readonly inputHash: string;
  /** Ids of the blocked nodes. */
  readonly members: readonly string[];
  readonly before: CertificateFlow;
  readonly after: CertificateFlow;
  /** Per edge that a path uses: how many payments it sums, and the statements of the first of them. */
  readonly evidence: readonly (readonly [edge: number, payments: number, statements: readonly string[]])[];
  /** What the solver says; a verifier cannot re-check it. */
  readonly optimality: { readonly proof: string; readonly boundQuarters: number; readonly isCutShort: boolean };
  /** SHA-256 of the compact JSON of everything else, object keys sorted. */
  readonly seal: string;
}

/** What was asked; `words` says how the ends were chosen. */
export interface CertificateQuestion {
  readonly budget: number;
  readonly rhoQuarters: number;
  readonly collateralMaxMinor: number | null;
  readonly words: string;
}

/** The network. `costs` and `collateralMinor` list only nodes whose cost is not 1 and whose collateral is not 0. */
export interface CertificateInput {
  readonly nodes: readonly string[];
  /** In time: what was paid on one day, a whole number; days are counted from any day. */
  readonly edges: readonly (readonly [payer: number, payee: number, amountMinor: number, day?: number])[];
  readonly sources: readonly number[];
  readonly sinks: readonly number[];
  readonly suppliesMinor: readonly number[];
  readonly blockable: readonly number[];
  readonly costs: readonly (readonly [node: number, cost: number])[];
  readonly collateralMinor: readonly (readonly [node: number, minor: number])[];
  /** In time alone: how many days money stays with a payee at least. */
  readonly leastStayDays?: number;
}

/**
 * A flow and the proof that none is larger: `startSide` are the nodes on the start's side of a cut of the same value; in
 * time a node stands there always, or from a day on.
 */
export interface CertificateFlow {
  readonly rhoQuarters: number;
  readonly valueQuarters: number;
  readonly paths: readonly { readonly edges: readonly number[]; readonly quarters: number }[];
  readonly startSide: readonly (number | readonly [node: number, fromDay: number])[];
}
