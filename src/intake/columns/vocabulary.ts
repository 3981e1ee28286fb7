import type { PropertyName } from "../../model/index.ts";

/** Whose a column is. */
const sides = [
  "payer",
  "beneficiary",
  "counterparty",
  "holder",
  "director",
  "owner",
  "company",
  "person",
  "vessel",
] as const;
export type Side = (typeof sides)[number];

/** What an attribute belongs to: a party, its bank account, the payment, a tie between two parties, an address, a ship, or nothing. */
export type Level = "party" | "account" | "payment" | "link" | "address" | "vessel" | "none";

/** What the values of a column have to look like, for the header to be believed; null: any text. */
export type Fit =
  | "date"
  | "number"
  | "account"
  | "iban"
  | "bic"
  | "phone"
  | "email"
  | "url"
  | "country"
  | "currency"
  | "gender"
  | "letters"
  | "digits"
  | "inn"
  | "ogrn"
  | "uscc"
  | "lei"
  | null;

export interface AttributeDefinition {
  readonly level: Level;
  /** The property it fills on its entity; null: FollowTheMoney has none, the column is kept as text. */
  readonly prop: PropertyName | null;
  readonly fit: Fit;
  /** As it stands in a sentence. */
  readonly words: string;
}

const attribute = (level: Level, prop: PropertyName | null, fit: Fit, words: string): AttributeDefinition => ({
  level,
  prop,
  fit,
  words,
});

