import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addMaterial,
  channelPayments,
  initCase,
  NetworkDesk,
  networkNeighbours,
  networkPaths,
  readLayout,
  runCase,
  withCase,
  writeLayout,
  type OpenCase,
} from "../../src/casefile/index.ts";
import { Refusal } from "../../src/base/index.ts";
import { sql, text } from "../../src/store/index.ts";
import { by } from "../support/run-verb.ts";

const root = mkdtempSync(join(tmpdir(), "windfall-network-"));
const dir = join(root, "case");

/** Two ways from Blue Gate to Red Sea; a contact of a phone beside them; a hub with 60 payees. */
const ledger = [
  "Date,Payer,Beneficiary,Amount,Currency",
  "2016-01-10,Blue Gate Ltd,Green Hill LLC,1000.00,USD",
  "2016-01-20,Green Hill LLC,Red Sea Trading Co,900.00,USD",
  "2016-02-10,Blue Gate Ltd,White Rock Ltd,400.00,USD",
  "2016-02-20,White Rock Ltd,Red Sea Trading Co,400.00,USD",
  "2016-03-10,Blue Gate Ltd,Pak Yong Su,50.00,USD",
  "2016-03-20,Pak Yong Su,Red Sea Trading Co,50.00,USD",
  ...Array.from({ length: 60 }, (_, index) => `2016-04-10,Hub Bank,Payee ${numberWord(index)} Ltd,${index + 1}.00,USD`),
  "",
].join("\n");

/** Names without digits, each of its own letters. */
function numberWord(index: number): string {
  return `${String.fromCodePoint(65 + (index % 26))}${"bcdfgh"[Math.floor(index / 26)] ?? ""}orn${"aeiou"[index % 5] ?? ""}l`;
}

const question = {
  from: { entities: ["Blue Gate Ltd"], countries: [] },
  to: { entities: ["Red Sea Trading Co"], countries: [] },
};
const inCase = <Value>(work: (open: OpenCase) => Promise<Value>): Promise<Value> => withCase(dir, by, work);

