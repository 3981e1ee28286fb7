import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ofacFileOf, ofacValues } from "../../src/intake/lists/ofac-sdn.ts";

const sdn = (type: string, name: string, remarks: string): (string | null)[] => [
  "7",
  name,
  type,
  "DPRK] [SDGT",
  "-0- ",
  "-0- ",
  "-0- ",
  "-0- ",
  "-0- ",
  "-0- ",
  "-0- ",
  remarks,
];
const said = (cells: readonly (string | null)[], file: "sdn" | "alt" | "add" = "sdn"): string[] =>
  ofacValues(file, { rowNo: 1, cells })
    .filter((value) => value.prop !== "notes")
    .map((value) => `${value.entityId} ${value.schema} ${value.prop}=${value.raw}`);

describe("a row of the SDN list", () => {
  it("gives a person with remarks read", () =>
    expect(
      said(
        sdn(
          "individual",
          "KIM, Chol",
          "DOB 10 Dec 1948; alt. DOB circa 1949; POB Pyongyang, Korea, North; nationality Korea, North; Passport 1084010 (Egypt) issued 05 Mar 2003; a.k.a. 'CHOLLIE'; Gender Male.",
        ),
      ),
    ).toEqual([
      "ofac-7 Person name=Chol KIM",
      "ofac-7 Person topics=sanction",
      "ofac-7-sanction Sanction entity=ofac-7",
      "ofac-7-sanction Sanction program=DPRK",
      "ofac-7-sanction Sanction program=SDGT",
      "ofac-7 Person birthDate=10 Dec 1948",
      "ofac-7 Person birthPlace=Pyongyang, Korea, North",
      "ofac-7 Person nationality=North Korea",
      "ofac-7 Person passportNumber=1084010",
      "ofac-7-id-9342ec1f Passport holder=ofac-7",
      "ofac-7-id-9342ec1f Passport number=1084010",
      "ofac-7-id-9342ec1f Passport country=eg",
      "ofac-7 Person weakAlias=CHOLLIE",
      "ofac-7 Person gender=Male",
    ]));
  it("keeps what it does not understand as notes", () =>
    expect(
      ofacValues("sdn", { rowNo: 1, cells: sdn("individual", "X", "DOB circa 1951; arrested 23 Apr 2002.") })
        .filter((value) => value.prop === "notes")
        .map((value) => value.raw),
    ).toEqual(["list number ofac-7", "list type: individual", "DOB circa 1951", "arrested 23 Apr 2002"]));
  it("gives an organisation where no type is said", () =>
    expect(said(sdn("-0- ", "BANCO, S.A.", "NIT # 800146749-7 (Colombia)."))).toContain(
      "ofac-7 Organization taxNumber=800146749-7",
    ));
  it("gives a vessel its number", () =>
    expect(said(sdn("vessel", "OCEAN", "Vessel Registration Identification IMO 9187629"))).toContain(
      "ofac-7 Vessel imoNumber=9187629",
    ));
  it("gives alternate names and addresses to a Thing", () => {
    expect(said(["7", "1", "fka", "OLD NAME", "-0- "], "alt")).toEqual(["ofac-7 Thing previousName=OLD NAME"]);
    expect(said(["7", "1", "Main St", "Havana", "Cuba", "-0- "], "add")).toEqual([
      "ofac-7 Thing address=Main St, Havana, Cuba",
      "ofac-7 Thing country=Cuba",
    ]);
  });
  it("has nothing to say of the closing mark", () =>
    expect(ofacValues("sdn", { rowNo: 1, cells: ["\u001A"] })).toEqual([]));
});

describe("the four files", () => {
  const check = (name: string, file: string): void =>
    it(`${name} is ${file}`, () => {
      const line = readFileSync(`resources/lists/ofac-2021-07/${name}`, "utf8").split("\n")[0] ?? "";
      expect(ofacFileOf(line.match(/"[^"]*"|[^,]+/gu)?.map((cell) => cell.replaceAll('"', "")) ?? [])).toBe(file);
    });
  check("sdn.csv", "sdn");
  check("alt.csv", "alt");
  check("add.csv", "add");
});
