import type { SchemaName } from "../../model/index.ts";
import { accountNumbers, buildAccount, ofLevel, ofSide, withAttribute } from "./build-parties.ts";
import { buildLinks } from "./build-people.ts";
import { buildTie } from "./build-tie.ts";
import type { EntityDrafts } from "./entity-drafts.ts";
import type { JudgedColumn } from "./judge-column.ts";
import { partySchema } from "./party-schema.ts";

/** Builds a list of accounts: each row an account, its holder, and the tie between them. */
export function buildAccountList(drafts: EntityDrafts, columns: readonly JudgedColumn[]): void {
  const own = ofSide(columns, null);
  const account = buildAccountWithBalance(drafts, own);
  const holder = buildHolder(drafts, own);
  if (account === null || holder === null) return;
  buildTie(drafts, {
    name: "holding",
    schema: "Ownership",
    from: "holder",
    to: account,
    keys: [...holder.keys, ...accountNumbers(own)],
    requires: accountNumbers(own),
  });
  buildLinks(drafts, columns, { name: "holder", schema: holder.schema, links: [] });
}

function buildAccountWithBalance(drafts: EntityDrafts, own: readonly JudgedColumn[]): string | null {
  const dates =
    withAttribute(own, "balance").length > 0 && withAttribute(own, "balanceDate").length === 0
      ? withAttribute(own, "date").slice(0, 1)
      : [];
  for (const each of dates) {
    each.attribute = "balanceDate";
    each.evidence.push("beside a balance it is the day of the balance");
  }
  return buildAccount(drafts, own, { name: "account", currencies: withAttribute(own, "currency") });
}

function buildHolder(
  drafts: EntityDrafts,
  own: readonly JudgedColumn[],
): { keys: JudgedColumn[]; schema: SchemaName } | null {
  const numbers = accountNumbers(own);
  if (numbers.length === 0) return null;
  const links = own.filter(({ linksTo }) => linksTo !== undefined);
  const names = withAttribute(own, "name", "lastName", "firstName");
  const schema = partySchema(own, "LegalEntity");
  const holder = drafts.add("holder", schema, { keys: links.length > 0 ? links : [...names, ...numbers] });
  holder.putOwn(ofLevel(own, "party"));
  holder.put("notes", withAttribute(own, "remarks"));
  return { keys: links.length > 0 ? links : names, schema };
}
