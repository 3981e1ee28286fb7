import type { Case } from "../case.ts";
import type { WorkbookSheet } from "../files/xlsx.ts";
import { type Field, Grid, naming, plain } from "../grid.ts";
import { at, get } from "../kit/at.ts";
import { dayOf, isoOf, writeDate } from "../kit/days.ts";
import { writeMinor } from "../kit/money.ts";
import { type Noise, writePrefix } from "../noise.ts";
import { type PaymentHabits, addTellings, writeTellings, type Written } from "../payment-row.ts";
import { type Telling, tellPayments } from "../tellings.ts";
import { balancesOf } from "../world/balances.ts";
import type { Company, Person } from "../world/types.ts";
import { writeAccount } from "../write-account.ts";
import { CURRENCY_WORDS, HANDS } from "./habits.ts";

export const FUND_FILE = "h1-workbook/accounts-2016-2018.xlsx";

/** The fund manager's workbook: nine sheets, of which the ninth is very hidden. */
export const writeFundManager = (theCase: Case, noise: Noise): WorkbookSheet[] => {
  const tellings = tellFund(theCase, noise.fork("tellings"));
  const inYear = (from: string, to: string): Telling[] => tellings.filter(({ payments }) => at(payments, 0).day >= dayOf(from) && at(payments, 0).day <= dayOf(to));
  const year2017 = inYear("2017-01-01", "2017-12-31");
  const isDollar = ({ rows }: Telling): boolean => rows.every(({ currency }) => currency === "USD");
  return [
    summarySheet(theCase, noise.fork("summary")),
    peopleSheet(theCase, noise.fork("people")),
    companySheet(theCase, noise.fork("companies")),
    accountSheet(theCase, noise.fork("accounts")),
    plainYear(theCase, noise.fork("2016"), inYear("2016-01-01", "2016-12-31")),
    thousands(theCase, noise.fork("2017-usd"), { name: "2017 (천딸라)", title: "2017년도 딸라 지출입 (단위: 천 USD)", amount: "금액(천 USD)", tellings: year2017.filter(isDollar), currency: false }),
    thousands(theCase, noise.fork("2017-other"), { name: "2017 기타화폐", title: "2017년도 기타 화폐 지출입 (단위: 천)", amount: "금액(천)", tellings: year2017.filter((telling) => !isDollar(telling)), currency: true }),
    twoRowHeader(theCase, noise.fork("2018"), inYear("2018-01-01", "2019-12-31")),
    hiddenSheet(theCase, noise.fork("hidden")),
  ];
}; // prettier-ignore

const tellFund = (theCase: Case, noise: Noise): Telling[] =>
  tellPayments(noise, theCase.seen.fundPayments, {
    rates: theCase.world.rates,
    feeFactor: 0.25,
    valueDateFactor: 0.25,
    planted: new Map(),
    quiet: new Set([...theCase.plants.amount.keys(), ...theCase.plants.quietPayments]),
    plantName: (id) => (theCase.plants.amount.has(id) ? "payment amounts" : undefined),
  });

const person = (theCase: Case, noise: Noise, { id }: Person, role: string): Field => naming(theCase.party(noise, id, HANDS.fund), role, id);

const summarySheet = (theCase: Case, noise: Noise): WorkbookSheet => {
  const grid = new Grid(theCase.book, FUND_FILE, "종합");
  grid.furniture("자금 종합표");
  grid.furniture("작성: 2018년 12월 31일", "", "", "내부용");
  grid.furniture();
  grid.furniture("1. 돈자리 잔고");
  grid.header("계좌번호", "은행", "소유자", "화폐", "잔고");
  const balances = balancesOf(theCase.world);
  for (const account of noise.random.sample(theCase.world.accounts, Math.round(theCase.world.accounts.length * 0.3))) {
    const written = writeAccount(noise, account.number, "sheet");
    const balance = get(balances, account.id);
    grid.add(
      { ...written.field, ...(written.meaning === "" ? {} : { mentions: [["account", account.id]] as const }) },
      naming(noise.blankOr(theCase.bank(account.bank, "ko")), "bank", account.bank),
      naming(noise.blankOr(theCase.party(noise, account.holder, HANDS.fund)), "holder", account.holder),
      plain(noise.random.pick(CURRENCY_WORDS.ko[account.currency])),
      { text: String(balance / 100), number: balance / 100 },
    );
  }
  grid.furniture();
  grid.furniture("2. 현금운반 성원");
  grid.furniture("성명", "려권번호", "손전화", "비고");
  for (const courier of theCase.world.people.filter(({ id }) => theCase.world.layers.get(id) === "courier")) {
    const passport = at(courier.passports, 0).number;
    grid.add(person(theCase, noise, courier, "person"), plain(noise.blankOr(passport)), plain(noise.blankOr(noise.phone(courier.phone, courier.oldPhone))), plain(noise.random.pick(["", "월 1회", "수시", "2018년부터"])));
  }
  return { grid, merges: ["A1:E1"] };
}; // prettier-ignore

