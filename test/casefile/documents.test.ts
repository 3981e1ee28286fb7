import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addMaterial } from "../../src/casefile/add-material.ts";
import { initCase } from "../../src/casefile/case-folder.ts";
import { openContacts, openPlace, takeInAll, withCase } from "../../src/casefile/index.ts";
import { findVerb } from "../../src/cli/find.ts";
import { showVerb } from "../../src/cli/show-document.ts";
import { by, runVerb } from "../support/run-verb.ts";

const root = mkdtempSync(join(tmpdir(), "windfall-documents-"));
const dir = join(root, "case");
const page = `<!doctype html><title>Boat lost</title><h1>Boat lost</h1>
<p><b>Anchor:</b> Torshenko left.</p><p hidden>Not for print.</p>`;
const long = `${"word ".repeat(80)}Torshenko ${"word ".repeat(80)}`;

beforeAll(async () => {
  const [html, txt, mail] = ["boat.html", "note.txt", "a.eml"].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(mail, "From: Ann Lee <ann@x.example>\nTo: box@x.example\nSubject: crates\n\nSix crates.\n");
  writeFileSync(html, page);
  writeFileSync(txt, `A note\n${long}\nThe end`);
  initCase(dir, "Harbour");
  const source = { id: "s1", label: "The Wire", kind: "outlet", grade: "B2" };
  await addMaterial(dir, { files: [html, txt, mail], dataset: "h1", source, received: "2020-01-01" }, by);
  await withCase(dir, by, (open) => takeInAll(open, () => undefined));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const opened = (place: string) => withCase(dir, by, (open) => openPlace(open, place));

describe("a document of a case", () => {
  it("opens at a paragraph or a byte, with its surroundings", async () => {
    const place = await opened("h1/boat.html#paragraph 4");
    expect(place).toEqual({
      locator: "h1/boat.html#paragraph 4",
      isGuarded: false,
      lines: ["    2 title: Boat lost", "    3 label: Anchor:", "    4 Torshenko left.", "    5*Not for print."],
      focus: 2,
      isHidden: false,
    });
    const byte = page.indexOf("Torshenko") + 3;
    expect((await opened(`h1/boat.html#bytes ${byte}-${byte + 1}`)).lines).toEqual(place.lines);
    expect((await opened("h1/boat.html#paragraph 5")).isHidden).toBe(true);
    await expect(opened("h1/boat.html#paragraph 9")).rejects.toThrow("there is no row 9; the part has 5 rows");
    await expect(opened("h1/boat.html#page 2")).rejects.toThrow("the document has nothing at page 2");
  });

  it("is found by its words, in a long passage with what stands about them", async () => {
    const { lines } = await runVerb(dir, findVerb, {}, ["torshenko", "not for print"]);
    expect(lines.slice(0, 3)).toEqual([
      "h1/boat.html#paragraph 5  [hidden]  paragraph: Not for print.",
      "h1/boat.html#paragraph 4  paragraph: Torshenko left.",
      expect.stringMatching(/^h1\/note\.txt#paragraph 2  paragraph: ….{100,}Torshenko .{100,}…$/u),
    ]);
    expect(lines.at(-1)).toContain("values, 12 passages and 0 faults in 3 files");
  });

  it("is shown whole", async () => {
    expect((await runVerb(dir, showVerb, {}, ["h1/boat.html"])).lines).toEqual([
      "    1 title: Boat lost",
      "    2 title: Boat lost",
      "    3 label: Anchor:",
      "    4 Torshenko left.",
      "    5*Not for print.",
    ]);
    await expect(runVerb(dir, showVerb, {}, ["h1/boat.pdf"])).rejects.toThrow("the case has no such document");
  });

  it("that is a message opens at its subject; who wrote it is closed until opened for a reason", async () => {
    expect((await opened("h1/a.eml#message 1")).lines).toEqual([
      "    1 (a contact of a phone or mailbox, closed)",
      "    2 (a contact of a phone or mailbox, closed)",
      "    3 Subject: crates",
      "    4 Six crates.",
    ]);
    await expect(opened("h1/a.eml#paragraph 1")).rejects.toThrow("add --reason WORDS");
    const shown = await runVerb(dir, showVerb, {}, ["h1/a.eml#message 1"]);
    expect(shown.lines[0]).toBe("    1 From: (a contact of a phone or mailbox, closed)");
    await withCase(dir, by, (open) => openContacts(open, "h1/a.eml#paragraph 1", { actor: "lee", reason: "asked" }));
    expect((await opened("h1/a.eml#paragraph 1")).lines[0]).toBe("    1 From: Ann Lee <ann@x.example>");
  });
});
