import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addMaterial, initCase, takeInAll, trainCase, withCase, type OpenCase } from "../../src/casefile/index.ts";
import { integer, sql } from "../../src/store/index.ts";

const by = { actor: "lee", clock: (): Date => new Date("2020-01-02T03:04:05Z") };
let dir: string;
const inCase = <Value>(work: (open: OpenCase) => Promise<Value>): Promise<Value> =>
  withCase(join(dir, "case"), by, work);

const given = ["Anna", "Boris", "Clara", "Dmitri", "Elena", "Fyodor", "Galina", "Hedda", "Igor", "Julia"];
const families = ["Abramov", "Brandt", "Castellan", "Dorokhov", "Eberhard", "Filatov", "Gorchakov", "Hollander"];

/** Eighty people; in the second book the birth year of every fourth is another. */
const bookOf = (shift: number): string =>
  [
    "Name,Date of birth",
    ...given.flatMap((first, row) =>
      families.map((family, column) => {
        const year = 1950 + ((row * 7 + column * 3) % 40) - (column % 4 === 0 ? shift : 0);
        return `${first} ${family},${year}-${String((row % 12) + 1).padStart(2, "0")}-${String(column + 11)}`;
      }),
    ),
  ].join("\n");

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "windfall-train-"));
  initCase(join(dir, "case"), "Books");
  for (const [name, shift] of [
    ["first", 0],
    ["second", 9],
  ] as const) {
    writeFileSync(join(dir, `${name}.csv`), bookOf(shift));
    await addMaterial(
      join(dir, "case"),
      {
        files: [join(dir, `${name}.csv`)],
        dataset: name,
        source: { id: name, label: name, kind: "register", grade: "B2", firstHand: true },
        received: "2020-01-01",
        howObtained: "handed over",
      },
      by,
    );
  }
  await inCase((open) => takeInAll(open, () => undefined));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const models = () =>
  inCase((open) =>
    open.database.rows(sql`select model_no as no from held.match_model order by model_no`, { no: integer }),
  );

it("writes a numbered model once, goes back to the weights that ship, and loses neither with the database", async () => {
  const train = (isShipped: boolean) => inCase((open) => trainCase(open, { actor: "lee", isShipped }));
  const first = await train(false);
  expect([first.modelNo, first.isNew, first.groups.map(({ among }) => among)]).toEqual([1, true, ["people"]]);
  const sameYear = first.levels.find(({ sentence }) => sentence === "The birth dates cannot both be true.");
  expect(sameYear?.afterMb ?? -9000).toBeGreaterThan(sameYear?.beforeMb ?? 0);
  const again = await train(false);
  expect([again.modelNo, again.isNew]).toEqual([1, false]);
  const shipped = await train(true);
  expect([shipped.modelNo, shipped.isNew, shipped.groups]).toEqual([2, true, []]);
  expect(await models()).toEqual([{ no: 1 }, { no: 2 }]);
  const caseDir = join(dir, "case");
  for (const name of readdirSync(caseDir)) if (name.startsWith("case.duckdb")) rmSync(join(caseDir, name));
  expect(await models()).toEqual([{ no: 1 }, { no: 2 }]);
});
