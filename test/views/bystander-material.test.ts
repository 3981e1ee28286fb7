import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addMaterial } from "../../src/casefile/add-material.ts";
import { initCase } from "../../src/casefile/case-folder.ts";
import {
  exportCase,
  openContacts,
  openPlace,
  runCase,
  takeInAll,
  views,
  withCase,
  type OpenCase,
} from "../../src/casefile/index.ts";
import { sql, text } from "../../src/store/index.ts";
import { sqliteBytes } from "../intake/support/take-in-case.ts";

const root = mkdtempSync(join(tmpdir(), "windfall-phone-"));
const dir = join(root, "case");
const by = { actor: "lee", clock: (): Date => new Date("2020-01-02T03:04:05Z") };
const inCase = <Value>(work: (open: OpenCase) => Promise<Value>): Promise<Value> => withCase(dir, by, work);

const material = {
  "contacts.vcf": [
    "BEGIN:VCARD",
    "VERSION:3.0",
    "FN:Bystandera Quillfeather",
    "TEL:+82 10 5555 1234",
    "EMAIL:quill@example.org",
    "ORG:Feather House Ltd",
    "NOTE:neighbour of Zedmother",
    "ADR:;;12 Hidden Lane;Busan;;;KR",
    "END:VCARD",
    "",
  ].join("\r\n"),
  "people.csv": [
    "name,phone,company,registration number,birth date,scribble",
    "Otto Wrongdate,+82 10 7777 1234,Feather House Ltd,1317180552358,1999-99-99,owes Bystandera Quillfeather",
    "Sven Pale,+82 10 7777 1235,Blue Gate Ltd,1317180552359,1981-02-03,",
    "Total: Sven Pale and one more,,,,,",
    "",
  ].join("\n"),
  "messages.csv": ["from,to,text", "Marta Notcontact,Owner Person,hello from Marta", ""].join("\n"),
  "paid.csv": [
    "date,payer,payer phone,payee,amount,currency,purpose",
    "2016-03-04,Ines Callable,+82 10 8888 1234,Blue Gate Ltd,500,USD,rent of Ines Callable",
    "2016-03-05,Grand Valley Foods,,Blue Gate Ltd,700,USD,salt",
    "",
  ].join("\n"),
};
const register = [
  "name,registration number,country,director",
  "Feather House Ltd,1317180552358,Russia,Ivan Petrov",
  "",
].join("\n");

/** What nobody outside may read: names, numbers and words of closed contacts. */
const closedWords = /quill|bystandera|wrongdate|sven pale|zedmother|notcontact|marta|hidden lane|99-99|callable|8888/iu;

const write = (name: string, bytes: string | Uint8Array): string => {
  const path = join(root, name);
  writeFileSync(path, bytes);
  return path;
};

