import type { Case } from "./case.ts";
import { findContradictions } from "./contradictions.ts";
import { measureDifficulty } from "./difficulty.ts";
import type { Options } from "./generate.ts";
import { get } from "./kit/at.ts";
import { isoOf } from "./kit/days.ts";
import { type Language, writeBank, writeCompany } from "./names/company-name.ts";
import { SYSTEMS_OF, joinParts, spell } from "./names/spell.ts";
import type { Page } from "./page.ts";
import { solveBlockQuestions } from "./block-questions.ts";
import { findTraps } from "./traps.ts";
import type { Copy, SecondTelling, TrueEntity, TruePayment, Truth, TruthTable } from "./truth.ts";
import { balancesOf } from "./world/balances.ts";
import type { Payment } from "./world/types.ts";

interface Rest {
  readonly options: Options;
  readonly copies: readonly Copy[];
  readonly own: readonly SecondTelling[];
  readonly listed: ReadonlySet<string>;
}

/** Gathers all that is true of a case, after its hand-overs are written. */
export const makeTruth = (theCase: Case, { options, copies, own, listed }: Rest): Truth => {
  const tables = theCase.book.pages.map(toTable);
  const entities = trueEntities(theCase, listed);
  return {
    format: "harbour-truth/1",
    ...options,
    difficulty: measureDifficulty(theCase, { entities, tables }),
    entities,
    payments: theCase.world.payments.map(toTruePayment),
    contradictions: findContradictions(theCase),
    traps: findTraps(theCase),
    copies,
    secondTellings: [...tellingRuns(theCase), ...own],
    blockSets: options.size === 1 ? solveBlockQuestions(theCase.world) : [],
    tables,
  };
};

const toTable = ({ file, part, headers, rows, mentions, payments }: Page): TruthTable => ({
  file,
  part,
  headers,
  cells: cellsOf(rows),
  mentions: mentions.map(({ row, column, role, entity }) => [row, column, role, entity]),
  payments: payments.map(({ row, ids }) => [row, ...ids]),
});

const cellsOf = (rows: Page["rows"]): TruthTable["cells"] => {
  const cells: [number, ...(string | null)[]][] = [];
  for (const [row, texts] of [...rows].toSorted(([left], [right]) => left - right))
    cells.push([row, ...Array.from(texts, (text) => text ?? null)]);
  return cells;
};

const trueEntities = (theCase: Case, listed: ReadonlySet<string>): TrueEntity[] => {
  const { world } = theCase;
  const balances = balancesOf(world);
  const mark = (id: string): { listed?: true } => (listed.has(id) ? { listed: true } : {});
  const layer = (id: string): { layer?: string } => (world.layers.has(id) ? { layer: get(world.layers, id) } : {});
  const languages: readonly Language[] = ["en", "ko", "zh", "ru"];
  return [
    ...world.people.map(({ id, name, otherName, country, born }): TrueEntity => ({
      id,
      schema: "Person",
      names: [name, ...(otherName === undefined ? [] : [otherName])].flatMap((one) =>
        SYSTEMS_OF[one.kind].slice(0, 2).map((system) => joinParts(spell(one, system))),
      ),
      country,
      birthDate: isoOf(born),
      ...layer(id),
      ...mark(id),
    })),
    ...world.companies.map(({ id, name, formerName, country, founded }): TrueEntity => ({
      id,
      schema: "Company",
      names: [
        ...languages.map((language) => writeCompany(name, country, language)),
        ...(formerName === undefined ? [] : [writeCompany(formerName, country, "en")]),
      ],
      country,
      incorporationDate: isoOf(founded),
      ...layer(id),
      ...mark(id),
    })),
    ...world.banks.map((bank): TrueEntity => ({
      id: bank.id,
      schema: "Bank",
      names: [...languages.map((language) => writeBank(bank, language)), bank.bic],
      country: bank.country,
    })),
    ...world.accounts.map(({ id, number, bank, holder, currency, openingMinor }): TrueEntity => ({
      id,
      schema: "BankAccount",
      names: [number],
      holder,
      bank,
      currency,
      opening: openingMinor,
      balance: get(balances, id),
    })),
  ];
};

const toTruePayment = (payment: Payment): TruePayment => [
  payment.id,
  payment.payer,
  payment.beneficiary,
  payment.payerAccount ?? "",
  payment.beneficiaryAccount ?? "",
  payment.amountMinor,
  payment.currency,
  isoOf(payment.day),
  payment.kind,
];

/** Every payment table but the informer's is told from its own source's knowledge. */
const tellingRuns = (theCase: Case): SecondTelling[] =>
  theCase.book.pages
    .filter(({ payments, file }) => payments.length > 0 && !file.startsWith("h5-"))
    .map(({ file, part, payments }) => {
      const rows = payments.map(({ row }) => row);
      return {
        file,
        part,
        from: rows.reduce((least, row) => Math.min(least, row)),
        to: rows.reduce((most, row) => Math.max(most, row)),
        dataset: file.split("/")[0] ?? "",
      };
    });
