import { readFileSync } from "node:fs";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { readBasis } from "../../src/intake/interviews/read-basis.ts";
import { integer, nullable, text } from "../../src/store/index.ts";
import { makeXlsx } from "./support/make-xlsx.ts";
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

const answers = async ({ testCase }: TakeInCase): Promise<string[]> => {
  const rows = await testCase.rows(
    `select row_no::integer as "row", col_no as col, session, session_date as day, speaker, interpreter, answer, basis, told_by as tellers
     from held.current_interview_answer order by file_no, part, row_no`,
    {
      row: integer,
      col: integer,
      session: text,
      day: nullable(text),
      speaker: text,
      interpreter: nullable(text),
      answer: text,
      basis: text,
      tellers: text,
    },
  );
  return rows.map((each) =>
    [
      `${each.row}.${each.col}`,
      each.session,
      each.day,
      each.speaker,
      each.interpreter,
      each.answer,
      each.basis,
      each.tellers,
    ].join(" | "),
  );
};

const sheet = `Debriefing of the spring
session,date,speaker,interpreter,topic,question,answer,basis,told by
S-1,2019-03-04,Amber,Interp A,coal,Who paid?,Blue Gate paid in cash,"told by Pak Yong, who heard it from the driver",
S-1,2019-03-04,Amber,-,coal,Did you see it?,I carried the bag,saw it,
S-1,2019-03-04,Amber,,coal,What next?,,saw it,
S-2,2019-04-05,Basalt,,coal,Who paid?,It was Blue Gate,told,Pak Yong
S-2,2019-04-05,Basalt,,coal,Why?,For the ministry I think,guesses,
S-2,2019-04-05,,,coal,How much?,Nine tons,saw it; was told by Ri,
`;

