import type { Case } from "../case.ts";
import { Grid, type Field, naming, plain } from "../grid.ts";
import type { Noise } from "../noise.ts";
import { joinParts, spell } from "../names/spell.ts";
import { HANDS } from "./habits.ts";
import type { Contact } from "./contact.ts";

const CARDS_FILE = "h3-phone/contacts.vcf";

/** The cards as three telephones exported them: versions 2.1 (quoted-printable), 3.0 and 4.0 mixed. Row = the card's ordinal, column = the property's ordinal among FN, TEL, TEL, BDAY, NOTE. */
export const writeCards = (theCase: Case, noise: Noise, contacts: readonly Contact[]): string => {
  const grid = new Grid(theCase.book, CARDS_FILE, "");
  grid.page.headers = ["FN", "TEL", "TEL", "BDAY", "NOTE"];
  return contacts.map((contact) => writeCard(noise, contact, grid)).join("");
};

const writeCard = (noise: Noise, contact: Contact, grid: Grid): string => {
  const { person, shown, phones, note } = contact;
  const born = noise.random.chance(0.35) ? noise.birth(person.born) : "";
  const birth: Field = { text: born, says: [{ subject: person.id, property: "birthDate", meaning: born }] };
  grid.add(naming(shown, "contact", person.id), plain(phones[0] ?? ""), plain(phones[1] ?? ""), birth, plain(note));
  const parts = spell(person.name, HANDS.phone.systems[person.name.kind]);
  const own =
    joinParts(parts) === shown
      ? { family: parts.family, given: parts.given.join(parts.join) }
      : { family: "", given: shown };
  const version = noise.random.pick(["2.1", "2.1", "3.0", "3.0", "4.0"]);
  switch (version) {
    case "2.1":
      return lines(
        "BEGIN:VCARD",
        "VERSION:2.1",
        quoted("N", `${own.family};${own.given};;;`),
        quoted("FN", shown),
        ...phones.map((phone, index) => (index === 0 ? `TEL;CELL:${phone}` : `TEL;HOME:${phone}`)),
        ...(born === "" ? [] : [`BDAY:${born}`]),
        ...(note === "" ? [] : [quoted("NOTE", note)]),
        "END:VCARD",
      );
    case "3.0":
      return lines(
        "BEGIN:VCARD",
        "VERSION:3.0",
        `N:${own.family};${own.given};;;`,
        `FN:${shown}`,
        ...phones.flatMap((phone, index) =>
          index === 0 ? [`TEL;TYPE=CELL;TYPE=pref:${phone}`] : [`item1.TEL:${phone}`, "item1.X-ABLabel:_$!<Other>!$_"],
        ),
        ...(born === "" ? [] : [`BDAY;value=date:${born}`]),
        ...(note === "" ? [] : [`NOTE:${note}`]),
        "END:VCARD",
      );
    default:
      return lines(
        "BEGIN:VCARD",
        "VERSION:4.0",
        `FN:${shown}`,
        `N:${own.family};${own.given};;;`,
        ...phones.map((phone) => `TEL;VALUE=uri;TYPE="cell":tel:${phone}`),
        ...(born === "" ? [] : [`BDAY:${born.replaceAll("-", "")}`]),
        ...(note === "" ? [] : [`NOTE:${note}`]),
        "END:VCARD",
      );
  }
};

const lines = (...texts: readonly string[]): string => texts.map((text) => `${text}\r\n`).join("");

/** Quoted-printable with soft line ends, as version 2.1 writes what is not ASCII. */
const quoted = (property: string, text: string): string => {
  if (/^[ -~]*$/u.test(text)) return `${property}:${text}`;
  let line = `${property};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:`;
  const done: string[] = [];
  for (const byte of Buffer.from(text)) {
    const piece =
      byte === 59 || (byte > 32 && byte < 127 && byte !== 61)
        ? String.fromCodePoint(byte)
        : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    if (line.length + piece.length > 74) {
      done.push(`${line}=`);
      line = "";
    }
    line += piece;
  }
  return [...done, line].join("\r\n");
};
