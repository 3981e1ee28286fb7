import { afterAll, describe, expect, it } from "vitest";
import { removeFolders, stageBytes, type StagedCase } from "./support/staged-rows.ts";

afterAll(removeFolders);

/** `kind(name)*: text` of each passage, `*` for a hidden one. */
async function passagesOf({ staged, cells, places }: StagedCase): Promise<string[]> {
  const [part] = staged.files[0]?.parts ?? [];
  const hidden = (await places(part)).map(([, , isHidden]) => isHidden);
  return (await cells(part)).map(
    ([, text, kind, , , , , name], row) =>
      `${kind}${name == null ? "" : `(${name})`}${hidden[row] ? "*" : ""}: ${text}`,
  );
}

const head = String.raw`{\rtf1\ansi\ansicpg1251\uc1{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset128 MS Gothic;}}{\colortbl;\red0;}
{\info{\title The title}{\author Kim}}`;

describe("an RTF document", () => {
  it("has paragraphs in the encodings of their fonts, with characters by number, and rows of tables", async () => {
    const text = String.raw`${head}\pard\f0 \'cf\'f0\'e8\'e2\'e5\'f2, \u44608 ?\u52384 ?\par {\f1\'8c\'c3\'8f\'91}\line two\par
\trowd\intbl a\cell b\par c\cell\row\pard\'93x\'94 \{y\} z\~1\par {\*\unknown hidden words}{\pict 0102}end}`;
    const staged = await stageBytes("a.rtf", text);
    expect(staged.staged.files[0]).toMatchObject({ form: "rtf", faults: [] });
    expect(await passagesOf(staged)).toEqual([
      "meta(dc:title): The title",
      "meta(dc:creator): Kim",
      "paragraph: Привет, 김철",
      "paragraph: 古書\ntwo",
      "table: a\tb\nc",
      "paragraph: “x” {y} z\u00A01",
      "paragraph: end",
    ]);
    const places = await staged.places(staged.staged.files[0]?.parts[0]);
    expect(text.slice(places[2]?.[0], places[2]?.[1])).toMatch(/^\\'cf.*\?$/su);
  });

  it("tells hidden text, tracked changes, headers and comments", async () => {
    const staged = await stageBytes(
      "a.rtf",
      String.raw`${head}{\header A header\par}with {\deleted nineteen}{\revised nine} seats{\v unseen}{\*\annotation Is it so?}\par}`,
    );
    expect((await passagesOf(staged)).slice(2)).toEqual([
      "header: A header",
      "paragraph: with nine seats",
      "paragraph*: unseen",
      "deleted: nineteen",
      "inserted: nine",
      "comment: Is it so?",
    ]);
  });

  it("that is cut off says so, and of a protected source names nobody", async () => {
    const staged = await stageBytes("a.rtf", String.raw`${head}some text`, { isSealed: true });
    expect(await passagesOf(staged)).toEqual(["meta(dc:title): The title", "paragraph: some text"]);
    expect(staged.staged.files[0]?.faults.map(({ kind }) => kind)).toEqual(["name", "damaged"]);
    const deep = await stageBytes("b.rtf", `${head}${"{".repeat(100_000)}x`);
    expect(deep.staged.files[0]?.faults.map(({ kind }) => kind)).toEqual(["damaged"]);
  });
});
