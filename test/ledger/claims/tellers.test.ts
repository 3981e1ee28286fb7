import { describe } from "vitest";
import { checkClaims as check } from "./told.ts";

describe("a teller who is named behind what he tells", () => {
  check("so says", "Two barges had left. So says the log of the cutter.", [
    "the log of the cutter < the author | reported | Two barges had left",
  ]);
  check("that is how", "Two barges had left. That, at any rate, is how the Mirren Post opened its report.", [
    "the Mirren Post < the author | reported | Two barges had left",
  ]);
  check("those are the words of", "Two barges had left. Those are the words of a night porter.", [
    "a night porter < the author | reported | Two barges had left",
  ]);
  check(
    "that is how a thing is done, which tells nothing",
    "Two barges had left. That is how the firm makes its money.",
    ["the author | asserted | Two barges had left", "the author | asserted | That is how the firm makes its money"],
  );
  check("what he saw", "We found the porter. What he saw was a barge with two lamps.", [
    "the author | asserted | We found the porter",
    "the porter < the author | reported | was a barge with two lamps",
  ]);
});

describe("from whom a teller has it", () => {
  check(
    "it was handed on",
    "A clerk told the Mirren Post that two barges had left. The clerk had it from a night porter.",
    [
      "a night porter < A clerk < the Mirren Post < the author | reported | two barges had left",
      "the author | asserted | The clerk had it from a night porter",
    ],
  );
  check(
    "from her deputy she has it",
    "The mayor said the mill had burnt. From her deputy she has it that two men died.",
    [
      "The mayor < the author | reported | the mill had burnt",
      "her deputy < The mayor < the author | reported | two men died",
    ],
  );
  check("a witness", "A villager who lives at the bridge saw two barges.", [
    "A villager < the author | reported | A villager who lives at the bridge saw two barges",
  ]);
});

describe("whom a pronoun stands for", () => {
  check(
    "whom the sentence before is about, before the one who spoke earlier",
    "A clerk said that two barges had left. One of the owners is Galina Orsk, 58, who lives in Varna. She wrote that there were three.",
    [
      "A clerk < the author | reported | two barges had left",
      "A clerk? < the author | reported | One of the owners is Galina Orsk, 58, who lives in Varna",
      "the author | asserted | Galina Orsk, 58",
      "the author | asserted | who lives in Varna",
      "Galina Orsk < the author | reported | there were three",
    ],
  );
  check(
    "the one who spoke, if the sentence before brings up nobody",
    "A clerk said that two barges had left. The price was not given. He wrote that there were three.",
    [
      "A clerk < the author | reported | two barges had left",
      "A clerk? < the author | reported | The price was not given",
      "A clerk < the author | reported | there were three",
    ],
  );
});

describe("where the subject is parted from its verb", () => {
  check(
    "by the name of the speaker",
    "Two barges had left, the owner's attorney, Konrad Paulitsch, said outside the court.",
    ["the owner's attorney, Konrad Paulitsch < the author | reported | Two barges had left"],
  );
});

describe("a paper laid before the reader", () => {
  check("says what follows", "An extract from the land register, ordered last week. The mill was sold in 2015.", [
    "An extract from the land register? < the author | reported | The mill was sold in 2015",
  ]);
});
