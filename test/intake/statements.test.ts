import fc from "fast-check";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import type { TableMapping } from "../../src/intake/mapping.ts";
import { isEmptyText, makeStatementId } from "../../src/model/index.ts";
import { hex, integer, nullable, text } from "../../src/store/index.ts";
import { removeFolders } from "./support/staged-rows.ts";
import { closeCases, col, ent, entity, lit, table, write } from "./support/write-statements.ts";

afterEach(closeCases);
afterAll(removeFolders);

const payments = {
  payment: entity("Payment", {
    properties: {
      date: col(0, { dateOrder: "dmy" }),
      amount: col(3),
      currency: lit("USD"),
      payer: ent("payer"),
      payerAccount: ent("account"),
    },
  }),
  payer: entity("LegalEntity", { keys: [1], properties: { name: col(1) } }),
  account: entity("BankAccount", { keys: [2], properties: { accountNumber: col(2) } }),
};

describe("a table of payments", () => {
  const headers = ["Date", "Payer", "Account", "Amount", "Remark"];
  it("becomes statements, each at its places", async () => {
    const written = await write(
      [
        headers.join(","),
        '03.04.2016,Ri  Chol,110-22,"1,000.50",first',
        "31.02.2016,RI CHOL,11022,n/a,second",
        "2016-05,-,,12a,",
      ].join("\n"),
      [table(headers, payments)],
    );
    expect(written.said).toEqual([
      "A1 Table.notes = Date",
      "B1 Table.notes = Payer",
      "C1 Table.notes = Account",
      "D1 Table.notes = Amount",
      "E1 Table.notes = Remark",
      "row 1 Table.fileName = ledger.csv",
      "A2 Payment.date = 2016-04-03 (03.04.2016)",
      "B2 LegalEntity.name = Ri Chol (Ri  Chol)",
      "C2 BankAccount.accountNumber = 11022 (110-22)",
      "D2 Payment.amount = 1000.50 (1,000.50)",
      "E2 Payment.description = Remark: first (first)",
      "row 2 Payment.currency = USD",
      "row 2 Payment.payer = (entity)",
      "row 2 Payment.payerAccount = (entity)",
      "A3 Payment.description = Date: 31.02.2016 (31.02.2016)",
      "B3 LegalEntity.name = RI CHOL",
      "C3 BankAccount.accountNumber = 11022 (110-22)",
      "D3 Table.notes = says nothing: n/a (n/a)",
      "E3 Payment.description = Remark: second (second)",
      "row 3 Payment.currency = USD",
      "row 3 Payment.payer = (entity)",
      "row 3 Payment.payerAccount = (entity)",
      "A4 Payment.date = 2016-05",
      "B4 Table.notes = says nothing: - (-)",
      "D4 Payment.description = Amount: 12a (12a)",
      "row 4 Payment.currency = USD",
    ]);
    expect(written.faults).toEqual([
      'A3 impossible-date: "31.02.2016" has the day 31; 2016-02 has days from 1 to 29',
      'D4 not-a-number: "12a" is no number; write it as -1000.50',
    ]);
  });

  it("takes one key for one entity, and one value for one statement with a place for each row", async () => {
    const lines = Array.from({ length: 100 }, (_, index) => `01.01.2016,Ri Chol,11022,${index + 1},`);
    const { testCase } = await write([headers.join(","), ...lines].join("\n"), [table(headers, payments)]);
    const counts = await testCase.rows(
      `select s.schema, s.prop, count(distinct s.entity_id)::integer as entities, count(distinct s.statement_id)::integer as statements, count(*)::integer as places
       from held.statement s join held.occurrence o using (statement_id) where s.schema <> 'Table' group by all order by s.schema, s.prop`,
      { schema: text, prop: text, entities: integer, statements: integer, places: integer },
    );
    expect(
      counts.map(
        ({ schema, prop, entities, statements, places }) => `${schema}.${prop} ${entities} ${statements} ${places}`,
      ),
    ).toEqual([
      "BankAccount.accountNumber 1 1 100",
      "LegalEntity.name 1 1 100",
      "Payment.amount 100 100 100",
      "Payment.currency 100 100 100",
      "Payment.date 100 100 100",
      "Payment.payer 100 100 100",
      "Payment.payerAccount 100 100 100",
    ]);
  });

  it("tells rows that are alike in everything apart, and names none by its path", async () => {
    const csv = `${headers.join(",")}\n01.01.2016,Ri,1,5,\n01.01.2016,Ri,1,5,\n`;
    const ids = async (name: string): Promise<string[]> => {
      const { testCase } = await write(csv, [table(headers, payments)], { name });
      const rows = await testCase.rows(
        `select distinct entity_id as id from held.statement where schema = 'Payment' order by id`,
        { id: text },
      );
      return rows.map((row) => row.id);
    };
    const first = await ids("a.csv");
    expect(first.length).toBe(2);
    expect(first.every((id) => /^[0-9a-f]{20}$/u.test(id))).toBe(true);
    expect(await ids("b.csv")).toEqual(first);
  });

  it("leaves repeated headers, totals and skipped rows to the file, wherever they stand", async () => {
    const rows = [
      "Report of May,,,,",
      headers.join(","),
      "01.01.2016,Ri,1,5,x",
      "02.01.2016,Pak,2,6,x",
      headers.join(","),
      "Subtotal:,,,11,",
      "03.01.2016,Total Trading,3,7,x",
      "checked by O,,,,",
      "Total,,,18,",
    ];
    const { said } = await write(rows.join("\n"), [
      table(headers, payments, { headerRows: [2], firstRow: 3, skippedRows: [{ row: 8, reason: "a remark" }] }),
    ]);
    expect(said.filter((line) => line.includes("Payment.amount"))).toEqual([
      "D3 Payment.amount = 5",
      "D4 Payment.amount = 6",
      "D7 Payment.amount = 7",
    ]);
    expect(said.filter((line) => /^[A-E](?:1|5|6|8|9) /u.test(line)).map((line) => line.slice(3))).toEqual(
      [
        "Report of May",
        "Date",
        "Payer",
        "Account",
        "Amount",
        "Remark",
        "Subtotal:",
        "11",
        "checked by O",
        "Total",
        "18",
      ].map((value) => `Table.notes = ${value}`),
    );
  });

  it("gives each row the entity that its word for the kind names, by one key, and leaves the rest to notes", async () => {
    const headers = ["No", "Kind", "Name", "Date"];
    const party = { keys: [0], properties: { name: col(2) } };
    const written = await write(
      [
        headers.join(","),
        "1,P\t,Kim Yong Ho,1970-03-14",
        '2,"\u2003C\n",Amber Moon LLC,1999-03-16',
        "3,-,Lotus,2001-02-03",
      ].join("\n"),
      [
        table(headers, {
          person: entity("Person", {
            keys: [0],
            filter: { column: 1, only: ["P"] },
            properties: { name: col(2), birthDate: col(3) },
          }),
          company: entity("Company", {
            keys: [0],
            filter: { column: 1, only: ["C"] },
            properties: { name: col(2), incorporationDate: col(3) },
          }),
          party: entity("LegalEntity", { ...party, filter: { column: 1, except: ["P", "C"] } }),
        }),
      ],
    );
    expect(written.said.filter((line) => /^[CD][2-4]/u.test(line))).toEqual([
      "C2 Person.name = Kim Yong Ho",
      "D2 Person.birthDate = 1970-03-14",
      "C3 Company.name = Amber Moon LLC",
      "D3 Company.incorporationDate = 1999-03-16",
      "C4 LegalEntity.name = Lotus",
      "D4 LegalEntity.notes = Date: 2001-02-03 (2001-02-03)",
    ]);
  });

  it("says what an entity is known by where the row does not name it", async () => {
    const { said } = await write(`${headers.join(",")}\n01.01.2016,,11022,5,\n`, [
      table(headers, {
        ...payments,
        payer: entity("LegalEntity", { keys: [2], properties: { name: col(1) } }),
      }),
    ]);
    expect(said.filter((line) => line.includes("LegalEntity"))).toEqual([
      "row 2 LegalEntity.notes = Not named; known by 11022",
    ]);
  });

  it("is the same with one thread and with two", async () => {
    const lines = Array.from(
      { length: 300 },
      (_, index) => `01.01.2016,Ri ${index % 7},${index % 5},${index % 3},${index % 2}`,
    );
    const rows = async (threads: number): Promise<unknown> => {
      const { testCase } = await write([headers.join(","), ...lines].join("\n"), [table(headers, payments)], {
        threads,
      });
      return testCase.rows(`select * from held.statement join held.occurrence using (statement_id) order by all`, {
        statement_id: hex,
        entity_id: text,
        row_no: integer,
      });
    };
    expect(await rows(1)).toEqual(await rows(2));
  });
});

