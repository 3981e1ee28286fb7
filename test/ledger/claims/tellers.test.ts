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
  check(
    "one who is described by it",
    "Lake Radio reported that two barges had left. Its informant is a porter, who had it from a pilot.",
    ["a porter < Lake Radio < the author | reported | two barges had left"],
  );
  check("an outlet's number", "The Mirren Post reported that nine had died. The Post has its number from a porter.", [
    "a porter < The Mirren Post < the author | reported | nine had died",
  ]);
  check("a witness", "A villager who lives at the bridge saw two barges.", [
    "A villager < the author | reported | A villager who lives at the bridge saw two barges",
  ]);
});

describe("whom a pronoun stands for", () => {
  check(
    "whom the sentence before is about, before the one who spoke earlier",
    "A clerk said that two barges had left. One of the owners is Ada Lund, 58, who lives in Varna. She wrote that there were three.",
    [
      "A clerk < the author | reported | two barges had left",
      "A clerk? < the author | reported | One of the owners is Ada Lund, 58, who lives in Varna",
      "the author | asserted | Ada Lund, 58",
      "the author | asserted | who lives in Varna",
      "Ada Lund < the author | reported | there were three",
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
    "Two barges had left, the owner's attorney, Emil Raske, said outside the court.",
    ["the owner's attorney, Emil Raske < the author | reported | Two barges had left"],
  );
});

describe("a paper laid before the reader", () => {
  check("says what follows", "An extract from the land register, ordered last week. The mill was sold in 2015.", [
    "An extract from the land register? < the author | reported | The mill was sold in 2015",
  ]);
});

describe("an act that is the actor's own to tell", () => {
  check("an office enters somebody on its list", "Varna on Tuesday added two barges to its list.", [
    "Varna < the author | asserted | Varna on Tuesday added two barges to its list",
  ]);
  check(
    "an office that asks for something, after somebody else has spoken",
    "A porter said that two barges had left. The union asked for an inquiry.",
    [
      "A porter < the author | reported | two barges had left",
      "The union < the author | asserted | The union asked for an inquiry",
    ],
  );
  check("an outlet changes its report", "The Mirren Post has since raised its count to 41.", [
    "The Mirren Post < the author | asserted | The Mirren Post has since raised its count to 41",
  ]);
  check("a firm does no such act", "The mill raised its price to 41 euros.", [
    "the author | asserted | The mill raised its price to 41 euros",
  ]);
});

describe("a teller within or before what he tells", () => {
  check("between commas, with whom he told", "The nine, a clerk of the court told the Mirren Post, were freed.", [
    "a clerk of the court < the Mirren Post < the author | reported | The nine, a clerk of the court told the Mirren Post, were freed",
  ]);
  check("in the middle of the sentence", "The mill was sold, writes the Mirren Post, and the owner left for Varna.", [
    "the Mirren Post < the author | reported | The mill was sold",
    "the Mirren Post < the author | reported | the owner left for Varna",
  ]);
  check("before a colon", "The harbour office, by telephone: two barges had left.", [
    "The harbour office < the author | reported | two barges had left",
  ]);
  check("as a label, where the name tells something elsewhere", "FRONT denies it.\nFRONT: the bridge is open.", [
    "FRONT < the author | denied | FRONT denies it",
    "FRONT < the author | reported | the bridge is open",
  ]);
  check("behind letters that end a sentence", "FRONT blames the army of GOV. GOV says the mill burnt.", [
    "FRONT < the author | reported | FRONT blames the army of GOV",
    "GOV < the author | reported | the mill burnt",
  ]);
  check("behind the hour at the head of a log", "0540 GOV says the mill burnt.\n0610 Quiet.\n0700 Quiet again.", [
    "GOV < the author | reported | the mill burnt",
  ]);
});

describe("what stands for somebody", () => {
  check(
    "the noun by which a firm is introduced",
    "Tide Crewing, an agency in Manila, hired the men. The agency denies that it owes them money.",
    [
      "the author | asserted | Tide Crewing, an agency in Manila, hired the men",
      "Tide Crewing < the author | denied | it owes them money",
    ],
  );
  check("a name in -man is no man's", "Ada Hartman, a banker, said it had burnt. She had seen two men.", [
    "Ada Hartman, a banker < the author | reported | it had burnt",
    "Ada Hartman, a banker? < the author | reported | She had seen two men",
  ]);
});

describe("single quotation marks", () => {
  check("around words within a clause", "Her master says 'we had no lights'.", [
    "Her master < the author | reported | we had no lights",
  ]);
  check("beside the mark of an owner", "'The owners' agent was told,' says the cook.", [
    "the cook < the author | reported | The owners' agent was told",
  ]);
  check("of an owner alone", "The rebels' radio said the mill was theirs.", [
    "The rebels' radio < the author | reported | the mill was theirs",
  ]);
});

describe("a number without its verb", () => {
  check("goes to the one who is named with it", "FRONT gives 14 dead, the army nine.", [
    "FRONT < the author | reported | FRONT gives 14 dead",
    "the army < the author | reported | the army nine",
  ]);
  check("of something else is none", "FRONT gives 14 dead, among them nine women.", [
    "FRONT < the author | reported | FRONT gives 14 dead, among them nine women",
  ]);
});

describe("a clause within a clause that describes", () => {
  check(
    "does not end the sentence of the teller",
    "A clerk, who would lose his post if I named him, said it had burnt.",
    [
      "the author | asserted | who would lose his post if I named him",
      "A clerk, who would lose his post if I named him < the author | reported | it had burnt",
    ],
  );
});

describe("words to the reader", () => {
  check("advice, plans and how a source was reached", "Do not copy this list. We shall be away. I rang the mill.", []);
  check("what came of it is told", "I rang the mill four times. We found no list.", [
    "the author | asserted | I rang the mill four times",
    "the author | asserted | We found no list",
  ]);
  check("nobody before a colon who is spoken to", "Editors: the mill was sold in May.", [
    "the author | asserted | the mill was sold in May",
  ]);
});

describe("who speaks for whom", () => {
  check(
    "a spokesman who is narrowed by another house",
    "The port office said it was shut. A rebel spokesman said the mine was theirs.",
    [
      "The port office < the author | reported | it was shut",
      "A rebel spokesman < the author | reported | the mine was theirs",
    ],
  );
  check("parts of one quotation", "'We are no pirates', her chief engineer said, 'we want our wages.'", [
    "her chief engineer < the author | reported | We are no pirates",
    "her chief engineer < the author | reported | we want our wages",
  ]);
});

describe("forms of court and trade reports", () => {
  check(
    "a report that rests on somebody",
    "The Mirren Post reported that she was sold. The report relied on a shipbroker.",
    ["a shipbroker < The Mirren Post < the author | reported | she was sold"],
  );
  check("a refusal of the author", "The owner's solicitors deny it. We have not been able to confirm it.", [
    "The owner's solicitors < the author | denied | The owner's solicitors deny it",
    "the author | cannot-confirm | We have not been able to confirm it",
  ]);
  check("a spokesman with a master", "The report was long. Mr Renko's spokesman said it was false.", [
    "the author | asserted | The report was long",
    "Mr Renko's spokesman < the author | reported | it was false",
  ]);
  check("a short form before the end", "She was sold to Seabright Inc. A porter said that she had left.", [
    "the author | asserted | She was sold to Seabright Inc.",
    "A porter < the author | reported | she had left",
  ]);
  check("behind what is cited", "The Kesh Herald, citing a clerk, reports that she had left.", [
    "a clerk < The Kesh Herald < the author | reported | she had left",
  ]);
  check("before what goes on with and", "She was sold, the governor said, and what he called a front paid for her.", [
    "the governor < the author | reported | She was sold",
    "the governor < the author | reported | a front paid for her",
  ]);
});
