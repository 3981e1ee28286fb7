import { afterAll, describe, expect, it } from "vitest";
import { parseAddresses } from "../../src/intake/documents/mail-values.ts";
import { decodeWords } from "../../src/intake/readers/mail/mail-headers.ts";
import { removeFolders, stageBytes, type StagedCase } from "./support/staged-rows.ts";

afterAll(removeFolders);

const lines = (...texts: readonly string[]): string => texts.join("\r\n");
const head = ["From: Ann Lee <ann@x.example>", "Subject: boats", "MIME-Version: 1.0"];

/** `document kind(name): text` of each passage but the header fields. */
async function textOf({ staged, cells }: StagedCase, member = 0): Promise<string[]> {
  const rows = await cells(staged.files[member]?.parts[0]);
  return rows
    .filter(([, , kind, , , , , name]) => kind !== "meta" || name === "attachment")
    .map(([, text, kind, , , , document, name]) => `${document} ${kind}${name == null ? "" : `(${name})`}: ${text}`);
}

describe("an e-mail message", () => {
  it("has its header fields decoded and unfolded, and its text line by line with their bytes", async () => {
    const text = lines(
      "From: =?utf-8?B?6rmA7LKg?= =?utf-8?B?7IiY?= <kim@x.example>",
      "Subject: a long",
      " subject",
      "",
      "One line.",
      "> quoted",
      "",
    );
    const staged = await stageBytes("a.eml", text);
    const [part] = staged.staged.files[0]?.parts ?? [];
    expect(await staged.cells(part)).toEqual([
      ["1", "김철수 <kim@x.example>", "meta", null, null, null, "1", "From"],
      ["2", "a long subject", "meta", null, null, null, "1", "Subject"],
      ["3", "One line.", "paragraph", null, null, null, "1", null],
      ["4", "> quoted", "quote", null, null, null, "1", null],
    ]);
    const places = await staged.places(part);
    expect(places.map(([from, to]) => text.slice(from, to)).slice(1)).toEqual([
      "Subject: a long\r\n subject",
      "One line.",
      "> quoted",
    ]);
  });

  it("is read once where it says the same as plain text and as HTML; what the HTML says besides is kept", async () => {
    const message = lines(
      ...head,
      'Content-Type: multipart/alternative; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable",
      "",
      "The boat left at caf=C3=A9=",
      " time.",
      "--b",
      "Content-Type: text/html",
      "",
      "<p>The boat left at caf&eacute; time.</p><p>Burn this.</p>",
      "--b--",
    );
    expect(await textOf(await stageBytes("a.eml", message))).toEqual([
      "1 paragraph: The boat left at café time.",
      "1 paragraph(html): Burn this.",
    ]);
  });

  it("gives its attachments to the readers of their forms, messages in it too", async () => {
    const message = lines(
      ...head,
      "Content-Type: multipart/mixed; boundary=b",
      "",
      "--b",
      "",
      "See below.",
      "--b",
      "Content-Type: text/csv",
      "Content-Disposition: attachment; filename*=utf-8''list%20of%20names.csv",
      "Content-Transfer-Encoding: base64",
      "",
      Buffer.from("Name,Sum\nRi Chol,5\nPak Su,6\n").toString("base64"),
      "--b",
      "Content-Type: message/rfc822",
      "",
      "From: bo@x.example",
      "Subject: inner",
      "",
      "Inner text.",
      "--b--",
    );
    const staged = await stageBytes("a.eml", message);
    expect(staged.staged.files.map(({ name, form, parentOrdinal }) => [name, form, parentOrdinal])).toEqual([
      ["a.eml", "email", null],
      ["list of names.csv", "csv", 0],
      ["part-2.eml", "email", 0],
    ]);
    expect(await textOf(staged)).toEqual([
      "1 paragraph: See below.",
      "1 meta(attachment): list of names.csv",
      "1 meta(attachment): part-2.eml",
    ]);
    expect(await textOf(staged, 2)).toEqual(["1 paragraph: Inner text."]);
  });

  it("joins lines that flow, and reads a charset that is named wrongly by what it is", async () => {
    const message = Buffer.concat([
      Buffer.from(
        lines(...head, "Content-Type: text/plain; charset=klingon; format=flowed", "", "It goes ", "on. ", ""),
      ),
      Buffer.from("\r\n-- \r\n"),
      Buffer.from("cff0e8e2e5f220e8e720eceef0ff", "hex"),
    ]);
    const staged = await stageBytes("a.eml", message);
    expect(await textOf(staged)).toEqual([
      "1 paragraph: It goes on. ",
      "1 paragraph: -- ",
      "1 paragraph: Привет из моря",
    ]);
    expect(staged.staged.files[0]?.faults.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'encoding: A text of the message names the encoding "klingon" and is not in it; it is read as windows-1251.',
    ]);
  });

  it.each([
    [
      "has no end",
      lines(...head, "Content-Type: multipart/mixed; boundary=b", "", "--b", "", "Cut"),
      ["damaged 0"],
      ["1 paragraph: Cut"],
    ],
    ["has no part", lines(...head, "Content-Type: multipart/mixed; boundary=b", "", "Cut"), ["damaged 1"], []],
    [
      "is encrypted",
      lines(
        ...head,
        "Content-Type: multipart/encrypted; boundary=b",
        "",
        "--b",
        "Content-Type: application/pgp-encrypted",
        "",
        "Version: 1",
        "--b--",
      ),
      ["encrypted 1"],
      ["1 meta(attachment): part-1.bin"],
    ],
  ])("that %s says so", async (_, message, faults, text) => {
    const staged = await stageBytes("a.eml", message);
    expect(staged.staged.files[0]?.faults.map(({ kind, rowsLost }) => `${kind} ${rowsLost}`)).toEqual(faults);
    expect(await textOf(staged)).toEqual(text);
  });

  it("in a message in a message is read as deep as the limit allows", async () => {
    let message = lines("From: a@b.example", "Subject: 0", "", "deepest");
    for (let depth = 1; depth <= 8; depth++)
      message = lines("From: a@b.example", `Subject: ${depth}`, "Content-Type: message/rfc822", "", message);
    const { staged } = await stageBytes("a.eml", message);
    expect(staged.files.map(({ form }) => form)).toEqual(Array.from({ length: 6 }, () => "email"));
    expect(staged.files.flatMap(({ faults }) => faults.map(({ kind, rowsLost }) => `${kind} ${rowsLost}`))).toEqual([
      "too-deep 1",
    ]);
  });
});

