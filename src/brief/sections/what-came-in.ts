import { faultLines, fileLines, type Reader } from "../../views/index.ts";
import type { Block, Section } from "../outline.ts";
import { counted } from "../words.ts";

const shownFaults = 12;

/** What came in, from whom, and what could not be read. */
export async function whatCameIn(reader: Reader): Promise<Section> {
  const files = await fileLines(reader);
  const sum = (count: (file: (typeof files)[number]) => number): number =>
    files.reduce((total, file) => total + count(file), 0);
  const rows = files.map((file) => ({
    cells: [
      file.dataset,
      file.file,
      `${file.source}, ${file.grade}`,
      file.rowsPresent.toLocaleString("en-US"),
      file.rowsLost.toLocaleString("en-US"),
      file.values.toLocaleString("en-US"),
      file.faults.toLocaleString("en-US"),
    ],
    cites: [{ kind: "file" as const, file: `${file.dataset}/${file.file}` }],
  }));
  const cites = files.map((file) => ({ kind: "file" as const, file: `${file.dataset}/${file.file}` }));
  return {
    id: "came-in",
    title: "What came in",
    blocks: [
      {
        kind: "paragraph",
        sentences: [
          {
            text: `${counted(files.length, "file")} hold ${counted(
              sum((file) => file.rowsPresent),
              "row",
            )}; ${counted(
              sum((file) => file.rowsRead),
              "row was",
              "rows were",
            )} read and ${counted(
              sum((file) => file.rowsLost),
              "row was",
              "rows were",
            )} lost.`,
            cites,
          },
        ],
      },
      {
        kind: "table",
        caption: "Files, in the order in which they were handed over",
        head: ["hand-over", "file", "from", "rows", "rows lost", "values", "faults"],
        rows,
      },
      await couldNotBeRead(
        reader,
        sum((file) => file.faults),
      ),
    ],
  };
}

async function couldNotBeRead(reader: Reader, total: number): Promise<Block> {
  const faults = await faultLines(reader, { offset: 0, limit: shownFaults });
  if (faults.length === 0) return { kind: "empty", text: "Nothing was found that could not be read." };
  const head = `${counted(total, "place")} could not be read as it stands; the first are listed here and "windfall faults" lists them all: `;
  return {
    kind: "list",
    sentences: faults.map((fault, index) => ({
      text: `${index === 0 ? head : ""}${fault.text}`,
      cites: [{ kind: "fault", place: fault.place, text: fault.text }],
    })),
  };
}
