import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addMaterial, type MaterialToAdd } from "../../src/casefile/add-material.ts";
import { initCase, openCaseFolder } from "../../src/casefile/case-folder.ts";
import { findMaterialProblems, readManifest, refuseChangedMaterial } from "../../src/casefile/manifest.ts";
import { addVerb } from "../../src/cli/add.ts";
import { casePaths } from "../../src/casefile/paths.ts";

let dir: string;
let handed: string;
const by = { actor: "lee", clock: (): Date => new Date("2020-01-02T03:04:05Z") };
const ledger = "payer,amount\nBlue Harbour,12.00\n";

beforeEach(() => {
  const root = mkdtempSync(join(tmpdir(), "windfall-custody-"));
  dir = join(root, "case");
  handed = join(root, "Han Jae-min ledger.csv");
  writeFileSync(handed, ledger);
  initCase(dir, "Harbour");
});
afterEach(() => rmSync(join(dir, ".."), { recursive: true, force: true }));

const material = (over: Partial<MaterialToAdd> = {}): MaterialToAdd => ({
  files: [handed],
  dataset: "h1",
  source: { id: "s1", kind: "informant", grade: "B2", sealed: true, label: "Han Jae-min", firstHand: true },
  received: "2016-07-31",
  howObtained: "handed over in person",
  ...over,
});

describe("custody", () => {
  it("records hash, bytes, who, when and how before anything is parsed", async () => {
    await addMaterial(dir, material(), by);
    expect(readManifest(casePaths(dir)).map(({ modifiedMs: _modified, ...entry }) => entry)).toEqual([
      {
        dataset: "h1",
        name: "f1.csv",
        sha256: "3111fa283dbb5ecb91c617d28ce619fe88a2a7ef4f41e12a9a16655142257e51",
        bytes: ledger.length,
        addedBy: "lee",
        addedAt: "2020-01-02T03:04:05.000Z",
        howObtained: "handed over in person",
      },
    ]);
    expect(readFileSync(join(dir, "material/h1/f1.csv"), "utf8")).toBe(ledger);
  });

  it("keeps the name of a sealed source and of its files in sealed.json alone", async () => {
    await addMaterial(dir, material(), by);
    const holding = readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes("Han Jae-min"))
      .map((entry) => entry.name);
    expect(holding).toEqual(["sealed.json"]);
    expect(readdirSync(dir, { recursive: true }).filter((name) => String(name).includes("Han"))).toEqual([]);
    expect(statSync(join(dir, "sealed.json")).mode & 0o777).toBe(0o600);
    expect(openCaseFolder(dir, by.clock).sealedNames.reveal("h1/f1.csv", "lee")).toBe("Han Jae-min ledger.csv");
  });

  it("takes the same content once, and says of what is there already that it is", async () => {
    const copy = join(dir, "../copy.csv");
    writeFileSync(copy, ledger);
    const added = [
      ...(await addMaterial(dir, material({ files: [handed, copy] }), by)),
      ...(await addMaterial(dir, material(), by)),
    ];
    expect(added.map((file) => [file.name, file.isNew])).toEqual([
      ["f1.csv", true],
      ["f1.csv", false],
      ["f1.csv", false],
    ]);
    expect(readManifest(casePaths(dir)).length).toBe(1);
    const { lines } = await addVerb.run({
      words: [handed],
      options: { dataset: "h1", source: "s1" },
      caseDir: dir,
      isJson: false,
      progress: () => undefined,
      untilStopped: () => Promise.reject(new Error("add is not stopped")),
      inCase: () => Promise.reject(new Error("add opens no database")),
      ...by,
    });
    expect(lines).toEqual([
      expect.stringMatching(/^h1\/f1.csv {2}32 bytes {2}sha256 [0-9a-f]{64} {2}already in custody since 2020-01-02$/u),
      "nothing new was added",
    ]);
  });

  it("refuses another file of the same name in one hand-over", async () => {
    const source = { id: "s2", kind: "register", grade: "A2", label: "Register" };
    await addMaterial(dir, material({ source }), by);
    writeFileSync(handed, `${ledger}Red River,1.00\n`);
    await expect(addMaterial(dir, material({ source }), by)).rejects.toThrow(
      /hand-over "h1" holds another file named "Han Jae-min ledger.csv"/u,
    );
  });

  it("refuses a new source without kind and grade, and a file that is not there", async () => {
    await expect(addMaterial(dir, material({ source: { id: "s3" } }), by)).rejects.toThrow(
      /source "s3" is not in case.yaml; say who it is with --kind and --grade/u,
    );
    await expect(addMaterial(dir, material({ files: ["/nowhere.csv"] }), by)).rejects.toThrow(
      "/nowhere.csv: there is no such file",
    );
  });

  it("refuses options that contradict what case.yaml says of the source, and takes nothing", async () => {
    const open = { id: "s2", kind: "register", grade: "A2", label: "Register" };
    await addMaterial(dir, material({ dataset: "h2", source: open }), by);
    const second = join(dir, "../Han's letter.csv");
    writeFileSync(second, "name\nRi Chol\n");
    const again = (source: MaterialToAdd["source"], over: Partial<MaterialToAdd> = {}) =>
      addMaterial(dir, material({ files: [second], dataset: "h3", source, ...over }), by);
    await expect(again({ id: "s2", sealed: true })).rejects.toThrow(
      'source "s2" stands in case.yaml already, and there sealed is false, which --sealed contradicts; give what must be protected to a new --source with --sealed',
    );
    await expect(again({ id: "s2", kind: "device", grade: "B2", firstHand: true, label: "Office" })).rejects.toThrow(
      'there kind is "register", which --kind "device" contradicts, and grade is "A2", which --grade "B2" contradicts, and firstHand is not given, which --first-hand contradicts, and label is "Register", which --label "Office" contradicts;',
    );
    await expect(again({ id: "s2" }, { dataset: "h2", howObtained: "found" })).rejects.toThrow(
      'hand-over "h2" stands in case.yaml already, and there howObtained is "handed over in person", which --how "found" contradicts',
    );
    await expect(again({ id: "s2" }, { dataset: "h2", series: "ofac-sdn" })).rejects.toThrow("series is not given");
    await expect(again({ id: "s2" }, { edition: "2020-01-01" })).rejects.toThrow("--series is missing");
    expect(readManifest(casePaths(dir)).length).toBe(1);
    await again(open);
    expect(readManifest(casePaths(dir)).length).toBe(2);
  });

  it("keeps the name of a sealed source that stands in case.yaml without one, and refuses another", async () => {
    const { label, ...nameless } = { ...material().source, label: "Han Jae-min" };
    await addMaterial(dir, material({ source: nameless }), by);
    await addMaterial(dir, material({ source: { id: "s1", label } }), by);
    expect(openCaseFolder(dir, by.clock).sealedNames.reveal("s1", "lee")).toBe("Han Jae-min");
    await expect(addMaterial(dir, material({ source: { id: "s1", label: "Ri" } }), by)).rejects.toThrow(
      /^--label is not the name that is kept aside for the protected source "s1"/u,
    );
  });

  it("leaves case.yaml as a person wrote it, comments too", async () => {
    appendFileSync(join(dir, "case.yaml"), "# the handler's note\n");
    await addMaterial(dir, material(), by);
    expect(readFileSync(join(dir, "case.yaml"), "utf8")).toContain("# the handler's note");
    expect(openCaseFolder(dir, by.clock).config.sources.map((source) => source.id)).toEqual(["s1"]);
  });
});