describe("an interview sheet", () => {
  it("is known by its headers and keeps each answer with its basis and its cell", async () => {
    const taking = await start();
    await taking.take("sheet.csv", sheet);
    expect(await answers(taking)).toEqual([
      '3.6 | S-1 | 2019-03-04 | Amber | Interp A | Blue Gate paid in cash | told | ["Pak Yong","the driver"]',
      "4.6 | S-1 | 2019-03-04 | Amber |  | I carried the bag | saw | []",
      '6.6 | S-2 | 2019-04-05 | Basalt |  | It was Blue Gate | told | ["Pak Yong"]',
      "7.6 | S-2 | 2019-04-05 | Basalt |  | For the ministry I think | guesses | []",
      "8.6 | S-2 | 2019-04-05 |  |  | Nine tons | unknown | []",
    ]);
    expect((await taking.faults()).map((each) => each.slice(0, 60))).toEqual([
      "not-understood: Nobody is named as the speaker: the answer s",
      "not-understood: How the speaker knows this is not understood",
    ]);
  });

  it("keeps every cell at its place and makes nobody a party", async () => {
    const taking = await start();
    await taking.take("sheet.csv", sheet);
    const said = await taking.said();
    expect(said.filter((line) => line.startsWith("PlainText")).slice(0, 3)).toEqual([
      "PlainText.title = S-1 @ A3",
      "PlainText.date = 2019-03-04 @ B3",
      "PlainText.bodyText = Blue Gate paid in cash @ G3",
    ]);
    expect(said).toContain("Table.notes = Amber @ C3");
    expect(said).toContain("Table.notes = Debriefing of the spring @ A1");
    expect(said.filter((line) => line.endsWith("2"))).toEqual([]);
    expect(new Set(said.map((line) => line.split(".")[0]))).toEqual(new Set(["PlainText", "Table"]));
  });

  it("in YAML says once what holds for a session, and loses nothing in silence", async () => {
    const taking = await start();
    const yaml = `# notes of a session
session: S-014
date: 2019-03-04
speaker: speaker 1
answers:
  - question: Who paid?
    answer: Blue Gate paid, in cash.
    basis: told by Pak Yong
    mood: tired
  - speaker: speaker 2
    answer: I carried the bag.
    basis: saw it
  - just words
---
speaker: speaker 3
answers: [{answer: No., basis: read in the Courier}]
`;
    await taking.take("session.yaml", yaml);
    expect(await answers(taking)).toEqual([
      '1.6 | S-014 | 2019-03-04 | speaker 1 |  | Blue Gate paid, in cash. | told | ["Pak Yong"]',
      "2.6 | S-014 | 2019-03-04 | speaker 2 |  | I carried the bag. | saw | []",
      '3.6 |  |  | speaker 3 |  | No. | read | ["the Courier"]',
    ]);
    expect(await taking.said("s.value like '%tired%'")).toEqual(["Document.notes = mood: tired @ J1"]);
    expect(await taking.faults()).toEqual([
      'damaged: Answer 3 needs "answer:" and "basis:", one under another behind "- ".',
    ]);
  });

  it("broken is a fault", async () => {
    const taking = await start();
    await taking.take("session.yaml", "session: S\nanswers:\n - a: [\nb: c\n");
    expect((await taking.faults()).map((each) => each.slice(0, 28))).toEqual(["damaged: The YAML is broken:"]);
    const [rows] = await taking.testCase.rows(
      "select (rows_present - rows_read - rows_lost)::integer as apart, rows_lost::integer as lost from held.current_file",
      { apart: integer, lost: integer },
    );
    expect(rows).toEqual({ apart: 0, lost: 1 });
  });

  it("in a workbook is the first sheet; what other sheets hold is kept and told", async () => {
    const taking = await start();
    const rowXml = (row: number, cells: readonly string[]): string =>
      `<row r="${row}">${cells.map((cell, index) => `<c r="${String.fromCodePoint(65 + index)}${row}" t="inlineStr"><is><t>${cell}</t></is></c>`).join("")}</row>`;
    const path = makeXlsx([
      {
        name: "Session",
        xml: `<sheetData>${rowXml(1, ["Speaker", "Answer", "Basis"])}${rowXml(2, ["Amber", "Nine tons", "saw it"])}</sheetData>`,
      },
      { name: "Help", xml: `<sheetData>${rowXml(1, ["Write one row for each answer"])}</sheetData>` },
    ]);
    await taking.take("session.xlsx", readFileSync(path));
    expect(await answers(taking)).toEqual(["2.1 |  |  | Amber |  | Nine tons | saw | []"]);
    expect(await taking.said("s.value like 'Write%'")).toEqual(["Workbook.notes = Write one row for each answer @ A1"]);
    expect((await taking.faults()).map((each) => each.slice(0, 44))).toEqual([
      'not-understood: The sheet "Help" has no head',
    ]);
  });

  it("keeps no name of a protected source among those who speak", async () => {
    const taking = await start();
    await taking.take("sheet.csv", sheet, { isSealed: true, sealedNames: ["Amber"] });
    expect((await answers(taking))[1]).toBe(
      "4.6 | S-1 | 2019-03-04 | a protected source |  | I carried the bag | saw | []",
    );
    expect((await taking.said()).filter((line) => line.includes("Amber"))).toEqual([]);
    expect((await taking.faults()).filter((each) => each.startsWith("sealed-name"))).toEqual(
      Array.from(
        { length: 3 },
        () =>
          'sealed-name: The name of a protected source stands in the speaker column and is not kept; write a pseudonym, such as "speaker 1".',
      ),
    );
  });

  it("is another thing than a table of payments", async () => {
    const taking = await start();
    await taking.take("payments.csv", "date,payer,payee,amount,currency\n2016-03-04,Kim Min,Pak Chol,500,USD\n");
    expect(await answers(taking)).toEqual([]);
    expect((await taking.said("s.schema = 'Payment'")).length).toBeGreaterThan(0);
  });

  it("has blanks that are known", async () => {
    for (const name of ["interview-sheet.csv", "interview-sheet.yaml"]) {
      const taking = await start();
      await taking.take(name, readFileSync(new URL(`../../docs/${name}`, import.meta.url)));
      expect([await answers(taking), await taking.faults()]).toEqual([[], []]);
    }
  });
});

describe("the basis of an answer", () => {
  const cases: readonly (readonly [cell: string, teller: string, basis: string, toldBy: readonly string[]])[] = [
    ["saw it", "", "saw", []],
    ["Was there.", "", "saw", []],
    ["told by Pak Yong", "", "told", ["Pak Yong"]],
    ["heard from a friend <- the driver", "", "told", ["a friend", "the driver"]],
    ["told", "", "told", []],
    ["", "Pak Yong", "told", ["Pak Yong"]],
    ["read in the Courier", "", "read", ["the Courier"]],
    ["guesses", "Pak Yong", "guesses", []],
    ["박용에게서 들음", "", "told", ["박용"]],
    ["직접 봄", "", "saw", []],
    ["со слов Ивана Петрова", "", "told", ["Ивана Петрова"]],
    ["猜测", "", "guesses", []],
    ["saw it and was told by Ri", "", "unknown", []],
    ["already known", "", "unknown", []],
    ["", "", "unknown", []],
  ];
  for (const [cell, teller, basis, toldBy] of cases)
    it(`"${cell}"${teller === "" ? "" : ` beside "${teller}"`} is ${basis}`, () =>
      expect(readBasis(cell, teller)).toMatchObject({ basis, toldBy }));
});