beforeAll(async () => {
  initCase(dir, "Network");
  const file = join(root, "ledger.csv");
  writeFileSync(file, ledger);
  await addMaterial(dir, { files: [file], dataset: "h1", source: { id: "s1", kind: "register", grade: "A2" } }, by);
  await inCase(async (open) => {
    await runCase(open, () => undefined);
    const rows = await open.database.rows(
      sql`select distinct entity_id as id from held.statement where prop = 'name' and value = 'Pak Yong Su' order by 1`,
      { id: text },
    );
    for (const { id } of rows) await open.database.run(sql`insert into held.bystander values (1, ${id}, 1)`);
  });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const idOf = async (open: OpenCase, name: string): Promise<string> => {
  const { id } = await open.database.row(
    sql`select min(canonical_id) as id from ${open.table("cluster")} join ${open.table("statement")} using (entity_id) where prop = 'name' and value = ${name}`,
    { id: text },
  );
  return id;
};

describe("the picture of a question", () => {
  it("holds the ways from the starts to the ends, and a closed contact as words alone", async () => {
    const picture = await inCase((open) => new NetworkDesk(open).draw(question, { most: 70 }));
    expect(picture.whole).toEqual({ nodes: 5, channels: 6, minor: 280_000 });
    expect(picture.drawn).toEqual(picture.whole);
    expect(picture.nodes.map(({ name, side }) => `${name}: ${side}`).toSorted()).toEqual([
      "Blue Gate Ltd: start",
      "Green Hill LLC: between",
      "Red Sea Trading Co: end",
      "White Rock Ltd: between",
      "contact 1 of a phone or mailbox, closed: between",
    ]);
    expect(JSON.stringify(picture)).not.toContain("Pak Yong Su");
  });
  it("holds the largest ways where not all fit, and says how much that is", async () => {
    const picture = await inCase((open) => new NetworkDesk(open).draw(question, { most: 3 }));
    expect(picture.drawn).toEqual({ nodes: 3, channels: 2, minor: 190_000 });
  });
  it("keeps to the days that are asked about", async () => {
    const february = await inCase((open) =>
      new NetworkDesk(open).draw({ ...question, between: ["2016-02-01", "2016-02-29"] }, { most: 70 }),
    );
    expect(february.whole).toEqual({ nodes: 3, channels: 2, minor: 80_000 });
  });
  it("refuses words that name nobody", async () => {
    const nobody = { ...question, to: { entities: ["Nobody Ltd"], countries: [] } };
    await expect(inCase((open) => new NetworkDesk(open).draw(nobody, { most: 70 }))).rejects.toThrow('"Nobody Ltd"');
  });
});

describe("a set that is weighed", () => {
  it("says what is stopped and where more goes, at once and without a search", async () => {
    const told = await inCase(async (open) => {
      const green = await idOf(open, "Green Hill LLC");
      const asked = { rhoQuarters: [4, 8], drawnRhoQuarters: 8, most: 70 };
      return new NetworkDesk(open).weigh(question, [green, "nobody"], asked);
    });
    expect(told.effects.map(({ canFlow, stranded }) => [canFlow, stranded])).toEqual([
      [135_000, 90_000],
      [135_000, 45_000],
    ]);
    expect(told.notThere).toEqual(["nobody"]);
    const name = (place: number): string => told.picture.nodes[place]?.name ?? "";
    expect(
      told.picture.channels
        .map(({ payer, payee, before, after }) => `${name(payer)} > ${name(payee)}: ${before} > ${after}`)
        .toSorted(),
    ).toEqual([
      "Blue Gate Ltd > Green Hill LLC: 90000 > 0",
      "Blue Gate Ltd > White Rock Ltd: 40000 > 80000",
      "Blue Gate Ltd > contact 1 of a phone or mailbox, closed: 5000 > 10000",
      "Green Hill LLC > Red Sea Trading Co: 90000 > 0",
      "White Rock Ltd > Red Sea Trading Co: 40000 > 80000",
      "contact 1 of a phone or mailbox, closed > Red Sea Trading Co: 5000 > 10000",
    ]);
  });
});

describe("the best sets", () => {
  it("are searched once, told in names, with grounds and a check file that verifies", async () => {
    const changes = { ...question, budget: 2, rhoQuarters: [4, 8] };
    const { block, again, file } = await inCase(async (open) => {
      const desk = new NetworkDesk(open);
      return {
        block: await desk.block(changes),
        again: await desk.block(changes),
        file: await desk.checkFile(changes, 2, 0),
      };
    });
    const advice = block.sets.find(({ budget, rhoQuarters }) => budget === 2 && rhoQuarters === 0);
    const names = advice?.members.map((id) => block.names.find((each) => each.id === id)?.name);
    expect(names?.toSorted()).toEqual(["Green Hill LLC", "White Rock Ltd"]);
    expect(advice?.proof).toBe("proved best");
    expect(block.grounds.map(({ id }) => id)).toEqual(advice?.members.toSorted());
    expect(JSON.stringify(block)).not.toContain("Pak Yong Su");
    expect(JSON.parse(file)).toMatchObject({ format: "windfall-block-set-1", members: advice?.members });
    expect(again).toBe(block);
  });
});

describe("an expanded node", () => {
  const drawn = { drawn: [], days: null, leastMinor: null };
  it("brings the twenty largest of many, and the rest as one bundle", async () => {
    const found = await inCase(async (open) => networkNeighbours(open, { ...drawn, id: await idOf(open, "Hub Bank") }));
    expect(found.nodes).toHaveLength(20);
    expect(found.channels.map(({ minor }) => minor).toSorted((left, right) => right - left)[0]).toBe(6000);
    expect(found.bundles).toEqual([{ side: "payees", others: 40, payments: 40, minor: 82_000 }]);
  });
  it("never brings a closed contact, nor expands one", async () => {
    const [found, contact] = await inCase(async (open) => [
      await networkNeighbours(open, { ...drawn, id: await idOf(open, "Blue Gate Ltd") }),
      await idOf(open, "Pak Yong Su"),
    ]);
    expect(found.nodes.map(({ name }) => name).toSorted()).toEqual(["Green Hill LLC", "White Rock Ltd"]);
    await expect(inCase((open) => networkNeighbours(open, { ...drawn, id: contact }))).rejects.toThrow(
      "closed contact",
    );
    const payments = await inCase(async (open) =>
      channelPayments(open, [await idOf(open, "Blue Gate Ltd"), contact], { days: null, limit: 5 }),
    );
    expect(payments).toEqual([]);
  });
});

it("a channel's payments stand with the place of each amount", async () => {
  const payments = await inCase(async (open) =>
    channelPayments(open, [await idOf(open, "Blue Gate Ltd"), await idOf(open, "Green Hill LLC")], {
      days: null,
      limit: 5,
    }),
  );
  expect(
    payments.map(({ amountMinor, currency, firstDay, told }) => [amountMinor, currency, firstDay, told[0]?.locator]),
  ).toEqual([[100_000, "USD", "2016-01-10", "h1/ledger.csv#D2"]]);
});

it("a path comes with the nodes and channels that its drawing needs", async () => {
  const found = await inCase((open) =>
    networkPaths(open, ["Blue Gate Ltd", "Red Sea Trading Co"], { measure: "shortest", most: 2, days: null }),
  );
  expect(found.routes).toHaveLength(2);
  expect(found.nodes).toHaveLength(4);
  expect(found.channels).toHaveLength(4);
});

it("a layout is kept beside what the case wrote out, and a damaged one is told", async () => {
  const place = { x: 1.5, y: -2, isPinned: true };
  await inCase(async (open) => {
    writeLayout(open, "ways|", { b: place, a: place });
    expect(readLayout(open, "ways|")).toEqual({ a: place, b: place });
    expect(readLayout(open, "another")).toEqual({});
    const file = join(dir, "out", "network-layouts.json");
    expect(readFileSync(file, "utf8")).toContain("ways|");
    writeFileSync(file, "{");
    expect(() => readLayout(open, "ways|")).toThrow(
      new Refusal("out/network-layouts.json is damaged: it holds no layouts; delete it, it is no evidence"),
    );
  });
});
