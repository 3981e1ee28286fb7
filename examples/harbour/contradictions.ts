import type { Case } from "./case.ts";
import { get, push } from "./kit/at.ts";
import { spanOf } from "./kit/days.ts";
import { type Currency, CURRENCIES } from "./kit/money.ts";
import type { Said } from "./page.ts";
import type { Place, Side, TrueContradiction } from "./truth.ts";
import type { Payment, Rates } from "./world/types.ts";
import { sameAccount } from "./write-account.ts";

/** A value of one property of one thing, with every place that means it. */
interface Value {
  readonly meaning: string;
  readonly places: Place[];
  plant?: string;
}

/** Finds every pair of values that cannot both be true, planted or fallen out of the noise. */
export const findContradictions = (theCase: Case): TrueContradiction[] => {
  const values = gatherValues(theCase.book.said);
  const payments = new Map(theCase.world.payments.map((payment) => [payment.id, payment]));
  const found: TrueContradiction[] = [];
  for (const [key, list] of values) {
    const [subject = "", property = ""] = key.split(" ");
    const agree = ruleFor(property, payments.get(subject), theCase.world.rates);
    for (const [index, left] of list.entries()) {
      for (const right of list.slice(index + 1))
        if (!agree(left.meaning, right.meaning)) found.push(contradiction(subject, property, left, right));
    }
  }
  return [...found, ...deadSigners(values), ...foundedAfterPayments(theCase, values, payments)];
};

const gatherValues = (said: readonly Said[]): Map<string, Value[]> => {
  const values = new Map<string, Value[]>();
  for (const { subject, property, meaning, places, plant } of said) {
    const key = `${subject} ${property}`;
    const known = values.get(key)?.find((value) => value.meaning === meaning);
    const value = known ?? { meaning, places: [] };
    if (known === undefined) push(values, key, value);
    value.places.push(...places);
    if (plant !== undefined) value.plant = plant;
  }
  return values;
};

type Agree = (left: string, right: string) => boolean;

const KINDS: Readonly<Record<string, string>> = {
  birthDate: "birth dates",
  deathDate: "death dates",
  incorporationDate: "incorporation dates",
  holder: "account holders",
  ownership: "owner denied",
  amount: "payment amounts",
  date: "payment dates",
  payerAccount: "payment accounts",
  beneficiaryAccount: "payment accounts",
};

const ruleFor = (property: string, payment: Payment | undefined, rates: Rates): Agree => {
  switch (property) {
    case "birthDate":
    case "deathDate":
    case "incorporationDate":
      return (left, right) => daysApart(left, right) === 0;
    case "date":
      return (left, right) => daysApart(left, right) <= 3;
    case "holder":
      return () => false;
    case "ownership":
      return ownersFit;
    case "payerAccount":
    case "beneficiaryAccount":
      return sameAccount;
    case "amount":
      return (left, right) =>
        amountsFit(left, right, (minor, from, to) => exchange(rates, payment?.day ?? 0, minor, [from, to]));
    default:
      return () => true;
  }
};

/** How many days lie between two dates or prefixes; 0 if one can be the other. */
const daysApart = (left: string, right: string): number => {
  const [leftFrom, leftTo] = spanOf(left);
  const [rightFrom, rightTo] = spanOf(right);
  return Math.max(0, leftFrom - rightTo, rightFrom - leftTo);
};

const ownersFit: Agree = (left, right) => {
  const [leftOwner, leftPercent] = left.split(" ");
  const [rightOwner, rightPercent] = right.split(" ");
  return leftOwner === rightOwner ? leftPercent === rightPercent : Number(leftPercent) + Number(rightPercent) <= 100;
};

type Exchange = (minor: number, from: Currency, to: Currency) => number;

const exchange = (rates: Rates, day: number, minor: number, [from, to]: readonly [Currency, Currency]): number =>
  rates.fromUsd(rates.toUsd(minor, from, day), to, day);

/** Fees of at most half a per cent or 40 units of either currency, rounding of the last written digit, and one per cent of exchange are no contradiction. */
const amountsFit = (left: string, right: string, change: Exchange): boolean => {
  const [leftCurrency, leftMinor, leftHalf] = parseAmount(left);
  const [rightCurrency, rightMinor, rightHalf] = parseAmount(right);
  const other = change(rightMinor, rightCurrency, leftCurrency);
  const larger = Math.max(leftMinor, other);
  const fee = Math.max(larger * 0.005, 4000, change(4000, rightCurrency, leftCurrency));
  const rounding = leftHalf + change(rightHalf, rightCurrency, leftCurrency) + 1;
  return Math.abs(leftMinor - other) <= fee + rounding + (leftCurrency === rightCurrency ? 0 : larger * 0.01);
};

const parseAmount = (text: string): readonly [Currency, number, number] => {
  const [currency, minor, half] = text.split(" ");
  return [CURRENCIES.find((one) => one === currency) ?? "USD", Number(minor), Number(half)];
};

const side = ({ meaning, places }: Value): Side => ({ value: meaning, places });

const contradiction = (subject: string, property: string, left: Value, right: Value): TrueContradiction => {
  const plant = left.plant ?? right.plant;
  const own = KINDS[property] ?? property;
  const entities = [
    subject,
    ...[left, right].flatMap(({ meaning }) =>
      property === "holder" || property === "ownership" ? [meaning.split(" ")[0] ?? ""] : [],
    ),
  ];
  return { kind: own, property, entities, sides: [side(left), side(right)], planted: plant === own };
};

/** Who signs after the day of his death. */
const deadSigners = (values: ReadonlyMap<string, readonly Value[]>): TrueContradiction[] =>
  [...values].flatMap(([key, deaths]) => {
    const [subject = "", property] = key.split(" ");
    if (property !== "deathDate") return [];
    const signed = values.get(`${subject} signed`) ?? [];
    return deaths.flatMap((death) =>
      signed
        .filter(({ meaning }) => spanOf(meaning)[1] > spanOf(death.meaning)[1])
        .map((signature): TrueContradiction => ({
          kind: "dead director",
          property: "deathDate",
          entities: [subject],
          sides: [side(death), side(signature)],
          planted: true,
        })),
    );
  });

/** Companies that pay or are paid before they exist: one contradiction for each founding date, with all the payment dates before it on the other side. */
const foundedAfterPayments = (
  theCase: Case,
  values: ReadonlyMap<string, readonly Value[]>,
  payments: ReadonlyMap<string, Payment>,
): TrueContradiction[] => {
  const dates = new Map<string, Value[]>();
  for (const [key, list] of values) {
    const [subject = "", property] = key.split(" ");
    if (property !== "date") continue;
    const { payer, beneficiary } = get(payments, subject);
    for (const value of list) for (const party of [payer, beneficiary]) push(dates, party, value);
  }
  return theCase.world.companies.flatMap(({ id }) =>
    (values.get(`${id} incorporationDate`) ?? []).flatMap((founding): TrueContradiction[] => {
      const early = (dates.get(id) ?? []).filter(({ meaning }) => spanOf(meaning)[1] < spanOf(founding.meaning)[0]);
      if (early.length === 0) return [];
      const first = early.map(({ meaning }) => meaning).toSorted()[0] ?? "";
      return [
        {
          kind: "founded after payment",
          property: "incorporationDate",
          entities: [id],
          sides: [side(founding), { value: first, places: early.flatMap(({ places }) => places) }],
          planted: founding.plant !== undefined,
        },
      ];
    }),
  );
};
