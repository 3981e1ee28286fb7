import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openAuditLog, openSealedNames, sealName } from "../../src/protect/index.ts";

let dir: string;
const key = Buffer.alloc(32, 1);
const clock = (): Date => new Date("2020-01-02T03:04:05Z");
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "windfall-protect-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe("a sealed name", () => {
  const name = sealName("Han Jae-min");
  it("prints [sealed] in JSON", () => expect(JSON.stringify({ name })).toBe('{"name":"[sealed]"}'));
  it("prints [sealed] in inspection", () => expect(inspect({ name })).toBe("{ name: [sealed] }"));
  it("prints [sealed] as a string", () => expect(name.toString()).toBe("[sealed]"));
  it("cannot be put into a text", () => expect(() => "told by " + (name as unknown as string)).toThrow(TypeError));
  it("shows nothing through its keys", () => expect(JSON.stringify(Object.entries(name))).not.toContain("Han"));
});

describe("the file of sealed names", () => {
  it("is readable by its owner alone, and each opening leaves an audit line", () => {
    const audit = openAuditLog(dir, { key, clock });
    const names = openSealedNames(dir, audit);
    names.keep("s1", sealName("Han Jae-min"), "lee");
    expect(names.reveal("s1", "lee")).toBe("Han Jae-min");
    expect(names.reveal("s2", "lee")).toBeUndefined();
    expect(statSync(join(dir, "sealed.json")).mode & 0o777).toBe(0o600);
    expect(audit.verify()).toBe(3);
    expect(readFileSync(join(dir, "audit.jsonl"), "utf8")).not.toContain("Han");
  });

  it("finds a kept name in a text", () => {
    const names = openSealedNames(dir, openAuditLog(dir, { key, clock }));
    names.keep("s1", sealName("Han Jae-min"), "lee");
    expect(names.isIn("told by Han Jae-min in May")).toBe(true);
    expect(names.isIn("told by a protected source")).toBe(false);
    const members = { m1: "letters/diary of M Brown.csv", m2: "letters/notes", m3: "..\\x.db" };
    names.keepAll(new Map(Object.entries(members).map(([key, name]) => [`h1/f1.zip/${key}`, sealName(name)])), "lee");
    const texts = ["the diary of M Brown.csv", "of letters/notes", "see x.db", "some notes", "x.csv"];
    expect(texts.map((text) => names.isIn(text))).toEqual([true, true, true, false, false]);
  });
});

describe("the audit log", () => {
  it("refuses a changed line", () => {
    const audit = openAuditLog(dir, { key, clock });
    audit.add(["s1", "s2"].map((subject) => ({ action: "reveal", subject, actor: "lee" })));
    audit.add([{ action: "reveal", subject: "s3", actor: "lee" }]);
    expect(audit.verify()).toBe(3);
    const path = join(dir, "audit.jsonl");
    writeFileSync(path, readFileSync(path, "utf8").replace('"actor":"lee"', '"actor":"kim"'));
    expect(() => audit.verify()).toThrow(/line 1 was changed/u);
  });
});
