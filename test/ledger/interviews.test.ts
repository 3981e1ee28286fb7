import { describe, expect, it } from "vitest";
import { interviewClaims, type InterviewRow } from "../../src/ledger/index.ts";
import { namesNobody } from "../../src/ledger/interviews/teller-book.ts";

const row = (row: number, of: Partial<InterviewRow>): InterviewRow => ({
  file: "h1/sheet.csv",
  row,
  day: "2019-03-04",
  sealedSource: null,
  speaker: "Amber",
  interpreter: null,
  answer: "Blue Gate paid in cash.",
  basis: "saw",
  toldBy: [],
  ...of,
});

/** Of each row: the chain by names, the deepest first, without the sheet, and how firmly. */
function told(...rows: readonly InterviewRow[]): string[] {
  const { claims, sources } = interviewClaims(rows);
  const nameOf = (id: string): string => sources.find((source) => source.id === id)?.name ?? "";
  return claims.map(
    (claim) =>
      `${claim.chain
        .slice(0, -1)
        .map((link) => nameOf(link.source))
        .join(" <- ")}: ${claim.modality} ${claim.kind}`,
  );
}

/** The roots of rows, and how many people each may be. */
function roots(...rows: readonly InterviewRow[]): string[] {
  const { claims, sources } = interviewClaims(rows);
  const firm = claims.filter((claim) => claim.modality !== "hedged").map((claim) => claim.speaker);
  return [...new Set(firm)].map((id) => `${sources.find((source) => source.id === id)?.most ?? 0} ${id}`);
}

describe("an answer of an interview", () => {
  it("roots in the speaker who saw it, in whom it was told by, or in nobody known", () =>
    expect(
      told(
        row(2, {}),
        row(3, { basis: "told", toldBy: ["Pak Yong"] }),
        row(4, { basis: "told", toldBy: ["Pak Yong", "the driver"], interpreter: "Interp A" }),
        row(5, { basis: "told" }),
        row(6, { basis: "read", toldBy: ["the Courier"] }),
        row(7, { basis: "guesses" }),
        row(8, { basis: "unknown" }),
        row(9, { speaker: "" }),
      ),
    ).toEqual([
      "Amber: asserted event",
      "Pak Yong <- Amber: reported event",
      "the driver <- Pak Yong <- Amber <- Interp A: reported event",
      "not known <- Amber: reported event",
      "the Courier <- Amber: reported event",
      "Amber: hedged assessment",
      "not known <- Amber: reported event",
      "not known: asserted event",
    ]));

  it("gives hearsay from one man one root, whoever passes it on", () => {
    const pak = { basis: "told", toldBy: ["Pak Yong"] } as const;
    expect(roots(row(2, pak), row(3, { ...pak, speaker: "Basalt", toldBy: ["PAK  Yong"] }))).toEqual([
      "1 person pak yong",
    ]);
    expect(roots(row(2, pak), row(3, { speaker: "Pak Yong", file: "h2/other.csv" }))).toEqual(["1 person pak yong"]);
  });

  it("keeps those without a name apart in each speaker's mouth", () => {
    const driver = { basis: "told", toldBy: ["the driver"] } as const;
    expect(roots(row(2, driver), row(3, driver), row(4, { ...driver, speaker: "Basalt" })).length).toBe(2);
  });

  it("takes a pseudonym for a person within one protected source alone", () => {
    const first = row(2, { speaker: "speaker 1", sealedSource: "s1" });
    const second = row(2, { speaker: "speaker 1", sealedSource: "s2", file: "h2/sheet.csv" });
    const retold = row(3, { speaker: "speaker 2", sealedSource: "s1", basis: "told", toldBy: ["Speaker 1"] });
    expect(roots(first, second, retold)).toEqual(["1 speaker s1 speaker 1", "1 speaker s2 speaker 1"]);
  });

  it("supports nothing as a guess, and counts nobody where the root is unknown", () => {
    expect(roots(row(2, { basis: "guesses" }))).toEqual([]);
    expect(roots(row(2, { basis: "told" }), row(3, { basis: "unknown" })).map((root) => root[0])).toEqual(["0", "0"]);
  });

  it("that gives another's word is not seen, whatever its basis says", () => {
    const { claims } = interviewClaims([row(2, { answer: "Ri Chol said that the ship left on Monday." })]);
    expect(claims[0]?.speaker).toBe("person ri chol");
    expect(claims[0]?.reasons.map(({ why }) => why)).toContain("the answer itself gives the word of Ri Chol");
  });

  it("keeps what its words say: a denial, a hedge, the row", () => {
    const [denied, hedged] = interviewClaims([
      row(5, { answer: "The ship did not leave on Monday." }),
      row(6, { answer: "Perhaps the ship left on Monday." }),
    ]).claims;
    expect([denied?.polarity, denied?.line, denied?.quote]).toEqual([
      "negative",
      5,
      "The ship did not leave on Monday.",
    ]);
    expect(hedged?.modality).toBe("hedged");
  });
});

describe("words for a teller", () => {
  for (const nobody of ["the driver", "a friend", "brother of his", "친구", "朋友", "сосед", "Someone"])
    it(`"${nobody}" names nobody`, () => expect(namesNobody(nobody)).toBe(true));
  for (const name of ["Pak Yong", "박용", "王明", "Иван Петров", "Anna", "the Courier"])
    it(`"${name}" is a name`, () => expect(namesNobody(name)).toBe(false));
});
