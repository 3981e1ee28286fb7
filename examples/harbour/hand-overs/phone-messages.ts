import type { Case } from "../case.ts";
import type { SqliteTable } from "../files/sqlite.ts";
import { Grid, plain } from "../grid.ts";
import { at } from "../kit/at.ts";
import { type Day, dayOf } from "../kit/days.ts";
import type { Currency } from "../kit/money.ts";
import type { Noise } from "../noise.ts";
import { type Telling, tellPayments } from "../tellings.ts";
import { CURRENCY_WORDS, HANDS } from "./habits.ts";
import { shownName, type Contact } from "./contact.ts";

const MESSAGES_FILE = "h3-phone/mmssms.db";

interface Message {
  readonly day: Day;
  readonly body: string;
  readonly telling?: Telling;
  readonly contact: Contact;
}

/** Text messages: payments told in sentences, in three languages, between talk of other things. */
export const writeMessages = (theCase: Case, noise: Noise, contacts: readonly Contact[]): SqliteTable[] => {
  const grid = new Grid(theCase.book, MESSAGES_FILE, "sms");
  grid.page.headers = ["_id", "thread_id", "address", "person", "date", "read", "type", "body"];
  const messages = [...paymentMessages(theCase, noise, contacts), ...chatter(noise, contacts, theCase.world.size)];
  messages.sort((left, right) => left.day - right.day);
  const rows = messages.map((message, index) => {
    const row = index + 1;
    recordMessage(grid, row, message);
    const time =
      message.day * 86_400_000 + noise.random.between(7 * 3600, 23 * 3600) * 1000 + noise.random.between(0, 999);
    return [
      row,
      contacts.indexOf(message.contact) + 1,
      message.contact.phones[0] ?? "",
      null,
      time,
      1,
      noise.random.between(1, 2),
      message.body,
    ];
  });
  const create =
    "CREATE TABLE sms (_id INTEGER PRIMARY KEY, thread_id INTEGER, address TEXT, person INTEGER, date INTEGER, read INTEGER DEFAULT 0, type INTEGER, body TEXT)";
  return [{ name: "sms", create, columns: 8, rows }];
};

const recordMessage = (grid: Grid, row: number, { body, contact, telling }: Message): void => {
  const cells = [plain(""), plain(""), plain(contact.phones[0] ?? ""), plain(""), plain(""), plain(""), plain("")];
  if (telling === undefined) {
    grid.record(row, [...cells, plain(body)]);
    return;
  }
  const { payer, beneficiary } = at(telling.payments, 0);
  const places = grid.record(row, [
    ...cells,
    {
      text: body,
      mentions: [
        ["payer", payer],
        ["beneficiary", beneficiary],
      ],
    },
  ]);
  grid.pays(
    row,
    telling.payments.map(({ id }) => id),
  );
  const [told] = telling.rows;
  if (telling.payments.length > 1 || told === undefined) return;
  const { id } = at(telling.payments, 0);
  grid.say({
    subject: id,
    property: "amount",
    meaning: `${told.currency} ${told.amountMinor} ${halfOf(told.amountMinor)}`,
    places: [at(places, 7)],
  });
  grid.say({ subject: id, property: "date", meaning: told.date, places: [at(places, 7)] });
};

const paymentMessages = (theCase: Case, noise: Noise, contacts: readonly Contact[]): Message[] => {
  const habits = {
    rates: theCase.world.rates,
    feeFactor: 0.25,
    valueDateFactor: 0.25,
    planted: new Map(),
    quiet: new Set<string>(),
    plantName: () => undefined,
  };
  return tellPayments(noise, theCase.seen.phonePayments, habits).flatMap((telling) => {
    if (telling.rows.length > 1) return [];
    const { payer, beneficiary, day } = at(telling.payments, 0);
    const name = (id: string): string => {
      const person = theCase.people.get(id);
      return person === undefined
        ? shorten(theCase.party(noise, id, { ...HANDS.phone, language: noise.random.pick(["en", "ko"]) }))
        : shownName(theCase, noise, person);
    };
    const told = at(telling.rows, 0);
    const body = sentence(noise, {
      payer: name(payer),
      beneficiary: name(beneficiary),
      amount: amountWords(noise, told.amountMinor, told.currency),
      date: told.date,
    });
    return [{ day: day + noise.random.between(0, 2), body, telling, contact: noise.random.pick(contacts) }];
  });
};

/** People do not write "Co., Ltd." on a telephone. */
const shorten = (name: string): string =>
  name.replace(
    / (Pte\.? Ltd\.?|Sdn\.? Bhd\.?|Co\.?,? Ltd\.?|Company Limited|Co\., Limited|Private Limited|Limited|Ltd\.?|LLC|L\.L\.C\.|Corporation|Company|SIA)$/u,
    "",
  );

interface Sentence {
  readonly payer: string;
  readonly beneficiary: string;
  readonly amount: string;
  readonly date: string;
}

const sentence = (noise: Noise, { payer, beneficiary, amount, date }: Sentence): string => {
  const [year = "", month = "1", day] = date.split("-");
  const [m, d] = [Number(month), Number(day ?? "0")];
  const korean = d === 0 ? `${m}월에` : `${m}월 ${d}일`;
  const russian = d === 0 ? `${month}.${year}` : `${day}.${month}`;
  const english = d === 0 ? `${month}/${year}` : `${d}/${m}`;
  return noise.random.weighted([
    [`${korean} ${payer}에서 ${beneficiary}로 ${amount} 보냈습니다.`, 5],
    [`${payer} -> ${beneficiary} ${amount}, ${korean}. 확인바람`, 4],
    [`${beneficiary}: ${korean} ${payer} 돈 ${amount} 받았소.`, 4],
    [`${payer} paid ${amount} to ${beneficiary} on ${english}, pls confirm`, 3],
    [`${beneficiary} got ${amount} from ${payer} (${english})`, 2],
    [`${russian} от ${payer} для ${beneficiary} ${amount}, всё нормально`, 2],
  ]);
};

/** Half of the last digit that a message gives, in minor units. */
const halfOf = (minor: number): number => (minor >= 1_000_000 ? 5_000 : 50);

const amountWords = (noise: Noise, minor: number, currency: Currency): string => {
  if (minor < 1_000_000) return `${Math.round(minor / 100)} ${noise.random.pick(CURRENCY_WORDS.ko[currency])}`;
  const thousands = Math.round(minor / 10_000) / 10;
  const word = noise.random.pick(CURRENCY_WORDS.ko[currency]);
  if (currency === "USD")
    return noise.random.pick([`${thousands}k`, `${thousands}천딸라`, `$${thousands}k`, `${thousands}천 ${word}`]);
  return noise.random.pick([`${thousands}천 ${word}`, `${thousands}k ${currency}`]);
};

const TALK = [
  "오늘 저녁에 만납시다",
  "비행기표는 어떻게 되였소?",
  "사진 보내주시오",
  "내일 은행 쉽니다",
  "call me when you land",
  "встречаемся в 18:00",
  "생일 축하합니다",
  "수산물 값이 올랐소",
  "ok",
  "장부는 다음주에",
  "please send the invoice again",
  "전화 바꿨습니다",
];

const chatter = (noise: Noise, contacts: readonly Contact[], size: number): Message[] =>
  Array.from({ length: 120 * size }, () => ({
    day: noise.random.between(dayOf("2016-01-04"), dayOf("2018-12-28")),
    body: noise.random.pick(TALK),
    contact: noise.random.pick(contacts),
  }));
