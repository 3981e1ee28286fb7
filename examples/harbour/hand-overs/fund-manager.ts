import type { Case } from "../case.ts";
import type { WorkbookSheet } from "../files/xlsx.ts";
import { at } from "../kit/at.ts";
import { dayOf } from "../kit/days.ts";
import type { Noise } from "../noise.ts";
import { type Telling, tellPayments } from "../tellings.ts";
import { hiddenSheet } from "./fund-hidden.ts";
import { accountSheet, companySheet, peopleSheet, summarySheet } from "./fund-lists.ts";
import { plainYear, thousands, twoRowHeader } from "./fund-years.ts";

/** The fund manager's workbook: nine sheets, of which the ninth is very hidden. */
export const writeFundManager = (theCase: Case, noise: Noise): WorkbookSheet[] => {
  const tellings = tellFund(theCase, noise.fork("tellings"));
  const inYear = (from: string, to: string): Telling[] =>
    tellings.filter(({ payments }) => at(payments, 0).day >= dayOf(from) && at(payments, 0).day <= dayOf(to));
  const year2017 = inYear("2017-01-01", "2017-12-31");
  const isDollar = ({ rows }: Telling): boolean => rows.every(({ currency }) => currency === "USD");
  return [
    summarySheet(theCase, noise.fork("summary")),
    peopleSheet(theCase, noise.fork("people")),
    companySheet(theCase, noise.fork("companies")),
    accountSheet(theCase, noise.fork("accounts")),
    plainYear(theCase, noise.fork("2016"), inYear("2016-01-01", "2016-12-31")),
    thousands(theCase, noise.fork("2017-usd"), {
      name: "2017 (천딸라)",
      title: "2017년도 딸라 지출입 (단위: 천 USD)",
      amount: "금액(천 USD)",
      tellings: year2017.filter(isDollar),
      currency: false,
    }),
    thousands(theCase, noise.fork("2017-other"), {
      name: "2017 기타화폐",
      title: "2017년도 기타 화폐 지출입 (단위: 천)",
      amount: "금액(천)",
      tellings: year2017.filter((telling) => !isDollar(telling)),
      currency: true,
    }),
    twoRowHeader(theCase, noise.fork("2018"), inYear("2018-01-01", "2019-12-31")),
    hiddenSheet(theCase, noise.fork("hidden")),
  ];
};

const tellFund = (theCase: Case, noise: Noise): Telling[] =>
  tellPayments(noise, theCase.seen.fundPayments, {
    rates: theCase.world.rates,
    feeFactor: 0.25,
    valueDateFactor: 0.25,
    planted: new Map(),
    quiet: new Set([...theCase.plants.amount.keys(), ...theCase.plants.quietPayments]),
    plantName: (id) => (theCase.plants.amount.has(id) ? "payment amounts" : undefined),
  });