const peopleSheet = (theCase: Case, noise: Noise): WorkbookSheet => {
  const grid = new Grid(theCase.book, FUND_FILE, "인원");
  grid.furniture("해외 성원 명단");
  grid.header("번호", "성명", "영문", "생년월일", "직무", "려권번호", "손전화", "주소");
  for (const one of theCase.world.people.filter(({ id }) => theCase.seen.fundPeople.has(id))) {
    const [first] = one.passports;
    const latin = noise.blankOr(theCase.party(noise, one.id, HANDS.fundLatin));
    grid.add(
      { text: String(grid.nextRow - 2), number: grid.nextRow - 2 },
      person(theCase, noise, one, "person"),
      naming(latin, "personLatin", one.id),
      birthField(theCase, noise, one),
      plain(noise.blankOr(one.position)),
      { ...plain(noise.blankOr(first?.number ?? "")), ...(noise.random.chance(0.06) ? { comment: "확인할것" } : {}) },
      plain(noise.blankOr(noise.phone(one.phone, one.oldPhone))),
      plain(noise.blankOr(one.address)),
    );
  }
  return { grid, merges: ["A1:H1"] };
};

const birthField = (theCase: Case, noise: Noise, { id, born }: Person): Field => {
  const planted = theCase.plants.birth.get(id);
  const meaning = planted === undefined ? noise.birth(born) : isoOf(planted);
  const text = writePrefix(meaning, "Y.M.D");
  return { text: text === "" ? noise.blankOr("") : text, says: [{ subject: id, property: "birthDate", meaning, ...(planted === undefined ? {} : { plant: "birth dates" }) }] };
}; // prettier-ignore

const companySheet = (theCase: Case, noise: Noise): WorkbookSheet => {
  const grid = new Grid(theCase.book, FUND_FILE, "회사");
  grid.furniture("우리 회사들 (대외 명칭 포함)");
  grid.header("회사명", "대외명칭", "나라", "설립일", "책임자", "전화", "주소", "비고");
  const companies = noise.random.sample(theCase.world.companies, Math.round(theCase.world.companies.length * 0.8));
  for (const company of companies) grid.add(...companyRow(theCase, noise, company));
  return { grid, merges: ["A1:H1"] };
};

const companyRow = (theCase: Case, noise: Noise, company: Company): Field[] => {
  const directors = company.directors.slice(0, 2).map(({ person: id }, index) => ({ id, role: index === 0 ? "director" : `director${index + 1}` }));
  const names = directors.map(({ id }) => theCase.party(noise, id, HANDS.fund)).join(", ");
  const formerly = company.formerName === undefined ? "" : noise.random.chance(0.5) ? "이름 바뀜" : "";
  return [
    naming(theCase.company(noise, company, HANDS.fund), "company", company.id),
    naming(noise.blankOr(theCase.company(noise, company, HANDS.fundLatin)), "companyLatin", company.id),
    plain(noise.blankOr(company.country)),
    foundedField(noise, company),
    { text: names, mentions: directors.map(({ id, role }) => [role, id] as const) },
    plain(noise.blankOr(noise.phone(company.phone, company.phone))),
    plain(noise.blankOr(company.address)),
    plain(formerly),
  ];
}; // prettier-ignore

const foundedField = (noise: Noise, { id, founded }: Company): Field => {
  const meaning = noise.random.chance(0.4) ? isoOf(founded) : "";
  return { text: meaning === "" ? noise.random.pick(["", "-"]) : writeDate(meaning, "Y.M.D"), says: [{ subject: id, property: "incorporationDate", meaning }] };
};