it("of a protected source shows no name of an attachment", async () => {
  const message = lines(...head, 'Content-Type: text/csv; name="mbrown.csv"', "", "Name,Sum", "Ri,5", "Pak,6");
  const staged = await stageBytes("f1.eml", message, { isSealed: true });
  expect(staged.staged.files.map(({ name }) => name)).toEqual(["f1.eml", "m1.csv"]);
  const rows = await staged.cells(staged.staged.files[0]?.parts[0]);
  expect(rows.map(([, text]) => text).slice(-2)).toEqual(["text/csv", "m1.csv"]);
  expect(JSON.stringify([staged.staged, rows])).not.toContain("mbrown");
});

describe("a mailbox", () => {
  it("has a document for each message; a line in a text that begins with From is none", async () => {
    const box = [
      "From a@x.example Mon Jul 20 01:01:07 2015",
      "From: a@x.example",
      "Subject: one",
      "",
      ">From the harbour they went.",
      "",
      "From now on 12 men are missing.",
      "",
      "From b@x.example Mon Jul 20 01:02:07 2015",
      "From: b@x.example",
      "Subject: two",
      "Content-Type: text/plain; name=note.txt",
      "",
      "A note.",
      "",
    ].join("\n");
    const staged = await stageBytes("box", box);
    expect(staged.staged.files.map(({ form, name }) => [form, name])).toEqual([
      ["mbox", "box"],
      ["text", "2/note.txt"],
    ]);
    expect(await textOf(staged)).toEqual([
      "1 paragraph: From the harbour they went.",
      "1 paragraph: ",
      "1 paragraph: From now on 12 men are missing.",
      "2 meta(attachment): 2/note.txt",
    ]);
    const places = await staged.places(staged.staged.files[0]?.parts[0]);
    expect(places.map(([from, to]) => box.slice(from, to))[2]).toBe(">From the harbour they went.");
  });
});

it.each([
  ['Ann Lee <ann@x.example>, "Ri, Bo" <bo@x.example>', ["Ann Lee|ann@x.example", "Ri, Bo|bo@x.example"]],
  ["c@x.example (Chol), team: d@x.example, E <e@x.example>;", ["Chol|c@x.example", "|d@x.example", "E|e@x.example"]],
  ["undisclosed-recipients:;", []],
  ["<a@x.example>", ["|a@x.example"]],
])("the addresses in %j", (field, found) =>
  expect(parseAddresses(field).map(({ name, address }) => `${name}|${address}`)).toEqual(found),
);

it.each([
  ["=?euc-kr?B?sea9xQ==?=", "길신"],
  ["=?iso-8859-1?q?caf=E9_bar?= open", "café bar open"],
  ["=?utf-8?B?7Jy=?= =?utf-8?B?gA==?=", "윀"],
  ["=?nowhere?Q?x?=", "x"],
])("the encoded words %j", (text, decoded) => expect(decodeWords(text)).toBe(decoded));
