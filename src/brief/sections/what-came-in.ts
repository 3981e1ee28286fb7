import { faultGroups, fileLines, type FileLine, type Reader } from "../../views/index.ts";
import type { Block, Citation, Row, Section } from "../outline.ts";
import { counted, grouped } from "../words.ts";

/** What came in, from whom, and what could not be read. */
export async function whatCameIn(reader: Reader): Promise<Section> {
  const files = await fileLines(reader);
  const id = "came-in";
  const title = "What came in, and what could not be read";
  if (files.length === 0) return { id, title, blocks: [{ kind: "empty", text: "Nothing was handed over." }] };
  const sum = (count: (file: FileLine) => number): number => files.reduce((total, file) => total + count(file), 0);
  const [present, lost] = [sum((file) => file.rowsPresent), sum((file) => file.rowsLost)];
  const read = lost === 0 ? "all of them were read" : `${counted(lost, "row")} of them could not be read`;
  return {
    id,
    title,
    blocks: [
      {
        kind: "paragraph",
        sentences: [
          {
            text: `${counted(files.length, "file holds", "files hold")} ${counted(present, "row")}; ${read}.`,
            cites: files.map(citeOf),
          },
        ],
      },
      {
        kind: "table",
        caption: "Files, in the order in which they were handed over; a public list is one line",
        head: ["hand-over", "received", "file", "from", "rows", "lost", "values", "not understood"],
        rows: [...filesByLine(files).values()].map(fileRow),
      },
      await couldNotBeRead(
        reader,
        sum((file) => file.faults),
      ),
    ],
  };
}

const citeOf = (file: FileLine): Citation => ({ kind: "file", file: `${file.dataset}/${file.file}` });

function filesByLine(files: readonly FileLine[]): Map<string, FileLine[]> {
  const lines = new Map<string, FileLine[]>();
  for (const file of files.toSorted((left, right) => Number(left.series !== null) - Number(right.series !== null))) {
    const key = file.series === null ? `${file.dataset}/${file.file}` : file.dataset;
    lines.set(key, [...(lines.get(key) ?? []), file]);
  }
  return lines;
}

function fileRow(files: readonly FileLine[]): Row {
  const [first] = files;
  const sum = (count: (file: FileLine) => number): string =>
    grouped(files.reduce((total, file) => total + count(file), 0));
  return {
    cells: [
      first?.dataset ?? "",
      first?.received ?? "",
      files.length > 1 ? counted(files.length, "file") : (first?.file ?? ""),
      first ? `${first.source}, ${first.grade}` : "",
      sum((file) => file.rowsPresent),
      sum((file) => file.rowsLost),
      sum((file) => file.values),
      sum((file) => file.faults),
    ],
    cites: files.map(citeOf),
  };
}

/** One line for each kind of fault in each hand-over, with one of them, unless it is a phone's. */
async function couldNotBeRead(reader: Reader, total: number): Promise<Block> {
  const groups = await faultGroups(reader);
  if (groups.length === 0) return { kind: "empty", text: "Nothing was found that could not be read." };
  return {
    kind: "table",
    caption: `${counted(total, "place")} could not be read as ${total === 1 ? "it stands" : "they stand"}; "windfall faults" lists ${total === 1 ? "it" : "them all"}`,
    head: ["hand-over", "places", "for example"],
    rows: groups.map((group) => ({
      cells: [
        group.dataset,
        grouped(group.faults),
        group.example ?? `${group.kind.replaceAll("-", " ")} (of a phone: not quoted)`,
      ],
      cites: [
        group.example === null
          ? { kind: "file", file: group.file }
          : { kind: "fault", place: group.place, text: group.example },
      ],
    })),
  };
}
