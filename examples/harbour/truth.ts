/** A cell: the index of its table in `Truth.tables`, its row and its column, both from 1. */
export type Place = readonly [table: number, row: number, column: number];

/** One side of a contradiction: a value as meant, and every place that says it. */
export interface Side {
  readonly value: string;
  readonly places: readonly Place[];
}

/** Two values of one single-valued thing that cannot both be true. */
export interface TrueContradiction {
  readonly kind: string;
  readonly property: string;
  readonly entities: readonly string[];
  readonly sides: readonly [Side, Side];
  readonly planted: boolean;
}

/** What looks like a contradiction, or like one person, and is not. */
export interface Trap {
  readonly kind: string;
  readonly entities: readonly string[];
  readonly places: readonly Place[];
  readonly why: string;
}

/** One table of one file: cells as written, and what they truly are. */
export interface TruthTable {
  /** Path under `material/`; a member of an archive stands behind `!`, as in `h2-ledgers/older.zip!ledger-6.csv`. */
  readonly file: string;
  /** Name of the sheet or of the SQLite table; "" elsewhere. */
  readonly part: string;
  /** Header texts by column, as written (the lower row of a two-row header; column names in SQLite; empty for vCards). */
  readonly headers: readonly string[];
  /** `[row, first column, text, text, ...]`: planted cells; `null` where a cell is empty. */
  readonly cells: readonly (readonly [row: number, ...texts: (string | null)[]])[];
  /** `[row, column, role, true entity]`. */
  readonly mentions: readonly (readonly [row: number, column: number, role: string, entity: string])[];
  /** `[row, true payment, ...]`: more than one where two were joined; a payment in several rows was split or told twice. */
  readonly payments: readonly (readonly [row: number, ...payments: string[]])[];
}

export interface TrueEntity {
  readonly id: string;
  readonly schema: "Person" | "Company" | "Bank" | "BankAccount";
  /** The true names, the native one first; the number of an account. */
  readonly names: readonly string[];
  readonly country?: string;
  readonly birthDate?: string;
  readonly incorporationDate?: string;
  readonly layer?: string;
  readonly holder?: string;
  readonly bank?: string;
  readonly currency?: string;
  /** Balance of an account in minor units at the beginning and after the last payment. */
  readonly opening?: number;
  readonly balance?: number;
  /** Stands on the invented watchlist. */
  readonly listed?: true;
}

/** `[id, payer, beneficiary, payer's account or "", beneficiary's account or "", minor units, currency, ISO date, kind]`. */
export type TruePayment = readonly [
  id: string,
  payer: string,
  beneficiary: string,
  from: string,
  to: string,
  minor: number,
  currency: string,
  date: string,
  kind: string,
];

/** A run of rows that was copied out of other hand-overs, each row with the place of its original. */
export interface Copy {
  readonly file: string;
  readonly part: string;
  readonly from: number;
  readonly to: number;
  readonly of: string;
  /** `[row, table, row there]`. */
  readonly rows: readonly (readonly [row: number, table: number, original: number])[];
}

/** A run of rows told from the teller's own knowledge, about payments that another hand-over tells too. */
export interface SecondTelling {
  readonly file: string;
  readonly part: string;
  readonly from: number;
  readonly to: number;
  readonly dataset: string;
}

/** One question of where to cut, with the proven best answers at each budget. */
export interface BlockQuestion {
  readonly id: string;
  readonly starts: readonly string[];
  readonly ends: readonly string[];
  readonly blockable: readonly string[];
  readonly rhoQuarters: number;
  /** Quarters of a USD minor unit that can flow from starts to ends with nothing blocked, at rho 1. */
  readonly baselineQuarters: number;
  readonly best: readonly BestSets[];
}

/** The best sets of one budget. */
interface BestSets {
  readonly budget: number;
  /** Baseline less what can still flow, at the question's rho. */
  readonly strandedQuarters: number;
  /** The sets that strand as much (at most 100 are written), members in order. */
  readonly sets: readonly (readonly string[])[];
  readonly equalSets: number;
  /** What blocking the nodes with most money in and out would strand instead. */
  readonly byStrength: { readonly members: readonly string[]; readonly strandedQuarters: number };
}

/** How hard the case is: what exact matching alone would score. */
export interface Difficulty {
  readonly mentions: number;
  readonly exactNamesPeople: Score;
  readonly exactNamesCompanies: Score;
  readonly exactPayments: Score;
  readonly homonymShare: number;
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** All that is true of one generated case. */
export interface Truth {
  readonly format: "harbour-truth/1";
  readonly seed: number;
  readonly size: number;
  readonly noise: number;
  readonly difficulty: Difficulty;
  readonly entities: readonly TrueEntity[];
  readonly payments: readonly TruePayment[];
  readonly contradictions: readonly TrueContradiction[];
  readonly traps: readonly Trap[];
  readonly copies: readonly Copy[];
  readonly secondTellings: readonly SecondTelling[];
  readonly blockSets: readonly BlockQuestion[];
  readonly tables: readonly TruthTable[];
}
