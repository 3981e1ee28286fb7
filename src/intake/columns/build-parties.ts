import type { SchemaName } from "../../model/index.ts";
import type { RowFilter } from "../mapping.ts";
import type { EntityDraft, EntityDrafts } from "./entity-drafts.ts";
import type { JudgedColumn } from "./judge-column.ts";
import { definitionOf, type Attribute, type Level, type Side } from "./vocabulary.ts";

/** A party of a table with its account, as names of entities. */
export interface BuiltParty {
  readonly party: string;
  readonly account: string | null;
  /** Columns of which one must be filled for the party to be there. */
  readonly columns: readonly JudgedColumn[];
}

export const withAttribute = (columns: readonly JudgedColumn[], ...names: readonly Attribute[]): JudgedColumn[] =>
  columns.filter(({ attribute }) => attribute !== null && names.includes(attribute));

export const ofSide = (columns: readonly JudgedColumn[], side: Side | null): JudgedColumn[] =>
  columns.filter((each) => each.side === side);

export const ofLevel = (columns: readonly JudgedColumn[], level: Level): JudgedColumn[] =>
  columns.filter(({ attribute }) => attribute !== null && definitionOf(attribute).level === level);

const naming: readonly Attribute[] = ["name", "lastName", "firstName", "middleName"];

/** What tells one party from another of the same name within a file. */
const identifying: readonly Attribute[] = [
  "inn",
  "ogrn",
  "uscc",
  "lei",
  "passport",
  "idNumber",
  "registrationNumber",
  "birthDate",
];

const official: readonly Attribute[] = ["registrationNumber", "uscc", "ogrn", "lei", "inn"];

/**
 * What tells one firm from another: an official number where every row has it, so that a register's sheets speak of the
 * same firm however its name is written; else the name and whatever numbers there are, always in this order.
 */
export function companyKeys(columns: readonly JudgedColumn[]): JudgedColumn[] {
  const numbers = official.flatMap((each) => withAttribute(columns, each));
  const whole = numbers.find(({ facts }) => facts.count === facts.rows && facts.rows > 0);
  return whole ? [whole] : [...withAttribute(columns, "name"), ...numbers];
}

/** How a party's entity is told apart from row to row. */
export interface PartyRule {
  readonly name: string;
  readonly schema: SchemaName;
  /** Every row is a party of its own; else parties are keyed by name and account. */
  readonly isRow: boolean;
  /** Columns of which one must be filled for the row to have this party. */
  readonly requires?: readonly JudgedColumn[];
  /** Which rows have this party. */
  readonly filter?: RowFilter;
}

/**
 * Builds a party with its account and the ownership that ties them. An account without a named holder gets a party
 * without a name, keyed by the account: a placeholder.
 */
export function buildParty(
  drafts: EntityDrafts,
  columns: readonly JudgedColumn[],
  rule: PartyRule,
): BuiltParty | undefined {
  const numbers = accountNumbers(columns);
  const details = [...ofLevel(columns, "party"), ...ofLevel(columns, "address")];
  if (numbers.length === 0 && details.length === 0) return undefined;
  const names = withAttribute(columns, ...naming);
  const telling = names.length > 0 ? names : withAttribute(columns, ...identifying);
  const keyed = [...telling, ...numbers];
  const links = columns.filter(({ linksTo }) => linksTo !== undefined);
  const keys = links.length > 0 ? links : rule.isRow ? [] : keyed.length > 0 ? keyed : details;
  const draft = drafts.add(rule.name, rule.schema, { keys, requires: rule.requires ?? [], filter: rule.filter });
  draft.putOwn(ofLevel(columns, "party"));
  if (rule.isRow) draft.put("notes", withAttribute(columns, "remarks"));
  buildAddress(drafts, columns, { party: draft, keys, filter: rule.filter });
  const account = buildAccount(drafts, columns, { name: `${rule.name}Account` });
  if (account !== null) {
    const holding = drafts.add(`${rule.name}Holding`, "Ownership", {
      keys: rule.isRow ? [] : keyed,
      requires: numbers,
    });
    holding.link("owner", rule.name);
    holding.link("asset", account);
  }
  return { party: rule.name, account, columns: [...details, ...numbers] };
}

export const accountNumbers = (columns: readonly JudgedColumn[]): JudgedColumn[] =>
  withAttribute(columns, "iban", "accountNumber").slice(0, 2);

/**
 * The bank account that a row names by its number; its name in the mapping, null where no column holds a number.
 * `currencies` are columns that say the account's own currency.
 */
export function buildAccount(
  drafts: EntityDrafts,
  columns: readonly JudgedColumn[],
  { name, currencies = [] }: { name: string; currencies?: readonly JudgedColumn[] },
): string | null {
  const numbers = accountNumbers(columns);
  if (numbers.length === 0) return null;
  const draft = drafts.add(name, "BankAccount", { keys: numbers });
  for (const each of numbers) draft.put(isIbanColumn(each) ? "iban" : "accountNumber", [each]);
  draft.put("currency", currencies);
  const bank = bankColumns(columns);
  draft.putOwn(
    ofLevel(columns, "account").filter(
      (each) => !numbers.includes(each) && !bank.includes(each) && each.attribute !== "accountNumber",
    ),
  );
  buildBank(drafts, bank, draft);
  return name;
}

/** What names a bank: its name (of several columns the first, for a branch stands after its bank), its BIC, its Russian code. */
const bankColumns = (columns: readonly JudgedColumn[]): JudgedColumn[] => [
  ...withAttribute(columns, "bankName").slice(0, 1),
  ...withAttribute(columns, "bic").slice(0, 1),
  ...withAttribute(columns, "bankCode").filter(({ facts }) => facts.share.bik >= 0.8),
];

/** The bank that keeps an account: a party of its own, told apart by all that names it. */
function buildBank(drafts: EntityDrafts, columns: readonly JudgedColumn[], account: EntityDraft): void {
  if (columns.length === 0) return;
  const bank = drafts.add(account.name.replace("Account", "Bank").replace("account", "bank"), "Company", {
    keys: columns,
  });
  bank.put("name", withAttribute(columns, "bankName"));
  bank.put("swiftBic", withAttribute(columns, "bic"));
  bank.put("bikCode", withAttribute(columns, "bankCode"));
  account.link("bank", bank.name);
}

/** A column that mixes IBANs with other numbers, or IBANs with typing errors, is read as plain account numbers: none is lost. */
const isIbanColumn = ({ facts }: JudgedColumn): boolean => facts.count > 0 && facts.share.iban >= 0.98;

function buildAddress(
  drafts: EntityDrafts,
  columns: readonly JudgedColumn[],
  {
    party,
    keys,
    filter,
  }: { readonly party: EntityDraft; readonly keys: readonly JudgedColumn[]; readonly filter: RowFilter | undefined },
): void {
  const parts = ofLevel(columns, "address");
  if (parts.length === 0) return;
  const name = `${party.name}Address`;
  const draft = drafts.add(name, "Address", { keys: keys.length === 0 ? [] : parts, requires: parts, filter });
  draft.putOwn(parts);
  party.link("addressEntity", name);
}
