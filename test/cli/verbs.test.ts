import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeProgram } from "../../src/cli/make-program.ts";
import { verbs } from "../../src/cli/verbs.ts";
import { makeSample, type SampleCase } from "../support/sample-case.ts";
import { dataHere, windfallHere } from "../support/windfall-here.ts";
import { windfall, type Ended } from "../support/windfall.ts";

const olderRun = "the last full run is older than what the case holds now or than this program";
const mark = "INTERNAL - NOT CHECKED FOR RELEASE";
let sample: SampleCase;
let scratch: string;
const inCase = (...args: readonly string[]): Promise<Ended> => windfallHere(...args, "--case", sample.dir);
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- each test says what it expects to read
const dataOf = <Data>(...args: readonly string[]): Promise<Data> => dataHere<Data>(...args, "--case", sample.dir);

beforeAll(async () => {
  sample = await makeSample();
  scratch = mkdtempSync(join(tmpdir(), "windfall-cli-"));
}, 900_000);
afterAll(() => {
  sample.remove();
  rmSync(scratch, { recursive: true, force: true });
});

describe("every verb", () => {
  it("is one of those that a user is promised", () =>
    expect(
      verbs
        .map((verb) => verb.usage.split(" ")[0])
        .toSorted()
        .join(" "),
    ).toBe(
      "add block brief doctor export export-network faults find findings fragment freeze hypothesis init ledger map name note open " +
        "paths patterns review run sample serve show since status trace train undo verify who why",
    ));
  for (const verb of verbs) {
    const name = verb.usage.split(" ")[0] ?? "";
    it(`${name} explains itself with an example`, () => {
      let help = "";
      const command = makeProgram(
        verbs,
        async () => undefined,
        () => undefined,
      ).commands.find((each) => each.name() === name);
      command?.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
      expect(help).toContain(`Example:\n  ${verb.example}`);
      expect(help).toContain("--json");
    });
  }
  it("explains itself from the command line", () => {
    const help = windfall("open", "--help");
    expect([help.code, help.stderr]).toEqual([0, ""]);
    expect(help.stdout).toContain("Example:\n  windfall open ");
  });
  it("ends with 2 and one clear line when there is no case", () => {
    const ended = windfall("status", "--case", scratch);
    expect([ended.code, ended.stdout]).toEqual([2, ""]);
    expect(ended.stderr).toContain("no case is here; go to a case's folder");
  });
  it("ends with 2 on a word that means nothing, and without a word that it needs", () => {
    expect(windfall("defenestrate").code).toBe(2);
    expect(windfall("open").code).toBe(2);
  });
});

describe("sample and run", () => {
  it("print the figures that a person wants", () => {
    for (const stage of ["intake", "who is who", "cross-check", "network", "chokepoints", "brief"])
      expect(sample.stdout).toContain(`  ${stage.padEnd(12)} `);
    expect(sample.stdout).toContain(mark);
  });
  it("do nothing the second time", async () => {
    const { stages } = await dataOf<{ stages: { stage: string; isNew: boolean }[] }>("run");
    expect(stages.filter((stage) => stage.isNew)).toEqual([]);
  });
});

describe("material that was not read", () => {
  it("is named by status, find and brief, and a sample is not made in another case", async () => {
    const dir = join(scratch, "unread");
    const file = join(scratch, "unread.csv");
    writeFileSync(file, "name\nBlue Gate Ltd\n");
    await windfallHere("init", dir);
    await windfallHere(
      "add",
      file,
      "--case",
      dir,
      "--dataset",
      "h1",
      "--source",
      "s1",
      "--kind",
      "register",
      "--grade",
      "A2",
    );
    const text = '1 file in custody and not read yet: h1/unread.csv; "windfall run" reads it';
    expect((await windfallHere("status", "--case", dir)).stdout).toBe(`0 files read\n${text}\n`);
    expect((await windfallHere("find", "Blue", "--case", dir)).stdout).toContain(`not searched: ${text}`);
    const brief = await windfallHere("brief", "--case", dir);
    expect([brief.code, brief.stdout.includes(text)]).toEqual([1, true]);
    expect((await windfallHere("sample", dir)).stderr).toContain("another case is here; choose another folder");
    expect(readFileSync(join(dir, "manifest.jsonl"), "utf8").trim().split("\n")).toHaveLength(1);
  }, 900_000);
});

describe("material that was read and not cross-checked", () => {
  it("is told by status and brief until a full run", async () => {
    const dir = join(scratch, "undrawn");
    const add = (name: string): Promise<Ended> => {
      const file = join(scratch, `${name}.csv`);
      writeFileSync(file, `name,date of birth\n${name},1970-03-14\n`);
      return windfallHere(
        "add",
        file,
        "--case",
        dir,
        "--dataset",
        name,
        "--source",
        "s1",
        "--kind",
        "register",
        "--grade",
        "A2",
      );
    };
    const told = async (): Promise<(readonly [number | null, boolean])[]> => {
      const ended = [await windfallHere("status", "--case", dir), await windfallHere("brief", "--case", dir)];
      return ended.map(({ code, stdout }) => [code, stdout.includes(olderRun)]);
    };
    await windfallHere("init", dir);
    expect((await windfallHere("status", "--case", dir)).stdout).toBe("0 files read\n");
    await add("first");
    await windfallHere("run", "--case", dir);
    expect(await told()).toEqual([
      [0, false],
      [0, false],
    ]);
    await add("second");
    await windfallHere("run", "--case", dir, "--only", "intake");
    expect(await told()).toEqual([
      [1, true],
      [1, true],
    ]);
    await windfallHere("run", "--case", dir);
    expect(await told()).toEqual([
      [0, false],
      [0, false],
    ]);
  }, 900_000);
});

