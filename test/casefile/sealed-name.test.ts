import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addMaterial } from "../../src/casefile/add-material.ts";
import { initCase } from "../../src/casefile/case-folder.ts";
import { exportCase, runCase, withCase } from "../../src/casefile/index.ts";

const root = mkdtempSync(join(tmpdir(), "windfall-sealed-name-"));
const dir = join(root, "case");
const out = join(root, "export");
const by = { actor: "lee", clock: (): Date => new Date("2020-01-02T03:04:05Z") };

const run = (): Promise<unknown> => withCase(dir, by, (open) => runCase(open, () => undefined));
const exported = () => withCase(dir, by, (open) => exportCase(open, out));

beforeAll(async () => {
  initCase(dir, "Harbour");
  const add = (name: string, content: string, source: Parameters<typeof addMaterial>[1]["source"]) => {
    const path = join(root, name);
    writeFileSync(path, content);
    return addMaterial(dir, { files: [path], dataset: `h-${source.id}`, source }, by);
  };
  await add("ledger of han.csv", "name,phone\nKim Chol,+85021811111\n", {
    id: "s1",
    kind: "informant",
    grade: "B2",
    sealed: true,
    label: "Han Jae-min",
  });
  const staff = "name,phone,notes\nRi Yong,+85021811112,told by Han Jae-min\nPak Su,+85021811113,clerk\n";
  await add("staff.csv", staff, { id: "s2", kind: "register", grade: "A2" });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("a sealed name that stands in somebody else's file", () => {
  it("is written into no export and no brief; the refusals say where it stands", async () => {
    await expect(run()).rejects.toThrow(
      /^the brief was not written: .* stands at h-s2\/staff\.csv#row 2; take that row out under "skip"/u,
    );
    await expect(exported()).rejects.toThrow(
      /^the export was not written: .* stands at h-s2\/staff\.csv#C2; take that row out under "skip"/u,
    );
    expect(readdirSync(out)).toEqual(["READ-ME-FIRST.txt"]);
    expect(existsSync(join(dir, "out", "brief.md"))).toBe(false);
  });

  it("is left out with its row once the mapping passes that over", async () => {
    const mapping = join(dir, "mappings", "h-s2__staff.csv.yaml");
    const text = readFileSync(mapping, "utf8");
    writeFileSync(mapping, text.replace("    rows: 2-end\n", "$&    skip:\n      - {rows: [2], reason: protected}\n"));
    await run();
    expect(await exported()).toMatchObject({ sealedNotesLeftOut: 1 });
    const brief = readFileSync(join(dir, "out", "brief.md"), "utf8");
    expect(brief).toContain("2 (left out)");
    expect(brief).toContain("Pak Su");
    for (const name of readdirSync(out)) expect(readFileSync(join(out, name), "utf8")).not.toContain("Han Jae-min");
    expect(readFileSync(join(out, "entities.ftm.json"), "utf8")).toContain("Pak Su");
  });
});
