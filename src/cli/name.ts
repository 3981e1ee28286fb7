import { compareTwoNames } from "../casefile/index.ts";
import { perMillionText, shown } from "./show.ts";
import { wordsOf, type Verb } from "./verb.ts";

const right = 'use two names such as windfall name "Kim Chol" "Kim Ch\'ŏl"';

export const nameVerb: Verb = {
  usage: "name <left> <right>",
  summary: "compare two names, in any script, part by part and syllable by syllable",
  example: 'windfall name "김정은" "Kim Chŏng-ŭn"',
  options: [],
  run: async (input) => {
    const compared = await compareTwoNames(wordsOf(input.words[0], right), wordsOf(input.words[1], right));
    const side = ({ name, spellings, perMillion }: typeof compared.left): string[] => [
      `${shown(name)}: ${perMillionText(perMillion)} in a million bear a name like this`,
      ...spellings.slice(0, 12).map((spelling) => `  ${shown(spelling)}`),
    ];
    return {
      exit: 0,
      lines: [
        ...compared.lines.map(shown),
        "",
        ...side(compared.left),
        ...side(compared.right),
        "",
        "A name alone never joins two people: a second fact of another kind is needed.",
      ],
      data: compared,
    };
  },
};
