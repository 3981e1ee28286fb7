import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  cleanRules,
  cleanValue,
  isEmptyText,
  type CleanOptions,
  type PropertyTypeName,
} from "../../src/model/index.ts";
import { identifier, nullable, rawSql, sql, tableName, text } from "../../src/store/index.ts";
import { openTestCase, type TestCase } from "../support/case.ts";

let testCase: TestCase;
beforeAll(async () => {
  testCase = await openTestCase();
});
afterAll(() => testCase.close());

const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${count}}$`, "u"));
const dateLike = fc
  .tuple(
    digits(4),
    fc.constantFrom("-", ".", "/"),
    digits(2),
    digits(4),
    fc.constantFrom("", " 00:00:00", "T12:30", " 9:05"),
  )
  .map(([a, mark, b, c, time]) => `${a}${mark}${b.padStart(2, "0")}${mark}${c}${time}`);
const realDate = fc
  .date({ min: new Date("1000-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const dotted = realDate.map((date) => date.split("-").toReversed().join("."));
const numberLike = fc
  .tuple(
    fc.constantFrom("", "-"),
    digits(7),
    fc.array(fc.tuple(fc.constantFrom(",", ".", " "), digits(3)), { maxLength: 3 }),
  )
  .map(([sign, first, groups]) => `${sign}${first}${groups.map(([mark, group]) => `${mark}${group}`).join("")}`);
const account = fc.stringMatching(/^[0-9A-Z. -]{1,12}$/u);
const words = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."aZ0 -'.,é김金Жй\u0301\u200B&(%") }),
  fc.string({ unit: "grapheme" }),
);
const phone = fc.stringMatching(/^\+[0-9]{4,14}$/u);
const email = fc.oneof(
  fc.emailAddress(),
  fc.stringMatching(/^[a-z.]{1,5}@[a-z.-]{1,9}$/u),
  fc.stringMatching(/^[a-z_]{1,9}@[a-z]{1,9}[.][a-z]{2,3}$/u),
);
const anything = fc.oneof(dateLike, realDate, dotted, numberLike, account, words, phone, email);

const check = (type: PropertyTypeName, values: fc.Arbitrary<string>, options: CleanOptions = {}): void =>
  it(`the database cleans a ${type} ${JSON.stringify(options)} as cleanValue does`, async () => {
    const raws = fc.sample(fc.oneof(values, values, anything), { numRuns: 3000, seed: 1 });
    const filled = [...new Set(raws)].filter((raw) => !/\p{Cs}/u.test(raw) && !isEmptyText(raw) && !raw.includes("\0"));
    const table = await testCase.file.database.temporary("raws", "raw varchar");
    await testCase.file.database.append(tableName("temp", "raws"), { raw: filled });
    const cases = cleanRules(type, options).map((rule) => `when ${rule.when("raw")} then ${rule.value("raw")}`);
    const rows = await testCase.file.database.rows(
      sql`select raw, case ${rawSql(cases.join(" "))} end as ${identifier("value")} from ${table}`,
      { raw: text, value: nullable(text) },
    );
    const done = rows.filter((row) => row.value !== null);
    expect(rows.length).toBe(filled.length);
    expect(done.length).toBeGreaterThan(100);
    const wrong = done
      .map(({ raw, value }) => ({ raw, value, expected: cleanValue(type, raw, options) }))
      .filter(({ value, expected }) => !expected.ok || expected.value.values.join("|") !== value);
    expect(wrong).toEqual([]);
  });

check("name", words);
check("string", words);
check("text", words);
check("date", fc.oneof(dateLike, realDate));
check("date", fc.oneof(dateLike, dotted), { dateOrder: "dmy" });
check("number", numberLike);
check("number", numberLike, { decimalMark: "." });
check("number", numberLike, { decimalMark: "," });
check("identifier", account);
check("identifier", account, { format: "account" });
check("phone", phone);
check("email", email);