const accountSheet = (theCase: Case, noise: Noise): WorkbookSheet => {
  const grid = new Grid(theCase.book, FUND_FILE, "계좌");
  grid.furniture();
  grid.furniture("", "돈자리 목록", "", "", "2018.12 현재");
  grid.header("계좌번호", "은행", "SWIFT", "예금주", "화폐");
  const own = new Set(theCase.plants.holder.keys());
  const seen = theCase.world.accounts.filter(({ id }) => own.has(id) || noise.random.chance(0.7));
  for (const account of seen) {
    const planted = theCase.plants.holder.get(account.id);
    const holder = planted ?? account.holder;
    const written = planted === undefined ? writeAccount(noise, account.number, "sheet") : { field: plain(account.number), meaning: `exact:${account.number}` };
    const exact = written.meaning === `exact:${account.number}`;
    const name = theCase.party(noise, holder, HANDS.fund);
    grid.add(
      { ...written.field, ...(written.meaning === "" ? {} : { mentions: [["account", account.id]] as const }), ...(noise.random.chance(0.04) ? { comment: "2017년에 막힘?" } : {}) },
      naming(noise.blankOr(theCase.bank(account.bank, "ko")), "bank", account.bank),
      naming(noise.blankOr(get(theCase.banks, account.bank).bic), "bic", account.bank),
      { ...naming(planted === undefined ? noise.blankOr(name) : name, "holder", holder), ...(exact ? { says: [{ subject: account.id, property: "holder", meaning: holder, ...(planted === undefined ? {} : { plant: "account holders" }) }] } : {}) },
      plain(noise.random.pick(CURRENCY_WORDS.ko[account.currency])),
    );
  }
  return { grid, merges: ["B2:D2"] };
}; // prettier-ignore

const BASE = { hand: HANDS.fund, accounts: "sheet", language: "ko", cash: "현금" } as const;

/** One year as it was kept: a title, a header, and a subtotal after every month. */
const plainYear = (theCase: Case, noise: Noise, tellings: readonly Telling[]): WorkbookSheet => {
  const grid = new Grid(theCase.book, FUND_FILE, "2016");
  grid.furniture("2016년도 지출입 대장");
  grid.furniture();
  const headers = ["일자", "보내는 사람", "보낸 계좌", "받는 사람", "받은 계좌", "은행", "금액", "화폐", "용도", "문건번호"];
  grid.header(...headers);
  const habits: PaymentHabits = {
    ...BASE,
    dates: "Y.M.D",
    amount: (minor) => ({ text: String(minor / 100), number: minor / 100, half: 0 }),
    currency: (currency) => noise.random.pick(CURRENCY_WORDS.ko[currency]),
    columns: (f) => [f.date, f.payer, f.payerAccount, f.beneficiary, f.beneficiaryAccount, f.beneficiaryBank, f.amount, f.currency, f.purpose, f.reference],
  };
  const subtotal = monthSubtotals(grid, headers, 7);
  addTellings(theCase, grid, writeTellings(noise, theCase, tellings, habits), { habits, between: subtotal });
  return { grid, merges: ["A1:J1"] };
}; // prettier-ignore

const monthSubtotals = (grid: Grid, headers: readonly string[], column: number): ((row: Written) => void) => {
  let month = "";
  let from = grid.nextRow;
  return ({ told }) => {
    const now = told.date.slice(0, 7);
    if (month !== "" && now !== month) {
      const letter = String.fromCodePoint(64 + column);
      const cells: (string | Field)[] = headers.map(() => "");
      cells[0] = `${Number(month.slice(5))}월 소계`;
      cells[column - 1] = { text: "", formula: `SUM(${letter}${from}:${letter}${grid.nextRow - 1})`, number: sumColumn(grid, column, from) };
      grid.furniture(...cells);
      if (Number(now.slice(5)) % 4 === 1) grid.furniture(...headers);
      from = grid.nextRow;
    }
    month = now;
  };
};

const sumColumn = (grid: Grid, column: number, from: number): number => {
  let cents = 0;
  for (let row = from; row < grid.nextRow; row++) cents += Math.round((grid.lines[row - 1]?.[column - 1]?.number ?? 0) * 100);
  return cents / 100;
};

interface ThousandsSheet {
  readonly name: string;
  readonly title: string;
  readonly amount: string;
  readonly tellings: readonly Telling[];
  readonly currency: boolean;
}

