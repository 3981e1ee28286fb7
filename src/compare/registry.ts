import { accountNumber } from "./account-number.ts";
import { address } from "./address.ts";
import { amount } from "./amount.ts";
import { birthDate } from "./birth-date.ts";
import type { Comparison } from "./comparison.ts";
import { country } from "./country.ts";
import { date } from "./date.ts";
import { email } from "./email.ts";
import { gender } from "./gender.ts";
import { identifier } from "./identifier.ts";
import { nameCompany } from "./name-company.ts";
import { namePerson } from "./name-person.ts";
import { phone } from "./phone.ts";
import { text } from "./text.ts";
import { url } from "./url.ts";

const all: readonly Comparison[] = [
  namePerson,
  nameCompany,
  birthDate,
  date,
  identifier,
  accountNumber,
  phone,
  email,
  address,
  country,
  gender,
  url,
  amount,
  text,
];

/** Every comparison by its name. */
export const comparisons: ReadonlyMap<string, Comparison> = new Map(
  all.map((comparison) => [comparison.name, comparison]),
);
