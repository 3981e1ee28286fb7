import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { z } from "zod";
import { groupBy } from "../src/base/index.ts";
import { benchData } from "./bench-data.ts";
import { hashOfFile, isOfReporting, round } from "./figures.ts";
import { pairwise, type ScoredRow } from "./linkage/score-clusters.ts";
import { matchPayments, type MatchedPayments, type PaymentsInput } from "./payments/pay.ts";
import { runPeers } from "./peers.ts";
import { readTable } from "./read-table.ts";

const mapShape = z.object({ columns: z.record(z.string(), z.string()) });

interface PaymentsSet {
  readonly input: PaymentsInput;
  readonly truth: string;
}

const splink = (file: string): string => join(benchData, "linkage/splink", file);

const sets: Readonly<Record<string, PaymentsSet>> = {
  transactions: {
    input: {
      files: [splink("transactions_origin.parquet"), splink("transactions_destination.parquet")],
      columns: { amount: "amount", date: "transaction_date", purpose: "memo" },
      id: "unique_id",
    },
    truth: "ground_truth",
  },
};

/**
 * Matches the payments of two tables with the product's defaults and compares what it takes for one payment with the
 * column that says which are one, pair by pair. `reporting` counts the rows whose truth's SHA-1 starts with an odd digit,
 * the half that was not looked at when anything was chosen. `byRule`: right and wrong joins by the reason given.
 */
export async function paymentsBench(args: readonly string[]) {
  const { values: given } = parseArgs({
    args: [...args],
    options: {
      left: { type: "string" },
      right: { type: "string" },
      id: { type: "string" },
      truth: { type: "string" },
      columns: { type: "string" },
      set: { type: "string" },
      peers: { type: "boolean" },
    },
  });
  const { peers: runsPeers = false, ...values } = given;
  const { input, truth } = values.set === undefined ? setOfFiles(values) : namedSet(values.set);
  const truths = new Map<string, string>();
  for (const [index, file] of input.files.entries())
    for (const row of await readTable(file)) truths.set(`${index + 1} ${row[input.id]}`, row[truth] ?? "");
  const { payments, seconds } = await matchPayments(input);
  const byMention = groupBy(payments, ({ side, id }) => `${side} ${id}`);
  const said = new Map([...byMention].map(([mention, of]) => [mention, of.map(({ payment }) => payment).join(" ")]));
  const rows = scoredRows(truths, said);
  return {
    input: input.files.map(hashOfFile),
    rows: rows.length,
    seconds: round(seconds["reconcile"] ?? 0),
    intakeSeconds: round(seconds["intake"] ?? 0),
    pairwise: pairwise(rows),
    reporting: pairwise(rows.filter((row) => isOfReporting(row.truth))),
    byRule: countRules(payments, truths),
    ...(runsPeers && {
      peers: await runPeers(values.set ?? "", input.files, (clusters) => ({
        pairwise: pairwise(scoredRows(truths, clusters)),
      })),
    }),
  };
}

const scoredRows = (truths: ReadonlyMap<string, string>, clusters: ReadonlyMap<string, string>): ScoredRow[] =>
  [...truths].map(([mention, truth]) => ({ truth, said: clusters.get(mention) ?? `alone ${mention}` }));

/** Joins between the two tables by the reason that the product gives: how many, and how many of them the truth has. */
function countRules(payments: MatchedPayments["payments"], truths: ReadonlyMap<string, string>) {
  const tally = new Map<string, { joined: number; right: number }>();
  for (const members of groupBy(payments, ({ payment }) => payment).values()) {
    const [first, ...others] = members.toSorted(
      (left, right) => Number(left.joinedBy !== "") - Number(right.joinedBy !== ""),
    );
    for (const other of first ? others : []) {
      const count = tally.get(other.joinedBy) ?? { joined: 0, right: 0 };
      const isRight = truths.get(`${first?.side} ${first?.id}`) === truths.get(`${other.side} ${other.id}`);
      tally.set(other.joinedBy, { joined: count.joined + 1, right: count.right + Number(isRight) });
    }
  }
  return Object.fromEntries([...tally].toSorted(([, left], [, right]) => right.joined - left.joined));
}

function namedSet(name: string): PaymentsSet {
  const set = sets[name];
  if (!set) throw new Error(`there is no set "${name}"; take one of ${Object.keys(sets).join(", ")}`);
  return set;
}

function setOfFiles(values: Readonly<Record<string, string | undefined>>): PaymentsSet {
  const { left, right, id, truth, columns } = values;
  if (left === undefined || right === undefined || id === undefined || truth === undefined || columns === undefined)
    throw new Error(
      "payments takes --left FILE --right FILE --id COLUMN --truth COLUMN --columns map.yaml, or --set NAME",
    );
  const map = mapShape.parse(parse(readFileSync(columns, "utf8")));
  return { input: { files: [left, right], columns: map.columns, id }, truth };
}