/** Amounts in thousands with two places: five units are lost to rounding. */
const thousands = (theCase: Case, noise: Noise, { name, title, amount, tellings, currency }: ThousandsSheet): WorkbookSheet => {
  const grid = new Grid(theCase.book, FUND_FILE, name);
  grid.furniture("", title);
  grid.header(...["일자", "보내는 사람", "보낸 계좌", "받는 사람", "받은 계좌", amount], ...(currency ? ["화폐"] : []), "비고");
  const habits: PaymentHabits = {
    ...BASE,
    dates: "D/M/Y",
    amount: (minor) => ({ text: String(Math.round(minor / 1000) / 100), number: Math.round(minor / 1000) / 100, half: 500 }),
    currency: (one) => at(CURRENCY_WORDS.ko[one], 0),
    columns: (f) => [f.date, f.payer, f.payerAccount, f.beneficiary, f.beneficiaryAccount, f.amount, ...(currency ? [f.currency] : []), f.purpose],
  };
  addTellings(theCase, grid, writeTellings(noise, theCase, tellings, habits), { habits });
  return { grid, merges: ["B1:F1"] };
}; // prettier-ignore

const twoRowHeader = (theCase: Case, noise: Noise, tellings: readonly Telling[]): WorkbookSheet => {
  const grid = new Grid(theCase.book, FUND_FILE, "2018");
  grid.furniture("2018년도");
  grid.furniture("일자", "보내는 쪽", "", "", "받는 쪽", "", "", "금액", "", "용도");
  grid.header("", "이름", "계좌번호", "은행", "이름", "계좌번호", "은행", "액수", "화폐", "");
  const habits: PaymentHabits = {
    ...BASE,
    dates: "Y/M/D",
    amount: (minor) => ({ text: writeMinor(minor, ",", "."), half: 0 }),
    currency: (currency) => noise.random.pick(CURRENCY_WORDS.ko[currency]),
    columns: (f) => [f.date, f.payer, f.payerAccount, f.payerBank, f.beneficiary, f.beneficiaryAccount, f.beneficiaryBank, f.amount, f.currency, f.purpose],
  };
  addTellings(theCase, grid, writeTellings(noise, theCase, tellings, habits), { habits });
  return { grid, merges: ["A1:J1", "A2:A3", "B2:D2", "E2:G2", "H2:I2", "J2:J3"] };
}; // prettier-ignore

/** Who really owns what, and who signed which power of attorney. */
const hiddenSheet = (theCase: Case, noise: Noise): WorkbookSheet => {
  const grid = new Grid(theCase.book, FUND_FILE, "실소유");
  grid.furniture("실소유자 (외부에 내지 말것)");
  grid.header("회사", "실소유자", "몫(%)");
  for (const company of theCase.world.companies) {
    const planted = theCase.plants.owner.get(company.id);
    if (planted === undefined && noise.random.chance(0.65)) continue;
    const owners = planted === undefined ? company.owners : [{ owner: planted, percent: 100 }];
    for (const { owner, percent } of owners) {
      const says = [{ subject: company.id, property: "ownership", meaning: `${owner} ${percent}`, ...(planted === undefined ? {} : { plant: "owner denied" }) }];
      grid.add(naming(theCase.company(noise, company, HANDS.fund), "company", company.id), { ...naming(theCase.party(noise, owner, HANDS.fund), "owner", owner), says }, { text: String(percent), number: percent });
    }
  }
  grid.furniture();
  grid.furniture("위임장 수표");
  grid.furniture("회사", "수표한 사람", "수표날자");
  for (const company of theCase.world.companies) {
    const planted = theCase.plants.signature.get(company.id);
    if (planted === undefined && noise.random.chance(0.8)) continue;
    const { person: signer, day } = planted ?? { person: at(company.directors, 0).person, day: noise.random.between(dayOf("2016-06-01"), dayOf("2018-06-01")) };
    if (planted === undefined && theCase.plants.death.has(signer)) continue;
    const says = [{ subject: signer, property: "signed", meaning: isoOf(day), ...(planted === undefined ? {} : { plant: "dead director" }) }];
    grid.add(naming(theCase.company(noise, company, HANDS.fund), "company", company.id), naming(theCase.party(noise, signer, HANDS.fund), "director", signer), { text: writeDate(isoOf(day), "Y.M.D"), says });
  }
  return { grid, merges: ["A1:C1"], veryHidden: true };
}; // prettier-ignore
