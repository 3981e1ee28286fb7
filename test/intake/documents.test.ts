import { afterAll, afterEach, describe, expect, it } from "vitest";
import { integer, nullable, text } from "../../src/store/index.ts";
import { removeFolders } from "./support/staged-rows.ts";
import { openTakeIn, type TakeInCase } from "./support/take-in-case.ts";

const open: TakeInCase[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.testCase.close();
});
afterAll(removeFolders);

async function start(): Promise<TakeInCase> {
  const taking = await openTakeIn();
  open.push(taking);
  return taking;
}

const passages = ({ testCase }: TakeInCase) =>
  testCase.rows(
    `select row_no::integer as "row", document_no as document, entity_id as entity, kind, name, text, lang,
       byte_from::integer as "from" from held.current_passage order by file_no, part, row_no`,
    {
      row: integer,
      document: integer,
      entity: text,
      kind: text,
      name: nullable(text),
      text,
      lang: nullable(text),
      from: nullable(integer),
    },
  );

describe("a document taken in", () => {
  it("has its passages in order, and what it says of itself as statements where it says so", async () => {
    const taking = await start();
    const page = `<!doctype html><html lang="en"><head><title>Boat lost | The Strait Wire</title>
      <meta name="author" content="Ann Lee"><meta property="article:published_time" content="2019-11-12T21:00:00+09:00">
      </head><body><h1>Boat lost</h1><p>The boat that left on Tuesday was lost, a man said.</p></body></html>`;
    await taking.take("boat.html", page);
    expect(await taking.said()).toEqual([
      "HyperText.fileName = boat.html @ row 1",
      "HyperText.language = eng @ row 1",
      "HyperText.publisher = The Strait Wire @ row 2",
      "HyperText.title = Boat lost | The Strait Wire @ row 2",
      "HyperText.author = Ann Lee @ row 3",
      "HyperText.publishedAt = 2019-11-12T12:00:00 @ row 4",
      "HyperText.title = Boat lost @ row 5",
      "HyperText.language = eng @ row 6",
    ]);
    const rows = await passages(taking);
    expect(rows.map(({ row, kind, name, text: said }) => `${row} ${name ?? kind}: ${said}`).slice(4)).toEqual([
      "5 title: Boat lost",
      "6 paragraph: The boat that left on Tuesday was lost, a man said.",
    ]);
    expect(rows.map(({ lang }) => lang).slice(4)).toEqual([null, "eng"]);
    expect(page.slice(rows[5]?.from ?? 0)).toMatch(/^The boat/u);
    expect(new Set(rows.map(({ entity, document }) => `${document} ${entity}`)).size).toBe(1);
    const [said] = await taking.testCase.rows("select min(entity_id) as entity from held.current_statement", {
      entity: text,
    });
    expect(rows[0]?.entity).toBe(said?.entity);
  });

  it("of plain lines says outlet, day, headline and byline where a line says nothing else", async () => {
    const taking = await start();
    const lines = [
      "THE TEMIRSK COURIER",
      "Tuesday 20 June 2017, page 1",
      "",
      "SIX CRATES",
      "",
      "By Zarina Melkh",
      "",
      "Six crates were loaded on 18 June 2017, an employee told the paper.",
    ];
    await taking.take("courier.txt", lines.join("\n"));
    expect(await taking.said()).toEqual([
      "PlainText.fileName = courier.txt @ row 1",
      "PlainText.publisher = THE TEMIRSK COURIER @ row 1",
      "PlainText.publishedAt = 2017-06-20 @ row 2",
      "PlainText.title = SIX CRATES @ row 4",
      "PlainText.author = Zarina Melkh @ row 6",
      "PlainText.language = eng @ row 8",
    ]);
    expect((await passages(taking)).map(({ text: line }) => line)).toEqual(lines);
  });

  it.each([
    ["By our staff", []],
    ["김철수 기자", ["PlainText.author = 김철수 @ row 2"]],
    ["记者 王小明", ["PlainText.author = 王小明 @ row 2"]],
    ["Автор: Иван Петров", ["PlainText.author = Иван Петров @ row 2"]],
    ["By noon the men were gone", []],
    [
      "STRAIT WIRE | Haedong | 2019-11-11 16:40",
      ["PlainText.publisher = STRAIT WIRE @ row 2", "PlainText.publishedAt = 2019-11-11 @ row 2"],
    ],
    ["He died on 3 May 2012 in the harbour, where nobody had looked for him.", []],
    ["Two barges left Port Mirren on 3 May 2018", []],
    ["TWO BARGES LEFT ON 3 MAY 2018", []],
    ["3 May 2018 fire claimed by nobody", []],
  ])("reads %j at its head", async (line, said) => {
    const taking = await start();
    await taking.take("a.txt", `Four men ashore\n${line}\nThe end of it was that nobody came.`);
    expect(await taking.said("s.prop in ('author', 'publishedAt', 'publisher')")).toEqual(said.toSorted());
  });

  it.each([
    "Weekly bulletin no. 31, week ending Friday 12 May 2023",
    "Published on 12 May 2023",
    "Port Mirren, 12 May 2023",
  ])("has its day from %j", async (line) => {
    const taking = await start();
    await taking.take("a.txt", `THE MIRREN COURIER\n${line}\n\nThe end of it was that nobody came.`);
    expect(await taking.said("s.prop = 'publishedAt'")).toEqual(["PlainText.publishedAt = 2023-05-12 @ row 2"]);
  });

  it("has no statement of its text, and is taken in once", async () => {
    const taking = await start();
    await taking.take("a.txt", "One.\nTwo.");
    expect((await taking.take("a.txt", "One.\nTwo.")).isNew).toBe(false);
    expect(await taking.said()).toEqual(["PlainText.fileName = a.txt @ row 1"]);
    expect(await passages(taking)).toHaveLength(2);
  });

  it("that is a message names the people of it as bystanders, and what it says is its own", async () => {
    const taking = await start();
    const message = [
      "From: Ann Lee <Ann@x.example>",
      "To: box@x.example",
      "Date: Mon, 6 Sep 2010 05:25:34 -0400 (EDT)",
      "Subject: boats",
      "",
      "Gleb Torshenko left on Sunday.",
    ];
    await taking.take("a.eml", message.join("\n"));
    await taking.take("b.eml", [...message, "And more."].join("\n"));
    expect((await taking.said("o.file_no = 1")).filter((line, index, all) => all.indexOf(line) === index)).toEqual([
      "Email.emitters = (entity) @ row 1",
      "Email.fileName = a.eml @ row 1",
      "LegalEntity.email = Ann@x.example @ row 1",
      "LegalEntity.name = Ann Lee @ row 1",
      "Email.recipients = (entity) @ row 2",
      "LegalEntity.email = box@x.example @ row 2",
      "Email.date = 2010-09-06T09:25:34 @ row 3",
      "Email.subject = boats @ row 4",
    ]);
    const bystanders = await taking.testCase.rows(
      "select distinct s.value from held.current_bystander b join held.current_statement s using (entity_id) where s.prop = 'email' order by 1",
      { value: text },
    );
    expect(bystanders).toEqual([{ value: "Ann@x.example" }, { value: "box@x.example" }]);
  });
});
