import { readFileSync } from "node:fs";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { hex, integer, text } from "../../src/store/index.ts";
import { removeFolders } from "./support/staged-rows.ts";
import { openTakeIn, sqliteBytes, type TakeInCase } from "./support/take-in-case.ts";

const open: TakeInCase[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.testCase.close();
});
afterAll(removeFolders);

async function start(datasets?: readonly string[]): Promise<TakeInCase> {
  const taking = await openTakeIn(datasets);
  open.push(taking);
  return taking;
}

const bystanders = async ({ testCase }: TakeInCase): Promise<number> =>
  (await testCase.rows(`select count(*)::integer as n from held.current_bystander`, { n: integer }))[0]?.n ?? 0;

describe("contact cards", () => {
  const card = [
    "BEGIN:VCARD",
    "VERSION:3.0",
    "FN:Ri Chol",
    "N:Ri;Chol;;;",
    "NICKNAME:Tiger",
    "TEL;TYPE=CELL:+82 10-1234-5678",
    "ORG:Harbour Trading;Sales",
    "BDAY:1970-04-05",
    "X-ICQ:123",
    "END:VCARD",
  ];
  const number = ["BEGIN:VCARD", "VERSION:3.0", "TEL:010-2345-6789", "END:VCARD"];
  it("become people with all that they say, and a number alone a LegalEntity", async () => {
    const taking = await start();
    await taking.take("contacts.vcf", [...card, ...number, ""].join("\r\n"), { settings: { phoneCountries: ["KR"] } });
    const said = await taking.said("s.schema <> 'Document'");
    expect(said).toEqual([
      "Employment.employee = (entity) @ E1",
      "Employment.employer = (entity) @ E1",
      "Organization.name = Harbour Trading @ E1",
      "Person.birthDate = 1970-04-05 @ E1",
      "Person.firstName = Chol @ E1",
      "Person.lastName = Ri @ E1",
      "Person.name = Ri Chol @ E1",
      "Person.notes = ORG: Harbour Trading;Sales @ E1",
      "Person.notes = X-ICQ: 123 @ E1",
      "Person.phone = +821012345678 @ E1",
      "Person.weakAlias = Tiger @ E1",
      "LegalEntity.phone = +821023456789 @ E2",
    ]);
    expect(await taking.said("s.schema = 'Document'")).toEqual([
      "Document.notes = value: 3.0 @ E1",
      "Document.notes = value: 3.0 @ E2",
    ]);
    expect(await bystanders(taking)).toBe(2);
    expect(await taking.faults()).toEqual([]);
  });

  it("keep a number without its country as a fault and a note", async () => {
    const taking = await start();
    await taking.take("contacts.vcf", [...number, ""].join("\n"));
    expect(await taking.said("s.schema = 'LegalEntity'")).toEqual(["LegalEntity.notes = phone: 010-2345-6789 @ E1"]);
    expect((await taking.faults()).map((fault) => fault.split(":")[0])).toEqual(["phone-without-country"]);
  });
});

