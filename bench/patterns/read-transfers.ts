import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { assert } from "../../src/base/index.ts";
import type { PaymentSeen } from "../../src/network/index.ts";
import { readTable } from "../read-table.ts";

/** Labelled transfers: what is known to be laundering, as groups of a kind or as accounts. */
export interface Transfers {
  readonly form: "amlsim" | "amlworld";
  readonly seen: readonly PaymentSeen[];
  readonly ticksPerDay: number;
  /** Planted patterns with the ids of their payments; empty where only accounts are labelled. */
  readonly planted: readonly { readonly kind: string; readonly payments: readonly string[] }[];
  /** Accounts labelled as taking part; empty where patterns are. */
  readonly accounts: ReadonlySet<string>;
}

/** Reads AMLworld's patterns (JSON) or a folder of AMLSim with nodes.csv and transactions.csv. */
export const readTransfers = async (path: string): Promise<Transfers> =>
  path.endsWith(".json") ? amlworld(path) : amlsim(path);

const amlworldForm = z.object({
  patterns: z.array(
    z.object({
      pattern_type: z.string(),
      transactions: z.array(
        z.object({
          timestamp: z.string(),
          from_bank: z.string(),
          from_account: z.string(),
          to_bank: z.string(),
          to_account: z.string(),
          amount_paid: z.number(),
          payment_currency: z.string(),
        }),
      ),
    }),
  ),
});

/**
 * What one unit was worth in US dollars: rounded market rates of the first days of September 2022, the days of the data,
 * which states none. Its generator used rates of its own.
 */
const dollars: Readonly<Record<string, number>> = {
  "US Dollar": 1,
  Euro: 1,
  "Saudi Riyal": 0.267,
  "Swiss Franc": 1.02,
  Rupee: 0.0126,
  Yuan: 0.145,
  Yen: 0.0072,
  "Canadian Dollar": 0.76,
  Ruble: 0.0166,
  "UK Pound": 1.16,
  "Australian Dollar": 0.68,
  "Mexican Peso": 0.0497,
  Shekel: 0.298,
  "Brazil Real": 0.193,
  Bitcoin: 20_000,
};

function amlworld(path: string): Transfers {
  const { patterns } = amlworldForm.parse(JSON.parse(readFileSync(path, "utf8")));
  const planted = patterns.map((pattern, no) => ({
    kind: (pattern.pattern_type.split(":")[0] ?? "").trim().toLowerCase(),
    payments: pattern.transactions.map((_, index) => `${no}-${index}`),
  }));
  const seen = patterns.flatMap(({ transactions }, no) =>
    transactions.map((each, index) => ({
      id: `${no}-${index}`,
      payer: `${each.from_bank}/${each.from_account}`,
      payee: `${each.to_bank}/${each.to_account}`,
      amountMinor: Math.round(each.amount_paid * 100 * (dollars[each.payment_currency] ?? Number.NaN)),
      tick: Date.parse(`${each.timestamp.replaceAll("/", "-").replace(" ", "T")}Z`) / 60_000,
    })),
  );
  return { form: "amlworld", seen, planted, ticksPerDay: 1440, accounts: new Set() };
}

async function amlsim(folder: string): Promise<Transfers> {
  const nodes = await readTable(join(folder, "nodes.csv"));
  const rows = await readTable(join(folder, "transactions.csv"));
  const accounts = new Set(nodes.filter((row) => row["isFraud"] === "1").map((row) => row["nodeid"] ?? ""));
  assert(accounts.size > 0, `${folder}/nodes.csv labels accounts`);
  const seen = rows.map((row, index) => ({
    id: String(index).padStart(9, "0"),
    payer: row["sourceNodeId"] ?? "",
    payee: row["targetNodeId"] ?? "",
    amountMinor: Math.round(Number(row["value"]) * 100),
    tick: Number(row["time"]),
  }));
  return { form: "amlsim", seen, planted: [], ticksPerDay: 1, accounts };
}