describe("keys", () => {
  const headers = ["Payer", "Beneficiary", "Amount"];
  it("make payer and beneficiary of one name one entity, said once", async () => {
    const { testCase, said } = await write(`${headers.join(",")}\nRi Chol,Pak Yong,5\nPak Yong,Ri Chol,6\n`, [
      table(headers, {
        payment: entity("Payment", { properties: { amount: col(2), payer: ent("payer"), beneficiary: ent("payee") } }),
        payer: entity("LegalEntity", { keys: [0], properties: { name: col(0) } }),
        payee: entity("Company", { keys: [1], properties: { name: col(1) } }),
      }),
    ]);
    expect(said.filter((line) => line.includes(".name"))).toEqual([
      "A2 Company.name = Ri Chol",
      "B2 Company.name = Pak Yong",
      "A3 Company.name = Pak Yong",
      "B3 Company.name = Ri Chol",
    ]);
    const rows = await testCase.rows(`select count(*)::integer as n from held.statement where prop = 'name'`, {
      n: integer,
    });
    expect(rows).toEqual([{ n: 2 }]);
  });
});

describe("values", () => {
  it("of a wrong IBAN stay with the account", async () => {
    const { said, faults } = await write(
      "IBAN\nGB33 BUKB 2020 1555 5555 56\n",
      [table(["IBAN"], { account: entity("BankAccount", { keys: [0], properties: { iban: col(0) } }) })],
      { name: "accounts.csv" },
    );
    expect(said.filter((line) => line.startsWith("A2"))).toEqual([
      "A2 BankAccount.accountNumber = GB33BUKB20201555555556 (GB33 BUKB 2020 1555 5555 56)",
      "A2 BankAccount.notes = IBAN: GB33 BUKB 2020 1555 5555 56 (GB33 BUKB 2020 1555 5555 56)",
    ]);
    expect(faults.map((fault) => fault.slice(0, 14))).toEqual(["A2 check-digit"]);
  });

  it("of several in one cell, and currencies beside amounts, are values of their own", async () => {
    const headers = ["Names", "Amount"];
    const { said } = await write(`${headers.join(",")}\nRi;Pak,5 000원\n`, [
      table(headers, {
        payment: entity("Payment", { properties: { namesMentioned: col(0, { separator: ";" }), amount: col(1) } }),
      }),
    ]);
    expect(said.filter((line) => /^[AB]2/u.test(line))).toEqual([
      "A2 Payment.namesMentioned = Pak (Ri;Pak)",
      "A2 Payment.namesMentioned = Ri (Ri;Pak)",
      "B2 Payment.amount = 5000 (5 000원)",
      "B2 Payment.currency = KRW (5 000원)",
    ]);
  });

  it("have the key that FollowTheMoney gives them", async () => {
    const { testCase } = await write(
      "Name\n김철\nRi O'Chol\n",
      [table(["Name"], { person: entity("Person", { properties: { name: col(0, { lang: "kor" }) } }) })],
      { name: "people.csv" },
    );
    const rows = await testCase.rows(
      `select statement_id as id, entity_id as entity, prop, value, lang from held.statement where schema = 'Person' order by value`,
      { id: hex, entity: text, prop: text, value: text, lang: nullable(text) },
    );
    expect(rows.length).toBe(2);
    for (const row of rows)
      expect(row.id).toBe(
        makeStatementId({ dataset: "h1", entityId: row.entity, prop: row.prop, value: row.value, lang: row.lang }),
      );
    expect(rows.map((row) => row.lang)).toEqual(["kor", "kor"]);
  });
});

