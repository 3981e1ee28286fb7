import type { Currency } from "../kit/money.ts";
import type { Day } from "../kit/days.ts";
import type { ChineseName } from "../names/chinese.ts";
import type { KoreanName } from "../names/korean.ts";
import type { OtherName } from "../names/other.ts";
import type { RussianName } from "../names/russian.ts";

export type PersonName =
  | ({ readonly kind: "korean" } & KoreanName)
  | ({ readonly kind: "chinese" } & ChineseName)
  | ({ readonly kind: "russian" } & RussianName)
  | ({ readonly kind: "other" } & OtherName);

export interface Person {
  readonly id: string;
  readonly country: string;
  readonly woman: boolean;
  readonly name: PersonName;
  /** The name before or after a marriage, if she bore two. */
  readonly otherName?: PersonName;
  readonly nickname: string;
  readonly born: Day;
  /** One passport, or two that agree on the rest. */
  readonly passports: readonly { readonly country: string; readonly number: string }[];
  readonly phone: string;
  readonly oldPhone: string;
  readonly address: string;
  readonly position: string;
}

export interface CompanyName {
  readonly first: number;
  readonly second: number;
  readonly generic: number;
  /** Written with the words' near spellings: the twin of another company. */
  readonly near: boolean;
  readonly form: number;
}

export type Layer = "earner" | "collector" | "front" | "settlement" | "procurement" | "courier" | "treasury" | "trade";

export interface Company {
  readonly id: string;
  readonly country: string;
  readonly layer: Layer;
  readonly name: CompanyName;
  readonly formerName?: CompanyName;
  readonly renamed?: Day;
  readonly founded: Day;
  readonly number: string;
  readonly address: string;
  readonly phone: string;
  readonly directors: readonly { readonly person: string; readonly from: Day }[];
  readonly owners: readonly { readonly owner: string; readonly percent: number }[];
}

export interface Bank {
  readonly id: string;
  readonly country: string;
  readonly first: number;
  readonly second: number;
  readonly kind: number;
  readonly bic: string;
  /** The national bank code used inside account numbers (the BIK in Russia). */
  readonly code: string;
}

export interface Account {
  readonly id: string;
  readonly bank: string;
  readonly holder: string;
  readonly currency: Currency;
  readonly number: string;
  readonly openingMinor: number;
}

export interface Payment {
  readonly id: string;
  readonly payer: string;
  readonly beneficiary: string;
  /** Absent for cash. */
  readonly payerAccount?: string;
  readonly beneficiaryAccount?: string;
  readonly amountMinor: number;
  readonly currency: Currency;
  readonly day: Day;
  readonly purpose: number;
  /** A contract or invoice number that the papers of this payment carry. */
  readonly reference?: string;
  readonly kind: "layer" | "round trip" | "trade";
}

export interface Rates {
  readonly rows: readonly { readonly day: Day; readonly currency: Currency; readonly rate: string }[];
  /** USD per unit on the last listed day not after `day`. */
  readonly rate: (currency: Currency, day: Day) => string;
  readonly toUsd: (minor: number, currency: Currency, day: Day) => number;
  readonly fromUsd: (minor: number, currency: Currency, day: Day) => number;
}

export interface World {
  readonly size: number;
  readonly people: readonly Person[];
  readonly companies: readonly Company[];
  readonly banks: readonly Bank[];
  readonly accounts: readonly Account[];
  readonly payments: readonly Payment[];
  readonly rates: Rates;
  readonly layers: ReadonlyMap<string, Layer>;
  readonly hub: string;
}
