import type { Case } from "../case.ts";
import type { SqliteTable } from "../files/sqlite.ts";
import { Grid, naming, plain } from "../grid.ts";
import type { Noise } from "../noise.ts";
import type { Contact } from "./contact.ts";

const CONTACTS_FILE = "h3-phone/contacts2.db";

const MIMETYPES = [
  "vnd.android.cursor.item/email_v2",
  "vnd.android.cursor.item/phone_v2",
  "vnd.android.cursor.item/name",
  "vnd.android.cursor.item/note",
];

/** The contacts database of a telephone: names in `raw_contacts` and, like every number, in `data`, told apart by their MIME type. */
export const writeContacts = (theCase: Case, noise: Noise, contacts: readonly Contact[]): SqliteTable[] => {
  const raw = new Grid(theCase.book, CONTACTS_FILE, "raw_contacts");
  raw.page.headers = ["_id", "account_id", "display_name", "times_contacted", "deleted"];
  const data = new Grid(theCase.book, CONTACTS_FILE, "data");
  data.page.headers = ["_id", "mimetype_id", "raw_contact_id", "data1", "data2"];
  const rawRows: (string | number | null)[][] = [];
  const dataRows: (string | number | null)[][] = [];
  const addData = (mimetype: number, contact: number, text: string, person: string | undefined): void => {
    const row = dataRows.length + 1;
    data.record(row, [
      plain(""),
      plain(""),
      plain(""),
      person === undefined ? plain(text) : naming(text, "contact", person),
      plain(""),
    ]);
    dataRows.push([row, mimetype, contact, text, mimetype === 2 ? 2 : null]);
  };
  for (const [index, { person, shown, phones, note }] of contacts.entries()) {
    const row = index + 1;
    raw.record(row, [plain(""), plain(""), naming(shown, "contact", person.id), plain(""), plain("")]);
    rawRows.push([row, 1, shown, noise.random.between(0, 60), noise.random.chance(0.04) ? 1 : 0]);
    addData(3, row, shown, person.id);
    for (const phone of phones) addData(2, row, phone, undefined);
    if (note !== "") addData(4, row, note, undefined);
  }
  return [
    {
      name: "mimetypes",
      create: "CREATE TABLE mimetypes (_id INTEGER PRIMARY KEY AUTOINCREMENT, mimetype TEXT NOT NULL)",
      columns: 2,
      rows: MIMETYPES.map((mimetype, index) => [index + 1, mimetype]),
    },
    {
      name: "accounts",
      create: "CREATE TABLE accounts (_id INTEGER PRIMARY KEY AUTOINCREMENT, account_name TEXT, account_type TEXT)",
      columns: 3,
      rows: [[1, "Phone", "vnd.local.phone"]],
    },
    {
      name: "raw_contacts",
      create:
        "CREATE TABLE raw_contacts (_id INTEGER PRIMARY KEY AUTOINCREMENT, account_id INTEGER REFERENCES accounts(_id), display_name TEXT, times_contacted INTEGER NOT NULL DEFAULT 0, deleted INTEGER NOT NULL DEFAULT 0)",
      columns: 5,
      rows: rawRows,
    },
    {
      name: "data",
      create:
        "CREATE TABLE data (_id INTEGER PRIMARY KEY AUTOINCREMENT, mimetype_id INTEGER REFERENCES mimetypes(_id), raw_contact_id INTEGER REFERENCES raw_contacts(_id), data1 TEXT, data2 TEXT)",
      columns: 5,
      rows: dataRows,
    },
  ];
};
