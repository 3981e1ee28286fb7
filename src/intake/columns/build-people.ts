import type { SchemaName } from "../../model/index.ts";
import { accountNumbers, buildParty, companyKeys, ofLevel, ofSide, withAttribute } from "./build-parties.ts";
import { buildTie, putTieDate } from "./build-tie.ts";
import type { EntityDrafts } from "./entity-drafts.ts";
import type { JudgedColumn } from "./judge-column.ts";
import { isDirectorPosition } from "./party-shapes.ts";
import { findFirmKinds, partySchema, type FirmKinds } from "./party-schema.ts";
import { definitionOf } from "./vocabulary.ts";

/** Builds a list of people or of parties of either kind: each row one of them. */
export function buildPeople(drafts: EntityDrafts, columns: readonly JudgedColumn[], otherwise: SchemaName): void {
  const own = ofSide(columns, null);
  const firms = own.filter(({ isFirmName }) => isFirmName === true);
  if (firms.length > 0) {
    buildEither(drafts, own, firms);
    return;
  }
  const kinds = own.some(({ either }) => either) && accountNumbers(own).length === 0 ? findFirmKinds(own) : undefined;
  if (kinds) {
    buildByKind(drafts, own, kinds);
    return;
  }
  const schema = partySchema(own, hasFirms(own) ? "LegalEntity" : otherwise);
  const name = schema === "Person" ? "person" : schema === "Company" ? "company" : "party";
  if (!buildParty(drafts, own, { name, schema, isRow: true })) return;
  buildLinks(drafts, columns, { name, schema, links: ofLevel(own, "link") });
}

/** A list in which a column of kinds says whether a row is a person's or a firm's: of other rows only what either can have is said. */
function buildByKind(
  drafts: EntityDrafts,
  own: readonly JudgedColumn[],
  { column: kind, people, firms }: FirmKinds,
): void {
  const { column } = kind;
  for (const { either, evidence } of own) {
    if (!either) continue;
    const [person, company] = [definitionOf(either.person).words, definitionOf(either.company).words];
    evidence.push(
      `for people it is the ${person}, for firms the ${company}: ${kind.header ?? "another column"} says which`,
    );
  }
  const as = (whose: "person" | "company"): JudgedColumn[] =>
    own.map((each) => (each.either ? { ...each, attribute: each.either[whose] } : each));
  buildParty(drafts, as("person"), { name: "person", schema: "Person", isRow: true, filter: { column, only: people } });
  buildParty(drafts, as("company"), {
    name: "company",
    schema: "Company",
    isRow: true,
    filter: { column, only: firms },
  });
  const except = [...people, ...firms];
  buildParty(drafts, own, { name: "party", schema: "LegalEntity", isRow: true, filter: { column, except } });
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
export function buildLinks(drafts: EntityDrafts, columns: readonly JudgedColumn[], subject: Subject): void {
  const firm = ofSide(columns, "company");
  const names = withAttribute(firm, "name");
  if (names.length === 0) return;
  const employer = drafts.add("employer", "Company", {
    keys: companyKeys(firm),
  });
  employer.putOwn(ofLevel(firm, "party"));
  const positions = withAttribute(columns, "position", "role");
  const words = positions.flatMap(({ facts }) => facts.values);
  const isDirector = words.length > 0 && words.filter(isDirectorPosition).length >= words.length * 0.8;
  const shares = withAttribute(subject.links, "percentage", "sharesCount");
  const schema =
    shares.length > 0
      ? "Ownership"
      : isDirector
        ? "Directorship"
        : subject.schema === "Person"
          ? "Employment"
          : "UnknownLink";
  const name = { Ownership: "ownership", Directorship: "directorship", Employment: "employment", UnknownLink: "link" }[
    schema
  ];
  const tie = buildTie(drafts, { name, schema, from: subject.name, to: "employer", requires: names });
  tie.putOwn(subject.links);
  putTieDate(tie, columns);
  tie.put("role", withAttribute(columns, "position"));
}
