import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { truthLines } from "../../examples/harbour/write-truth.ts";
import { harbour } from "./harbour-case.ts";

const SAMPLE = "examples/harbour/sample";

const filesBelow = (folder: string): string[] =>
  readdirSync(join(SAMPLE, folder), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]))
    .toSorted();

describe("the committed sample", () => {
  it("is what seed 1 gives, byte for byte", async () => {
    const { files } = await harbour(1, 1);
    expect(filesBelow(".")).toEqual([...files.keys(), "truth.json"].toSorted());
    const changed = [...files].filter(([path, bytes]) => Buffer.compare(readFileSync(join(SAMPLE, path)), bytes) !== 0);
    expect(changed.map(([path]) => path)).toEqual([]);
  });
  it("has the truth of seed 1", async () => {
    const { truth } = await harbour(1, 1);
    expect(readFileSync(join(SAMPLE, "truth.json"), "utf8") === [...truthLines(truth)].join("")).toBe(true);
  });
  it("stays under 3 MB", () => {
    const bytes = filesBelow(".").reduce((sum, path) => sum + statSync(join(SAMPLE, path)).size, 0);
    expect(bytes).toBeLessThan(3_000_000);
  });
});

describe("the generator", () => {
  it("imports nothing of the product", () => {
    const sources = readdirSync("examples", { recursive: true, encoding: "utf8" }).filter((path) =>
      path.endsWith(".ts"),
    );
    const imports = sources.flatMap((path) =>
      Array.from(readFileSync(join("examples", path), "utf8").matchAll(/from "([^"]+)"/gu), ([, name]) => name ?? ""),
    );
    expect(imports.length).toBeGreaterThan(200);
    expect(imports.filter((name) => name.includes("src/"))).toEqual([]);
  });
  it("gives other bytes for another seed", async () => {
    const [one, two] = [await harbour(1, 1), await harbour(2, 1)];
    const path = "material/h2-ledgers/liushui-1.csv";
    expect(one.files.get(path)).not.toEqual(two.files.get(path));
  });
});