beforeAll(async () => {
  initCase(dir, "Phone");
  const phone = {
    dataset: "d1",
    source: { id: "s1", kind: "device", grade: "B2", firstHand: true },
    received: "2016-07-31",
    howObtained: "handed over",
    bystanders: true,
  };
  const files = Object.entries(material).map(([name, content]) => write(name, content));
  await addMaterial(dir, { ...phone, files }, by);
  const source = { id: "s2", kind: "register", grade: "A2", firstHand: true };
  const files2 = [write("register.csv", register)];
  await addMaterial(dir, { ...phone, files: files2, dataset: "d2", source, bystanders: false }, by);
  await inCase((open) => takeInAll(open, () => undefined));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const opened = (place: string): Promise<string> =>
  inCase(async (open) => (await openPlace(open, `d1/${place}`)).lines.join("\n")).catch(String);
const closed = /a contact of a phone or mailbox stands there and is closed/u;

describe("the closed contacts of a phone", () => {
  it("are closed as soon as they are read", async () => {
    for (const place of ["contacts.vcf#E1", "contacts.vcf#D1", "contacts.vcf#row 1", "people.csv#A2", "people.csv#E3"])
      expect(await opened(place)).toMatch(closed);
    expect(await opened("people.csv#C2")).toContain("[Feather House Ltd]");
    expect(await opened("people.csv#C2")).not.toMatch(closedWords);
    expect(await opened("paid.csv#G2")).toMatch(closed);
    expect(await opened("paid.csv#E2")).toContain("[500]");
  });

  it("stand in no finding, edge, brief or export", async () => {
    await inCase(async (open) => {
      await runCase(open, () => undefined);
      const findings = await views.findingLines(open, { offset: 0, limit: 1000 });
      const said = (await sayAll(open, findings)).join("\n");
      expect(said).toContain("Feather House Ltd: director Ivan Petrov");
      expect(said).not.toMatch(closedWords);
      await exportCase(open, join(root, "export"));
    });
    const brief = readFileSync(join(dir, "out", "brief.md"), "utf8");
    expect(brief).toContain("Feather House Ltd");
    expect(brief).toContain("not understood (of a phone: not quoted)");
    expect(brief).not.toMatch(closedWords);
    for (const name of readdirSync(join(root, "export")))
      expect({ name, text: readFileSync(join(root, "export", name), "utf8") }).toEqual({
        name,
        text: expect.not.stringMatching(closedWords),
      });
    const statements = readFileSync(join(root, "export", "statements.csv"), "utf8");
    expect(statements).toMatch(/"amount","number","Payment","500"/u);
    expect(statements).toMatch(/"purpose","text","Payment","salt"/u);
    expect(statements).toContain("Grand Valley Foods");
  });

  it("are not quoted among what could not be read", async () => {
    const lines = await inCase((open) => views.faultLines(open, { offset: 0, limit: 100 }));
    expect(lines.map(({ place, kind }) => `${place} ${kind}`)).toEqual([
      "d1/people.csv#E2 impossible-date",
      "d1/messages.csv#row 2 not-understood",
    ]);
    expect(lines[1]?.text).toContain("No column of this table is understood");
    expect(lines.map((line) => line.text).join("\n")).not.toMatch(closedWords);
  });

  it("stand in findings, exports and places once they are opened", async () => {
    await inCase(async (open) => {
      await openContacts(open, "d1/contacts.vcf#E1", { actor: "lee", reason: "named as director" });
      await runCase(open, () => undefined);
      const findings = await views.findingLines(open, { offset: 0, limit: 1000 });
      expect((await sayAll(open, findings)).join("\n")).toContain("employee Bystandera Quillfeather");
      await exportCase(open, join(root, "export"));
    });
    expect(readFileSync(join(root, "export", "statements.csv"), "utf8")).toContain("neighbour of Zedmother");
    expect(await opened("contacts.vcf#E1")).toContain("Bystandera Quillfeather");
  });
});

async function sayAll(open: OpenCase, findings: Awaited<ReturnType<typeof views.findingLines>>): Promise<string[]> {
  const { sayFindings } = await import("../../src/casefile/index.ts");
  return (await sayFindings(open, findings)).map(({ who, what, value }) => `${who}: ${what} ${value}`);
}

it("a table of messages alone is a phone's too: who its payments name is open, who wrote them and what else they say is not", async () => {
  const own = join(root, "messages");
  mkdirSync(own);
  initCase(join(own, "case"), "Messages");
  const db =
    await sqliteBytes(`create table sms (_id integer primary key, address text, date integer, type integer, body text);
    insert into sms values (1, '+821012345678', 1577934245000, 1, 'Ask Marta.' || char(10) || 'Kim Chol paid 500 USD to Li Jun on 7/11, pls confirm'), (2, '+821012345678', 1577934305000, 1, 'see you');`);
  const path = join(own, "store.db");
  writeFileSync(path, db);
  const source = { id: "s1", kind: "device", grade: "B2" };
  await addMaterial(
    join(own, "case"),
    { files: [path], dataset: "d1", source, received: "2016-07-31", howObtained: "handed over" },
    by,
  );
  await withCase(join(own, "case"), by, async (open) => {
    await takeInAll(open, () => undefined);
    await exportCase(open, join(own, "export"));
    const parties = await open.database.rows(
      sql`select distinct value from held.current_statement
        where prop = 'name' and entity_id not in (select entity_id from held.current_bystander) order by value`,
      { value: text },
    );
    expect(parties.map(({ value }) => value)).toEqual(["Kim Chol", "Li Jun"]);
  });
  const statements = readFileSync(join(own, "export", "statements.csv"), "utf8");
  expect(statements).toContain("Kim Chol paid 500 USD to Li Jun");
  expect(statements).not.toMatch(/Marta|see you|1012345678/u);
});