describe("init and add", () => {
  it("begin a case and take a file into custody", () => {
    const dir = join(scratch, "new");
    const ledger = join(scratch, "ledger.csv");
    writeFileSync(
      ledger,
      "date,payer,payer account,beneficiary,beneficiary account,amount,currency\n2016-01-02,Blue Gate Ltd,4072000000000001,Red Sea Co,4072000000000002,10.00,USD\n",
    );
    expect(windfall("init", dir, "--title", "New").code).toBe(0);
    const added = windfall(
      "add",
      ledger,
      "--case",
      dir,
      "--dataset",
      "h1",
      "--source",
      "s1",
      "--kind",
      "informant",
      "--grade",
      "B2",
    );
    expect([added.code, added.stdout.includes("in custody")]).toEqual([0, true]);
    expect([0, 1]).toContain(windfall("run", "--case", dir).code);
    appendFileSync(join(dir, "material/h1/ledger.csv"), "x");
    for (const verb of ["run", "brief"]) {
      const refused = windfall(verb, "--case", dir);
      expect([refused.code, refused.stderr.includes("restore the file whose SHA-256 is")]).toEqual([2, true]);
    }
    expect(windfall("doctor", "--case", dir).code).toBe(2);
  }, 900_000);
  it("name a wrong grade, its place and the right form", async () => {
    const dir = join(scratch, "wrong");
    await windfallHere("init", dir);
    const path = join(dir, "case.yaml");
    writeFileSync(
      path,
      readFileSync(path, "utf8").replace("sources: []", "sources: [{id: s1, kind: informant, grade: Z9}]"),
    );
    const refused = await windfallHere("run", "--case", dir);
    expect([refused.code, refused.stderr]).toEqual([
      2,
      'case.yaml: line 2: sources[0].grade is "Z9"; use a letter A-F and a digit 1-6, such as "B2"\n',
    ]);
  });
});

