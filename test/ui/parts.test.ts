import { describe, expect, it } from "vitest";
import { readAddress, linkTo } from "../../ui/src/app/address.ts";
import { keyTable, type KeyEntry } from "../../ui/src/keys/key-table.ts";
import { pressedToText } from "../../ui/src/keys/matching.ts";
import { withoutTerm, withValue } from "../../ui/src/lists/term.ts";
import { rowsAsCsv, rowsAsTsv } from "../../ui/src/parts/data-table/as-text.ts";
import { fitColumns, type Column } from "../../ui/src/parts/data-table/column.ts";
import { amountToShort, amountToText, wholeToText } from "../../ui/src/parts/figures/format.ts";
import { piecesOf, spokenText } from "../../ui/src/parts/value/hidden-characters.ts";
import { languageOf } from "../../ui/src/parts/value/script-of.ts";

describe("figures", () => {
  it.each([
    [412_000_000n, 2, "4,120,000", "4.12 M"],
    [412_000_050n, 2, "4,120,000.50", "4.12 M"],
    [-98_000n, 2, "\u2212980", "\u2212980"],
    [0n, 2, "0", "0"],
    [999_999n, 0, "999,999", "1.00 M"],
    [12_400_000n, 0, "12,400,000", "12.4 M"],
    [99_960_000n, 0, "99,960,000", "100 M"],
    [9_007_199_254_740_993n, 0, "9,007,199,254,740,993", "9007 tn"],
  ])("%s with %s digits is %s in full and %s in short", (minor, digits, full, short) => {
    expect(amountToText(minor, digits)).toBe(full);
    expect(amountToShort(minor, digits)).toBe(short);
  });
  it("groups whole numbers", () => {
    expect([7, 1234, -1_234_567].map((each) => wholeToText(each))).toEqual(["7", "1,234", "\u22121,234,567"]);
  });
});

describe("values", () => {
  it.each([
    ["Bank \u202EdetimiL", "Bank [RLO]detimiL"],
    ["a\u0000b\tc\nd", "a[NUL]b[TAB]c[LF]d"],
    ["Har\u200Bbour\uFEFF", "Har[ZWSP]bour[BOM]"],
    ["half \uD800 of one", "half [U+D800] of one"],
    ["새별무역 & Тхэбон 😀", "새별무역 & Тхэбон 😀"],
  ])("%j is shown as %j", (text, shown) => {
    expect(spokenText(text)).toBe(shown);
    expect(
      piecesOf(text)
        .map((piece) => (piece.kind === "text" ? piece.text : String.fromCodePoint(piece.codePoint)))
        .join(""),
    ).toBe(text);
  });
  it.each([
    ["태봉무역상사 泰峰", "ko"],
    ["李哲民", "zh"],
    ["Восток", "ru"],
    ["شركة", "ar"],
    ["Ltd 42", undefined],
  ])("%s is marked as %s", (text, lang) => expect(languageOf(text)).toBe(lang));
});

describe("addresses", () => {
  it("keep a filter legible and read it back", () => {
    const link = linkTo("/findings", { q: "kind:new money:>=1M", sort: "-money", block: ["a,b", "c"] });
    expect(link).toBe("/findings?q=kind:new+money:>=1M&sort=-money&block=a%252Cb,c");
    expect(readAddress(link.slice(link.indexOf("?")))).toEqual({
      q: "kind:new money:>=1M",
      sort: "-money",
      block: ["a,b", "c"],
    });
  });
  it("leave out what is misread", () => {
    expect(readAddress("?budget=many&other=1&q=")).toEqual({});
  });
});

describe("terms of a filter", () => {
  const chips = [
    { text: "kind:new", from: 0, to: 8, isNegated: false },
    { text: `source:"Laptop A",b`, from: 9, to: 28, isNegated: false },
  ];
  const filter = `kind:new source:"Laptop A",b`;
  it.each([
    ["kind:contradicted", `kind:new,contradicted source:"Laptop A",b`],
    ["kind:new", `source:"Laptop A",b`],
    [`source:"Laptop A"`, "kind:new source:b"],
    ["schema:Company", `kind:new source:"Laptop A",b schema:Company`],
  ])("choosing %s makes %s", (term, expected) => expect(withValue(filter, chips, term)).toBe(expected));
  it("are taken away whole", () => expect(withoutTerm(filter, { from: 0, to: 8 })).toBe(`source:"Laptop A",b`));
});

describe("keys", () => {
  const press = (key: string, code: string, modifiers = {}) =>
    pressedToText({ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers });
  it.each([
    [press("j", "KeyJ"), "j"],
    [press("ㅓ", "KeyJ"), "j"],
    [press("о", "KeyJ"), "j"],
    [press("J", "KeyJ", { shiftKey: true }), "Shift+j"],
    [press("k", "KeyK", { ctrlKey: true }), "Ctrl+k"],
    [press("л", "KeyK", { metaKey: true }), "Ctrl+k"],
    [press("?", "Slash", { shiftKey: true }), "?"],
    [press("j", "KeyC"), "j"],
    [press("ArrowDown", "ArrowDown"), "ArrowDown"],
  ])("%s is %s", (pressed, expected) => expect(pressed).toBe(expected));
  it("mean one thing in one group, and have an id of their own", () => {
    const entries: readonly KeyEntry[] = keyTable;
    const ids = entries.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const places = entries.flatMap(({ keys, group, area = "" }) => keys.map((key) => `${group} ${area} ${key}`));
    expect(places.filter((place, at) => places.indexOf(place) !== at)).toEqual([]);
  });
});

describe("lists as text", () => {
  const column = (
    id: string,
    options: Partial<Column<Record<string, string>>> = {},
  ): Column<Record<string, string>> => ({
    id,
    head: id,
    priority: 0,
    least: 100,
    cell: () => null,
    text: (row) => row[id] ?? "",
    ...options,
  });
  const columns = [column("name"), column("money", { isNumber: true, priority: 1 }), column("seen", { priority: 2 })];
  it("make no cell a formula, but leave numbers alone", () => {
    const rows = [{ name: "=1+1", money: "-5" }, { name: `a "b", c`, money: "+7" }, { name: "\tx" }];
    expect(rowsAsCsv(columns, rows)).toBe(`name,money,seen\r\n'=1+1,-5,\r\n"a ""b"", c",+7,\r\n'\tx,,\r\n`);
    expect(rowsAsTsv(columns, [{ name: "a\tb\nc", money: "1" }])).toBe("a b c\t1\t");
  });
  it("drop columns by priority, and never the first ones", () => {
    expect(fitColumns(columns, 250).map(({ id }) => id)).toEqual(["name", "money"]);
    expect(fitColumns(columns, 20).map(({ id }) => id)).toEqual(["name"]);
  });
});
