import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeSample, type SampleCase } from "../support/sample-case.ts";
import { windfallIn } from "../support/windfall.ts";

const root = join(import.meta.dirname, "../..");

/** One command of a fenced block marked `console test`, and the lines that it shows. */
interface Command {
  readonly words: readonly string[];
  readonly shown: readonly string[];
}

/** The commands of a text's blocks marked `console test`; "..." among the shown lines stands for any lines. */
export function commandsOf(text: string): Command[] {
  const blocks = [...text.matchAll(/^```console test\n(.*?)^```$/gmsu)].map((match) => match[1] ?? "");
  return blocks.flatMap((block) =>
    block
      .split(/^\$ /mu)
      .slice(1)
      .map((part) => {
        const [line = "", ...shown] = part.trimEnd().split("\n");
        return { words: wordsOf(line), shown };
      }),
  );
}

const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/gu)].map((match) => match[1] ?? match[2] ?? "");

/** The first shown line that does not come, in its order, in what was printed; undefined if all do. */
function firstMissing(shown: readonly string[], printed: readonly string[]): string | undefined {
  let from = 0;
  for (const line of shown.filter((each) => each.trim() !== "..." && each.trim() !== "")) {
    const found = printed.findIndex((each, index) => index >= from && each.trimEnd() === line.trimEnd());
    if (found < 0) return line;
    from = found + 1;
  }
  return undefined;
}

const pages = [".", "docs"]
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name)))
  .filter((name) => name.endsWith(".md"));
const commands = pages.flatMap((page) =>
  commandsOf(readFileSync(join(root, page), "utf8")).map((command) => ({ page, ...command })),
);

let sample: SampleCase;
let folder: string;
beforeAll(async () => {
  sample = await makeSample();
  folder = mkdtempSync(join(tmpdir(), "windfall-docs-"));
  symlinkSync(join(root, "examples"), join(folder, "examples"));
}, 900_000);
afterAll(() => {
  sample.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe("what the pages show", () => {
  it("has at least three extracts in the README", () =>
    expect(commands.filter((command) => command.page === "README.md").length).toBeGreaterThanOrEqual(3));
  for (const { page, words, shown } of commands) {
    it(`${page}: ${words.join(" ")}`, () => {
      expect(words[0]).toBe("windfall");
      const args = words.slice(1).map((word) => (word === "cases/harbour" ? sample.dir : word));
      const { code, stdout, stderr } = windfallIn(folder, args);
      expect({ missing: firstMissing(shown, stdout.split("\n")), stderr: code === 2 ? stderr : "" }).toEqual({
        missing: undefined,
        stderr: "",
      });
    });
  }
  it("would be refused if a line were not printed", () =>
    expect(firstMissing(["a", "...", "c"], ["a", "b"])).toBe("c"));
  it("would be refused if lines came in another order", () => expect(firstMissing(["b", "a"], ["a", "b"])).toBe("a"));
});
