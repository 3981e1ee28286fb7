import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mappingToYaml, parseMapping } from "../../../src/intake/columns/index.ts";
import type { FileMapping } from "../../../src/intake/mapping.ts";
import { openBench, type Bench } from "./staged-grid.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const text = `
file: ledger.csv
tables:
  - part: 0
    name: ledger
    header: [1]
    rows: 2-end
    columns: A-K
    entities:
      payer:
        schema: LegalEntity
        keys: [A]
        properties:
          name: [{column: A, lang: kor}]
      payment:
        schema: Payment
        properties:
          payer: {entity: payer}
          amount: [{column: B, factor: 1000}]
          currency: [{literal: USD}]
`;
const check = (from: string, to: string, fault: string): void => {
  expect(text).toContain(from);
  expect(parseMapping(text.replace(from, to), "m.yaml")).toEqual({ ok: false, fault: `m.yaml: ${fault}` });
};

describe("a mapping file", () => {
  it("is read", () => {
    const read = parseMapping(text, "m.yaml");
    expect(read.ok && read.value.tables[0]?.entities["payment"]?.properties).toEqual({
      payer: [{ kind: "entity", entity: "payer" }],
      amount: [{ kind: "column", column: 1, options: { factor: 1000 } }],
      currency: [{ kind: "literal", value: "USD" }],
    });
  });

  it("is refused with the place and the right form", () => {
    check(
      "column: A, lang",
      "column: ZZZ, lang",
      'tables[0].entities.payer.properties.name[0].column is "ZZZ"; use a column letter that the sheet has (A-K)',
    );
    check(
      "keys: [A]",
      'filter: {column: A, only: ["P"], except: ["C"]}',
      "tables[0].entities.payer.filter has both only and except; use exactly one",
    );
    check(
      "keys: [A]",
      "keys: [L]",
      'tables[0].entities.payer.keys[0] is "L"; use a column letter that the sheet has (A-K)',
    );
    check(
      "schema: LegalEntity",
      "schema: Persn",
      'tables[0].entities.payer.schema is "Persn"; use a schema of FollowTheMoney such as Person',
    );
    check(
      "name: [{",
      "nmae: [{",
      "tables[0].entities.payer.properties.nmae is no property of LegalEntity; use one such as name",
    );
    check(
      "{entity: payer}",
      "{entity: payr}",
      'tables[0].entities.payment.properties.payer[0].entity is "payr"; use the name of an entity of this table: payer, payment',
    );
    check(
      "{entity: payer}",
      "{column: A}",
      "tables[0].entities.payment.properties.payer[0] is a column; Payment.payer points to an entity: use {entity: name}",
    );
    check(
      "{entity: payer}",
      "{entity: payment}",
      'tables[0].entities.payment.properties.payer[0].entity is "payment", a Payment; Payment.payer points to a LegalEntity',
    );
    check(
      "{literal: USD}",
      "{literal: USD, column: B}",
      "tables[0].entities.payment.properties.currency[0] has more than one of column, literal and entity; use exactly one",
    );
    check("rows: 2-end", "rows: 9-3", 'tables[0].rows is "9-3"; write the first row first, such as 4-120');
    check("rows: 2-end", "rows: all", 'tables[0].rows is "all"; use first and last row such as 4-120 or 4-end');
    check(
      "factor: 1000",
      "factor: many",
      'tables[0].entities.payment.properties.amount[0].factor is "many"; use a number such as 1000',
    );
    check(
      "header: [1]",
      "headers: [1]",
      'tables[0] has "headers"; use part, name, header, rows, columns, skip, entities and readings',
    );
    check("file: ledger.csv", "", "file is missing; use the name of the file");
    expect(parseMapping("tables: [", "m.yaml")).toMatchObject({
      ok: false,
      fault: expect.stringMatching(/^m\.yaml: line \d+, column \d+ is no YAML/u),
    });
    expect(parseMapping("", "m.yaml")).toEqual({
      ok: false,
      fault: 'm.yaml is no mapping; it has the keys "file" and "tables"',
    });
  });

  it("says in words what each column is, beside its letter", async () => {
    const mapping = await bench.read({
      rows: [
        ["Date", "Payer", "Beneficiary", "Amount"],
        ["2017-03-14", "Amber Moon LLC", "Ri Chol", "1,200.00"],
      ],
    });
    const yaml = mappingToYaml(mapping);
    expect(yaml).toContain("column: B # Payer");
    expect(yaml).toContain("keys: [B] # Payer");
    expect(yaml).toMatch(/confidence: 0\.98\n {8}evidence: header "Payer" means the payer/u);
    expect(parseMapping(yaml, "m.yaml")).toEqual({ ok: true, value: mapping });
  });

  const words = fc.string({ unit: "grapheme", maxLength: 30 });
  const column = fc.integer({ min: 2, max: 60 });
  const options = fc.record(
    {
      dateOrder: fc.constantFrom("dmy" as const, "mdy" as const, "ymd" as const),
      decimalMark: fc.constantFrom("." as const, "," as const),
      factor: fc.constantFrom(1000, 0.01),
      lang: fc.constantFrom("kor", "zho"),
      separator: fc.constantFrom(";", "\n", " # ", ": "),
      prefix: fc.constantFrom("р/с", "- ", "'", "{a}"),
    },
    { requiredKeys: [] },
  );
  const name = fc.constantFrom("payer", "other");
  const mapping: fc.Arbitrary<FileMapping> = fc.record({
    file: words,
    tables: fc.array(
      fc.record({
        part: fc.nat(9),
        partName: words,
        headerRows: fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 3 }),
        firstRow: fc.integer({ min: 1, max: 50 }),
        lastRow: fc.option(fc.integer({ min: 50, max: 2_000_000 })),
        firstColumn: fc.constantFrom(0, 2),
        lastColumn: fc.constantFrom(60, 800),
        skippedRows: fc
          .uniqueArray(fc.record({ row: fc.integer({ min: 1, max: 99 }), reason: words }), {
            selector: ({ row }) => row,
          })
          .map((rows) => rows.toSorted((left, right) => left.row - right.row)),
        entities: fc
          .record({
            schema: fc.constantFrom("LegalEntity" as const, "Person" as const),
            keys: fc.array(column, { maxLength: 2 }),
            requires: fc.array(column, { maxLength: 2 }),
            filter: fc.oneof(
              fc.record({ column, only: fc.array(words, { maxLength: 2 }) }),
              fc.record({ column, except: fc.array(words, { maxLength: 2 }) }),
            ),
            properties: fc.record(
              {
                name: fc.array(
                  fc.oneof(
                    fc.record({ kind: fc.constant("column" as const), column, options }),
                    fc.record({ kind: fc.constant("literal" as const), value: words }),
                  ),
                  { minLength: 1, maxLength: 2 },
                ),
                parent: fc.array(fc.record({ kind: fc.constant("entity" as const), entity: name }), {
                  minLength: 1,
                  maxLength: 1,
                }),
              },
              { requiredKeys: [] },
            ),
          })
          .map((entity) => ({ payer: entity, other: entity })),
        readings: fc.array(
          fc.record({
            column,
            header: fc.option(words),
            entity: fc.option(words),
            schema: fc.constant("Person" as const),
            prop: fc.constant("name" as const),
            confidencePpm: fc.nat(1_000_000),
            evidence: words,
          }),
          { maxLength: 3 },
        ),
      }),
      { maxLength: 2 },
    ),
  });

  it("reads back as it was written", () => {
    fc.assert(
      fc.property(mapping, (each) => {
        expect(parseMapping(mappingToYaml(each), "m.yaml")).toEqual({ ok: true, value: each });
      }),
      { numRuns: 200 },
    );
  });
});
