import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at } from "../../../src/base/index.ts";
import { keyLetters, openBench, readingLines, sources, type Bench, type Grid } from "./staged-grid.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const table = async (grid: Grid, index = 0) => at((await bench.read(grid)).tables, index);
const lines = async (rows: readonly (readonly string[])[]): Promise<string[]> => readingLines(await table({ rows }));
const iban = [
  "GB33BUKB20201555555555",
  "DE89370400440532013000",
  "LV80BANK0000435195001",
  "CY17002001280000001200527600",
];

describe("a ledger of payments", () => {
  const english = [
    ["Date", "Payer", "Payer account", "Beneficiary", "Beneficiary account", "Amount", "Currency", "Purpose"],
    [
      "13/02/2017",
      "Silver Stone Trading Ltd",
      "601668936363",
      "Ri Chol",
      "6869100751113",
      "1,200.00",
      "USD",
      "freight",
    ],
    [
      "03/04/2017",
      "Amber Moon LLC",
      "6876112345678",
      "Silver Stone Trading Ltd",
      "601668936363",
      "52,000.50",
      "EUR",
      "goods",
    ],
    ["28/04/2017", "Amber Moon LLC", "6876112345678", "", "555111222333", "9,000.00", "USD", "coal"],
  ];

  it("gets parties, accounts, holdings and payments", async () => {
    const found = await table({ rows: english });
    expect(readingLines(found)).toEqual([
      "A payment Payment.date",
      "B payer LegalEntity.name",
      "C payerAccount BankAccount.accountNumber",
      "D beneficiary LegalEntity.name",
      "E beneficiaryAccount BankAccount.accountNumber",
      "F payment Payment.amount",
      "G payment Payment.currency",
      "H payment Payment.purpose",
    ]);
    expect(Object.keys(found.entities)).toEqual([
      "payer", "payerAccount", "payerHolding", "beneficiary", "beneficiaryAccount", "beneficiaryHolding", "payment",
    ]); // prettier-ignore
    expect([keyLetters(found, "payer"), keyLetters(found, "payerAccount"), keyLetters(found, "payment")]).toEqual([
      "BC",
      "C",
      "",
    ]);
    expect(sources(found, "payment", "date")).toEqual(["A dmy"]);
    expect(sources(found, "payment", "amount")).toEqual(["F ."]);
    expect(sources(found, "payerHolding", "asset")).toEqual(["@payerAccount"]);
    expect(found.lastRow).toBe(null);
  });

  it("is understood in Korean, Chinese and Russian words", async () => {
    const expected = ["A payment Payment.date", "B payer LegalEntity.name", "C payerAccount BankAccount.accountNumber", "D beneficiary LegalEntity.name", "E beneficiaryAccount BankAccount.accountNumber", "F payment Payment.amount"]; // prettier-ignore
    const rows = (header: readonly string[], payer: string, payee: string) => [header, ...["2017-03-13", "2017-04-01", "2018-12-30"].map((day, row) => [day, payer, `60166893636${row}`, payee, `61166893636${row}`, `${row + 1}200.50`])]; // prettier-ignore
    expect(
      await lines(
        rows(["거래일자", "송금인", "송금인 계좌번호", "수취인", "수취인계좌", "금액"], "대범무역회사", "리철수"),
      ),
    ).toEqual(expected);
    expect(
      await lines(
        rows(["交易日期", "付款人名称", "付款人账号", "收款人名称", "收款账号", "金额"], "丹东贸易有限公司", "李明"),
      ),
    ).toEqual(expected);
    expect(await lines(rows(["Дата операции", "Плательщик", "Счет плательщика", "Получатель", "Р/с получателя", "Сумма"], "ООО Заря", "Иванов Иван"))).toEqual(expected); // prettier-ignore
  });

  it("gives columns without a side to the party before them", async () => {
    const rows = [["Date", "Sender", "Account", "Bank", "Receiver", "Account", "Bank", "Sum"], ...english.slice(1).map(([date = "", payer = "", from = "", payee = "", to = "", sum = ""]) => [date, payer, from, "Bank of Amur", payee, to, "Yalu Bank", sum])]; // prettier-ignore
    expect(await lines(rows)).toEqual([
      "A payment Payment.date",
      "B payer LegalEntity.name",
      "C payerAccount BankAccount.accountNumber",
      "D payerBank Company.name",
      "E beneficiary LegalEntity.name",
      "F beneficiaryAccount BankAccount.accountNumber",
      "G beneficiaryBank Company.name",
      "H payment Payment.amount",
    ]);
  });

  it("makes the bank beside an account a party of its own, told apart by its name and its code", async () => {
    const found = await table({
      rows: [
        ["Account no", "Bank", "Branch", "SWIFT", "Holder", "Balance"],
        ["686040146015", "Yalu Bank", "Dandong", "YALUCN22XXX", "Amber Moon LLC", "12.50"],
        ["686040146023", "", "Main", "YALUCN22", "Ri Chol", "7.00"],
        ["686040146031", "Bank of Amur", "Main", "AMURRUMM", "Coral Sun Ltd", "9.00"],
      ],
    });
    expect(readingLines(found).slice(1, 4)).toEqual([
      "B bank Company.name",
      "C account BankAccount.bankName",
      "D bank Company.swiftBic",
    ]);
    expect([keyLetters(found, "bank"), ...sources(found, "account", "bank")]).toEqual(["BD", "@bank"]);
  });

  it("has a party without a name for an account without a holder", async () => {
    const found = await table({ rows: [["Date", "From account", "To account", "Amount"], ...english.slice(1).map((row) => [row[0] ?? "", row[2] ?? "", row[4] ?? "", row[5] ?? ""])] }); // prettier-ignore
    expect(keyLetters(found, "payer")).toBe("B");
    expect(found.entities["payer"]?.properties).toEqual({});
    expect(sources(found, "payerHolding", "owner")).toEqual(["@payer"]);
  });

  it("reads IBANs as such only where all of them are", async () => {
    const rows = (numbers: readonly string[]) => [["Date", "Payer", "Account", "Beneficiary", "Amount"], ...numbers.map((number, row) => [`2017-03-0${row + 1}`, "Amber Moon LLC", number, "Ri Chol", "12.50"])]; // prettier-ignore
    expect(readingLines(await table({ rows: rows(iban) }))[2]).toBe("C payerAccount BankAccount.iban");
    expect(readingLines(await table({ rows: rows([...iban.slice(1), "601668936363"]) }))[2]).toBe(
      "C payerAccount BankAccount.accountNumber",
    );
  });

  it("takes units and currency from the header, the title or the cell format", async () => {
    const rows = (header: string, title = "") => [...(title === "" ? [] : [[title], []]), ["Date", "Payer", "Beneficiary", header], ...english.slice(1).map((row) => [row[0] ?? "", row[1] ?? "", row[3] ?? "", row[5] ?? ""])]; // prettier-ignore
    const header = await table({ rows: rows("금액(천 USD)") });
    expect([sources(header, "payment", "amount"), sources(header, "payment", "currency")]).toEqual([
      ["D x1000 ."],
      ["'USD'"],
    ]);
    const title = await table({ rows: rows("Amount", "2017년 지급 내역 (단위: 만원)") });
    expect([sources(title, "payment", "amount"), sources(title, "payment", "currency")]).toEqual([
      ["D x10000 ."],
      ["'KRW'"],
    ]);
    const format = await table({ rows: rows("Amount"), formats: [[2, 3, '#,##0.00 [$€-2]'], [3, 3, '#,##0.00 [$€-2]']] }); // prettier-ignore
    expect(sources(format, "payment", "currency")).toEqual(["'EUR'"]);
  });
});

