import { afterAll, expect, test } from "vitest";

import { parseCardLine } from "../../src/intake/readers/vcard/card-line.ts";
import { removeFolders, stageBytes } from "./support/staged-rows.ts";

afterAll(removeFolders);

// Each line: as written, then name, parameters and value as staged, then the components.
const lines: [line: string, staged: string, components: string[]][] = [
  ["TEL;HOME;VOICE:+7 495", "TEL | TYPE=HOME;TYPE=VOICE | +7 495", []],
  ["item1.TEL;type=CELL:1", "TEL | TYPE=CELL | 1", []],
  ['TEL;VALUE=uri;TYPE="work,voice":tel:+1-202', "TEL | VALUE=uri;TYPE=work,voice | tel:+1-202", []],
  ["N:Kim;Chol\\, Su;;Mr.;", "N |  | Kim;Chol, Su;;Mr.;", ["Kim", "Chol, Su", "", "Mr.", ""]],
  ["ORG:A\\;B;C", "ORG |  | A;B;C", ["A;B", "C"]],
  ["NOTE:a\\nb\\,c", "NOTE |  | a\nb,c", []],
  ["FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=EA=B9=80", "FN |  | 김", []],
  ["FN;ENCODING=QUOTED-PRINTABLE;CHARSET=windows-1251:=C8=E2=E0=ED", "FN |  | Иван", []],
];

test.each(lines)("the line %s", (line, staged, components) => {
  const property = parseCardLine(line);
  expect([property?.name, property?.parameters, property?.value].join(" | ")).toBe(staged);
  expect(property?.components).toEqual(components);
});

test("cards with folded lines, groups, labels and pictures", async () => {
  const text = [
    "BEGIN:VCARD",
    "VERSION:2.1",
    "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=EA=B9=80 =",
    "=EC=B2=A0",
    "END:VCARD",
    "",
    "begin:vcard",
    "item1.TEL:123",
    "item1.X-ABLabel:_$!<Assistant>!$_",
    "NOTE:a long ",
    " line",
    "PHOTO;ENCODING=b;TYPE=JPEG:aGVs",
    " bG8=",
    "end:vcard",
  ];
  for (const lineBreak of ["\n", "\r\n", "\r\r\n"]) {
    const { staged, cells } = await stageBytes("a.vcf", text.join(lineBreak));
    const [member] = staged.files;
    expect(member).toMatchObject({ form: "vcard", rowsRead: 6, rowsLost: 0 });
    expect(await cells(member?.parts[0])).toEqual([
      ["1", "1", "", "VERSION", "", "2.1", "2"],
      ["1", "1", "", "FN", "", "김 철", "3"],
      ["2", "2", "item1", "TEL", "LABEL=Assistant", "123", "8"],
      ["2", "2", "item1", "X-ABLABEL", "", "_$!<Assistant>!$_", "9"],
      ["2", "2", "", "NOTE", "", "a long line", "10"],
      [
        "2",
        "2",
        "",
        "PHOTO",
        "TYPE=JPEG",
        "(binary, 5 bytes, SHA-256 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824)",
        "12",
      ],
    ]);
  }
});

test("what is no property, and a card that does not end", async () => {
  const { staged, cells } = await stageBytes("a.vcf", "BEGIN:VCARD\nFN:Kim\nnonsense\n");
  const [member] = staged.files;
  expect(await cells(member?.parts[0])).toEqual([["1", "1", "", "FN", "", "Kim", "2"]]);
  expect(member).toMatchObject({ rowsPresent: 2, rowsRead: 1, rowsLost: 1 });
  expect(member?.faults.map(({ kind, rowNo, rowsLost }) => [kind, rowNo, rowsLost])).toEqual([
    ["damaged", 1, 1],
    ["damaged", 1, 0],
  ]);
});
