import { describe, expect, it } from "vitest";
import { findDateOrder } from "../../../src/intake/columns/date-order.ts";
import { findDecimalMark } from "../../../src/intake/columns/decimal-mark.ts";
import { formatCurrency } from "../../../src/intake/columns/format-currency.ts";
import { readHeader } from "../../../src/intake/columns/header-words.ts";
import { isDirectorPosition, isPersonShaped } from "../../../src/intake/columns/party-shapes.ts";
import { findRowWord } from "../../../src/intake/columns/row-words.ts";
import { readTitles } from "../../../src/intake/columns/title-facts.ts";

const meaning = (header: string): string => {
  const { sides, attributes, factor, currency } = readHeader(header);
  return [sides.join("+"), attributes[0] ?? "", factor ?? "", currency ?? ""].join(" ").trim();
};

describe("the words of a header", () => {
  it("are known in English, Korean, Chinese and Russian, in any writing", () => {
    const cases = [
      ["Beneficiary account no.", "beneficiary accountNumber"],
      ["beneficiary_account_number", "beneficiary accountNumber"],
      ["BeneficiaryAccountNo", "beneficiary accountNumber"],
      ["수취인 계좌번호", "beneficiary accountNumber"],
      ["수취인계좌 번호", "beneficiary accountNumber"],
      ["收款人账号", "beneficiary accountNumber"],
      ["付款账号", "payer accountNumber"],
      ["Счёт получателя", "beneficiary accountNumber"],
      ["р/с плательщика", "payer accountNumber"],
      ["Name of the beneficiary's bank", "beneficiary bankName"],
      ["a/c", "accountNumber"],
      ["№ док.", "reference"],
      ["생년월일", "birthDate"],
      ["Дата рождения", "birthDate"],
      ["对方户名", "counterparty+holder"],
      ["Debit account", "accountNumber"],
      ["금액(천 USD)", "amount 1000 USD"],
      ["Сумма, тыс. руб.", "amount 1000 RUB"],
      ["金额（万元）", "amount 10000 CNY"],
      ["Amount in USD mn", "amount 1000000 USD"],
      ["Amount in", "credit"],
      ["In", "credit"],
      ["zzz", ""],
    ];
    expect(cases.map(([header = ""]) => [header, meaning(header)])).toEqual(cases);
  });
});

describe("the values of a column", () => {
  it("tell the order of dates where a number can be no month", () => {
    const cases: readonly (readonly [string[], string | undefined])[] = [
      [["03/04/2017", "13/04/2017"], "dmy"],
      [["03/04/2017", "03/14/2017"], "mdy"],
      [["03/04/2017", "05.06.2018"], "open"],
      [["2017-03-14", "2018.01.02"], undefined],
      [["14 Mar 2017"], undefined],
      [["17.03.14", "17.04.02", "17.12.30", "18.01.09"], "ymd"],
      [["14.03.17", "02.04.17", "30.12.17", "09.01.18"], "dmy"],
    ];
    const order = (values: string[]): string | undefined => {
      const found = findDateOrder(values);
      return typeof found === "object" ? found.order : found;
    };
    expect(cases.map(([values]) => [values, order(values)])).toEqual(cases);
  });

  it("tell the decimal mark", () => {
    const cases: readonly (readonly [string[], string | null | undefined])[] = [
      [["1,234.50", "12"], "."],
      [["1.234,50"], ","],
      [["1 234,5"], ","],
      [["1,234", "5,000"], "."],
      [["1.234.567"], ","],
      [["12.50", "12,50"], null],
      [["1234"], undefined],
    ];
    expect(cases.map(([values]) => [values, findDecimalMark(values)?.mark])).toEqual(cases);
  });
});

describe("other words", () => {
  it("begin rows that are sums", () => {
    const cases = [
      ["Total", "total"],
      ["소 계", "total"],
      ["1월 소계", "total"],
      ["2017年 合计:", "total"],
      ["Итого за март", "total"],
      ["Входящий остаток", "balance"],
      ["전월이월", "balance"],
      ["Totalenergies", undefined],
      ["Kim Total", undefined],
    ];
    expect(cases.map(([cell = ""]) => [cell, findRowWord(cell)?.word])).toEqual(cases);
  });

  it("tell people, firms and directors", () => {
    expect(["김철수", "李明", "Kim Yong Ho", "Иванов Иван Иванович"].every(isPersonShaped)).toBe(true);
    expect(["대동강무역회사", "丹东金桥贸易有限公司", "Amber Moon LLC", "ООО Заря", "Kim 2"].some(isPersonShaped)).toBe(
      false,
    );
    expect(["General Director", "대표이사", "董事长", "Генеральный директор"].every(isDirectorPosition)).toBe(true);
    expect(["Accountant", "통역", "водитель"].some(isDirectorPosition)).toBe(false);
  });

  it("of titles name units, the account and its holder", () => {
    const facts = readTitles([
      { row: 1, cells: ["Выписка по счету № 40702810900000012345"] },
      { row: 2, cells: ["Владелец счета: ООО Заря", "Валюта: RUB"] },
      { row: 3, cells: ["(тыс.)"] },
    ]);
    expect([facts.account?.value, facts.holder?.value, facts.currency?.value, facts.factor?.value]).toEqual([
      "40702810900000012345",
      "ООО Заря",
      "RUB",
      1000,
    ]);
    expect(readTitles([{ row: 1, cells: ["Payments to us by our US partners"] }]).currency).toBe(null);
  });

  it("of cell formats name the currency", () => {
    expect(
      ["[$₩-412]#,##0", '#,##0.00" USD"', "[$$-409]#,##0", "#,##0.00 €", "#,##0.00", "[$$-1009]0"].map(formatCurrency),
    ).toEqual(["KRW", "USD", "USD", "EUR", undefined, "CAD"]);
  });
});
