import { parseAllDocuments } from "yaml";
import { readText, type TextEncoding } from "../../detect/index.ts";

import { interviewField, interviewFields } from "../../interviews/interview-columns.ts";
import type { OpenPart } from "../../parser/staging/index.ts";
import type { ReadContext } from "../read-context.ts";

const bytesMax = 4 * 1024 * 1024;
const aliasesMax = 100;

/**
 * Reads an interview sheet in YAML: what stands before `answers` holds for each of them, and an answer may say otherwise. One
 * row for each answer, numbered from 1 through all documents of the file; keys that mean nothing get columns of their own.
 */
export function readInterview(context: ReadContext, encoding: TextEncoding): void {
  const { report } = context;
  report.setEncoding(encoding.name);
  const part = report.openPart({ name: "", hasPlaces: false });
  const read = report.head.bytes > bytesMax ? tooLarge : readSheets(readText(context.path) ?? "");
  for (const text of read.faults) part.fault({ kind: "damaged", text, rowsLost: 1 });
  const columnNames: string[] = [...interviewFields];
  for (const [index, answer] of read.answers.entries()) stageAnswer(part, { answer, rowNo: index + 1 }, columnNames);
  context.progress.tick(report.head.bytes, read.answers.length);
  part.close({
    rowsPresent: read.answers.length + read.faults.length,
    columnNames,
    columnCount: columnNames.length,
  });
}

type Answer = ReadonlyMap<string, string>;

interface Sheets {
  readonly answers: readonly Answer[];
  readonly faults: readonly string[];
}

const tooLarge: Sheets = {
  answers: [],
  faults: [`The sheet is larger than ${bytesMax / 1024 / 1024} MB; write a file for each session.`],
};

function readSheets(text: string): Sheets {
  const documents = parseAllDocuments(text, { schema: "failsafe", logLevel: "silent" });
  const sheets = [...documents].map((document): Sheets => {
    const [error] = document.errors;
    if (error) return { answers: [], faults: [`The YAML is broken: ${error.message.split("\n", 1)[0] ?? ""}`] };
    return readSheet(asValue(() => document.toJS({ maxAliasCount: aliasesMax })));
  });
  return { answers: sheets.flatMap(({ answers }) => answers), faults: sheets.flatMap(({ faults }) => faults) };
}

/** A value of a document; of one whose aliases would grow without end an error's words. */
function asValue(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
}

function readSheet(sheet: unknown): Sheets {
  if (sheet === null || sheet === "") return { answers: [], faults: [] };
  if (!isMapping(sheet))
    return { answers: [], faults: ['A sheet needs "speaker:", "session:" and "answers:", one under another.'] };
  const { list, own } = splitAnswers(sheet);
  if (!Array.isArray(list)) return { answers: [], faults: ['"answers:" needs a list, each answer behind "- ".'] };
  const head = cellsOf(own);
  const answers: Answer[] = [];
  const faults: string[] = [];
  for (const [index, each] of list.entries())
    if (isMapping(each)) answers.push(new Map([...head, ...cellsOf(each)]));
    else faults.push(`Answer ${index + 1} needs "answer:" and "basis:", one under another behind "- ".`);
  return { answers, faults };
}

function splitAnswers(sheet: Record<string, unknown>): { list: unknown; own: Record<string, unknown> } {
  const key = Object.keys(sheet).find((each) => each.toLowerCase() === "answers") ?? "answers";
  const { [key]: list, ...own } = sheet;
  return { list, own };
}

/** The cells of an answer by column: a key is read as a header is, and a list or mapping as its text. */
const cellsOf = (values: Record<string, unknown>): [string, string][] =>
  Object.entries(values).map(([key, value]) => [interviewField(key) ?? key, textOf(value)]);

const textOf = (value: unknown): string => (typeof value === "string" ? value : (JSON.stringify(value) ?? ""));

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function stageAnswer(
  part: OpenPart,
  { answer, rowNo }: { readonly answer: Answer; readonly rowNo: number },
  columnNames: string[],
): void {
  for (const [name, cell] of answer) {
    if (cell === "") continue;
    if (!columnNames.includes(name)) columnNames.push(name);
    part.writer.text(columnNames.indexOf(name), cell);
  }
  part.writer.endRow({ rowNo, byteFrom: -1, byteTo: -1, isHidden: false });
}
