import { describe, expect, it } from "vitest";
import { cleanValue, type CleanOptions, type PropertyTypeName } from "../../src/model/index.ts";

/** The values joined with "|", or "! kind" of the fault. */
function clean(type: PropertyTypeName, raw: string, options: CleanOptions = {}): string {
  const read = cleanValue(type, raw, options);
  if (!read.ok) return `! ${read.fault.kind}`;
  const { values, currency } = read.value;
  return `${values.join("|")}${currency === undefined ? "" : ` in ${currency}`}`;
}

function check(type: PropertyTypeName, raw: string, expected: string, options: CleanOptions = {}): void {
  it(`${type} ${JSON.stringify(raw)} ${JSON.stringify(options)}`, () =>
    expect(clean(type, raw, options)).toBe(expected));
}

describe("nothing", () => {
  check("name", "", "");
  check("name", " - ", "");
  check("number", "n/a", "");
  check("date", "?", "");
  check("phone", "없음", "");
  check("country", "无", "");
  check("name", "Нет", "");
});

describe("names", () => {
  check("name", "  Kim   Chol ", "Kim Chol");
  check("name", "Kim\u00A0\u3000Chol\n", "Kim Chol");
  check("name", "김철".normalize("NFD"), "김철");
  check("name", "Kim\u200B Chol\uFEFF", "Kim Chol");
  check("name", "Kim \u202ElohC", "Kim ⟨U+202E⟩lohC");
  check("name", "Kim\u0007", "Kim⟨U+0007⟩");
  check("name", "((()))", "! no-letters");
  check("name", "x".repeat(385), "! too-long");
  check("name", "Ri; Pak ; -", "Ri|Pak", { separator: ";" });
  check("name", "Name: Ri Chol", "Ri Chol", { prefix: "name" });
});

describe("dates", () => {
  check("date", "2016-07-28", "2016-07-28");
  check("date", "2016-7-8", "2016-07-08");
  check("date", "2016", "2016");
  check("date", "2016-07", "2016-07");
  check("date", "07/2016", "2016-07");
  check("date", "2016/07/28", "2016-07-28");
  check("date", "2016. 7. 28.", "2016-07-28");
  check("date", "20160728", "2016-07-28");
  check("date", "28.07.2016", "2016-07-28");
  check("date", "03.04.2016", "! ambiguous-date");
  check("date", "03.04.2016", "2016-04-03", { dateOrder: "dmy" });
  check("date", "03/04/2016", "2016-03-04", { dateOrder: "mdy" });
  check("date", "03/25/2016", "2016-03-25", { dateOrder: "dmy" });
  check("date", "16-03-04", "2016-03-04", { dateOrder: "ymd" });
  check("date", "03-04-75", "1975-04-03", { dateOrder: "dmy" });
  check("date", "03042016", "2016-04-03", { dateOrder: "dmy" });
  check("date", "2015년 3월 4일", "2015-03-04");
  check("date", "2015년3월", "2015-03");
  check("date", "2015年3月4日", "2015-03-04");
  check("date", "二〇一五年十二月二十四日", "2015-12-24");
  check("date", "２０１５年３月４日", "2015-03-04");
  check("date", "4 March 2015", "2015-03-04");
  check("date", "March 4th, 2015", "2015-03-04");
  check("date", "04-Mar-15", "2015-03-04");
  check("date", "Sept. 2015", "2015-09");
  check("date", "4 марта 2015 г.", "2015-03-04");
  check("date", "15 АПРЕЛЯ 1964", "1964-04-15");
  check("date", "Wed, 4 Mar 2015", "2015-03-04");
  check("date", "2015-03-04 (수)", "2015-03-04");
  check("date", "2016-02-30", "! impossible-date");
  check("date", "2015-13-01", "! impossible-date");
  check("date", "30.02.2016", "! impossible-date", { dateOrder: "dmy" });
  check("date", "circa 1964", "! not-a-date");
  check("date", "soon", "! not-a-date");
  check("date", "42577", "2016-07-26", { dateSystem: "1900" });
  check("date", "41115", "2016-07-26", { dateSystem: "1904" });
  check("date", "1", "1900-01-01", { dateSystem: "1900" });
  check("date", "42577.5", "2016-07-26T12:00:00", { dateSystem: "1900" });
  check("date", "2016-07-28 00:00:00", "2016-07-28");
  check("date", "2016-07-28T12:30:15Z", "2016-07-28T12:30:15");
  check("date", "2016-07-28T01:30:00+09:00", "2016-07-27T16:30:00");
  check("date", "28.07.2016 9:05", "2016-07-28T09:05");
  check("date", "2016-07-28 오후 3:05", "2016-07-28T15:05");
  check("date", "7/28/2016 12:05 AM", "2016-07-28T00:05");
});

describe("numbers", () => {
  check("number", "1,000.50", "1000.50");
  check("number", "1.000,50", "1000.50");
  check("number", "1.000", "1.000");
  check("number", "1.000", "1000", { decimalMark: "," });
  check("number", "1,000", "1000");
  check("number", "1,5", "1.5");
  check("number", "1.000.000", "1000000");
  check("number", "1 000 000,5", "1000000.5");
  check("number", "1\u00A0000,5", "1000.5");
  check("number", "1'000.5", "1000.5");
  check("number", "(1,000.00)", "-1000.00");
  check("number", "1,000-", "-1000");
  check("number", "−5", "-5");
  check("number", "0007", "7");
  check("number", "$1,000", "1000 in USD");
  check("number", "US$1,000", "1000 in USD");
  check("number", "USD -1,000.00", "-1000.00 in USD");
  check("number", "($500)", "-500 in USD");
  check("number", "руб.100", "100 in RUB");
  check("number", "1 000,50 руб.", "1000.50 in RUB");
  check("number", "5,000원", "5000 in KRW");
  check("number", "3만원", "30000 in KRW");
  check("number", "1.2 million", "1200000.0".replace(".0", ""));
  check("number", "2,5 млн долл.", "2500000 in USD");
  check("number", "12.345", "12345", { factor: 1000 });
  check("number", "5", "0.05", { factor: 0.01 });
  check("number", "1,00,000", "100000");
  check("number", "12a4", "! not-a-number");
  check("number", "1.2.3", "! not-a-number");
});

