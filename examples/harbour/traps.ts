import type { Case } from "./case.ts";
import { at, get, push } from "./kit/at.ts";
import { isoOf } from "./kit/days.ts";
import type { Place, Trap } from "./truth.ts";
import { alikeKey } from "./world/visibility.ts";
import { familyPlan } from "./world/people.ts";

/** At most so many places of each entity stand in a trap. */
const PLACES_EACH = 12;

/** Lists what looks wrong and is right: the negatives of the contradictions, and of the joins. */
export const findTraps = (theCase: Case): Trap[] => {
  const { world } = theCase;
  const places = placesByEntity(theCase);
  const trap = (kind: string, entities: readonly string[], why: string): Trap => ({
    kind,
    entities,
    places: entities.flatMap((id) => (places.get(id) ?? []).slice(0, PLACES_EACH)),
    why,
  });
  const plan = familyPlan(world.size);
  const ids = (indexes: readonly number[]): string[] => indexes.map((index) => at(world.people, index).id);
  const addresses = groupBy(world.companies, ({ address }) => address);
  return [
    ...plan.brothers.map((pair) => trap("brothers", ids(pair), "Two brothers, born on one day.")),
    ...plan.riAndLee.map((pair) =>
      trap("Ri and Lee", ids(pair), "Two of one family, whose name North and South spell differently."),
    ),
    ...plan.twoPassports.map((one) => trap("two passports", ids(one), "One person under two passports that agree.")),
    ...plan.married.map((one) => trap("married name", ids(one), "One woman before and after her marriage.")),
    ...homonyms(theCase).map((group) => trap("homonyms", group, "Different people of one name.")),
    ...world.companies
      .filter(({ formerName }) => formerName !== undefined)
      .map(({ id }) => trap("renamed company", [id], "One company before and after its renaming.")),
    ...addresses.map((group) =>
      trap(
        "one address",
        group.map(({ id }) => id),
        "Different companies at one address.",
      ),
    ),
    ...equalPayments(theCase),
  ];
};

const placesByEntity = (theCase: Case): Map<string, Place[]> => {
  const map = new Map<string, Place[]>();
  for (const { index, mentions } of theCase.book.pages) {
    for (const { row, column, entity } of mentions) push(map, entity, [index, row, column]);
  }
  return map;
};

const groupBy = <T>(values: readonly T[], key: (value: T) => string): T[][] => {
  const groups = new Map<string, T[]>();
  for (const value of values) push(groups, key(value), value);
  return [...groups.values()].filter((group) => group.length > 1);
};

const homonyms = ({ world }: Case): string[][] =>
  groupBy(
    world.people,
    ({ name }) => `${name.family} ${name.given} ${name.kind === "russian" ? name.patronymic : ""}`,
  ).map((group) => group.map(({ id }) => id));

/** True payments of one amount on one day, as far as two places tell them; the shown ones are of both sorts: alike in everything, and between different parties. */
const equalPayments = (theCase: Case): Trap[] => {
  const { world, book } = theCase;
  const amounts = new Map<string, Place[]>();
  for (const { subject, property, places } of book.said)
    if (property === "amount") for (const place of places) push(amounts, subject, place);
  const told = world.payments.filter(({ id }) => amounts.has(id));
  const alike = groupBy(told, alikeKey);
  const equal = groupBy(told, ({ amountMinor, currency, day }) => `${amountMinor} ${currency} ${isoOf(day)}`).filter(
    (group) => new Set(group.map(alikeKey)).size > 1,
  );
  return [...alike.slice(0, 10 * world.size), ...equal.slice(0, 10 * world.size)].map((group) => ({
    kind: "equal payments",
    entities: group.map(({ id }) => id),
    places: group.flatMap(({ id }) => get(amounts, id)),
    why: "Different true payments of one amount on one day.",
  }));
};
