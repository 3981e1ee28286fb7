import type { SchemaName } from "../../model/index.ts";
import { accountNumbers, buildAccount, buildParty, ofLevel, withAttribute } from "./build-parties.ts";
import type { EntityDraft, EntityDrafts } from "./entity-drafts.ts";
import type { JudgedColumn } from "./judge-column.ts";
import { isDirectorPosition } from "./party-shapes.ts";
import { partySchema } from "./party-schema.ts";
import type { Side } from "./vocabulary.ts";

const ofSide = (columns: readonly JudgedColumn[], side: Side | null): JudgedColumn[] =>
  columns.filter((each) => each.side === side);

/** Builds a list of accounts: each row an account, its holder, and the tie between them. */
export function buildAccountList(drafts: EntityDrafts, columns: readonly JudgedColumn[]): void {
  const own = ofSide(columns, null);
  const account = buildAccountWithBalance(drafts, own);
  const holder = buildHolder(drafts, own);
  if (account === null || holder === null) return;
  const tie = drafts.add("holding", "Ownership", {
    keys: [...holder.keys, ...accountNumbers(own)],
    requires: accountNumbers(own),
  });
  tie.link("owner", "holder");
  tie.link("asset", account);
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

/** Builds a list of people or of parties of either kind: each row one of them. */
export function buildPeople(drafts: EntityDrafts, columns: readonly JudgedColumn[], otherwise: SchemaName): void {
  const own = ofSide(columns, null);
  const firms = own.filter(({ isFirmName }) => isFirmName === true);
  if (firms.length > 0) {
    buildEither(drafts, own, firms);
    return;
  }
  const schema = partySchema(own, hasFirms(own) ? "LegalEntity" : otherwise);
  const name = schema === "Person" ? "person" : schema === "Company" ? "company" : "party";
  if (!buildParty(drafts, own, { name, schema, isRow: true })) return;
  buildLinks(drafts, columns, { name, schema, links: ofLevel(own, "link") });
}

/** A list in which each row names a person in some columns or a firm in another: two entities, of which a row has one. */
function buildEither(drafts: EntityDrafts, own: readonly JudgedColumn[], firms: readonly JudgedColumn[]): void {
  const people = own.filter((each) => !firms.includes(each));
  const names = withAttribute(people, "name", "lastName", "firstName");
  buildParty(drafts, people, { name: "person", schema: "Person", isRow: true, requires: names });
  const details = people.filter(
    (each) => !names.includes(each) && accountNumbers(people).every((number) => number !== each),
  );
  buildParty(drafts, [...firms, ...details], { name: "company", schema: "Company", isRow: true, requires: firms });
}

/** Whether firms stand among the names of a list. */
const hasFirms = (own: readonly JudgedColumn[]): boolean =>
  withAttribute(own, "name").some(({ facts }) => facts.share.company >= 0.1);

interface Subject {
  readonly name: string;
  readonly schema: SchemaName;
  /** Columns about the tie to the other party: role, share, since. */
  readonly links: readonly JudgedColumn[];
}

/** The firm that a person of the list works for, directs or owns. */
function buildLinks(drafts: EntityDrafts, columns: readonly JudgedColumn[], subject: Subject): void {
  const firm = ofSide(columns, "company");
  const names = withAttribute(firm, "name");
  if (names.length === 0) return;
  const employer = drafts.add("employer", "Company", {
    keys: [...names, ...withAttribute(firm, "registrationNumber", "uscc", "ogrn", "inn")],
  });
  employer.putOwn(ofLevel(firm, "party"));
  const positions = withAttribute(columns, "position", "role");
  const words = positions.flatMap(({ facts }) => facts.values);
  const isDirector = words.length > 0 && words.filter(isDirectorPosition).length >= words.length * 0.8;
  const shares = withAttribute(subject.links, "percentage", "sharesCount");
  const tie =
    shares.length > 0
      ? link(drafts, {
          name: "ownership",
          schema: "Ownership",
          from: ["owner", subject.name],
          to: ["asset", "employer"],
          requires: names,
        })
      : isDirector || subject.schema !== "Person"
        ? link(drafts, {
            name: "directorship",
            schema: "Directorship",
            from: ["director", subject.name],
            to: ["organization", "employer"],
            requires: names,
          })
        : link(drafts, {
            name: "employment",
            schema: "Employment",
            from: ["employee", subject.name],
            to: ["employer", "employer"],
            requires: names,
          });
  tie.putOwn(subject.links);
  putDates(tie, columns);
  tie.put("role", withAttribute(columns, "position"));
}

/** A date that is nobody's own dates the tie: the day of a signature, "as at". */
function putDates(tie: EntityDraft, columns: readonly JudgedColumn[]): void {
  for (const each of withAttribute(columns, "date", "balanceDate").slice(0, 1)) {
    tie.put("date", [each]);
    each.evidence.push("it is taken as the date of the tie between the two");
  }
}

interface Link {
  readonly name: string;
  readonly schema: "Ownership" | "Directorship" | "Employment";
  readonly from: readonly ["owner" | "director" | "employee", string];
  readonly to: readonly ["asset" | "organization" | "employer", string];
  readonly requires: readonly JudgedColumn[];
}

function link(drafts: EntityDrafts, { name, schema, from, to, requires }: Link) {
  const draft = drafts.add(name, schema, { requires });
  draft.link(...from);
  draft.link(...to);
  return draft;
}

/** Builds a list of firms with their directors and owners; several rows of one firm are one firm. */
export function buildCompanies(drafts: EntityDrafts, columns: readonly JudgedColumn[]): void {
  const own = ofSide(columns, null);
  const names = withAttribute(own, "name", "registrationNumber", "uscc", "ogrn", "inn");
  const isOnePerRow =
    names.length === 0 ||
    names.some(({ facts }) => facts.distinct >= facts.count * 0.98) ||
    (names[0]?.facts.count ?? 0) < 3;
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
    const tie =
      side === "director"
        ? link(drafts, {
            name: `${name}Directorship`,
            schema: "Directorship",
            from: ["director", name],
            to: ["organization", "company"],
            requires: required,
          })
        : link(drafts, {
            name: `${name}Ownership`,
            schema: "Ownership",
            from: ["owner", name],
            to: ["asset", "company"],
            requires: required,
          });
    const hasOwner = groups.some((group) => group.side === "owner");
    tie.putOwn(ofLevel(columns, "link"));
    putDates(tie, dates);
    tie.putOwn(links.filter((each) => (isShare(each) ? side === "owner" : side === "director" || !hasOwner)));
    if (side === "director")
      tie.put(
        "role",
        positions.filter((each) => each.side === null || each.side === side),
      );
  }
}