describe("identifiers", () => {
  check("identifier", " HRB  1234 ", "HRB 1234");
  check("identifier", "GB33 BUKB 2020 1555 5555 55", "GB33BUKB20201555555555", { format: "iban" });
  check("identifier", "GB33 BUKB 2020 1555 5555 56", "! check-digit", { format: "iban" });
  check("identifier", "deutdeff", "DEUTDEFF", { format: "bic" });
  check("identifier", "529900T8BM49AURSDO55", "529900T8BM49AURSDO55", { format: "lei" });
  check("identifier", "529900T8BM49AURSDO56", "! check-digit", { format: "lei" });
  check("identifier", "ИНН 7707083893", "7707083893", { format: "inn" });
  check("identifier", "500100732259", "500100732259", { format: "inn" });
  check("identifier", "7707083894", "! check-digit", { format: "inn" });
  check("identifier", "1027700132195", "1027700132195", { format: "ogrn" });
  check("identifier", "1027700132196", "! check-digit", { format: "ogrn" });
  check("identifier", "91350100M000100Y43", "91350100M000100Y43", { format: "uscc" });
  check("identifier", "91350100M000100Y44", "! check-digit", { format: "uscc" });
  check("identifier", "IMO 9074729", "9074729", { format: "imo" });
  check("identifier", "9074728", "! check-digit", { format: "imo" });
  check("identifier", "US0378331005", "US0378331005", { format: "isin" });
  check("identifier", "BBG000B9XRY4", "BBG000B9XRY4", { format: "figi" });
  check("identifier", "1234567893", "1234567893", { format: "npi" });
  check("identifier", "123-456 78.90", "1234567890", { format: "account" });
  check("identifier", "1.23457E+15", "! rounded-number", { format: "account" });
  check("identifier", "none given", "! not-an-identifier", { format: "account" });
});

describe("countries, phones, codes, addresses", () => {
  check("country", "North Korea", "kp");
  check("country", "Korea, North", "kp");
  check("country", "조선민주주의인민공화국", "kp");
  check("country", "중국", "cn");
  check("country", "КНДР", "kp");
  check("country", "俄罗斯", "ru");
  check("country", "USA", "us");
  check("country", "the Netherlands", "nl");
  check("country", "Kp", "kp");
  check("country", "Atlantis", "! unknown-country");
  check("phone", "+82 10-1234-5678", "+821012345678");
  check("phone", "0086 (139) 1234 5678", "+8613912345678");
  check("phone", "010-1234-5678", "+821012345678", { phoneCountries: ["KR"] });
  check("phone", "010-1234-5678", "! phone-without-country");
  check("phone", "8 (495) 123-45-67", "+74951234567", { phoneCountry: "ru" });
  check("phone", "8613314257947", "+8613314257947");
  check("phone", "123456789012", "! phone-without-country");
  check("phone", "+850-2-18111", "+850218111");
  check("phone", "+1-418-656-9254;ext=102", "+14186569254");
  check("phone", "010-1234-5678 / 010-2345-6789", "+821012345678|+821023456789", { phoneCountry: "KR" });
  check("phone", "ask Ri", "! not-a-phone");
  check("email", "Ri <Ri@EXAMPLE.org>", "Ri@example.org");
  check("email", "ri at example", "! not-an-address");
  check("url", "www.example.org/a", "http://www.example.org/a");
  check("url", "nothing here", "! not-an-address");
  check("ip", "192.0.2.1", "192.0.2.1");
  check("ip", "2001:DB8::1", "2001:db8::1");
  check("ip", "300.1.1.1", "! not-an-address");
  check("gender", "남", "male");
  check("gender", "Ж", "female");
  check("language", "ko", "kor");
  check("topic", "sanction", "sanction");
  check("topic", "sanctioned", "! unknown-code");
  check("mimetype", "Text/CSV", "text/csv");
  check("checksum", "DA39A3EE5E6B4B0D3255BFEF95601890AFD80709", "da39a3ee5e6b4b0d3255bfef95601890afd80709");
  check("string", "人民币", "CNY", { format: "currency" });
  check("address", "1 Main St,\r\nPyongyang\n", "1 Main St, Pyongyang");
  check("text", "a  \r\nb", "a\nb");
});

it("keeps a language for the types that have one", () => {
  expect(cleanValue("name", "김철", { lang: "kor" })).toEqual({ ok: true, value: { values: ["김철"], lang: "kor" } });
  expect(cleanValue("date", "2016", { lang: "kor" })).toEqual({ ok: true, value: { values: ["2016"] } });
});

it("gives the values of a cell that can be read beside the faults of those that cannot", () => {
  const read = cleanValue("country", "kp; Atlantis", { separator: ";" });
  expect(read.ok && read.value.values).toEqual(["kp"]);
  expect(read.ok && read.value.faults?.map((fault) => fault.text)).toEqual([
    '"Atlantis" is no country that is known; write its two-letter code such as "kp"',
  ]);
});
