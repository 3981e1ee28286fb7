import { expect, test } from "vitest";
import { withMatchWorkers, type MatchWorkers } from "../../src/match/match-workers.ts";

const jobs = ["Kim Chol", "Kim Il"].map((name) => ({ kind: "names" as const, texts: [name], scopes: ["person"] }));

async function keysOf(workers: MatchWorkers): Promise<string[]> {
  const keys: string[] = [];
  await workers.run(jobs, async (answer) => {
    if (answer.kind === "names") keys.push(...answer.keys.flat());
  });
  return keys;
}

test("threads that wait for the next work answer as those that start", async () => {
  const first = await withMatchWorkers(2, keysOf);
  expect(first.length).toBeGreaterThan(0);
  expect(await withMatchWorkers(2, keysOf)).toEqual(first);
});

test("after a failure the next work has threads of its own", async () => {
  const failing = withMatchWorkers(2, async (workers) => {
    await keysOf(workers);
    throw new Error("the disk is full");
  });
  await expect(failing).rejects.toThrow("the disk is full");
  expect((await withMatchWorkers(2, keysOf)).length).toBeGreaterThan(0);
});

test("two pieces of work at once have their own threads", async () => {
  const [one, other] = await Promise.all([withMatchWorkers(2, keysOf), withMatchWorkers(2, keysOf)]);
  expect(one).toEqual(other);
});
