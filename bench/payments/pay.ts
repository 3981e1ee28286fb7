import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { initCase, takeInAll, withCase, type OpenCase } from "../../src/casefile/index.ts";
import { matchStage } from "../../src/match/index.ts";
import { columnToLetters } from "../../src/model/index.ts";
import { reconcileStage } from "../../src/reconcile/index.ts";
import { resolveStage } from "../../src/resolve/index.ts";
import { integer, runStage, sql, text } from "../../src/store/index.ts";
import {
  benchActor,
  handOverTable,
  type HandedTable,
  type MappedColumn,
  type MappedEntity,
} from "../linkage/hand-over-table.ts";

/** Two tables of payments of which some are one. */
export interface PaymentsInput {
  readonly files: readonly [string, string];
  /** What a payment says, by property of FollowTheMoney: a column of both files. */
  readonly columns: Readonly<Record<string, string>>;
  readonly id: string;
}

/** By the id of each row of each file: its payment. Seconds of the stages. */
export interface MatchedPayments {
  readonly payments: readonly {
    readonly side: number;
    readonly id: string;
    readonly payment: string;
    readonly joinedBy: string;
  }[];
  readonly seconds: Readonly<Record<string, number>>;
}

/** Matches payments as the product does with its defaults: two hand-overs, taken in, parties matched, payments reconciled. */
export async function matchPayments(input: PaymentsInput): Promise<MatchedPayments> {
  const dir = mkdtempSync(join(tmpdir(), "windfall-payments-"));
  try {
    const caseDir = join(dir, "case");
    initCase(caseDir, "Payments");
    for (const [index, file] of input.files.entries())
      await handOverTable(toHandOver(input, file), { dir, caseDir, no: index + 1 });
    return await withCase(caseDir, benchActor, reconcile);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const parties = { payer: "LegalEntity", beneficiary: "LegalEntity" };
const accounts = { payerAccount: "BankAccount", beneficiaryAccount: "BankAccount" };

/** A column that names a party or an account is an entity of its own; every other is a value of the payment. */
function toHandOver({ columns, id }: PaymentsInput, file: string): HandedTable {
  const named = Object.entries(columns);
  const entities: Record<string, MappedEntity> = {};
  const properties: Record<string, MappedColumn[]> = { recordId: [{ column: "A" }] };
  for (const [place, [property]] of named.entries()) {
    const column = columnToLetters(place + 1);
    const schema = new Map<string, string>(Object.entries({ ...parties, ...accounts })).get(property);
    if (schema === undefined) properties[property] = [{ column, ...(property === "date" && { dateOrder: "ymd" }) }];
    else {
      const own = schema === "BankAccount" ? "accountNumber" : "name";
      entities[property.toLowerCase()] = { schema, keys: [column], properties: { [own]: [{ column }] } };
      properties[property] = [{ entity: property.toLowerCase() }];
    }
  }
  entities["payment"] = { schema: "Payment", keys: ["A"], properties };
  return { file, columns: [[id], ...named.map(([, column]) => [column])], entities };
}

async function reconcile(open: OpenCase): Promise<MatchedPayments> {
  const { database, settings, clock, table } = open;
  const seconds: Record<string, number> = {};
  const timed = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    const started = performance.now();
    await work();
    seconds[name] = (performance.now() - started) / 1000;
  };
  await timed("intake", () => takeInAll(open, () => undefined));
  for (const stage of [matchStage, resolveStage, reconcileStage])
    await timed(stage.name, () =>
      runStage(stage, { database, settings, clock, table, progress: () => undefined }, async () => undefined),
    );
  const payments = await database.rows(
    sql`select payment.dataset_no as side, value as id, payment_id as payment, coalesce(joined_by, '') as "joinedBy"
      from ${table("payment")} as payment join ${table("statement")} as statement on statement.entity_id = payment.entity_id
      where prop = 'recordId' order by side, id, payment, joined_by`,
    { side: integer, id: text, payment: text, joinedBy: text },
  );
  return { payments, seconds };
}