describe("changed material", () => {
  const path = (): string => join(dir, "material/h1/f1.csv");
  beforeEach(async () => {
    await addMaterial(dir, material(), by);
  });

  it("is refused when its size changed", async () => {
    appendFileSync(path(), "x");
    await expect(refuseChangedMaterial(casePaths(dir), false)).rejects.toThrow(
      /material\/h1\/f1.csv: it has 33 bytes and had 32 when it was added; restore the file whose SHA-256 is [0-9a-f]{64}/u,
    );
  });
  it("is refused when its content changed and its size did not", async () => {
    writeFileSync(path(), ledger.replace("12", "13"));
    await expect(refuseChangedMaterial(casePaths(dir), false)).rejects.toThrow(
      /its content changed since it was added/u,
    );
  });
  it("is found by a thorough look even if its time was set back", async () => {
    const { atime, mtime } = statSync(path());
    writeFileSync(path(), ledger.replace("12", "13"));
    utimesSync(path(), atime, mtime);
    expect(await findMaterialProblems(casePaths(dir), true)).toHaveLength(1);
  });
  it("is refused when it is missing", async () => {
    rmSync(path());
    await expect(refuseChangedMaterial(casePaths(dir), false)).rejects.toThrow(
      /material\/h1\/f1.csv: it is missing; restore the file/u,
    );
  });
});

describe("a folder that is no case", () => {
  it("is refused, naming what is missing", () => {
    const empty = join(dir, "../empty");
    mkdirSync(empty);
    expect(() => openCaseFolder(empty, by.clock)).toThrow(/case.yaml: no case is here/u);
  });
  it("is refused when its key is damaged", () => {
    chmodSync(join(dir, "case.key"), 0o600);
    writeFileSync(join(dir, "case.key"), "short");
    expect(() => openCaseFolder(dir, by.clock)).toThrow(/case.key: the case's key is missing or damaged/u);
  });
  it("cannot be begun twice", () => expect(() => initCase(dir, "Again")).toThrow(/there is a case here already/u));
});
