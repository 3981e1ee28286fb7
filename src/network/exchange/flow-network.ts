/** The seen channels of money as other programs take them; ids are canonical, amounts decimals of their currency. */
export interface FlowNetwork {
  readonly caseCurrency: string;
  /** Sorted by id. */
  readonly nodes: readonly { readonly id: string; readonly schema: string }[];
  /** One for each payer, payee and currency. */
  readonly edges: readonly FlowChannel[];
  /** Channels that end at a closed contact of a phone. */
  readonly channelsLeftOut: number;
}

/** All payments of one payer to one payee in one currency. */
export interface FlowChannel {
  readonly payer: string;
  readonly payee: string;
  readonly currency: string;
  readonly amount: string;
  /** In the case currency at each payment's day; null where no payment has a rate. */
  readonly caseAmount: string | null;
  readonly payments: number;
  readonly undated: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** By how many independent sources the payments are said: of the least and of the best supported. */
  readonly rootsLeast: number;
  readonly rootsMost: number;
  /** Of the amounts of the payments: internal numbers of the case. */
  readonly statements: readonly string[];
}

/** Columns of a table of attributes: name, its type, and how an item gives its value; null: no value. */
type Column<Item> = readonly [
  name: string,
  type: "string" | "int" | "double",
  of: (item: Item) => string | number | null,
];

/** What is said of a node beside its id; `nameOf` gives what it is called. */
export const nodeColumns = (nameOf: (id: string) => string): readonly Column<FlowNetwork["nodes"][number]>[] => [
  ["name", "string", ({ id }) => nameOf(id)],
  ["schema", "string", ({ schema }) => schema],
];

/** What is said of a channel beside its ends. */
export const edgeColumns: readonly Column<FlowChannel>[] = [
  ["currency", "string", ({ currency }) => currency],
  ["amount", "double", ({ amount }) => amount],
  ["amountInCaseCurrency", "double", ({ caseAmount }) => caseAmount],
  ["payments", "int", ({ payments }) => payments],
  ["paymentsWithoutDate", "int", ({ undated }) => undated],
  ["firstDate", "string", ({ firstDay }) => firstDay],
  ["lastDate", "string", ({ lastDay }) => lastDay],
  ["rootsLeast", "int", ({ rootsLeast }) => rootsLeast],
  ["rootsMost", "int", ({ rootsMost }) => rootsMost],
  ["statements", "string", ({ statements }) => statements.join(" ")],
];