describe("a mapping that does not fit is refused with its place", () => {
  const refuses = (what: string, tables: TableMapping[], message: RegExp): void =>
    it(`refuses ${what}`, async () => {
      await expect(write("A,B\n1,2\n", tables)).rejects.toThrow(message);
    });
  refuses(
    "a column that is not there",
    [table(["A", "B"], { p: entity("Person", { properties: { name: col(7) } }) })],
    /p\.name names column 7; the table has columns 0 to 1/u,
  );
  refuses(
    "a property that the schema does not have",
    [table(["A", "B"], { p: entity("Payment", { properties: { name: col(0) } }) })],
    /Payment has no property "name"/u,
  );
  refuses(
    "an entity that is not there",
    [table(["A", "B"], { p: entity("Payment", { properties: { payer: ent("x") } }) })],
    /names the entity "x"; the table has p/u,
  );
  refuses("a part that is not there", [table(["A", "B"], {}, { part: 3 })], /speaks of part 3; the file has 0/u);
});

/** Any grid, any mapping of a few kinds: each cell that is not blank is the place of a statement, or of a fault. */
it("covers every cell", async () => {
  const cellText = fc.oneof(
    fc.constantFrom(
      "",
      "-",
      "n/a",
      "Total",
      "Ri Chol",
      "Ri  Chol",
      "김철",
      "2016-01-02",
      "31.02.2016",
      "1,000.50",
      "12a",
      "+82 10 1234 5678",
      "010-1234",
      "kp",
      "Atlantis",
      " ",
      "Date",
      "\u202Ex",
      "'",
    ),
    fc.string({ maxLength: 6 }).filter((each) => !/["\r\n\0]/u.test(each)),
  );
  const grid = fc.array(fc.array(cellText, { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 12 });
  const key = fc.subarray([0, 1, 2, 3]);
  const mapping = fc.record({
    keys: key,
    requires: key,
    only: fc.option(fc.array(cellText, { minLength: 1, maxLength: 3 }), { nil: undefined }),
    columns: fc.subarray([0, 1, 2, 3]),
    first: fc.nat(3),
    last: fc.nat(3),
    firstRow: fc.integer({ min: 1, max: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(grid, mapping, async (rows, of) => {
      const csv = ["h1,h2,h3,h4", ...rows.map((row) => row.map((each) => `"${each}"`).join(","))].join("\n");
      const [first, last] = [Math.min(of.first, of.last), Math.max(of.first, of.last)];
      const within = (columns: readonly number[]): number[] =>
        columns.filter((column) => column >= first && column <= last);
      const props = ["name", "birthDate", "phone", "nationality"] as const;
      const person = entity("Person", {
        keys: within(of.keys),
        requires: within(of.requires),
        ...(of.only && { filter: { column: first, only: of.only } }),
        properties: Object.fromEntries(within(of.columns).map((column) => [props[column], col(column)])),
      });
      const firm = entity("Company", { keys: [last], properties: { name: col(last) } });
      const role = entity("Directorship", {
        keys: [...new Set([...within(of.keys), last])],
        properties: { director: ent("person"), organization: ent("firm") },
      });
      const { testCase, member } = await write(csv, [
        table(
          ["h1", "h2", "h3", "h4"],
          { person, firm, role },
          { firstRow: of.firstRow, firstColumn: first, lastColumn: last },
        ),
      ]);
      const taken = await testCase.rows(
        `select row_no as "row", col_no as col from held.occurrence where col_no is not null union select row_no, col_no from held.fault where col_no is not null`,
        { row: integer, col: integer },
      );
      const covered = new Set(taken.map(({ row, col: column }) => `${row} ${column}`));
      const missing = rows.flatMap((row, index) =>
        row.flatMap((each, column) =>
          isEmptyText(each) || covered.has(`${index + 2} ${column}`) ? [] : [`${index + 2} ${column} ${each}`],
        ),
      );
      expect(member.rowsRead).toBe(rows.length + 1);
      expect(missing).toEqual([]);
      const doubled = await testCase.rows(
        `select count(*)::integer - count(distinct (entity_id, prop, value, coalesce(lang, '')))::integer as n from held.statement`,
        { n: integer },
      );
      expect(doubled).toEqual([{ n: 0 }]);
      const orphans = await testCase.rows(
        `select count(*)::integer as n from held.statement where statement_id not in (select statement_id from held.occurrence)`,
        { n: integer },
      );
      expect(orphans).toEqual([{ n: 0 }]);
      closeCases();
    }),
    { numRuns: 6, seed: 7 },
  );
});
