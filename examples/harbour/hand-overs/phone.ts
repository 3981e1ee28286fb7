import type { Case } from "../case.ts";
import type { SqliteTable } from "../files/sqlite.ts";
import type { Noise } from "../noise.ts";
import { makeContact } from "./contact.ts";
import { writeContacts } from "./phone-contacts.ts";
import { writeMessages } from "./phone-messages.ts";
import { writeCards } from "./phone-cards.ts";

export interface PhoneHandOver {
  readonly cards: { readonly path: string; readonly text: string };
  readonly databases: readonly {
    readonly path: string;
    readonly tables: readonly SqliteTable[];
    readonly version: number;
  }[];
}

/** The diplomat's telephone: exported cards, the contacts database, and text messages. */
export const writePhone = (theCase: Case, noise: Noise): PhoneHandOver => {
  const contacts = theCase.world.people
    .filter(({ id }) => theCase.seen.phonePeople.has(id))
    .map((person) => makeContact(theCase, noise, person));
  const exported = contacts.filter(() => noise.random.chance(0.6));
  const kept = contacts.filter((contact) => !exported.includes(contact) || noise.random.chance(0.7));
  return {
    cards: { path: "h3-phone/contacts.vcf", text: writeCards(theCase, noise.fork("cards"), exported) },
    databases: [
      { path: "h3-phone/contacts2.db", tables: writeContacts(theCase, noise.fork("contacts"), kept), version: 1011 },
      { path: "h3-phone/mmssms.db", tables: writeMessages(theCase, noise.fork("messages"), contacts), version: 67 },
    ],
  };
};