describe("messages", () => {
  const body = (line: string): boolean =>
    /Message\.(?:bodyText|date|sender|recipients)|LegalEntity\.(?:phone|email)/u.test(line);
  it("of Android have sender, recipient, time and text", async () => {
    const taking = await start();
    const bytes =
      await sqliteBytes(`create table sms (_id integer primary key, address text, date integer, type integer, body text);
      create table threads (_id integer primary key);
      insert into sms values (1, '+821012345678', 1577934245000, 1, 'the money is there'), (2, '+821012345678', 1577934305000, 2, 'good');`);
    await taking.take("mmssms.db", bytes);
    expect((await taking.said()).filter(body)).toEqual([
      "LegalEntity.phone = +821012345678 @ B1",
      "Message.recipients = (entity) @ B1",
      "Message.sender = (entity) @ B1",
      "Message.date = 2020-01-02T03:04:05 @ C1",
      "Message.bodyText = the money is there @ E1",
      "LegalEntity.phone = +821012345678 @ B2",
      "Message.recipients = (entity) @ B2",
      "Message.sender = (entity) @ B2",
      "Message.date = 2020-01-02T03:05:05 @ C2",
      "Message.bodyText = good @ E2",
    ]);
    const ends = await taking.testCase.rows(
      `select count(distinct value)::integer as n from held.statement where prop in ('sender', 'recipients')`,
      { n: integer },
    );
    expect(ends).toEqual([{ n: 2 }]);
  });

  it("report payments, each in the place of its message", async () => {
    const taking = await start();
    await taking.take(
      "mmssms.db",
      await sqliteBytes(`create table sms (_id integer primary key, address text, date integer, type integer, body text);
      create table threads (_id integer primary key);
      insert into sms values (1, '+821012345678', 1577934245000, 1, 'Kim paid $5k to Blue Sea LLC on 30/12'),
        (2, '+821012345678', 1577934305000, 2, 'please send 5000 USD to Kim');`),
    );
    expect(await taking.said("s.schema = 'Payment' or s.prop = 'name'")).toEqual([
      "LegalEntity.name = Blue Sea LLC @ E1",
      "LegalEntity.name = Kim @ E1",
      "Payment.amount = 5000 @ E1",
      "Payment.beneficiary = (entity) @ E1",
      "Payment.currency = USD @ E1",
      "Payment.date = 2019-12-30 @ E1",
      "Payment.payer = (entity) @ E1",
      "Payment.summary = Kim paid $5k to Blue Sea LLC on 30/12 @ E1",
    ]);
    expect(await taking.faults()).toEqual([]);
  });

  it("of Apple name their handle, and a chat all of its handles", async () => {
    const taking = await start();
    const bytes =
      await sqliteBytes(`create table message (ROWID integer primary key, text text, handle_id integer, is_from_me integer, date integer);
      create table handle (ROWID integer primary key, id text); create table chat (ROWID integer primary key);
      create table chat_message_join (chat_id integer, message_id integer); create table chat_handle_join (chat_id integer, handle_id integer);
      insert into handle values (1, '+821012345678'), (2, 'pak@example.org');
      insert into message values (1, 'come', 1, 0, 599627045000000000), (2, 'both', 0, 1, 599627105);
      insert into chat_message_join values (7, 2); insert into chat_handle_join values (7, 1), (7, 2);`);
    await taking.take("sms.db", bytes);
    expect((await taking.said("s.schema in ('Message', 'LegalEntity')")).filter(body)).toEqual([
      "Message.bodyText = come @ B1",
      "LegalEntity.phone = +821012345678 @ C1",
      "Message.recipients = (entity) @ C1",
      "Message.sender = (entity) @ C1",
      "Message.date = 2020-01-02T03:04:05 @ E1",
      "Message.bodyText = both @ B2",
      "LegalEntity.email = pak@example.org @ C2",
      "LegalEntity.phone = +821012345678 @ C2",
      "Message.recipients = (entity) @ C2",
      "Message.recipients = (entity) @ C2",
      "Message.sender = (entity) @ C2",
      "Message.date = 2020-01-02T03:05:05 @ E2",
    ]);
  });
});

describe("contacts of a telephone", () => {
  it("of Apple have names, numbers and whole addresses", async () => {
    const taking = await start();
    const bytes =
      await sqliteBytes(`create table ABPerson (ROWID integer primary key, First text, Last text, Organization text, Nickname text);
      create table ABMultiValue (UID integer primary key, record_id integer, property integer, value text);
      create table ABMultiValueEntry (parent_id integer, key integer, value text);
      insert into ABPerson values (1, 'Chol', 'Ri', 'Harbour Trading', 'Tiger'), (2, null, null, null, null);
      insert into ABMultiValue values (1, 1, 3, '+82 10-1234-5678'), (2, 2, 3, '+85021811111'), (3, 1, 5, null);
      insert into ABMultiValueEntry values (3, 1, '1 Main St'), (3, 2, 'Pyongyang');`);
    await taking.take("AddressBook.sqlitedb", bytes);
    expect(
      (await taking.said("s.schema in ('Person', 'LegalEntity')")).map((line) => line.split(" @")[0]).toSorted(),
    ).toEqual([
      "LegalEntity.phone = +85021811111",
      "Person.address = 1 Main St, Pyongyang",
      "Person.address = 1 Main St, Pyongyang",
      "Person.firstName = Chol",
      "Person.lastName = Ri",
      "Person.name = Chol Ri",
      "Person.notes = Harbour Trading",
      "Person.phone = +821012345678",
      "Person.weakAlias = Tiger",
    ]);
    expect(await bystanders(taking)).toBe(2);
  });
});

it("people in the tables of a phone are bystanders, the ends of its payments are not", async () => {
  const taking = await start();
  const people = "name,birth date,phone\nKim Chol,1970-01-02,+85021811111\nRi Yong,1971-03-04,+85021811112\n";
  await taking.take("people.csv", people, { isBystanders: true });
  expect(await bystanders(taking)).toBe(2);
  const payments =
    "date,payer,payee,amount,currency\n2016-03-04,Kim Min,Pak Chol,500,USD\n2016-03-05,Kim Min,Li Jun,700,USD\n";
  await taking.take("payments.csv", payments, { isBystanders: true });
  expect(await bystanders(taking)).toBe(2);
  await taking.take("others.csv", people.replaceAll("11", "22"));
  expect(await bystanders(taking)).toBe(2);
});

