import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { at } from "../../src/base/index.ts";
import { makeRandom, type Random } from "../random.ts";
import {
  cities,
  firstNames,
  mailHosts,
  streetNames,
  streetWords,
  surnameEnds,
  surnameHeads,
  type FirstName,
} from "./words.ts";

/** How often each fault happens to a record, in a thousand. Of a person's four records the first is free of them. */
const faults = {
  typoFirst: 50,
  typoLast: 60,
  nickname: 100,
  namesSwapped: 20,
  noFirst: 15,
  typoBirth: 40,
  dayMonthSwapped: 30,
  noBirth: 60,
  moved: 180,
  otherAddress: 70,
  typoAddress: 50,
  noAddress: 80,
  typoMail: 30,
  otherMail: 120,
  noMail: 200,
} as const;

export const recordsPerPerson = 4;

/** One record as it stands in the file. */
export interface PersonRecord {
  readonly first: string;
  readonly last: string;
  readonly birth: string;
  readonly street: string;
  readonly city: string;
  readonly mail: string;
}

type Name = Pick<PersonRecord, "first" | "last" | "birth">;

interface Person extends PersonRecord {
  readonly no: number;
  readonly known: FirstName;
}

/**
 * Writes a CSV (id, first, last, birth, street, city, mail) of `people` invented people with four records each, in an
 * order that tells nothing; the id is `person-record`. The same seed gives the same bytes.
 */
export async function writePeople(path: string, people: number, seed: number): Promise<void> {
  const rows = people * recordsPerPerson;
  const stream = createWriteStream(path);
  stream.write("id,first,last,birth,street,city,mail\n");
  const step = coprimeStep(rows);
  for (let place = 0; place < rows; place += 1) {
    const row = (place * step) % rows;
    const no = row % people;
    const record = makeRecord(no, Math.floor(row / people), seed);
    const line = [
      `${no}-${Math.floor(row / people)}`,
      record.first,
      record.last,
      record.birth,
      record.street,
      record.city,
      record.mail,
    ];
    if (!stream.write(`${line.join(",")}\n`)) await once(stream, "drain");
  }
  stream.end();
  await finished(stream);
}

/** The record of a person: 0 is free of faults. */
export function makeRecord(personNo: number, recordNo: number, seed: number): PersonRecord {
  const person = makePerson(personNo, seed);
  if (recordNo === 0) return person;
  const random = makeRandom(`${seed} record ${recordNo}`, personNo);
  const moved = makePerson(personNo, seed, random.isOneIn(1000, faults.moved) ? "moved" : "home");
  return {
    ...namesOf(person, random),
    birth: birthOf(person, random),
    ...addressOf(
      random.isOneIn(1000, faults.otherAddress) ? makePerson(personNo, seed, `other ${recordNo}`) : moved,
      random,
    ),
    mail: mailOf(person, random),
  };
}

function namesOf({ first, last, known }: Person, random: Random): { first: string; last: string } {
  let given =
    known.nicknames.length > 0 && random.isOneIn(1000, faults.nickname) ? random.pick(known.nicknames) : first;
  if (random.isOneIn(1000, faults.typoFirst)) given = withTypo(given, random);
  if (random.isOneIn(1000, faults.noFirst)) given = "";
  const family = random.isOneIn(1000, faults.typoLast) ? withTypo(last, random) : last;
  return random.isOneIn(1000, faults.namesSwapped) ? { first: family, last: given } : { first: given, last: family };
}

function birthOf({ birth }: Person, random: Random): string {
  if (random.isOneIn(1000, faults.noBirth)) return "";
  const [year = "", month = "", day = ""] = birth.split("-");
  if (random.isOneIn(1000, faults.dayMonthSwapped) && Number(day) <= 12) return [year, day, month].join("-");
  if (!random.isOneIn(1000, faults.typoBirth)) return birth;
  const which = random.below(3);
  if (which === 0)
    return [year.slice(0, 3) + String((Number(year[3]) + 1 + random.below(9)) % 10), month, day].join("-");
  if (which === 1)
    return [year, two(1 + ((Number(month) + random.below(11)) % 12)), two(Math.min(Number(day), 28))].join("-");
  return [year, month, two(1 + ((Number(day) + random.below(27)) % 28))].join("-");
}

function addressOf({ street, city }: Person, random: Random): { street: string; city: string } {
  if (random.isOneIn(1000, faults.noAddress)) return { street: "", city: "" };
  return { street: random.isOneIn(1000, faults.typoAddress) ? withTypo(street, random) : street, city };
}

function mailOf(person: Person, random: Random): string {
  if (random.isOneIn(1000, faults.noMail)) return "";
  if (random.isOneIn(1000, faults.otherMail)) return makeMail(person, person.no, random);
  if (!random.isOneIn(1000, faults.typoMail)) return person.mail;
  const [own = "", host = ""] = person.mail.split("@");
  return `${withTypo(own, random)}@${host}`;
}

/** A person by number: the same for the same seed, at home or at another address. */
function makePerson(no: number, seed: number, where = "home"): Person {
  const random = makeRandom(`${seed} person`, no);
  const known = random.pickSkewed(firstNames);
  const last = random.pickSkewed(surnameHeads) + random.pickSkewed(surnameEnds);
  const birth = new Date(Date.UTC(1935 + random.below(70), 0, 1 + random.below(365))).toISOString().slice(0, 10);
  const mail = makeMail({ first: known.name, last, birth }, no, random);
  const place = makeRandom(`${seed} ${where}`, no);
  const street = `${1 + place.below(220)} ${place.pick(streetNames)} ${place.pick(streetWords)}`;
  return { no, known, first: known.name, last, birth, street, city: place.pickSkewed(cities), mail };
}

/** An address is one person's: namesakes are told apart by digits. */
function makeMail({ first, last, birth }: Name, no: number, random: Random): string {
  const [given, family] = [first.toLowerCase(), last.toLowerCase()];
  const forms = [
    `${given}.${family}${no % 100}`,
    `${given.charAt(0)}${family}${birth.slice(2, 4)}${no % 10}`,
    `${family}${random.below(10_000)}`,
    `${given}${random.below(1000)}.${family}`,
  ];
  return `${random.pick(forms)}@${random.pick(mailHosts)}`;
}

/** One letter left out, put in, replaced, or two changed about. */
function withTypo(text: string, random: Random): string {
  if (text.length < 3) return text;
  const place = 1 + random.below(text.length - 2);
  const letter = String.fromCodePoint(97 + random.below(26));
  return at(
    [
      text.slice(0, place) + text.slice(place + 1),
      text.slice(0, place) + letter + text.slice(place),
      text.slice(0, place) + letter + text.slice(place + 1),
      text.slice(0, place) + text.charAt(place + 1) + text.charAt(place) + text.slice(place + 2),
    ],
    random.below(4),
  );
}

const two = (value: number): string => String(value).padStart(2, "0");

/** A step that visits every row once, in an order in which neighbours are strangers. */
function coprimeStep(rows: number): number {
  const divisor = (left: number, right: number): number => (right === 0 ? left : divisor(right, left % right));
  let step = Math.floor(rows * 0.618);
  while (step > 1 && divisor(step, rows) !== 1) step -= 1;
  return Math.max(step, 1);
}
