import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as later } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Refusal } from "../../src/base/index.ts";
import { sayFailures } from "../../src/server/failure-words.ts";
import { serveSmallCase, type Answer, type ServedCase } from "./support/served-case.ts";

describe("what is said of a failure", () => {
  const say = sayFailures([
    { dir: "/srv/cases/harbour", words: "the case's folder" },
    { dir: "/srv/cases/harbour/pages (new)", words: "the pages' folder" },
  ]);
  const check = (cause: unknown, words: string): void => it(words, () => expect(say(cause)).toBe(words));
  const fault = "this is a fault of Windfall: ";
  check(
    new Error("ENOENT: no such file or directory, open '/srv/cases/harbour/out/brief.md'"),
    `${fault}ENOENT: no such file or directory, open 'the case's folder/out/brief.md'`,
  );
  check(
    new Error('IO Error: Cannot open file "/srv/cases/harbour/case.duckdb"\nselect 1'),
    `${fault}IO Error: Cannot open file "the case's folder/case.duckdb"`,
  );
  check(
    new Refusal("/srv/cases/harbour: the disk is full;\nmake room"),
    "the case's folder: the disk is full;\nmake room",
  );
  check(new Error("/srv/cases/harbour/pages (new)/index.html"), `${fault}the pages' folder/index.html`);
  check(new Error("from /srv/cases/harbour."), `${fault}from the case's folder.`);
  check(
    new Error("/srv/cases/harbour-2/x, /srv/cases/harbour.old"),
    `${fault}/srv/cases/harbour-2/x, /srv/cases/harbour.old`,
  );
  check("thrown as text", `${fault}thrown as text`);

  it("knows a folder behind a link by both of its paths", () => {
    const root = mkdtempSync(join(tmpdir(), "windfall-link-"));
    const [real, link] = [join(root, "real"), join(root, "link")];
    mkdirSync(real);
    symlinkSync(real, link);
    const sayLinked = sayFailures([{ dir: link, words: "the case's folder" }]);
    expect(sayLinked(new Refusal(`${real}/a, ${link}/b`))).toBe("the case's folder/a, the case's folder/b");
    rmSync(root, { recursive: true });
  });
});

describe("a server whose folders are damaged", () => {
  let served: ServedCase;
  beforeAll(async () => {
    served = await serveSmallCase();
  });
  afterAll(() => served.end());
  const errorOf = ({ status, text }: Answer) => [status, JSON.parse(text).error];

  it("tells of a file that it cannot write without where the case lies", async () => {
    rmSync(join(served.dir, "out"), { recursive: true });
    writeFileSync(join(served.dir, "out"), "");
    expect(errorOf(await served.ask("POST", "/api/network/layout", { name: "ways", places: {} }))).toEqual([
      500,
      "this is a fault of Windfall: EEXIST: file already exists, mkdir 'the case's folder/out'",
    ]);
  });

  it("tells of a run that fails without where the case lies", async () => {
    const config = join(served.dir, "case.yaml");
    const text = readFileSync(config, "utf8");
    for (const [damage, words] of [
      [() => undefined, /^the case's folder\/case\.yaml: no case is here/u],
      [() => mkdirSync(config), /'?the case's folder\/case\.yaml|EISDIR/u],
    ] as const) {
      rmSync(config);
      damage();
      const { id } = await served.json("POST", "/api/jobs", { kind: "run" });
      let job = await served.json("GET", `/api/jobs/${id}`);
      while (job.last.state !== "failed") {
        await later(20);
        job = await served.json("GET", `/api/jobs/${id}`);
      }
      expect(job.last.words).toMatch(words);
      expect(job.last.words).not.toContain(served.dir);
      rmSync(config, { recursive: true, force: true });
      writeFileSync(config, text);
    }
  });

  it("tells of a page that is not there without where the pages lie", async () => {
    rmSync(join(dirname(served.dir), "pages", "index.html"));
    expect(errorOf(await served.ask("GET", "/"))).toEqual([
      500,
      "this is a fault of Windfall: ENOENT: no such file or directory, open 'the pages' folder/index.html'",
    ]);
  });
});
