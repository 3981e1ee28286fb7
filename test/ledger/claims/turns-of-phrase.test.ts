import { describe, expect, it } from "vitest";
import { readClaims } from "../../../src/ledger/index.ts";
import { checkClaims as check } from "./told.ts";

describe("turns of phrase", () => {
  check("words that tell as one verb", "The harbour office let it be known that two barges had left.", [
    "The harbour office < the author | reported | two barges had left",
  ]);
  check("had it from", "A pilot had it from a night porter that two barges had left.", [
    "a night porter < A pilot < the author | reported | two barges had left",
  ]);
  check("quoted by an outlet as saying", "A clerk was quoted by the Mirren Post as saying that two barges had left.", [
    "A clerk < the Mirren Post < the author | reported | two barges had left",
  ]);
  check(
    "an outlet that was told",
    "A clerk told the Mirren Post that two barges had left. The Post was told that they carried copper.",
    [
      "A clerk < the Mirren Post < the author | reported | two barges had left",
      "A clerk? < the Mirren Post < the author | reported | they carried copper",
    ],
  );
  check("while admitting", "The port agent denied that he owned the barges, while admitting that he had hired them.", [
    "The port agent < the author | denied | he owned the barges",
    "The port agent < the author | asserted | he had hired them",
  ]);
  check("it emerged on a day", "It emerged on Monday that two barges had left.", [
    "the author | reported | two barges had left",
  ]);
  check(
    "a day behind the verb is no speaker",
    "Mirren Abroad, a website run by sailors, wrote last Sunday that two barges had left.",
    ["Mirren Abroad, a website run by sailors < the author | reported | two barges had left"],
  );
  check("sources close to", "Sources close to the port agent believed that he had hired two barges.", [
    "Sources close to the port agent < the author | hedged | he had hired two barges",
  ]);
  check(
    "a firm is an it",
    "The manager of the barge, Olen Shipping of Varna, told the Mirren Post that she was in dock. It denied that she had carried copper.",
    [
      "The manager of the barge, Olen Shipping of Varna < the Mirren Post < the author | reported | she was in dock",
      "The manager of the barge, Olen Shipping of Varna < the Mirren Post? < the author | denied | she had carried copper",
    ],
  );
  check(
    "a spokesman of an office is a he",
    "“Two barges have left,” the port office’s spokesman, Olen Varga, said. He described the barges as unconnected with the mine.",
    [
      "the port office’s spokesman, Olen Varga < the author | reported | Two barges have left",
      "the port office’s spokesman, Olen Varga < the author | reported | He described the barges as unconnected with the mine",
    ],
  );
  check("photographs bought by", "Radar pictures bought by the Mirren Post showed two barges.", [
    "Radar pictures < the Mirren Post < the author | reported | Radar pictures bought by the Mirren Post showed two barges",
  ]);
  check("as many as", "As many as 40 men have left the mine.", [
    "the author | asserted | As many as 40 men have left the mine",
  ]);
  check("an act beside what is told", "It emerged that two barges had left, and the station has apologised.", [
    "the author | reported | two barges had left",
    "the author | asserted | the station has apologised",
  ]);
  check(
    "the reckoning of the one who speaks",
    "A guard told the Mirren Post that two men had left on Monday and one on Tuesday, which made three.",
    [
      "A guard < the Mirren Post < the author | reported | two men had left on Monday",
      "A guard < the Mirren Post < the author | reported | one on Tuesday",
      "A guard < the Mirren Post < the author | reported | which made three",
    ],
  );
  check("a flat denial by an office without ever", "The harbour office said that no barge had left the port.", [
    "The harbour office < the author | denied | no barge had left the port",
  ]);
  check("cannot rule out", "We cannot rule out a second barge in the port.", [
    "the author | hedged | We cannot rule out a second barge in the port",
  ]);
  check(
    "on whom an outlet relies",
    "The Mirren Post reported that two barges had left. It relies on a night porter who asked not to be named.",
    [
      "a night porter who asked not to be named < The Mirren Post < the author | reported | two barges had left",
      "the author | asserted | It relies on a night porter who asked not to be named",
    ],
  );
  check("whom an outlet reached", "The Mirren Post reached the night porter, and reports two barges.", [
    "the author | asserted | The Mirren Post reached the night porter",
    "the night porter < The Mirren Post < the author | reported | reports two barges",
  ]);
  check("reports suggest", "Reports suggest that two barges have left.", [
    "the author | reported | two barges have left",
  ]);
  check("questioned and allowed to go", "Two clerks were questioned and allowed to go, the port office said.", [
    "the port office < the author | reported | Two clerks were questioned and allowed to go",
  ]);
  check("what measures a precedent", "A pilot said that it was the largest cargo since the Mirren fire of 1996.", [
    "A pilot < the author | reported | it was the largest cargo since the Mirren fire of 1996",
    "A pilot < the author | reported | the Mirren fire of 1996",
  ]);
  check("a title before a deed is no claim", "Olen Varga, the harbour master of Mirren, sold two barges.", [
    "the author | asserted | Olen Varga, the harbour master of Mirren, sold two barges",
  ]);
  check(
    "a doubt in the relative clause alone",
    "The port office traced two crates to a house that was probably rented by a pilot.",
    [
      "The port office < the author | reported | The port office traced two crates to a house that was probably rented by a pilot",
    ],
  );
  check("knew nothing", "The port office said that it knew nothing of the barges.", [
    "The port office < the author | reported | it knew nothing of the barges",
  ]);
  check("what stands behind whom it was told to", "The crew told the Mirren Post it had seen two barges.", [
    "The crew < the Mirren Post < the author | reported | it had seen two barges",
  ]);
  check("whom somebody saw do it", "A porter told the Post that he had watched two men leave the port.", [
    "A porter < the Post < the author | reported | he had watched two men leave the port",
  ]);
  check(
    "what describes the measure of a precedent",
    "A pilot said he was the oldest captain to leave since Olen Varga, who left in 2004.",
    [
      "A pilot < the author | reported | he was the oldest captain to leave since Olen Varga, who left in 2004",
      "A pilot < the author | reported | who left in 2004",
    ],
  );
});

const dateOf = (text: string): readonly (string | undefined)[] =>
  readClaims({ text: `HARBOUR WEEKLY, 14 May 2015\n${text}`, author: "the author" }).claims.map(
    ({ date }) => date && `${date.start ?? ""}..${date.end ?? ""} ${date.precision}`,
  );

describe("the date of a claim", () => {
  const check = (text: string, ...dates: readonly (string | undefined)[]): void =>
    it(text, () => expect(dateOf(text)).toEqual(dates));
  check("3 May - Two barges left Port Mirren. They carried copper.", "2015-05-03..2015-05-03 day", undefined);
  check("Between 3 and 5 May: Two barges left Port Mirren.", "2015-05-03..2015-05-05 day-range");
  check("The port office, when asked on Monday, could not confirm a request.", "2015-05-11..2015-05-11 day");
  check("Two barges left on 3 May and 5 May.", "2015-05-03..2015-05-05 day-range");
  check(
    "Fifteen men since 1 May: four from the sea, seven by land.",
    "2015-05-01..2015-05-14 since",
    "2015-05-01..2015-05-14 since",
    "2015-05-01..2015-05-14 since",
  );
  check(
    "Two barges were counted; a month earlier, on 3 April, there had been nine.",
    undefined,
    "2015-04-03..2015-04-03 day",
  );
  check("“We do not confirm such cases,” the port office said on Monday.", "2015-05-11..2015-05-11 day");
  check("4 May - The Post withdrew its statement of 2 May.", "2015-05-04..2015-05-04 day");
});
