import type { PersonSpokenOf } from "./find-people.ts";
import type { SpeakerPhrase } from "./noun-phrase.ts";
import { canBe } from "./same-source.ts";

interface Placed extends PersonSpokenOf {
  readonly block: number;
  readonly sentence: number;
}

/**
 * The people that the last sentences speak of, whether they tell anything or not: a pronoun may stand for one of them. Which of
 * them comes first is a matter of centering (Grosz, Joshi and Weinstein 1995): whom the sentence before is about, before those
 * that it only names.
 */
export class PeopleSpokenOf {
  #people: readonly Placed[] = [];
  /** Where the sentence that is read begins, and the one before it. */
  sentence = -1;
  previous = -1;

  note(people: readonly PersonSpokenOf[], block: number, sentence: number): void {
    this.previous = this.sentence;
    this.sentence = sentence;
    const kept = this.#people.filter((person) => person.block >= block - 1);
    this.#people = [...kept, ...people.map((person) => ({ ...person, block, sentence }))];
  }

  /** The one whom the sentence before brings up as what it is about. */
  centre = (pronoun: SpeakerPhrase, block: number): SpeakerPhrase | undefined =>
    this.#people.find(
      (person) =>
        person.isCentre &&
        person.block === block &&
        person.sentence === this.previous &&
        isMeant(pronoun, person.phrase),
    )?.phrase;

  /** The first of those in the last sentence that speaks of somebody; `since`: the block from which on. */
  first(pronoun: SpeakerPhrase, since: number): SpeakerPhrase | undefined {
    const fits = (person: Placed): boolean => person.block >= since && isMeant(pronoun, person.phrase);
    const last = this.#people.findLast(fits)?.sentence;
    return this.#people.find((person) => person.sentence === last && fits(person))?.phrase;
  }
}

const isMeant = (pronoun: SpeakerPhrase, person: SpeakerPhrase): boolean =>
  person.isPlural === /^(?:they|them|their)$/u.test(pronoun.head) &&
  person.from < pronoun.from &&
  canBe(pronoun.head, person.text);