describe("the list of OFAC", () => {
  const folder = new URL("../../resources/lists/ofac-2021-07/", import.meta.url);
  const read = (name: string): Uint8Array => readFileSync(new URL(name, folder));
  it("is one hand-over of four files; remarks that are cut go on in the comments", async () => {
    const taking = await start(["ofac-2021-07"]);
    for (const name of ["sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"]) await taking.take(name, read(name));
    const { testCase } = taking;
    const counts = await testCase.rows(
      `select count(distinct entity_id) filter (where prop = 'topics')::integer as entities,
         count(distinct entity_id) filter (where prop = 'topics' and schema = 'Person')::integer as people,
         count(*) filter (where prop = 'name')::integer as names, count(*) filter (where prop = 'birthDate')::integer as births,
         count(*) filter (where prop = 'address')::integer as addresses from held.current_statement`,
      { entities: integer, people: integer, names: integer, births: integer, addresses: integer },
    );
    expect(counts[0]?.entities).toBe(8976);
    expect(counts[0]?.names).toBe(8976);
    expect(counts[0]?.people).toBeGreaterThan(4000);
    expect(counts[0]?.births).toBeGreaterThan(4000);
    expect(counts[0]?.addresses).toBeGreaterThan(9000);
    const khaleesi = await taking.said(
      "s.entity_id = 'ofac-28264' and (s.prop = 'phone' or s.value like '%Phone%' or s.value like '%hone Number%')",
    );
    expect(khaleesi.filter((line) => !line.includes("Transactions"))).toContain("Person.phone = +8613314257947 @ B3");
    const rows = await testCase.rows(
      `select sum(rows_present)::integer as present, sum(rows_read + rows_lost)::integer as told from held.current_file`,
      { present: integer, told: integer },
    );
    expect(rows[0]?.present).toBe(rows[0]?.told);
  });
});

describe("files of FollowTheMoney", () => {
  const columns =
    "canonical_id,entity_id,prop,prop_type,schema,value,dataset,origin,lang,original_value,external,first_seen,last_seen,id";
  it("are read back as they stand", async () => {
    const taking = await start();
    const lines = [
      `e1,e1,name,name,Person,김철,ds,,kor,,f,2020-01-01,2020-02-01,x`,
      `e1,e1,country,country,Person,kp,ds,,,North Korea,t,,,x`,
      `e2,e2,shoeSize,string,Person,44,ds,,,,f,,,x`,
    ];
    await taking.take("statements.csv", [columns, ...lines, ""].join("\n"));
    const rows = await taking.testCase.rows(
      `select statement_id as id, entity_id as entity, prop, value, coalesce(lang, '') || ' ' || external || ' ' || coalesce(first_seen::varchar, '') || ' ' || coalesce(original_value, '') as rest
       from held.current_statement where entity_id in ('e1', 'e2') order by prop`,
      { id: hex, entity: text, prop: text, value: text, rest: text },
    );
    expect(rows.map(({ entity, prop, value, rest }) => `${entity} ${prop} ${value} ${rest}`)).toEqual([
      "e1 country kp  true  North Korea",
      "e1 name 김철 kor false 2020-01-01 ",
    ]);
    expect(await taking.faults()).toEqual([
      'unknown-property: the model has no property "shoeSize" of a "Person"; the value is kept as a note',
    ]);
    expect((await taking.said("s.prop = 'notes'")).some((line) => line.includes("shoeSize: 44"))).toBe(true);
  });

  it("keep whose word each row is, and say which values several datasets tell", async () => {
    const taking = await start();
    const lines = [
      `e1,e1,name,name,Person,Ri Chol,h1-book,,,RI CHOL,f,2020-01-01,2020-02-01,x`,
      `e1,e1,name,name,LegalEntity,Ri Chol,h2-phone,,,,f,2020-03-01,2020-03-01,y`,
      `e1,e1,country,country,Person,kp,h1-book,,,North Korea,f,,,z`,
    ];
    await taking.take("statements.csv", [columns, ...lines, ""].join("\n"));
    expect(await taking.said()).toEqual([
      "Table.notes = schema: Person @ E2",
      "LegalEntity.name = Ri Chol @ F2",
      "Table.notes = dataset: h1-book @ G2",
      "Table.notes = original_value: RI CHOL @ J2",
      "Table.notes = last_seen: 2020-02-01 @ M2",
      "LegalEntity.name = Ri Chol @ F3",
      "Table.notes = dataset: h2-phone @ G3",
      "Table.notes = first_seen: 2020-03-01 @ L3",
      "Person.country = kp @ F4",
      "Table.notes = dataset: h1-book @ G4",
    ]);
    expect(await taking.faults()).toEqual([
      "several-datasets: values that several datasets tell: 1, in 2 rows. Each is held once, as the word of this hand-over, with the place of each row and a note of its dataset; to count them as several, add the rows of each dataset as a hand-over of its own",
    ]);
  });

  it("of entities too, a line each", async () => {
    const taking = await start();
    const line = JSON.stringify({
      id: "e1",
      caption: "Ri",
      schema: "Person",
      properties: { name: ["Ri Chol", "리철"], birthDate: ["1970"] },
      datasets: ["ds"],
      first_seen: "2020-01-01",
    });
    await taking.take("entities.ftm.json", `${line}\nnot an entity\n`);
    expect(await taking.said("s.entity_id = 'e1'")).toEqual([
      "Person.birthDate = 1970 @ D1",
      "Person.name = Ri Chol @ D1",
      "Person.name = 리철 @ D1",
    ]);
    expect((await taking.faults()).length).toBe(1);
  });
});
