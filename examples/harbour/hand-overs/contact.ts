import type { Case } from "../case.ts";
import { joinParts, spell } from "../names/spell.ts";
import type { Noise } from "../noise.ts";
import type { Person } from "../world/types.ts";
import { HANDS } from "./habits.ts";

/** One entry of the phone book. */
export interface Contact {
  readonly person: Person;
  readonly shown: string;
  readonly phones: readonly string[];
  readonly note: string;
}

/** Nicknames, first names, a name with the trade; numbers mostly without the country code. */
export const makeContact = (theCase: Case, noise: Noise, person: Person): Contact => {
  const phones = [phoneOf(noise, person)];
  if (noise.random.chance(0.2)) phones.push(person.oldPhone);
  return {
    person,
    shown: shownName(theCase, noise, person),
    phones,
    note: noise.random.chance(0.15) ? person.position : "",
  };
};

const phoneOf = (noise: Noise, person: Person): string => noise.phone(person.phone, person.oldPhone);

/** A person as the owner of a telephone writes him. */
export const shownName = (theCase: Case, noise: Noise, person: Person): string => {
  const first = joinParts({ ...spell(person.name, HANDS.phone.systems[person.name.kind]), family: "" }).trim();
  const full = theCase.party(noise, person.id, HANDS.phone);
  return noise.random.weighted([
    [full, 5],
    [first, 3],
    [person.nickname, noise.level > 0 ? 1 : 0],
    [`${full} ${person.position}`, 2],
    [`${first} (${noise.random.pick(["Dandong", "Vlad", "KL", "은행", "식당"])})`, 1],
  ]);
};