/** Everything that a column can be, with the property it fills. */
const attributes = {
  name: attribute("party", "name", "letters", "name"),
  firstName: attribute("party", "firstName", "letters", "first name"),
  lastName: attribute("party", "lastName", "letters", "family name"),
  middleName: attribute("party", "middleName", "letters", "middle name"),
  fatherName: attribute("party", "fatherName", "letters", "father's name"),
  motherName: attribute("party", "motherName", "letters", "mother's name"),
  alias: attribute("party", "alias", "letters", "other name"),
  previousName: attribute("party", "previousName", "letters", "former name"),
  abbreviation: attribute("party", "abbreviation", "letters", "short name"),
  birthDate: attribute("party", "birthDate", "date", "date of birth"),
  deathDate: attribute("party", "deathDate", "date", "date of death"),
  birthPlace: attribute("party", "birthPlace", "letters", "place of birth"),
  gender: attribute("party", "gender", "gender", "gender"),
  nationality: attribute("party", "nationality", "country", "nationality"),
  passport: attribute("party", "passportNumber", "digits", "passport number"),
  idNumber: attribute("party", "idNumber", "digits", "identity number"),
  inn: attribute("party", "innCode", "digits", "Russian taxpayer number (INN)"),
  kpp: attribute("party", "kppCode", "digits", "Russian registration reason code (KPP)"),
  ogrn: attribute("party", "ogrnCode", "digits", "Russian registration number (OGRN)"),
  okpo: attribute("party", "okpoCode", "digits", "Russian statistics code (OKPO)"),
  uscc: attribute("party", "uscCode", "uscc", "Chinese social credit code"),
  lei: attribute("party", "leiCode", "lei", "legal entity identifier (LEI)"),
  taxNumber: attribute("party", "taxNumber", "digits", "tax number"),
  vat: attribute("party", "vatCode", "digits", "VAT number"),
  registrationNumber: attribute("party", "registrationNumber", "digits", "registration number"),
  incorporationDate: attribute("party", "incorporationDate", "date", "date of incorporation"),
  dissolutionDate: attribute("party", "dissolutionDate", "date", "date of dissolution"),
  legalForm: attribute("party", "legalForm", "letters", "legal form"),
  status: attribute("party", "status", "letters", "status"),
  sector: attribute("party", "sector", null, "line of business"),
  capital: attribute("party", "capital", null, "capital"),
  jurisdiction: attribute("party", "jurisdiction", "country", "country of registration"),
  phone: attribute("party", "phone", "phone", "telephone number"),
  fax: attribute("none", null, "phone", "fax number"),
  email: attribute("party", "email", "email", "e-mail address"),
  website: attribute("party", "website", "url", "web address"),
  address: attribute("party", "address", "letters", "address"),
  street: attribute("address", "street", null, "street"),
  street2: attribute("address", "street2", null, "second address line"),
  city: attribute("address", "city", "letters", "city"),
  state: attribute("address", "state", "letters", "province"),
  postalCode: attribute("address", "postalCode", "digits", "postal code"),
  country: attribute("party", "country", "country", "country"),
  position: attribute("party", "position", "letters", "position"),
  imo: attribute("vessel", "imoNumber", "digits", "ship number (IMO)"),
  flag: attribute("vessel", "flag", "country", "flag"),
  callSign: attribute("vessel", "callSign", null, "call sign"),
  mmsi: attribute("vessel", "mmsi", "digits", "radio number (MMSI)"),
  tonnage: attribute("vessel", "tonnage", "number", "tonnage"),
  education: attribute("party", "education", null, "education"),
  role: attribute("link", "role", "letters", "role"),
  percentage: attribute("link", "percentage", "number", "share"),
  sharesCount: attribute("link", "sharesCount", "number", "number of shares"),
  startDate: attribute("link", "startDate", "date", "start"),
  endDate: attribute("link", "endDate", "date", "end"),
  accountNumber: attribute("account", "accountNumber", "account", "account number"),
  iban: attribute("account", "iban", "iban", "IBAN"),
  bic: attribute("account", "bic", "bic", "bank identifier (BIC)"),
  bankCode: attribute("none", null, "digits", "national bank code"),
  corrAccount: attribute("none", null, "account", "correspondent account"),
  bankName: attribute("account", "bankName", "letters", "bank"),
  bankAddress: attribute("account", "bankAddress", "letters", "address of the bank"),
  bankCountry: attribute("account", "country", "country", "country of the bank"),
  intermediaryBank: attribute("none", null, null, "intermediary bank"),
  accountType: attribute("account", "accountType", null, "type of account"),
  openingDate: attribute("account", "openingDate", "date", "opening date"),
  closingDate: attribute("account", "closingDate", "date", "closing date"),
  balance: attribute("account", "balance", "number", "balance"),
  balanceDate: attribute("account", "balanceDate", "date", "date of the balance"),
  amount: attribute("payment", "amount", "number", "amount"),
  debit: attribute("payment", "amount", "number", "amount paid out"),
  credit: attribute("payment", "amount", "number", "amount paid in"),
  amountOther: attribute("none", null, null, "amount in another currency or in words"),
  fee: attribute("none", null, "number", "fee"),
  rate: attribute("none", null, "number", "exchange rate"),
  currency: attribute("payment", "currency", "currency", "currency"),
  date: attribute("payment", "date", "date", "date"),
  valueDate: attribute("payment", "endDate", "date", "value date"),
  time: attribute("none", null, null, "time of day"),
  purpose: attribute("payment", "purpose", null, "purpose"),
  reference: attribute("payment", "transactionNumber", "digits", "transaction number"),
  rowNumber: attribute("none", null, null, "running number"),
  recordId: attribute("none", null, null, "number of the record"),
  direction: attribute("none", null, null, "direction (in or out)"),
  paymentType: attribute("none", null, null, "kind"),
  remarks: attribute("none", null, null, "remarks"),
  salary: attribute("none", null, null, "salary"),
  family: attribute("none", null, null, "relatives"),
  age: attribute("none", null, null, "age"),
  documentDate: attribute("none", null, null, "validity of a document"),
} as const satisfies Readonly<Record<string, AttributeDefinition>>;

export type Attribute = keyof typeof attributes;

export const isSide = (text: string): text is Side => sides.some((side) => side === text);
export const isAttribute = (text: string): text is Attribute => Object.hasOwn(attributes, text);

/** An attribute's definition, with the types of every definition. */
export const definitionOf = (name: Attribute): AttributeDefinition => attributes[name];
