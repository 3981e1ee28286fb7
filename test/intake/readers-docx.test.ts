import { afterAll, describe, expect, it } from "vitest";
import { makeDocx, type DocxParts } from "./support/make-docx.ts";
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

const run = (text: string, format = ""): string =>
  `<w:r><w:rPr>${format}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (inner: string, style = ""): string =>
  `<w:p><w:pPr>${style === "" ? "" : `<w:pStyle w:val="${style}"/>`}</w:pPr>${inner}</w:p>`;
const read = async (body: string, parts?: DocxParts): Promise<string[]> =>
  passagesOf(await stageBytes("a.docx", makeDocx(body, parts)));

describe("a Word document", () => {
  it("has its text with titles, lists, rows of tables, tabs and breaks", async () => {
    const styles = `<w:style w:styleId="T1"><w:name w:val="Title"/></w:style><w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style>`;
    const cell = (text: string): string => `<w:tc>${p(run(text))}</w:tc>`;
    expect(
      await read(
        `${p(run("The &amp; title"), "T1")}${p(run("Part one"), "H2")}${p("")}
         <w:p><w:pPr><w:numPr/></w:pPr>${run("one")}</w:p>
         <w:p>${run("a")}<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>
         <w:tbl><w:tr>${cell("x")}${cell("y")}</w:tr><w:tr><w:tc>${p(run("1"))}${p(run("2"))}</w:tc>${cell("")}</w:tr></w:tbl>`,
        { styles },
      ),
    ).toEqual([
      "title: The & title",
      "heading: Part one",
      "list: one",
      "paragraph: a\tb\nc",
      "table: x\ty",
      "table: 1\n2\t",
    ]);
  });

  it("tells tracked changes, hidden text, comments and notes after the paragraph that they belong to", async () => {
    const who = 'w:author="Kim" w:date="2019-05-03T10:00:00Z"';
    expect(
      await read(
        `<w:p>${run("with ")}<w:del ${who}><w:r><w:delText>nineteen</w:delText></w:r></w:del><w:ins ${who}>${run("nine")}</w:ins>${run(" seats")}${run("unseen", "<w:vanish/>")}${run("seen", '<w:vanish w:val="0"/>')}
         <w:r><w:commentReference w:id="3"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>${p(run("next"))}`,
        {
          comments: `<w:comment w:id="3" w:author="Lee">${p(run("Is this so?"))}</w:comment><w:comment w:id="4">${p(run("lost"))}</w:comment>`,
          footnotes: `<w:footnote w:id="2">${p(run("A note."))}</w:footnote>`,
          header: p(run("Confidential")),
        },
      ),
    ).toEqual([
      "paragraph: with nine seatsseen",
      "comment(Lee): Is this so?",
      "paragraph(footnote 2): A note.",
      "paragraph*: unseen",
      "deleted(Kim, 2019-05-03T10:00:00Z): nineteen",
      "inserted(Kim, 2019-05-03T10:00:00Z): nine",
      "paragraph: next",
      "comment: lost",
      "header: Confidential",
    ]);
  });

  it("reads what was written twice for two kinds of programs once, and what is embedded by its own reader", async () => {
    const staged = await stageBytes(
      "a.docx",
      makeDocx(
        `<w:p><mc:AlternateContent><mc:Choice><w:r><w:txbxContent>${p(run("box"))}</w:txbxContent></w:r></mc:Choice><mc:Fallback>${run("box")}</mc:Fallback></mc:AlternateContent>${run("about")}</w:p>`,
        {
          files: [["embeddings/list.csv", "Name,Sum\nRi,5\nPak,6\n"]],
          core: "<dc:title>A title</dc:title><dc:creator>Kim</dc:creator>",
        },
      ),
    );
    expect(await passagesOf(staged)).toEqual([
      "meta(dc:title): A title",
      "meta(dc:creator): Kim",
      "paragraph: box",
      "paragraph: about",
      "meta(attachment): list.csv",
    ]);
    expect(staged.staged.files[1]).toMatchObject({ form: "csv", parentOrdinal: 0, rowsRead: 3 });
  });

  it("of a protected source does not name who made it", async () => {
    const bytes = makeDocx(`<w:p><w:ins w:author="Kim">${run("text")}</w:ins></w:p>`, {
      core: "<dc:title>A title</dc:title><dc:creator>Kim</dc:creator>",
    });
    const staged = await stageBytes("a.docx", bytes, { isSealed: true });
    expect(await passagesOf(staged)).toEqual(["meta(dc:title): A title", "paragraph: text", "inserted: text"]);
    expect(staged.staged.files[0]?.faults.map(({ kind }) => kind)).toEqual(["name"]);
  });

  it("that is damaged, or declares entities, is read as far as it goes", async () => {
    const cut = makeDocx(`${p(run("one"))}<w:p><w:r><w:t>two</w:t></w:r></w:q>`);
    const staged = await stageBytes("a.docx", cut);
    expect(await passagesOf(staged)).toEqual(["paragraph: one"]);
    expect(staged.staged.files[0]).toMatchObject({ rowsPresent: 2, rowsLost: 1, faults: [{ kind: "damaged" }] });
    const empty = await stageBytes("b.docx", makeDocx(p("")));
    expect(empty.staged.files[0]?.faults.map(({ kind }) => kind)).toEqual(["empty"]);
  });
});
