import { networkStage } from "../../src/network/index.ts";
import { rawSql } from "../../src/store/index.ts";
import type { Literal, TestCase } from "../support/case.ts";

/** The statements of one payment in dollars, or in what `currency` says. */
export const paid = (id: string, values: Readonly<Record<string, string>>): Literal[] =>
  Object.entries({ currency: "USD", ...values }).map(([prop, value]) => [id, "Payment", prop, value]);

/** Holds statements in the hand-over "one", each mention and payment by itself, and makes the flows. */
export async function holdPayments(made: TestCase, literals: readonly Literal[]): Promise<void> {
  await made.statements("one", literals);
  await made.file.database.run(
    rawSql(`insert into w_open.cluster select distinct entity_id, entity_id, null, null
    from held.statement where schema not in ('Payment', 'Ownership', 'Directorship', 'Family', 'Associate', 'Message', 'Identification')
    order by entity_id`),
  );
  await made.file.database.run(
    rawSql(`insert into w_open.payment select distinct entity_id, entity_id, dataset_no, null
    from held.statement where schema = 'Payment' order by entity_id`),
  );
  await made.run(networkStage);
}
