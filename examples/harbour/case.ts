import { get } from "./kit/at.ts";
import { writeCompany, writeBank, type Language } from "./names/company-name.ts";
import type { NameSystem } from "./names/spell.ts";
import type { Noise } from "./noise.ts";
import type { Book } from "./page.ts";
import type { Plants } from "./plants.ts";
import type { Account, Bank, Company, Person, World } from "./world/types.ts";
import type { Visibility } from "./world/visibility.ts";

/** What every hand-over is written from. */
export class Case {
  readonly world: World;
  readonly seen: Visibility;
  readonly plants: Plants;
  readonly book: Book;
  readonly people: ReadonlyMap<string, Person>;
  readonly companies: ReadonlyMap<string, Company>;
  readonly banks: ReadonlyMap<string, Bank>;
  readonly accounts: ReadonlyMap<string, Account>;

  constructor(world: World, seen: Visibility, plants: Plants, book: Book) {
    this.world = world;
    this.seen = seen;
    this.plants = plants;
    this.book = book;
    this.people = new Map(world.people.map((person) => [person.id, person]));
    this.companies = new Map(world.companies.map((company) => [company.id, company]));
    this.banks = new Map(world.banks.map((bank) => [bank.id, bank]));
    this.accounts = new Map(world.accounts.map((account) => [account.id, account]));
  }

  /** A person or company as a hand-over writes it. */
  party(noise: Noise, id: string, hand: Hand): string {
    const person = this.people.get(id);
    if (person !== undefined) return this.#person(noise, person, hand);
    return this.company(noise, get(this.companies, id), hand);
  }

  company(noise: Noise, company: Company, hand: Hand): string {
    const name = hand.oldNames ? (company.formerName ?? company.name) : company.name;
    const form = noise.hits("otherForm") ? noise.random.pick([-1, 1, 2, 3]) : 0;
    const generic = noise.hits("abbreviation") ? "abbreviated" : noise.hits("translation") ? "translated" : "own";
    const language = noise.hits("otherSystem") ? noise.random.pick(hand.otherLanguages) : hand.language;
    const text = writeCompany(name, company.country, language, { form, generic, joined: noise.hits("joinedOrSplit") });
    return finish(noise.hits("typo") ? noise.typo(text) : text, hand);
  }

  bank(id: string, language: Language): string {
    return writeBank(get(this.banks, id), language);
  }

  #person(noise: Noise, person: Person, hand: Hand): string {
    const name = hand.marriedNames ? (person.otherName ?? person.name) : person.name;
    return finish(noise.person(name, hand.systems[name.kind]), hand);
  }
}

/** The hand that writes: its systems for people, its language for companies, and whether it shouts. */
export interface Hand {
  readonly systems: Readonly<Record<Person["name"]["kind"], NameSystem>>;
  readonly language: Language;
  readonly otherLanguages: readonly Language[];
  readonly upper: boolean;
  readonly oldNames: boolean;
  readonly marriedNames: boolean;
}

const finish = (text: string, { upper }: Hand): string => (upper ? text.toUpperCase() : text);
