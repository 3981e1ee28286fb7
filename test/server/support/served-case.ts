import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { lazy } from "../../../src/base/index.ts";
import { addMaterial, initCase, runCase } from "../../../src/casefile/index.ts";
import { openCase, type OpenCase, type OpenOptions } from "../../../src/casefile/open-case.ts";
import { serveCase, type Serving } from "../../../src/server/index.ts";
import { keepFolder, layDown, type KeptFolder } from "../../support/kept-folder.ts";

/** What a request was answered. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A small case that was made, run and is served in this process, with a visitor who holds the cookie. */
export interface ServedCase {
  readonly dir: string;
  readonly open: OpenCase;
  readonly serving: Serving;
  readonly origin: string;
  readonly cookie: string;
  /** Asks as the visitor's browser does. */
  ask(method: string, path: string, body?: unknown): Promise<Answer>;
  /** The same, read as JSON; fails on any status but 200. */
  json(method: string, path: string, body?: unknown): Promise<Json>;
  /** Adds a file to a hand-over; a run takes it in. */
  add(dataset: string, name: string, content: string): Promise<void>;
  end(): Promise<void>;
}

// Answers are read as a browser reads them: without a type until a schema has read them.
// oxlint-disable-next-line typescript/no-explicit-any
export type Json = any;

/** The label and the file of the sealed source: they must stand in no answer. */
export const canary = { label: "Nightjar Velasquez", file: "velasquez ledger.csv" };

const by = { actor: "lee", clock: (): Date => new Date("2020-01-02T03:04:05Z") };

const payments = (rows: readonly string[]): string =>
  `payer,payer account,payee,payee account,amount,currency,date\n${rows.join("\n")}\n`;
const paid = [
  "Taebong Trading Co,1002-889-44721,Azure Harbor Ltd,2003-111-22233,4120000,USD,2014-03-04",
  "Azure Harbor Ltd,2003-111-22233,East Bridge Bank,3004-555-66677,3900000,USD,2014-04-01",
  "Taebong Trading Co,1002-889-44721,East Bridge Bank,3004-555-66677,250000,USD,2015-01-09",
];
const people = `name,birthDate,country,passportNumber\nRi Chol-min,1961-04-02,kp,PS100150\n리철민,1961-04-02,kp,PS100150\nPak Su,1970,kp,PS100175\n`;
const card = "BEGIN:VCARD\nVERSION:3.0\nFN:Kestrel Contact\nTEL:+85021811119\nEND:VCARD\n";

/** What the small case has besides: files by hand-over and name, as in `h3/more.csv`, and somebody who hears each query. */
interface Besides extends Pick<OpenOptions, "onQuery"> {
  readonly files?: Readonly<Record<string, string>>;
}

/** The case without anything besides, made and run once for all files of a worker. */
const smallCase = lazy(async (): Promise<KeptFolder> => {
  const root = mkdtempSync(join(tmpdir(), "windfall-small-"));
  const dir = join(root, "case");
  await makeCase(dir, {});
  const open = await openCase(dir, by);
  await runCase(open, () => undefined);
  open.close();
  const files = keepFolder(dir);
  rmSync(root, { recursive: true, force: true });
  return files;
});

/** A case of two ledgers, people and a phone's contacts, in custody and not read yet. */
async function makeCase(dir: string, files: Readonly<Record<string, string>>): Promise<void> {
  initCase(dir, "Small");
  const add = adderTo(dir);
  await add("h1", "ledger.csv", payments(paid));
  await add("h2", canary.file, payments([...paid.slice(0, 2), paid[2]?.replace("250000", "260000") ?? ""]), {
    label: canary.label,
    sealed: true,
  });
  await add("h3", "people.csv", people);
  await add("h4", "contacts.vcf", card, { kind: "device" });
  for (const [file, content] of Object.entries(files)) {
    const [dataset = "", name = ""] = file.split("/");
    await add(dataset, name, content);
  }
}

/** Takes a file into a case's custody from beside its folder. */
const adderTo =
  (dir: string) =>
  async (dataset: string, name: string, content: string, source = {}): Promise<void> => {
    const path = join(dirname(dir), name);
    writeFileSync(path, content);
    await addMaterial(
      dir,
      {
        files: [path],
        dataset,
        source: {
          id: `s-${dataset}`,
          label: `Desk ${dataset}`,
          kind: "informant",
          grade: "B2",
          firstHand: true,
          ...source,
        },
        received: "2020-01-01",
        howObtained: "handed over",
        ...(name.endsWith(".vcf") && { bystanders: true }),
      },
      by,
    );
  };

/** Makes, runs and serves the case. */
export async function serveSmallCase({ files = {}, ...hearing }: Besides = {}): Promise<ServedCase> {
  const root = mkdtempSync(join(tmpdir(), "windfall-served-"));
  const dir = join(root, "case");
  const add = adderTo(dir);
  const isSmall = Object.keys(files).length === 0;
  if (isSmall) layDown(await smallCase(), dir);
  else await makeCase(dir, files);
  const open = await openCase(dir, { ...by, ...hearing });
  if (!isSmall) await runCase(open, () => undefined);
  const pagesDir = join(root, "pages");
  mkdirSync(join(pagesDir, "assets"), { recursive: true });
  writeFileSync(
    join(pagesDir, "index.html"),
    '<!doctype html><meta property="csp-nonce" nonce="__NONCE__"><div id="root"></div>',
  );
  writeFileSync(join(pagesDir, "assets", "part-1a2b.js"), "export {};");
  const serving = await serveCase(open, { port: 0, pagesDir });
  const { origin } = new URL(serving.address);
  const entered = await send(origin, "GET", serving.address.slice(origin.length));
  const cookie = entered.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
  const ask = (method: string, path: string, body?: unknown): Promise<Answer> =>
    send(origin, method, path, {
      headers: { cookie, origin },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  return {
    dir,
    open,
    serving,
    origin,
    cookie,
    ask,
    json: async (method, path, body) => {
      const { status, text } = await ask(method, path, body);
      if (status !== 200) throw new Error(`${method} ${path} was answered ${status}: ${text}`);
      return JSON.parse(text);
    },
    add,
    end: async () => {
      await serving.close();
      open.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** One request as it is, with any header, the host too. */
export function send(
  origin: string,
  method: string,
  path: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const type =
    body === undefined ? {} : { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const asking = request(`${origin}${path}`, { method, headers: { ...type, ...headers } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          text: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    asking.on("error", reject);
    asking.end(body);
  });
}
