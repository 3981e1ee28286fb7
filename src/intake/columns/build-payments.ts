import type { EntityDrafts } from "./entity-drafts.ts";
import { buildParty, ofLevel, withAttribute, type BuiltParty } from "./build-parties.ts";
import { readHeader } from "./header-words.ts";
import { percent, type JudgedColumn } from "./judge-column.ts";
import { partySchema } from "./party-schema.ts";
import type { TableContext } from "./table-context.ts";
import type { Side } from "./vocabulary.ts";

/** A party with its account, as far as the table has them. */
interface End {
  readonly party: string | null;
  readonly account: string | null;
}

/** One payment that a row may speak of. */
interface Leg {
  readonly name: string;
  readonly payer: End;
  readonly beneficiary: End;
  readonly amounts: readonly JudgedColumn[];
}

/** Builds the parties, accounts and payments of a table of payments. */
export function buildPayments(drafts: EntityDrafts, columns: readonly JudgedColumn[], context: TableContext): void {
  const parties = new Map<Side, BuiltParty>();
  for (const side of ["payer", "beneficiary", "counterparty"] as const) {
    const own = columns.filter((each) => each.side === side);
    const built = buildParty(drafts, own, { name: side, schema: partySchema(own, "LegalEntity"), isRow: false });
    if (built) parties.set(side, built);
  }
  const legs = findLegs(columns, parties, () => buildOwn(drafts, columns, context), context);
  for (const leg of legs) buildPayment(drafts, columns, leg, { parties, context });
}

function findLegs(
  columns: readonly JudgedColumn[],
  parties: ReadonlyMap<Side, BuiltParty>,
  own: () => End,
  context: TableContext,
): Leg[] {
  const [debits, credits] = [withAttribute(columns, "debit"), withAttribute(columns, "credit")];
  const amounts = withAttribute(columns, "amount").slice(0, 1);
  const payer = parties.get("payer");
  const beneficiary = parties.get("beneficiary");
  if (payer && beneficiary)
    return [
      {
        name: "payment",
        payer,
        beneficiary,
        amounts: [...amounts, ...debits, ...credits].slice(0, amounts.length > 0 ? 1 : 2),
      },
    ];
  const other = parties.get("counterparty") ?? payer ?? beneficiary ?? { party: null, account: null };
  if (debits.length > 0 || credits.length > 0) {
    const self = own();
    const out: Leg = { name: "paymentOut", payer: self, beneficiary: other, amounts: debits };
    const into: Leg = { name: "paymentIn", payer: other, beneficiary: self, amounts: credits };
    return [out, into].filter((leg) => leg.amounts.length > 0);
  }
  if (amounts.length === 0) return [];
  if (payer) return [{ name: "payment", payer, beneficiary: own(), amounts }];
  if (beneficiary) return [{ name: "payment", payer: own(), beneficiary, amounts }];
  return oneSidedLeg(amounts, { other, own, context });
}

/** One party, one amount: the sign, or words of the sheet's name or title, say which way the money went. */
function oneSidedLeg(
  amounts: readonly JudgedColumn[],
  { other, own, context }: { other: End; own: () => End; context: TableContext },
): Leg[] {
  const amount = amounts[0];
  if (!amount) return [];
  if (amount.facts.share.negative > 0) {
    amount.evidence.push(
      `${percent(amount.facts.share.negative)} of the amounts are negative: a positive one is taken as paid in, a negative one runs the other way`,
    );
    return [{ name: "payment", payer: other, beneficiary: own(), amounts }];
  }
  const words = new Set(
    [context.partName, ...context.titles.flatMap(({ cells }) => cells)].flatMap((text) => readHeader(text).attributes),
  );
  const isIn = words.has("credit");
  if (isIn === words.has("debit")) {
    amount.evidence.push("no column, sign or title says who pays and who receives, so that no payment is made of it");
    return [];
  }
  amount.evidence.push(`the sheet's name or title says that the money ${isIn ? "came in" : "went out"}`);
  return [
    isIn
      ? { name: "payment", payer: other, beneficiary: own(), amounts }
      : { name: "payment", payer: own(), beneficiary: other, amounts },
  ];
}

/** The account that the table is kept for: of columns without a side, else of the title; its holder may have no name. */
function buildOwn(drafts: EntityDrafts, columns: readonly JudgedColumn[], { facts, partName }: TableContext): End {
  const open = columns.filter(({ side }) => side === null);
  const own = open.filter((each) => !ofLevel(open, "link").includes(each) && each.attribute !== "balance");
  const built = buildParty(drafts, [...ofLevel(own, "party"), ...ofLevel(own, "account")], {
    name: "own",
    schema: "LegalEntity",
    isRow: false,
  });
  if (built) return built;
  const party = drafts.add("own", "LegalEntity");
  party.literal("name", facts.holder?.value);
  if (facts.account === null) {
    if (facts.holder === null) party.literal("description", `holder of the account that "${partName}" is kept for`);
    return { party: "own", account: null };
  }
  const account = drafts.add("ownAccount", "BankAccount");
  account.literal("accountNumber", facts.account.value);
  account.literal("bankName", facts.bank?.value);
  const holding = drafts.add("ownHolding", "Ownership");
  holding.link("owner", "own");
  holding.link("asset", "ownAccount");
  return { party: "own", account: "ownAccount" };
}

function buildPayment(
  drafts: EntityDrafts,
  columns: readonly JudgedColumn[],
  leg: Leg,
  { parties, context }: { parties: ReadonlyMap<Side, BuiltParty>; context: TableContext },
): void {
  const isOneOfTwo = leg.name !== "payment";
  const requires = isOneOfTwo
    ? leg.amounts
    : [...leg.amounts, ...[...parties.values()].flatMap((each) => each.columns)];
  const draft = drafts.add(leg.name, "Payment", { requires });
  draft.link("payer", leg.payer.party);
  draft.link("beneficiary", leg.beneficiary.party);
  draft.link("payerAccount", leg.payer.account);
  draft.link("beneficiaryAccount", leg.beneficiary.account);
  draft.put("amount", leg.amounts);
  const currencies = withAttribute(columns, "currency");
  draft.put("currency", currencies);
  if (currencies.length === 0) draft.literal("currency", context.currencyOf(leg.amounts)?.value);
  for (const each of withAttribute(columns, "amount").slice(1)) {
    const currency = each.words?.currency;
    if (currency === "USD" && !leg.amounts.includes(each)) draft.put("amountUsd", [each]);
    if (currency === "EUR" && !leg.amounts.includes(each)) draft.put("amountEur", [each]);
  }
  const [date, ...otherDates] = withAttribute(columns, "date");
  const values = withAttribute(columns, "valueDate");
  draft.put("date", date ? [date] : values.slice(0, 1));
  if (date) draft.put("endDate", [...values, ...otherDates].slice(0, 1));
  draft.put("purpose", purposeColumns(columns));
  draft.put("transactionNumber", withAttribute(columns, "reference"));
}

/** Where nothing else says what a payment was for, its remarks do. */
function purposeColumns(columns: readonly JudgedColumn[]): JudgedColumn[] {
  const purposes = withAttribute(columns, "purpose");
  if (purposes.length > 0) return purposes;
  const remarks = withAttribute(columns, "remarks").slice(0, 1);
  for (const each of remarks)
    each.evidence.push("beside a payment and no other column for its purpose, they are taken as the purpose");
  return remarks;
}
