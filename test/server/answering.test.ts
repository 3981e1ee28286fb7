import { DuckDBInstance } from "@duckdb/node-api";
import { expect, it } from "vitest";
import { Answering } from "../../src/server/access/answering.ts";

it("a server ends when the last question has ended, which is interrupted", async () => {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const answering = new Answering();
  const asked = answering.during(() => connection.run("select sum(range) from range(1000000000000)"));
  const quick = answering.during(() => 1);
  const end = asked.then(
    () => "answered",
    (cause: unknown) => String(cause),
  );
  expect(await quick).toBe(1);
  await answering.end(() => connection.interrupt());
  expect(await end).toMatch(/interrupt/iu);
  connection.closeSync();
  instance.closeSync();
});

it("rests when somebody has asked and has been answered, and not before", async () => {
  const answering = new Answering();
  const { signal } = new AbortController();
  const told: string[] = [];
  const rested = answering.rest(50, signal).then(() => told.push("rested"));
  await new Promise((resolve) => setTimeout(resolve, 150));
  await answering.during(async () => {
    await new Promise((resolve) => setTimeout(resolve, 150));
    told.push("answered");
  });
  await rested;
  expect(told).toEqual(["answered", "rested"]);
  const closing = new AbortController();
  const waiting = new Answering().rest(50, closing.signal);
  closing.abort();
  await expect(waiting).rejects.toThrow(/abort/iu);
});