describe("a ledger of one account", () => {
  const rows = [
    ["Account statement"],
    ["Account No.: 40702810900000012345", "", "Account holder: Zarya LLC"],
    ["Date", "Counterparty", "Counterparty account", "Debit", "Credit", "Balance"],
    ["Opening balance", "", "", "", "", "100.00"],
    ["01.02.2017", "Amur Metals OOO", "40702810900000054321", "10.00", "", "90.00"],
    ["13.02.2017", "Ivanov Ivan", "40817810900000011111", "", "50.25", "140.25"],
    ["14.02.2017", "Yalu Trading", "40702810900000077777", "", "7.00", "147.25"],
    ["Total", "", "", "10.00", "57.25", ""],
  ];

  it("pays out by its debits and in by its credits", async () => {
    const found = await table({ rows });
    expect(sources(found, "ownAccount", "accountNumber")).toEqual(["'40702810900000012345'"]);
    expect(sources(found, "own", "name")).toEqual(["'Zarya LLC'"]);
    expect([sources(found, "paymentOut", "amount"), sources(found, "paymentOut", "payer")]).toEqual([
      ["D ."],
      ["@own"],
    ]);
    expect([sources(found, "paymentIn", "amount"), sources(found, "paymentIn", "payer")]).toEqual([
      ["E ."],
      ["@counterparty"],
    ]);
    expect(found.entities["paymentIn"]?.requires).toEqual([4]);
    expect(found.skippedRows).toEqual([
      { row: 4, reason: 'carries a balance: "Opening balance"' },
      { row: 8, reason: 'sums other rows: "Total"' },
    ]);
  });
});

