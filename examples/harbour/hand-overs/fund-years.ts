import { addTellings } from "../add-tellings.ts";
import type { Case } from "../case.ts";
import type { WorkbookSheet } from "../files/xlsx.ts";
import { type Field, Grid } from "../grid.ts";
import { at } from "../kit/at.ts";
import { writeMinor } from "../kit/money.ts";
import type { Noise } from "../noise.ts";
import { type PaymentHabits, writeTellings, type Written } from "../payment-fields.ts";
import type { Telling } from "../tellings.ts";
import { FUND_FILE } from "./fund-file.ts";
import { CURRENCY_WORDS, HANDS } from "./habits.ts";

const BASE = { hand: HANDS.fund, accounts: "sheet", language: "ko", cash: "현금" } as const;

/** One year as it was kept: a title, a header, and a subtotal after every month. */
export const plainYear = (theCase: Case, noise: Noise, tellings: readonly Telling[]): WorkbookSheet => {
  const grid = new Grid(theCase.book, FUND_FILE, "2016");
  grid.furniture("2016년도 지출입 대장");
  grid.furniture();
  const headers = [
    "일자",
    "보내는 사람",
    "보낸 계좌",
    "받는 사람",
    "받은 계좌",
    "은행",
    "금액",
    "화폐",
    "용도",
    "문건번호",
  ];
  grid.header(...headers);
  const habits: PaymentHabits = {
    ...BASE,
    dates: "Y.M.D",
    amount: (minor) => ({ text: String(minor / 100), number: minor / 100, half: 0 }),
    currency: (currency) => noise.random.pick(CURRENCY_WORDS.ko[currency]),
    columns: (f) => [
      f.date,
      f.payer,
      f.payerAccount,
      f.beneficiary,
      f.beneficiaryAccount,
      f.beneficiaryBank,
      f.amount,
      f.currency,
      f.purpose,
      f.reference,
    ],
  };
  const subtotal = monthSubtotals(grid, headers, 7);
  addTellings(theCase, grid, writeTellings(noise, theCase, tellings, habits), { habits, between: subtotal });
  return { grid, merges: ["A1:J1"] };
};

const monthSubtotals = (grid: Grid, headers: readonly string[], column: number): ((row: Written) => void) => {
  let month = "";
  let from = grid.nextRow;
  return ({ told }) => {
    const now = told.date.slice(0, 7);
    if (month !== "" && now !== month) {
      const letter = String.fromCodePoint(64 + column);
      const cells: (string | Field)[] = headers.map(() => "");
      cells[0] = `${Number(month.slice(5))}월 소계`;
      cells[column - 1] = {
        text: "",
        formula: `SUM(${letter}${from}:${letter}${grid.nextRow - 1})`,
        number: sumColumn(grid, column, from),
      };
      grid.furniture(...cells);
      if (Number(now.slice(5)) % 4 === 1) grid.furniture(...headers);
      from = grid.nextRow;
    }
    month = now;
  };
};

const sumColumn = (grid: Grid, column: number, from: number): number => {
  let cents = 0;
  for (let row = from; row < grid.nextRow; row++)
    cents += Math.round((grid.lines[row - 1]?.[column - 1]?.number ?? 0) * 100);
  return cents / 100;
};

export interface ThousandsSheet {
  readonly name: string;
  readonly title: string;
  readonly amount: string;
  readonly tellings: readonly Telling[];
  readonly currency: boolean;
}

/** Amounts in thousands with two places: five units are lost to rounding. */
export const thousands = (
  theCase: Case,
  noise: Noise,
  { name, title, amount, tellings, currency }: ThousandsSheet,
): WorkbookSheet => {
  const grid = new Grid(theCase.book, FUND_FILE, name);
  grid.furniture("", title);
  const headers = [
    "일자",
    "보내는 사람",
    "보낸 계좌",
    "받는 사람",
    "받은 계좌",
    amount,
    ...(currency ? ["화폐"] : []),
    "비고",
  ];
  grid.header(...headers);
  const habits: PaymentHabits = {
    ...BASE,
    dates: "D/M/Y",
    amount: (minor) => ({
      text: String(Math.round(minor / 1000) / 100),
      number: Math.round(minor / 1000) / 100,
      half: 500,
    }),
    currency: (one) => at(CURRENCY_WORDS.ko[one], 0),
    columns: (f) => [
      f.date,
      f.payer,
      f.payerAccount,
      f.beneficiary,
      f.beneficiaryAccount,
      f.amount,
      ...(currency ? [f.currency] : []),
      f.purpose,
    ],
  };
  addTellings(theCase, grid, writeTellings(noise, theCase, tellings, habits), { habits });
  return { grid, merges: ["B1:F1"] };
};

/** One year under a header of two rows, amounts as text. */
export const twoRowHeader = (theCase: Case, noise: Noise, tellings: readonly Telling[]): WorkbookSheet => {
  const grid = new Grid(theCase.book, FUND_FILE, "2018");
  grid.furniture("2018년도");
  grid.furniture("일자", "보내는 쪽", "", "", "받는 쪽", "", "", "금액", "", "용도");
  grid.header("", "이름", "계좌번호", "은행", "이름", "계좌번호", "은행", "액수", "화폐", "");
  const habits: PaymentHabits = {
    ...BASE,
    dates: "Y/M/D",
    amount: (minor) => ({ text: writeMinor(minor, ",", "."), half: 0 }),
    currency: (currency) => noise.random.pick(CURRENCY_WORDS.ko[currency]),
    columns: (f) => [
      f.date,
      f.payer,
      f.payerAccount,
      f.payerBank,
      f.beneficiary,
      f.beneficiaryAccount,
      f.beneficiaryBank,
      f.amount,
      f.currency,
      f.purpose,
    ],
  };
  addTellings(theCase, grid, writeTellings(noise, theCase, tellings, habits), { habits });
  return { grid, merges: ["A1:J1", "A2:A3", "B2:D2", "E2:G2", "H2:I2", "J2:J3"] };
};
