/**
 * A network of seen money and who may be blocked in it. Nodes are numbered in the byte order of their ids; edges are
 * sorted by payer and payee, one per pair. Amounts are whole minor units of one currency.
 */
export interface BlockProblem {
  readonly nodeIds: readonly string[];
  readonly payers: Int32Array;
  readonly payees: Int32Array;
  readonly amountsMinor: Float64Array;
  /** Where the money starts, and where it ends: node numbers, ascending, no node in both. */
  readonly sources: readonly number[];
  readonly sinks: readonly number[];
  /** What was seen to leave each start node, minor units, in the order of `sources`; it does not grow with rerouting. */
  readonly suppliesMinor: Float64Array;
  /** 1 for each node that may be proposed; a start or end node never is. */
  readonly blockable: Uint8Array;
  /** What blocking a node costs of the budget: whole numbers from 1. */
  readonly costs: Int32Array;
  /** Ordinary money that a block of the node would hit as well, minor units. */
  readonly collateralMinor: Float64Array;
}

/** One question to a network: how much may be spent on blocks, and how far known channels can grow. */
export interface BlockQuestion {
  readonly budget: number;
  /** Each seen channel can carry this many quarters of what was seen: 4 is as seen, 8 is double. */
  readonly rhoQuarters: number;
  /** Largest collateral of all blocked nodes together, minor units; null: no limit. */
  readonly collateralMaxMinor: number | null;
}
