import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const page = read("ARCHITECTURE.md");

/** The rows of the code map: a room and what stands in backticks as its doors. */
const rooms = [...page.matchAll(/^\| `([a-z]+)` \| [^|]+ \| ([^|]+) \|$/gmu)].map(([, room = "", doors = ""]) => ({
  room,
  doors: [...doors.matchAll(/`([A-Za-z]+)`/gu)].map(([, door = ""]) => door),
}));

describe("the code map of ARCHITECTURE.md", () => {
  it("has a row for each room", () =>
    expect(rooms.map(({ room }) => room).toSorted()).toEqual(readdirSync(join(root, "src")).toSorted()));
  for (const { room, doors } of rooms.filter((each) => each.doors.length > 0))
    it(`names doors that ${room} has`, () => {
      const index = read(`src/${room}/index.ts`);
      expect(doors.filter((door) => !new RegExp(String.raw`\b${door}\b`, "u").test(index))).toEqual([]);
    });
});

it("every file that a page of the repository names is there", () => {
  const named = ["ARCHITECTURE.md", "CONTRIBUTING.md"].flatMap((name) =>
    [...read(name).matchAll(/`((?:src|test|docs|resources|bench)\/[\w./-]+)`/gu)].map(([, path = ""]) => path),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  expect(existsSync(join(root, "test/fixtures/intake/SOURCES.md"))).toBe(true);
});
