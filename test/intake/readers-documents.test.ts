import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it, test } from "vitest";
import { findLanguage } from "../../src/intake/readers/documents/find-language.ts";
import { fixture, removeFolders, stageBytes, type StagedCase } from "./support/staged-rows.ts";

afterAll(removeFolders);

/** `kind(name)*: text` of each passage, `*` for a hidden one. */
async function passagesOf({ staged, cells }: StagedCase): Promise<string[]> {
  const rows = await cells(staged.files[0]?.parts[0]);
  return rows.map(([, text, kind, , , , , name]) => `${kind}${name == null ? "" : `(${name})`}: ${text}`);
}

/** The text of each passage as the bytes of the file have it. */
async function bytesOf(staged: StagedCase, bytes: Buffer, encoding: string): Promise<string[]> {
  const places = await staged.places(staged.staged.files[0]?.parts[0]);
  return places.map(([from, to]) => new TextDecoder(encoding).decode(bytes.subarray(from, to)));
}

describe("a plain text", () => {
  it("has a passage for each line, as it stands, empty ones too", async () => {
    const text = "A headline, with a comma\r\n\r\n  An indented line.  \r\n> quoted before\r\nthe last line";
    const staged = await stageBytes("a.txt", text);
    expect(staged.staged.files[0]).toMatchObject({
      form: "text",
      rowsPresent: 5,
      rowsRead: 5,
      rowsLost: 0,
      faults: [],
    });
    expect(await passagesOf(staged)).toEqual([
      "paragraph: A headline, with a comma",
      "paragraph: ",
      "paragraph:   An indented line.  ",
      "quote: > quoted before",
      "paragraph: the last line",
    ]);
    expect(await bytesOf(staged, Buffer.from(text), "utf-8")).toEqual(text.split("\r\n"));
  });

  it.each([
    [
      "paragraphs with as many commas each",
      [
        "Two barges left Port Mirren on Sunday, the harbour office said, and none came back.",
        "Four men of the crew, among them a cook, asked for a lawyer, and got one.",
        "The owner, a firm in Olsk, denied all of it, and hung up the telephone.",
      ],
      "text",
    ],
    [
      "messages between commas",
      [
        "1,2019-05-03,The barge left on Sunday and nobody of the crew came back to the harbour.",
        "2,2019-05-04,Four men of the crew asked for a lawyer and got one on the same day.",
        "3,2019-05-05,The owner denied all of it on the telephone and then hung up on us.",
      ],
      "csv",
    ],
  ])("is told from a table: %s", async (_what, lines, form) => {
    expect((await stageBytes("a.txt", lines.join("\n"))).staged.files[0]?.form).toBe(form);
  });

  test.each([
    [
      "euc-kr",
      "b9e8b4c220c8adbfe4c0cfbfa120b6b0b3b5b4d90ab3d720bbe7b6f7c0cc20c5b8b0ed20c0d6befab4d9b0ed20c1d6b9cec0cc20b8bbc7dfb4d9",
      2,
    ],
    ["utf-16le", "fffe41003dd80ade0a004200", 2],
  ])("in %s has the bytes of each line", async (encoding, hex, count) => {
    const bytes = Buffer.from(hex, "hex");
    const staged = await stageBytes("a.txt", bytes);
    const passages = await passagesOf(staged);
    expect(passages).toHaveLength(count);
    expect((await bytesOf(staged, bytes, encoding)).map((line) => `paragraph: ${line.replace("\uFEFF", "")}`)).toEqual(
      passages,
    );
  });
});

it("in the encoding of DOS is read as what it says", async () => {
  const staged = await stageBytes("a.txt", readFileSync(fixture("tika_russian.cp866.txt")));
  expect((await passagesOf(staged))[0]).toMatch(/^paragraph: [\p{sc=Cyrillic}\s\p{P}\d]+$/u);
});

