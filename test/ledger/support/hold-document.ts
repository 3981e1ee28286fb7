import { sql } from "../../../src/store/index.ts";
import type { Literal, TestCase } from "../../support/case.ts";

/** A report as a test holds it: what it says of itself, and its paragraphs; one of another kind is "kind: text" with `kinds`. */
export interface Report {
  readonly id: string;
  readonly outlet?: string;
  readonly title?: string;
  readonly day?: string;
  readonly lang?: string;
  readonly paragraphs: readonly (string | readonly [kind: string, text: string])[];
}

/** Holds a report in a hand-over, as a file of its own; its passages stand in rows from 1. */
export async function holdDocument(made: TestCase, dataset: string, report: Report): Promise<void> {
  const told: readonly (readonly [string, string | undefined])[] = [
    ["title", report.title],
    ["publisher", report.outlet],
    ["publishedAt", report.day],
  ];
  const literals = told.flatMap(([prop, value]): Literal[] =>
    value === undefined ? [] : [[report.id, "PlainText", prop, value]],
  );
  await made.statements(dataset, [...literals, [report.id, "PlainText", "fileName", `${report.id}.txt`]]);
  const { database } = made.file;
  await database.run(sql`update held.file set form = 'text', name = ${`${report.id}.txt`}
    where file_no = (select max(file_no) from held.file)`);
  for (const [index, each] of report.paragraphs.entries()) {
    const [kind, text] = typeof each === "string" ? ["paragraph", each] : each;
    await database.run(sql`insert into held.passage
      select dataset_no, file_no, 0, ${index + 1}, 1, ${report.id}, ${kind}, null, ${text}, ${report.lang ?? "eng"},
        null, null, null, null, false, batch_no
      from held.file where file_no = (select max(file_no) from held.file)`);
  }
}

/** A seizure, told by an agency on the word of customs, and by a paper that names no one and drops the doubt. */
export const seizure: readonly Report[] = [
  {
    id: "agency",
    outlet: "Harbour Wire",
    title: "Customs stop a lorry",
    day: "2016-03-10",
    paragraphs: [
      "Customs stop a lorry",
      "Customs officers in Rotterdam seized 14 crates of pumps on Tuesday, a spokesman for the customs office said.",
      "“The papers were forged. We think that the pumps were meant for a shipyard,” the spokesman said.",
      "The owner of the lorry, Dex Haulage, denied that the papers were forged.",
    ],
  },
  {
    id: "paper",
    outlet: "Quay Courier",
    title: "Pumps seized",
    day: "2016-03-11",
    paragraphs: [
      "Pumps seized",
      "According to Harbour Wire, customs officers seized 14 crates of pumps in Rotterdam on Tuesday.",
      "The port authority could not confirm that the crates held pumps.",
    ],
  },
];

/** A man in flight: no view may tell the town or the day. */
export const flight: Report = {
  id: "flight",
  outlet: "Strait Post",
  title: "Attache is gone",
  day: "2016-05-20",
  paragraphs: [
    "Attache is gone",
    "Colonel Orlo Vintar, 51, defected in Lisbon on 12 May 2016, a diplomat told the Strait Post.",
    "Vintar took a train from Porto at 6 a.m. on 11 May 2016, the diplomat said.",
  ],
};

/** What happened to others, and the man of the flight again, in a paragraph that has no word of flight. */
export const others: Report = {
  id: "others",
  outlet: "Gulf Mail",
  day: "2016-05-21",
  paragraphs: [
    "Police in Madrid said on Thursday that 20 lorries were stopped near Tarifa on 3 May 2016.",
    "A fire in Hamburg destroyed 30 cars on 4 May 2016, the fire brigade said.",
    "Mr Vintar had dinner in Faro on 10 May 2016, a waiter said.",
  ],
};
