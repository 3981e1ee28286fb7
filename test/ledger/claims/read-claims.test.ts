import { describe, expect, it } from "vitest";
import { readClaims } from "../../../src/ledger/index.ts";
import { checkClaims as check, told } from "./told.ts";

describe("who says a claim", () => {
  check(
    "the subject of a verb of telling before it",
    "The harbour office said that two barges had left Port Mirren on 3 May.",
    ["The harbour office < the author | reported | two barges had left Port Mirren on 3 May"],
  );
  check("the one named behind it", "Two barges had left Port Mirren, the harbour office said.", [
    "the harbour office < the author | reported | Two barges had left Port Mirren",
  ]);
  check(
    "the one behind an inverted verb",
    "“The barges were empty when they came to us,” said Olen Varga of the dock company.",
    ["Olen Varga of the dock company < the author | reported | The barges were empty when they came to us"],
  );
  check(
    "every sentence of a quotation",
    "“The barges were empty. Nobody asked us for papers,” a crane driver told the Mirren Post.",
    [
      "a crane driver < the Mirren Post < the author | reported | The barges were empty",
      "a crane driver < the Mirren Post < the author | reported | Nobody asked us for papers",
    ],
  );
  check(
    "the source that an outlet cites",
    "The Mirren Post, citing a crane driver, said that the barges carried copper.",
    ["a crane driver < The Mirren Post < the author | reported | the barges carried copper"],
  );
  check(
    "the deepest of a chain",
    "The Mirren Post says a customs officer was told by a night porter that the barges carried copper.",
    ["a night porter < a customs officer < The Mirren Post < the author | reported | the barges carried copper"],
  );
  check("according to", "The barges carried copper, according to the port agent.", [
    "the port agent < the author | reported | The barges carried copper",
  ]);
  check("an attribution between commas", "Six of the crates, a clerk recalled, had been sealed twice.", [
    "a clerk < the author | reported | Six of the crates, a clerk recalled, had been sealed twice",
  ]);
  check("the outlet whose name closes the block", "The barges carried copper. [Mirren Post, 4 May]", [
    "Mirren Post < the author | asserted | The barges carried copper",
  ]);
  check("the outlet that introduces a quoted block", "The Mirren Post writes:\n\n> The barges carried copper.", [
    "The Mirren Post < the author | asserted | The barges carried copper",
  ]);
  check(
    "the only source of the block, where nobody is named",
    "A pilot said that the barges had left. They are believed to have carried copper.",
    [
      "A pilot < the author | reported | the barges had left",
      "A pilot? < the author | hedged | They are believed to have carried copper",
    ],
  );
  check("nobody: the author", "The barges carried copper.", ["the author | asserted | The barges carried copper"]);
});

describe("how firmly it stands", () => {
  check("a denial", "The mining ministry denied that any copper had left the country.", [
    "The mining ministry < the author | denied | any copper had left the country",
  ]);
  check(
    "a refusal is neither support nor denial",
    "The mining ministry said it could neither confirm nor deny that copper had left the country.",
    [
      "The mining ministry < the author | cannot-confirm | it could neither confirm nor deny that copper had left the country",
    ],
  );
  check("a silence is the observer's word", "The mining ministry did not say where the copper was.", [
    "the author | asserted | The mining ministry did not say where the copper was",
  ]);
  check("a hedge in the content", "A pilot said that the barges may have carried copper.", [
    "A pilot < the author | hedged | the barges may have carried copper",
  ]);
  check("what an office confirms is on record", "The mining ministry confirmed that a licence was issued.", [
    "The mining ministry < the author | asserted | a licence was issued",
  ]);
  check("a flat denial by an office", "The mining ministry said that there was no such licence.", [
    "The mining ministry < the author | denied | there was no such licence",
  ]);
  it("irony is flagged and goes on to the next sentence", () => {
    const { claims } = readClaims({
      text: "A headline of some words\nOf course nobody ever looks into a barge. They only wave.",
      author: "the author",
    });
    expect(claims.map(({ isIronic }) => isIronic)).toEqual([true, true]);
  });
  it("what is taken back is retracted", () => {
    const { claims } = readClaims({
      text: "A headline of some words\nThe Mirren Post has withdrawn its report that the pilot owned a barge.",
      author: "the author",
    });
    expect(claims.map(({ quote, isRetracted }) => [quote, isRetracted])).toEqual([
      ["The Mirren Post has withdrawn its report", false],
      ["the pilot owned a barge", true],
    ]);
  });
});

describe("spans", () => {
  it("are places in the text", () => {
    const text = "A headline of some words\n“Two barges left,” a pilot said. [Mirren Post]";
    const { claims } = readClaims({ text, author: "the author" });
    for (const claim of claims) expect(text.slice(claim.from, claim.to)).toBe(claim.quote);
    expect(claims.length).toBeGreaterThan(0);
  });
  it("hold no claim in headings, instructions and the heads of mails", () => {
    expect(told("Date: Mon, 22 Jan 2018\nClosed Barges\nBegin with the money.")).toEqual([]);
  });
});

describe("a sentence of thousands of clauses", () => {
  it.each(["he was told by a man that it left and ", "“we left,” he said, ", "he could not confirm it, "])(
    "is read to its end: %s",
    (clause) => {
      const { claims } = readClaims({ text: `The office said that ${clause.repeat(2000)}.`, author: "the author" });
      expect(claims.length).toBeGreaterThanOrEqual(2000);
    },
    // Before its sources were found by index, 2,000 such clauses took six minutes on two busy cores.
  );
});