describe("a saved page", () => {
  const page = (body: string, head = ""): string =>
    `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
  const read = async (body: string, head?: string): Promise<string[]> =>
    passagesOf(await stageBytes("a.html", page(body, head)));

  it("keeps its structure: headline, labels, quotations, lists, rows of tables, menus", async () => {
    expect(
      await read(
        `<nav><a>Home</a> <a>News</a></nav><h1>The&nbsp;headline</h1><p class="byline">By Ann Lee</p>
         <p><b>Anchor:</b> A man &amp; a
         woman <i>left</i>.</p><h2>More</h2><blockquote><p>Two</p><p>parts</p></blockquote>
         <ul><li>one<li>two</ul><table><tr><th>a</th><th>b</th></tr><tr><td>1<td>2</table><footer>Imprint</footer>`,
      ),
    ).toEqual([
      "menu: Home News",
      "title: The\u00A0headline",
      "label: By Ann Lee",
      "label: Anchor:",
      "paragraph: A man & a woman left.",
      "heading: More",
      "quote: Two",
      "quote: parts",
      "list: one",
      "list: two",
      "table: a\tb",
      "table: 1\t2",
      "footer: Imprint",
    ]);
  });

  it("tells what is hidden, struck out and put in, and runs nothing", async () => {
    const staged = await stageBytes(
      "a.html",
      page(
        `<p>with <del>nineteen</del><ins>nine</ins> seats</p><p style="display: none">unseen</p><!-- do not print this -->
         <script>document.write("x")</script><style>p { color: red }</style><p onclick="x()">plain</p>`,
      ),
    );
    expect(await passagesOf(staged)).toEqual([
      "paragraph: with nine seats",
      "deleted: nineteen",
      "inserted: nine",
      "paragraph: unseen",
      "comment: do not print this",
      "paragraph: plain",
    ]);
    expect((await staged.places(staged.staged.files[0]?.parts[0])).map(([, , isHidden]) => isHidden)).toEqual([
      false,
      false,
      false,
      true,
      true,
      false,
    ]);
  });

  it("says what stands in its head", async () => {
    const data = '{"@type":"NewsArticle","datePublished":"2019-11-12","author":[{"name":"Ann Lee"},{"name":"Bo Ri"}]}';
    expect(
      await read(
        "",
        `<title>A &lt;page&gt;</title><meta property="og:site_name" content="The Paper"><link rel="canonical" href="https://x.example/a">
         <script type="application/ld+json">${data}</script>`,
      ),
    ).toEqual([
      "meta(title): A <page>",
      "meta(og:site_name): The Paper",
      "meta(canonical): https://x.example/a",
      "meta(ld:datePublished): 2019-11-12",
      "meta(ld:author): Ann Lee",
      "meta(ld:author): Bo Ri",
    ]);
  });

  it("in another encoding is read in the one that it names, with the bytes of each passage", async () => {
    const bytes = Buffer.concat([
      Buffer.from('<html><meta charset="windows-1251"><p>'),
      Buffer.from("cff0e8e2e5f2", "hex"),
      Buffer.from("</p><p>"),
      Buffer.from("eceef0e5", "hex"),
      Buffer.from("</p></html>"),
    ]);
    const staged = await stageBytes("a.html", bytes);
    expect(await passagesOf(staged)).toEqual(["paragraph: Привет", "paragraph: море"]);
    expect(await bytesOf(staged, bytes, "windows-1251")).toEqual(["Привет", "море"]);
  });

  it("is read whole where its tags are broken or lie deep", async () => {
    expect(await read("<p>one<div><b>two</p></i>three<table><td>four")).toEqual([
      "paragraph: one",
      "paragraph: two",
      "paragraph: three",
      "paragraph: four",
    ]);
    expect(await read(`${"<div>".repeat(4_000)}deep`)).toEqual(["paragraph: deep"]);
    const { staged } = await stageBytes(
      "a.html",
      page(`<p>read</p>${"<div>".repeat(200_000)}${"</b>".repeat(200_000)}`),
    );
    expect(staged.files[0]).toMatchObject({ rowsRead: 1, rowsLost: 1, faults: [{ kind: "too-deep" }] });
    expect((await read("<".repeat(1_000_000)))[0]).toHaveLength(1_000_000 + "paragraph: ".length);
  });
});

test.each([
  ["A resident of the island told the coastguard that three men came ashore", "eng"],
  ["Der Beamte hat das Land am Dienstag mit seiner Frau verlassen", "deu"],
  ["L’officier a quitté le pays mardi soir avec sa femme", "fra"],
  ["Бывший офицер сообщил агентству, что лодка ушла ночью", "rus"],
  ["Колишній офіцер повідомив агентству", "ukr"],
  ["대좌는 화요일에 배를 타고 떠났다 (Ri Chol)", "kor"],
  ["官员星期二乘船离开", "zho"],
  ["船は火曜日に出た", "jpn"],
  ["By Ahn Sol-bi", undefined],
  ["17 / 4", undefined],
])("the language of %j is %s", (text, language) => expect(findLanguage(text)).toBe(language));
