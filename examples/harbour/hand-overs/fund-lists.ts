import type { Case } from "../case.ts";
import type { WorkbookSheet } from "../files/xlsx.ts";
import { type Field, Grid, naming, plain } from "../grid.ts";
import { at, get } from "../kit/at.ts";
import { isoOf, writeDate } from "../kit/days.ts";
import { type Noise, writePrefix } from "../noise.ts";
import { balancesOf } from "../world/balances.ts";
import type { Company, Person } from "../world/types.ts";
import { writeAccount } from "../write-account.ts";
import { FUND_FILE } from "./fund-file.ts";
import { CURRENCY_WORDS, HANDS } from "./habits.ts";

const person = (theCase: Case, noise: Noise, { id }: Person, role: string): Field =>
  naming(theCase.party(noise, id, HANDS.fund), role, id);

/** Several tables on one sheet: stated balances above, couriers below. */
export const summarySheet = (theCase: Case, noise: Noise): WorkbookSheet => {
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
      {
        ...naming(noise.blankOr(theCase.party(noise, account.holder, HANDS.fund)), "holder", account.holder),
        says:
          written.meaning === `exact:${account.number}`
            ? [{ subject: account.id, property: "holder", meaning: account.holder }]
            : [],
      },
      plain(noise.random.pick(CURRENCY_WORDS.ko[account.currency])),
      { text: String(balance / 100), number: balance / 100 },
    );
  }
  grid.furniture();
  grid.furniture("2. 현금운반 성원");
  grid.furniture("성명", "려권번호", "손전화", "비고");
  for (const courier of theCase.world.people.filter(({ id }) => theCase.world.layers.get(id) === "courier")) {
    const passport = at(courier.passports, 0).number;
    grid.add(
      person(theCase, noise, courier, "person"),
      plain(noise.blankOr(passport)),
      plain(noise.blankOr(noise.phone(courier.phone, courier.oldPhone))),
      plain(noise.random.pick(["", "월 1회", "수시", "2018년부터"])),
    );
  }
  return { grid, merges: ["A1:E1"] };
};

/** People in Hangul and in Latin letters. */
export const peopleSheet = (theCase: Case, noise: Noise): WorkbookSheet => {
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
  return {
    text: text === "" ? noise.blankOr("") : text,
    says: [{ subject: id, property: "birthDate", meaning, ...(planted === undefined ? {} : { plant: "birth dates" }) }],
  };
};

/** Companies by their Korean and their outward names, with the people in charge in one cell. */
export const companySheet = (theCase: Case, noise: Noise): WorkbookSheet => {
  const grid = new Grid(theCase.book, FUND_FILE, "회사");
  grid.furniture("우리 회사들 (대외 명칭 포함)");
  grid.header("회사명", "대외명칭", "나라", "설립일", "책임자", "전화", "주소", "비고");
  const companies = noise.random.sample(theCase.world.companies, Math.round(theCase.world.companies.length * 0.8));
  for (const company of companies) grid.add(...companyRow(theCase, noise, company));
  return { grid, merges: ["A1:H1"] };
};

const companyRow = (theCase: Case, noise: Noise, company: Company): Field[] => {
  const directors = company.directors
    .slice(0, 2)
    .map(({ person: id }, index) => ({ id, role: index === 0 ? "director" : `director${index + 1}` }));
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
};

const foundedField = (noise: Noise, { id, founded }: Company): Field => {
  const meaning = noise.random.chance(0.4) ? isoOf(founded) : "";
  return {
    text: meaning === "" ? noise.random.pick(["", "-"]) : writeDate(meaning, "Y.M.D"),
    says: [{ subject: id, property: "incorporationDate", meaning }],
  };
};

/** Accounts and their holders, five of them false. */
export const accountSheet = (theCase: Case, noise: Noise): WorkbookSheet => {
  const grid = new Grid(theCase.book, FUND_FILE, "계좌");
  grid.furniture();
  grid.furniture("", "돈자리 목록", "", "", "2018.12 현재");
  grid.header("계좌번호", "은행", "SWIFT", "예금주", "화폐");
  const own = new Set(theCase.plants.holder.keys());
  const seen = theCase.world.accounts.filter(({ id }) => own.has(id) || noise.random.chance(0.7));
  for (const account of seen) {
    const planted = theCase.plants.holder.get(account.id);
    const holder = planted ?? account.holder;
    const written =
      planted === undefined
        ? writeAccount(noise, account.number, "sheet")
        : { field: plain(account.number), meaning: `exact:${account.number}` };
    const exact = written.meaning === `exact:${account.number}`;
    const name = theCase.party(noise, holder, HANDS.fund);
    grid.add(
      {
        ...written.field,
        ...(written.meaning === "" ? {} : { mentions: [["account", account.id]] as const }),
        ...(noise.random.chance(0.04) ? { comment: "2017년에 막힘?" } : {}),
      },
      naming(noise.blankOr(theCase.bank(account.bank, "ko")), "bank", account.bank),
      naming(noise.blankOr(get(theCase.banks, account.bank).bic), "bic", account.bank),
      {
        ...naming(planted === undefined ? noise.blankOr(name) : name, "holder", holder),
        ...(exact
          ? {
              says: [
                {
                  subject: account.id,
                  property: "holder",
                  meaning: holder,
                  ...(planted === undefined ? {} : { plant: "account holders" }),
                },
              ],
            }
          : {}),
      },
      plain(noise.random.pick(CURRENCY_WORDS.ko[account.currency])),
    );
  }
  return { grid, merges: ["B2:D2"] };
};
