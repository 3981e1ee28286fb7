import type { Case } from "../case.ts";
import type { SqliteTable } from "../files/sqlite.ts";
import type { Noise } from "../noise.ts";
import { joinParts, spell } from "../names/spell.ts";
import type { Person } from "../world/types.ts";
import { HANDS } from "./habits.ts";
import { writeContacts } from "./phone-contacts.ts";
import { writeMessages } from "./phone-messages.ts";
import { writeCards } from "./phone-cards.ts";

export interface PhoneHandOver {
  readonly cards: { readonly path: string; readonly text: string };
  readonly databases: readonly { readonly path: string; readonly tables: readonly SqliteTable[]; readonly version: number }[];
}

/** One entry of the phone book. */
export interface Contact {
  readonly person: Person;
  readonly shown: string;
  readonly phones: readonly string[];
  readonly note: string;
}

/** The diplomat's telephone: exported cards, the contacts database, and text messages. */
export const writePhone = (theCase: Case, noise: Noise): PhoneHandOver => {
  const contacts = theCase.world.people.filter(({ id }) => theCase.seen.phonePeople.has(id)).map((person) => makeContact(theCase, noise, person));
  const exported = contacts.filter(() => noise.random.chance(0.6));
  const kept = contacts.filter((contact) => !exported.includes(contact) || noise.random.chance(0.7));
  return {
    cards: { path: "h3-phone/contacts.vcf", text: writeCards(theCase, noise.fork("cards"), exported) },
    databases: [
      { path: "h3-phone/contacts2.db", tables: writeContacts(theCase, noise.fork("contacts"), kept), version: 1011 },
      { path: "h3-phone/mmssms.db", tables: writeMessages(theCase, noise.fork("messages"), contacts), version: 67 },
    ],
  };
}; // prettier-ignore

/** Nicknames, first names, a name with the trade; numbers mostly without the country code. */
const makeContact = (theCase: Case, noise: Noise, person: Person): Contact => {
  const phones = [phoneOf(noise, person)];
  if (noise.random.chance(0.2)) phones.push(person.oldPhone);
  return { person, shown: shownName(theCase, noise, person), phones, note: noise.random.chance(0.15) ? person.position : "" };
};

const phoneOf = (noise: Noise, person: Person): string => noise.phone(person.phone, person.oldPhone);

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
}; // prettier-ignore