describe("lists", () => {
  it("of people have a person in each row", async () => {
    const found = await table({
      rows: [
        ["번호", "성명", "생년월일", "려권번호", "손전화", "직위", "소속"],
        ["1", "김철수", "1970.03.14", "472310456", "010-1234-5678", "사장", "대동강무역회사"],
        ["2", "리영희", "1981.11.02", "472310457", "010-8765-4321", "지배인", "대동강무역회사"],
        ["3", "박남철", "1965.07.30", "", "010-5555-1234", "이사", "압록강상사"],
      ],
    });
    expect(readingLines(found)).toEqual([
      "A -",
      "B person Person.name",
      "C person Person.birthDate",
      "D person Person.passportNumber",
      "E person Person.phone",
      "F person Person.position",
      "G employer Company.name",
    ]);
    expect(keyLetters(found, "person")).toBe("");
    expect(found.entities["directorship"]?.schema).toBe("Directorship");
    expect(found.readings[4]?.evidence).toContain("form of KR");
  });

  it("of firms have directors and owners of their own", async () => {
    const found = await table({
      rows: [
        [
          "Company name",
          "Former name",
          "Registration No",
          "Incorporated",
          "Director 1",
          "Director 2",
          "Shareholder",
          "Share %",
        ],
        ["Bright Harbour Ltd", "", "1234567", "01/02/2001", "Kim Yong Ho", "Wang Wei", "Lotus Holdings", "60"],
        ["Amber Moon LLC", "Amber LLC", "7654321", "13/05/2010", "Li Ming", "", "Wang Wei", "100"],
        ["Iron Link Co", "", "5554321", "20/11/2012", "Ri Chol", "Choe Un", "Kim Yong Ho", "51"],
      ],
    });
    expect(readingLines(found)).toEqual([
      "A company Company.name",
      "B company Company.previousName",
      "C company Company.registrationNumber",
      "D company Company.incorporationDate",
      "E director1 Person.name",
      "F director2 Person.name",
      "G owner LegalEntity.name",
      "H ownerOwnership Ownership.percentage",
    ]);
    expect(sources(found, "director2Directorship", "organization")).toEqual(["@company"]);
  });

  it("of accounts have a holder tied to each", async () => {
    const found = await table({
      rows: [
        ["户名", "开户行", "账号", "币种", "余额"],
        ["丹东金桥贸易有限公司", "中国银行丹东分行", "6222021234567890123", "USD", "12,000.00"],
        ["李明", "建设银行", "6217001234567890123", "CNY", "900.50"],
        ["", "建设银行", "6217009999567890123", "CNY", "70.00"],
      ],
    });
    expect(readingLines(found)).toEqual([
      "A holder LegalEntity.name",
      "B bank Company.name",
      "C account BankAccount.accountNumber",
      "D account BankAccount.currency",
      "E account BankAccount.balance",
    ]);
    expect([keyLetters(found, "holder"), keyLetters(found, "account"), keyLetters(found, "holding")]).toEqual([
      "AC",
      "C",
      "AC",
    ]);
  });

  it("of ships have those who own and manage them", async () => {
    const found = await table({
      rows: [
        ["Vessel", "IMO", "Flag", "Owner", "Manager"],
        ["BRIGHT STAR", "9074729", "Togo", "Amber Moon LLC", "Iron Link Co"],
        ["EASTERN SUN", "8133138", "Sierra Leone", "Lotus Shipping Ltd", "Iron Link Co"],
        ["WESTERN SKY", "9166778", "Belize", "Lotus Shipping Ltd", "Lotus Shipping Ltd"],
      ],
    });
    expect(readingLines(found)).toEqual([
      "A vessel Vessel.name",
      "B vessel Vessel.imoNumber",
      "C vessel Vessel.flag",
      "D owner LegalEntity.name",
      "E manager LegalEntity.name",
    ]);
  });

  it("of people and firms say of neither what only one of them can have", async () => {
    const found = await table({
      columnNames: ["kind", "name", "dob_or_inc", "phone"],
      rows: [
        ["C", "AMBER MOON LLC", "1999-03-16", "+85251088383"],
        ["P", "KIM YONG HO", "1970-03-14", "+79243240438"],
        ["C", "IRON LINK CO LTD", "2009-03-02", "+8618648556578"],
        ["P", "WANG WEI", "1981-11-02", "+8613012345678"],
      ],
    });
    expect(readingLines(found)).toEqual(["A -", "B party LegalEntity.name", "C -", "D party LegalEntity.phone"]);
    expect(found.readings[2]?.evidence).toContain("one thing for people and another for firms");
  });

  it("of people and firms say of each what it can have, where a column of kinds parts them", async () => {
    const found = await table({
      columnNames: ["kind", "name", "dob_or_inc", "phone"],
      rows: [
        ["C", "AMBER MOON LLC", "1999-03-16", "+85251088383"],
        ["P", "KIM YONG HO", "1970-03-14", "+79243240438"],
        ["C", "IRON LINK CO LTD", "2009-03-02", "+8618648556578"],
        ["P", "WANG WEI", "1981-11-02", "+8613012345678"],
        ["", "LOTUS", "", "+8613012345679"],
        ["P", "RI CHOL SU", "1967-01-29", "+8613012345670"],
        ["C", "GREY WAVE TRADING LTD", "2011-12-12", "+8618648556570"],
      ],
    });
    expect(
      Object.entries(found.entities).map(([name, { schema, filter, properties }]) => [
        name,
        schema,
        filter,
        Object.keys(properties),
      ]),
    ).toEqual([
      ["person", "Person", { column: 0, only: ["P"] }, ["name", "birthDate", "phone"]],
      ["company", "Company", { column: 0, only: ["C"] }, ["name", "incorporationDate", "phone"]],
      ["party", "LegalEntity", { column: 0, except: ["P", "C"] }, ["name", "phone"]],
    ]);
    expect(found.readings[2]?.evidence).toContain(
      "for people it is the date of birth, for firms the date of incorporation",
    );
  });

  it("keep a row that has only a name or only a phone", async () => {
    const found = await table({
      rows: [
        ["Name", "Mobile", "E-mail", "Company"],
        ["Li Driver", "13012345678", "", ""],
        ["", "13987654321", "", ""],
        ["Blue Ocean", "", "", ""],
        ["Mr Kim", "13612345678", "kim@star.net.kp", "Daedong Trading"],
        ["Wang Wei", "13612345679", "wang@star.net.kp", "Daedong Trading"],
      ],
    });
    expect([found.skippedRows, found.firstRow, found.lastRow]).toEqual([[], 2, null]);
  });
});

describe("what is no table", () => {
  it("is left to the notes of the file: a form, a note", async () => {
    const form = [["Name:", "Kim Yong Ho"], ["Date of birth:", "14.03.1970"], ["Passport:", "472310456"], ["Phone:", "+850 191 123 4567"]]; // prettier-ignore
    expect((await bench.read({ rows: form })).tables).toEqual([]);
    expect((await bench.read({ rows: [["Do not show this to anyone."]] })).tables).toEqual([]);
  });
});
