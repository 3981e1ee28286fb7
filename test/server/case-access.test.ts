import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { initCase } from "../../src/casefile/case-folder.ts";
import { withCase } from "../../src/casefile/index.ts";
import { openAccess } from "../../src/server/access/case-access.ts";
import { integer, sql, text } from "../../src/store/index.ts";
import { by } from "../support/run-verb.ts";

const root = mkdtempSync(join(tmpdir(), "windfall-access-"));
const dir = join(root, "case");

beforeAll(() => {
  initCase(dir, "Harbour");
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

it("breaks off what works on a connection of its own", async () => {
  const ended = await withCase(dir, by, async (open) => {
    const access = await openAccess(open);
    const asked = access.apart(({ database }) =>
      database.row(sql`select sum(range)::varchar as n from range(1000000000000)`, { n: text }),
    );
    const end = asked.then(
      () => "answered",
      (cause: unknown) => String(cause instanceof Error ? (cause.cause ?? cause) : cause),
    );
    const asking = setInterval(() => access.interrupt(), 50);
    return end.finally(() => clearInterval(asking));
  });
  expect(ended).toMatch(/interrupt/iu);
});

it("makes lists with little memory, and with what the case allows where that is too little", async () => {
  const [tries, made] = await withCase(dir, by, async (open) => {
    const access = await openAccess(open);
    let tries = 0;
    const row = await access.making(() => {
      tries += 1;
      // A list is made in memory whole: this one takes some 400 MB.
      return access.apart(({ database }) =>
        database.row(sql`select len(list(range))::integer as n from range(50000000)`, { n: integer }),
      );
    });
    return [tries, row.n];
  });
  expect([tries, made]).toEqual([2, 50_000_000]);
});
