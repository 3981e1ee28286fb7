import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { linkageBench } from "../../bench/linkage.ts";
import { paymentsBench } from "../../bench/payments.ts";
import { peopleBench } from "../../bench/people.ts";
import { runPeers } from "../../bench/peers.ts";
import { makeRecord } from "../../bench/people/make-people.ts";

let dir = "";
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "windfall-linking-"));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const file = (name: string, lines: readonly string[]): string => {
  writeFileSync(join(dir, name), `${lines.join("\n")}\n`);
  return join(dir, name);
};

it("makes the same people from the same seed, and the first record of each free of faults", () => {
  expect(makeRecord(7, 0, 1)).toEqual(makeRecord(7, 0, 1));
  expect(makeRecord(7, 0, 1)).not.toEqual(makeRecord(7, 0, 2));
  const firsts = Array.from({ length: 200 }, (_, no) => Object.values(makeRecord(no, 0, 1)));
  expect(firsts.flat().filter((value) => value === "")).toEqual([]);
  const seconds = Array.from({ length: 200 }, (_, no) => makeRecord(no, 1, 1));
  expect(seconds.filter(({ mail }) => mail === "").length).toBeGreaterThan(20);
  expect(seconds.filter(({ birth }) => birth === "").length).toBeGreaterThan(3);
});

it("makes no person twice", () => {
  const people = Array.from({ length: 50_000 }, (_, no) => Object.values(makeRecord(no, 0, 1)).join());
  expect(new Set(people).size).toBe(people.length);
});

it("links made people and names the file by its hash", async () => {
  const linked = await peopleBench(["--rows", "400"]);
  expect(linked.rows).toBe(400);
  expect(linked.input).toMatch(/^[0-9a-f]{12}$/u);
  expect(linked.precision).toBeGreaterThan(0.98);
  expect(linked.recall).toBeGreaterThan(0.8);
  expect(linked.seconds).toBeGreaterThan(0);
});

it("reconciles the payments of two tables and compares them with the truth", async () => {
  const header = "no,day,from,to,sum,currency,who";
  const rows = Array.from(
    { length: 30 },
    (_, no) =>
      `${no},2015-01-${String(no + 1).padStart(2, "0")},Abel ${no} Ltd,Bauer ${no} Ltd,${1000 + no * 37},USD,p${no}`,
  );
  const left = file("left.csv", [header, ...rows]);
  const right = file("right.csv", [header, ...rows.slice(10), "99,2015-06-01,Costa Ltd,Duran Ltd,77.00,USD,q"]);
  const columns = file("pay.yaml", [
    "columns: {date: day, payer: from, beneficiary: to, amount: sum, currency: currency}",
  ]);
  const matched = await paymentsBench([
    "--left",
    left,
    "--right",
    right,
    "--id",
    "no",
    "--truth",
    "who",
    "--columns",
    columns,
  ]);
  expect(matched.rows).toBe(51);
  expect(matched.pairwise).toEqual({ precision: 1, recall: 1, f1: 1 });
  expect(matched.byRule).toEqual({ "rule: same amount, same date, same payer and payee": { joined: 20, right: 20 } });
});

it("says of a wrong cluster what speaks for and against it", async () => {
  const left = file("wrong.csv", [
    "no,name,born,who",
    "1,Maria Lopez,1970-02-03,a",
    "2,Maria Lopez,1970-02-03,b",
    "3,Peter Brown,1961-07-08,c",
    "4,Olga Smirnova,,c",
  ]);
  const columns = file("wrong.yaml", ["schema: Person", "columns: {name: name, birthDate: born}"]);
  const linked = await linkageBench(["--left", left, "--id", "no", "--truth", "who", "--columns", columns, "--wrong"]);
  expect(linked.wrong?.map(({ wrong, rows, others }) => [wrong, rows, others])).toEqual([
    ["joined", ["1 Maria Lopez"], ["2 Maria Lopez"]],
    ["kept apart", ["3 Peter Brown"], ["4 Olga Smirnova"]],
  ]);
  expect(linked.wrong?.[0]?.says).toMatch(/^1 \/ 2: join, .* bits: .* Both give the same date of birth\.$/u);
  expect(linked.wrong?.[1]?.says).toBe("never met");
});

it("gives a peer's frozen figures, marked as such, where no python with it is named", async () => {
  vi.stubEnv("WINDFALL_PEERS_PYTHON", undefined);
  const peers = await runPeers("transactions", [], () => ({}));
  const none = await runPeers("no such set", [], () => ({}));
  vi.unstubAllEnvs();
  expect(peers).toMatchObject([{ figures: { f1: 0.775 }, note: "frozen: not run, WINDFALL_PEERS_PYTHON is not set" }]);
  expect(none).toEqual([]);
});
