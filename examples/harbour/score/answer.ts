import type { Place, Truth } from "../truth.ts";

/** Where something stands: file under `material/`, part (sheet or SQLite table, "" elsewhere) and row, as in `TruthTable`. */
interface Row {
  readonly file: string;
  readonly part: string;
  readonly row: number;
}

export interface Cell extends Row {
  readonly column: number;
}

/** One mention of an entity: by its role where a cell names several, by its column otherwise. */
export interface Spot extends Row {
  readonly role?: string;
  readonly column?: number;
}

/** What a product says of the case, in a form of nobody's. */
export interface Answer {
  /** The cluster of each mention; a mention that is left out stands alone. */
  readonly clusters: readonly (Spot & { readonly cluster: string })[];
  /** Pairs of mentions that the product joined as one person by itself. */
  readonly joinsOfPeople: readonly { readonly left: Spot; readonly right: Spot }[];
  /** The payment of each row; a row that tells two payments stands twice. */
  readonly payments: readonly (Row & { readonly payment: string })[];
  /** Contradictions, each with the places of the values that contradict. */
  readonly contradictions: readonly { readonly places: readonly Cell[] }[];
  /** The root of runs of rows; `null` is "cannot tell". Where runs overlap, the narrowest wins. */
  readonly roots: readonly {
    readonly file: string;
    readonly part: string;
    readonly rowFrom: number;
    readonly rowTo: number;
    readonly root: string | null;
  }[];
  /** Cells that became a value or a fault. */
  readonly cells: readonly Cell[];
  /** Block sets; the members are clusters as named in `clusters`, or true entity ids. */
  readonly blockSets: readonly {
    readonly question: string;
    readonly budget: number;
    readonly members: readonly string[];
  }[];
}

/** Finds the number of a table by its file and part; undefined for what the truth does not know. */
export const tableFinder = (
  truth: Truth,
): ((row: { readonly file: string; readonly part: string }) => number | undefined) => {
  const numbers = new Map(truth.tables.map(({ file, part }, index) => [`${file}\n${part}`, index]));
  return ({ file, part }) => numbers.get(`${file}\n${part}`);
};

/** A place as a text that can key a map. */
export const keyOf = ([table, row, column]: Place): string => `${table} ${row} ${column}`;
