import { describe, expect, it } from "vitest";
import { checkClaims as check, told } from "./told.ts";

describe("who is named beside what is said", () => {
  check("by somebody's account", "By the captain’s account only two men are missing.", [
    "the captain < the author | reported | only two men are missing",
  ]);
  check("on the telling of", "On the telling of two former guards, the trucks left at night.", [
    "two former guards < the author | reported | the trucks left at night",
  ]);
  check("as somebody remembers", "As the harbour master remembers, the crane came in spring.", [
    "the harbour master < the author | reported | the crane came in spring",
  ]);
  check(
    "a pronoun for somebody who has told nothing yet",
    "A dentist met the crew. He said that two barges had left.",
    ["the author | asserted | A dentist met the crew", "A dentist < the author | reported | two barges had left"],
  );
  check("what is said before a comma", "Fish meal, says the foreman.", [
    "the foreman < the author | reported | Fish meal, says the foreman",
  ]);
  check("an attribution in the midst", "It was taken, the newspaper says, by a mechanic at the mint.", [
    "the newspaper < the author | reported | It was taken, the newspaper says, by a mechanic at the mint",
  ]);
  check("so somebody suggests", "The ministry knows more. Or so a former diplomat suggests.", [
    "a former diplomat < the author | hedged | The ministry knows more",
  ]);
  check("somebody's line", "The owner’s line is that two barges left.", [
    "The owner < the author | reported | two barges left",
  ]);
  check(
    "learned by one from another",
    "It was learned by the Mirren Post from two deputies that two barges had left.",
    ["two deputies < the Mirren Post < the author | reported | two barges had left"],
  );
  check(
    "the position of an office",
    "The central bank’s position, in an e-mail: “All notes were issued under the law.”",
    ["The central bank < the author | reported | All notes were issued under the law"],
  );
  check("a verb in the form of a noun", "Two barges left, workers say, half of them empty.", [
    "workers < the author | reported | Two barges left",
  ]);
  check("a relative clause without its pronoun", "The workers I spoke to today say that two barges left.", [
    "The workers I spoke to today < the author | reported | two barges left",
  ]);
  check(
    "the source of a report",
    "The Mirren Post said that two barges had left. The information was attributed to a magistrate.",
    ["a magistrate < The Mirren Post < the author | reported | two barges had left"],
  );
});

describe("what nobody says", () => {
  check("hearsay", "Rumour has it that two barges left.", ["the author | reported | two barges left"]);
  check("what could not be checked", "Neither figure could be checked.", [
    "the author | cannot-confirm | Neither figure could be checked",
  ]);
  check("a refusal by its construction", "The agency could not be persuaded to comment.", [
    "The agency < the author | cannot-confirm | The agency could not be persuaded to comment",
  ]);
  check("a question", "Have two barges left?", []);
});

describe("a transcript", () => {
  const transcript = [
    "THE LATE EDITION, a transcript of the programme",
    "PRESENTER: Good evening. Two barges left Port Mirren.",
    "VELL: I saw four barges. A porter told me that they were empty. He counted them.",
    "PRESENTER: How many were there?",
    "VELL: There were four barges.",
  ].join("\n");

  it("is read by whose turn it is, and its host is the author", () => {
    expect(told(transcript).filter((line) => !line.includes("EDITION"))).toEqual([
      "the author | asserted | Two barges left Port Mirren",
      "VELL < the author | reported | I saw four barges",
      "A porter < VELL < the author | reported | they were empty",
      "A porter? < VELL? < the author | reported | He counted them",
      "VELL < the author | reported | There were four barges",
    ]);
  });
});

describe("the author's own name", () => {
  it("is the noun of the letterhead to which others tell things", () => {
    const text = "OBSERVER MISSION IN OLSK\nA porter told the Mission that he was hurt. The Mission saw one barge.";
    expect(told(text).filter((line) => !line.includes("OBSERVER"))).toEqual([
      "A porter < the author | reported | he was hurt",
      "the author | asserted | The Mission saw one barge",
    ]);
  });
});
