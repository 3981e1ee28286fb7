import { accountNumbers, buildAccount, companyKeys, ofLevel, ofSide, withAttribute } from "./build-parties.ts";
import { buildTie, putTieDate } from "./build-tie.ts";
import type { EntityDrafts } from "./entity-drafts.ts";
import type { JudgedColumn } from "./judge-column.ts";
import { partySchema } from "./party-schema.ts";

/** Builds a list of firms with their directors and owners; several rows of one firm are one firm. */
export function buildCompanies(drafts: EntityDrafts, columns: readonly JudgedColumn[]): void {
  const own = ofSide(columns, null);
  const names = companyKeys(own);
  const isNumbered = names.some(({ attribute }) => attribute !== "name");
  const isOnePerRow =
    !isNumbered &&
    (names.some(({ facts }) => facts.distinct >= facts.count * 0.98) || (names[0]?.facts.count ?? 0) < 3);
  const officers = groupOfficers(columns);
  const people = new Set(officers.flatMap((group) => group.columns));
  const others = ofLevel(own, "link");
  const schema = partySchema(own, "Company");
  const details = ofLevel(own, "party").filter((each) => !people.has(each));
  const links = own.filter(({ linksTo }) => linksTo !== undefined);
  const keys = links.length > 0 ? links : isOnePerRow ? [] : names;
  const company = drafts.add("company", schema === "Person" ? "Company" : schema, { keys });
  company.putOwn(details);
  company.put("notes", withAttribute(own, "remarks"));
  const numbers = accountNumbers(own);
  if (numbers.length > 0) {
    buildAccount(drafts, own, { name: "companyAccount" });
    const holding = drafts.add("companyHolding", "Ownership", { requires: numbers });
    holding.link("owner", "company");
    holding.link("asset", "companyAccount");
  }
  buildOfficers(drafts, officers, {
    links: others,
    positions: withAttribute(columns, "position"),
    dates: withAttribute(own, "date", "balanceDate"),
  });
}

const isShare = ({ attribute }: JudgedColumn): boolean => attribute === "percentage" || attribute === "sharesCount";

interface OfficerGroup {
  readonly name: string;
  readonly side: "director" | "owner";
  readonly columns: readonly JudgedColumn[];
}

/** "Director 1", "Director 2", "Shareholder": each an entity of its own. */
function groupOfficers(columns: readonly JudgedColumn[]): OfficerGroup[] {
  const groups = new Map<string, { side: "director" | "owner"; columns: JudgedColumn[] }>();
  for (const each of columns) {
    if (each.side !== "director" && each.side !== "owner") continue;
    const name = `${each.side}${each.words?.ordinal ?? ""}`;
    const group = groups.get(name) ?? { side: each.side, columns: [] };
    group.columns.push(each);
    groups.set(name, group);
  }
  return [...groups].map(([name, { side, columns: own }]) => ({ name, side, columns: own }));
}

/** Columns about the tie between a firm and its officers that name no officer. */
interface TieColumns {
  readonly links: readonly JudgedColumn[];
  readonly positions: readonly JudgedColumn[];
  readonly dates: readonly JudgedColumn[];
}

function buildOfficers(
  drafts: EntityDrafts,
  groups: readonly OfficerGroup[],
  { links, positions, dates }: TieColumns,
): void {
  for (const { name, side, columns } of groups) {
    const required = withAttribute(columns, "name", "lastName", "firstName");
    const isPeople = required.every(({ facts }) => facts.share.company < 0.02);
    const schema = isPeople && side === "director" ? "Person" : partySchema(columns, "LegalEntity");
    const officer = drafts.add(name, schema, { requires: required.length > 0 ? required : columns });
    officer.putOwn(ofLevel(columns, "party"));
    const tie = buildTie(drafts, {
      name: side === "director" ? `${name}Directorship` : `${name}Ownership`,
      schema: side === "director" ? "Directorship" : "Ownership",
      from: name,
      to: "company",
      requires: required,
    });
    const hasOwner = groups.some((group) => group.side === "owner");
    tie.putOwn(ofLevel(columns, "link"));
    putTieDate(tie, dates);
    tie.putOwn(links.filter((each) => (isShare(each) ? side === "owner" : side === "director" || !hasOwner)));
    if (side === "director")
      tie.put(
        "role",
        positions.filter((each) => each.side === null || each.side === side),
      );
  }
}