describe("looking", () => {
  it("status counts every row of every file", async () => {
    const files =
      await dataOf<{ file: string; rowsPresent: number; rowsRead: number; rowsLost: number; source: string }[]>(
        "status",
      );
    expect(files.length).toBeGreaterThan(15);
    expect(files.filter((file) => file.rowsRead + file.rowsLost !== file.rowsPresent)).toEqual([]);
    expect(files.some((file) => file.source.startsWith("a protected source"))).toBe(true);
  });
  it("faults tell what and where", async () => {
    const { faults } = await dataOf<{ faults: { place: string; text: string }[] }>("faults");
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.every((fault) => fault.place !== "" && fault.text !== "")).toBe(true);
  });
  it("map says what each column is", async () =>
    expect((await inCase("map", "h2-ledgers")).stdout).toMatch(/payer\.name/u));
  it("find says how far it looked when there is nothing", async () => {
    const ended = await inCase("find", "xyzzy-nowhere");
    expect(ended.stdout).toMatch(
      /nothing found for "xyzzy-nowhere"\nsearched: [\d,]+ values, [\d,]+ passages and [\d,]+ faults in \d+ files, hidden cells too; not searched/u,
    );
  });
  it("find reads a file of terms and finds what it names", async () => {
    const terms = join(scratch, "terms.txt");
    writeFileSync(terms, "Coral Sun\n1317180552358\n");
    expect((await inCase("find", "--terms", terms)).stdout).toContain("h4-register/companies.csv#");
  });
  it("name explains two spellings to a person who reads no Korean", async () => {
    const ended = await windfallHere("name", "김정은", "Kim Chŏng-ŭn");
    expect(ended.stdout).toContain("McCune-Reischauer");
    expect(ended.stdout).toContain("A name alone never joins two people");
  });
  it("who shows values with their places", async () =>
    expect((await inCase("who", "Coral Sun")).stdout).toMatch(/registrationNumber: 1317180552358 .*h4-register\//u));
  it("findings are filtered by verdict", async () => {
    const { findings } = await dataOf<{ findings: { verdict: string }[] }>("findings", "--verdict", "corroborated");
    expect(findings.length).toBeGreaterThan(0);
    expect(new Set(findings.map((finding) => finding.verdict))).toEqual(new Set(["corroborated"]));
  });
  it("open shows a cell with its neighbours, and refuses a place that is not there", async () => {
    expect((await inCase("open", "h4-register/companies.csv#B2")).stdout).toMatch(/> +2 .*\[Coral Sun/u);
    expect((await inCase("open", "h4-register/companies.csv#B99999")).stderr).toContain("there is no row 99999");
    expect((await inCase("open", "somewhere")).stderr).toContain('"somewhere" is no place; use one such as');
  });
  it("since says what a hand-over changed", async () => {
    const changes = await dataOf<{ notHeldBefore: number; joined: number }>("since", "h3-phone");
    expect(changes.notHeldBefore).toBeGreaterThan(0);
    expect((await inCase("since", "h9")).stderr).toContain('there is no hand-over "h9"');
  });
  it("numbers and filters that mean nothing are refused with what would be right", async () => {
    const refusals: [string[], string][] = [
      [["faults", "--limit", "abc"], '--limit is "abc"; use a whole number such as 20'],
      [["faults", "--dataset", "h9"], 'there is no hand-over "h9"; use one of ofac-2021-07, '],
      [["findings", "--verdict", "true"], '--verdict is "true"; use one of contradicted, '],
      [["findings", "--schema", "Persn"], '--schema is "Persn"; use a type of FollowTheMoney such as Person'],
      [["findings", "--entity", "zzz"], '--entity is "zzz", and there is no such entity'],
      [["map", "h9"], 'no tabular file of the case is called "h9"'],
      [["status", "--threads", "0"], '--threads is "0"; use a whole number from 1 to 64'],
    ];
    for (const [words, message] of refusals) {
      const ended = await inCase(...words);
      expect([words, ended.code, ended.stdout, ended.stderr.slice(0, message.length)]).toEqual([words, 2, "", message]);
    }
  });
  it("find says how many places it does not show", async () =>
    expect((await inCase("find", "Coral Sun", "--limit", "1")).stdout).toMatch(
      /"Coral Sun" stands in \d+ more places; --limit shows more/u,
    ));
  it("doctor finds nothing wrong", async () => expect((await inCase("doctor")).code).toBe(0));
});

describe("writing", () => {
  it("brief is marked and holds no sealed name", async () => {
    expect((await inCase("brief")).code).toBe(0);
    const html = readFileSync(join(sample.dir, "out/brief.html"), "utf8");
    expect(html).toContain(mark);
    for (const name of Object.values(
      JSON.parse(readFileSync(join(sample.dir, "sealed.json"), "utf8")) as Record<string, string>,
    ))
      expect(html).not.toContain(name);
  });
  it("verify accepts the check file and refuses a tampered one", async () => {
    const path = join(sample.dir, "out/certificate.json");
    const held = await windfallHere("verify", path);
    expect([held.code, /Before the block [\d,.]+ USD can flow, after it [\d,.]+ USD/u.test(held.stdout)]).toEqual([
      0,
      true,
    ]);
    const forged = join(scratch, "forged.json");
    writeFileSync(
      forged,
      readFileSync(path, "utf8").replace(/(\d{6,})/u, (digits) => String(Number(digits) + 1)),
    );
    expect((await windfallHere("verify", forged)).code).toBe(2);
  });
  it("block answers a question of one's own", async () =>
    expect((await inCase("block", "--budget", "2")).stdout).toMatch(/can no longer get through|no money was seen/u));
  it("block names whom nobody knows", async () => {
    const ended = await inCase("block", "--from", "Nobody;Coral Sun Investment Co. Ltd", "--to", "No One");
    expect([ended.code, ended.stderr]).toEqual([
      2,
      'no entity of the case has the id or the name "Nobody", "No One"; use an id or a whole name as "windfall who" shows them, or schema:Company, topic:sanction, country:kp, list:ofac-sdn\n',
    ]);
  });
});

describe("a contact of a phone", () => {
  it("is not shown without a reason, nor beside another place", async () => {
    for (const place of ["h3-phone/f1.vcf#row 3", "h3-phone/f2.db#'raw_contacts'!C2", "h3-phone/f3.db#'sms'!C3"])
      expect((await inCase("open", place)).stderr).toBe(
        `${place}: a contact of a phone or mailbox stands there and is closed; add --reason WORDS, which opens it and keeps why\n`,
      );
    const told = await dataOf<{ lines: string[]; focus: number }>("open", "h3-phone/f3.db#'sms'!H3");
    expect(told.lines.filter((line) => line.endsWith("(a contact of a phone or mailbox, closed)")).length).toBe(4);
    expect(told.lines[told.focus]).toMatch(/^ +3 [… |]+ \[.*\]$/u);
  });
  it("is opened where it stands, for a reason, once, and closed again by undo", async () => {
    const place = "h3-phone/f1.vcf#row 1";
    const { contacts } = await dataOf<{ contacts: { entityId: string; judgementNo: number }[] }>(
      "open",
      place,
      "--reason",
      "he paid",
    );
    expect(contacts.length).toBe(1);
    expect((await inCase("open", place, "--reason", "again")).stderr).toContain(
      "no contact that is still closed stands there",
    );
    expect((await inCase("undo", String(contacts[0]?.judgementNo))).code).toBe(0);
    expect((await dataOf<{ contacts: unknown[] }>("open", place, "--reason", "he paid again")).contacts.length).toBe(1);
    expect((await inCase("undo")).stdout).toContain(`(${contacts[0]?.entityId}: same) is taken back`);
  });
});
