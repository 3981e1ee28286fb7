import { makeRandom, type Random } from "../random.ts";
import {
  firmEnds,
  firmHeads,
  firmMiddles,
  givenNames,
  goods,
  outletEnds,
  outletHeads,
  shipWords,
  surnameEnds,
  surnameHeads,
  surnameMiddles,
  syllables,
  towns,
} from "./words.ts";

const storyKinds = ["seizure", "arrest", "payment", "detention", "sentence", "freeze"] as const;

/** Something that is said to have happened, as all who tell of it know it. */
export interface Story {
  readonly no: number;
  readonly kind: (typeof storyKinds)[number];
  readonly person: string;
  readonly surname: string;
  readonly second: string;
  readonly firm: string;
  readonly otherFirm: string;
  readonly ship: string;
  readonly town: string;
  readonly otherTown: string;
  readonly goods: string;
  readonly count: number;
  readonly millions: number;
  readonly account: string;
  readonly age: number;
  /** Days from the first day of all stories. */
  readonly day: number;
}

/** In how many round-ups a story is told, about. */
const tellings = 5;
/** How many items a round-up holds. */
export const itemsOfRoundUp = 10;
/** How many stories a round-up is made of beside the day's own: what happens is told of for about a week. */
const spread = 30;

/** The outlets on which the round-ups draw. */
export const outlets: readonly string[] = outletHeads.flatMap((head) => outletEnds.map((end) => `${head} ${end}`));

/** The stories of a round-up, by its number: those of about its own time, so that each is told in about five round-ups. */
export function storiesOf(documentNo: number, seed: number): readonly Story[] {
  const random = makeRandom(`${seed} round-up`, documentNo);
  const middle = Math.floor((documentNo * itemsOfRoundUp) / tellings);
  const numbers = new Set<number>();
  while (numbers.size < itemsOfRoundUp) numbers.add(middle + random.below(spread));
  return [...numbers].map((no) => makeStory(no, seed));
}

/** How many stories come to a day. */
const storiesADay = 6;

/** A story by its number: the same for the same seed. */
export function makeStory(no: number, seed: number): Story {
  const random = makeRandom(`${seed} story`, no);
  const surname = makeSurname(random);
  const firm = makeFirm(random);
  return {
    no,
    kind: random.pick(storyKinds),
    surname,
    person: `${random.pick(givenNames)} ${surname}`,
    second: `${random.pick(givenNames)} ${makeSurname(random)}`,
    firm,
    otherFirm: makeFirm(random),
    ship: `${random.pick(shipWords)} ${random.pick(firmHeads)}`,
    town: random.pick(towns),
    otherTown: random.pick(towns),
    goods: random.pick(goods),
    count: 11 + random.below(380),
    millions: 2 + random.below(95),
    account: String(1000 + random.below(9000)),
    age: 28 + random.below(40),
    day: Math.floor(no / storiesADay),
  };
}

const makeSurname = (random: Random): string =>
  `${random.pick(surnameHeads)}${random.pick(surnameMiddles)}${random.pick(syllables)}${random.pick(surnameEnds)}`;

const makeFirm = (random: Random): string =>
  `${random.isOneIn(2, 1) ? makeSurname(random) : `${random.pick(firmHeads)} ${random.pick(firmMiddles)}`} ${random.pick(firmEnds)}`;
