import { networkStage } from "../../src/network/index.ts";
import { rawSql } from "../../src/store/index.ts";
import type { Settings } from "../../src/model/index.ts";
import type { Literal, TestCase } from "./case.ts";

/** The statements of one payment in dollars, or in what `currency` says. */
export const paid = (id: string, values: Readonly<Record<string, string>>): Literal[] =>
  Object.entries({ currency: "USD", ...values }).map(([prop, value]) => [id, "Payment", prop, value]);

/** The statements of payments in dollars, one line each ("payer payee amount", and the day if it matters), and of their parties; the first is `p` and `first`. */
export const payments = (lines: readonly string[], first = 0): Literal[] =>
  lines.flatMap((line, index): Literal[] => {
    const [payer = "", beneficiary = "", amount = "", date = "2016-03-04"] = line.split(" ");
    return [
      [payer, "LegalEntity", "name", `Name of ${payer}`],
      [beneficiary, "LegalEntity", "name", `Name of ${beneficiary}`],
      ...paid(`p${first + index}`, { payer, beneficiary, amount, date }),
    ];
  });

/** Takes each mention for an entity and each payment for one of its own, whatever the case holds. */
export async function takeEachForItself({ file: { database } }: TestCase): Promise<void> {
  await database.run(
    rawSql(`insert into w_open.cluster select distinct entity_id, entity_id, null, null
    from held.statement where schema not in ('Payment', 'Ownership', 'Directorship', 'Family', 'Associate', 'Message', 'Identification')
    order by entity_id`),
  );
  await database.run(
    rawSql(`insert into w_open.payment select distinct entity_id, entity_id, dataset_no, null
    from held.statement where schema = 'Payment' order by entity_id`),
  );
}

/** Holds statements in the hand-over "one", each mention and payment by itself, and makes the flows. */
export async function holdPayments(
  made: TestCase,
  literals: readonly Literal[],
  settings: Partial<Settings> = {},
): Promise<void> {
  await made.statements("one", literals);
  await takeEachForItself(made);
  await made.run(networkStage, settings);
}

/** One book: its payments, as {@link payments} takes them, and what else it says. */
export interface Book {
  readonly pays?: readonly string[];
  readonly says?: readonly Literal[];
}

/** Holds books, each a hand-over of the source of its name, those called "list..." as public lists, and makes the flows. */
export async function holdBooks(made: TestCase, books: Readonly<Record<string, Book>>): Promise<void> {
  let held = 0;
  for (const [book, { pays = [], says = [] }] of Object.entries(books)) {
    await made.dataset(book, { source: book, ...(book.startsWith("list") && { series: "watch" }) });
    await made.statements(book, [...payments(pays, held), ...says]);
    held += pays.length;
  }
  await takeEachForItself(made);
  await made.run(networkStage, { budget: 1 });
}
