import { editDistance } from "./edit-distance.ts";
import { englishWords } from "./meaning-words.ts";
import type { MeaningUnit } from "./meaning-unit.ts";
import { compareTokens, likenessOf } from "./token-likeness.ts";
import { mayTranscribe, plainCyrillic, slipCost, transcriptionCost } from "./transcription.ts";

/** How two units stand to each other; where a word that no table knows stands in letters that can be compared, the letters decide. */
export type UnitLikeness = "same" | "meaning" | "sound" | "edit" | "differ" | "letters" | "unclear";

const editLetters = 4;
const usualMax = 2;

/** How two units stand to each other: by their letters, their meanings, their sounds, or not to be told. */
export function compareUnits(left: MeaningUnit, right: MeaningUnit): UnitLikeness {
  if (left.token.foldedHash === right.token.foldedHash && left.token.folded === right.token.folded) return "same";
  const isKnown = left.concepts.length > 0 && right.concepts.length > 0;
  if (isKnown && shareConcept(left.concepts, right.concepts)) return "meaning";
  if (isKnown && left.token.script === right.token.script) return "differ";
  if (isKnown) return acrossAlphabets(left, right) === "sound" ? "sound" : "differ";
  return compareUnknown(left, right);
}

function compareUnknown(left: MeaningUnit, right: MeaningUnit): UnitLikeness {
  switch (likenessOf(compareTokens(left.token, right.token))) {
    case "same":
    case "value":
    case "sound":
    case "syllables":
    case "consonants":
      return "sound";
    case "edit":
      return Math.min(left.token.latin.length, right.token.latin.length) >= editLetters ? "edit" : "letters";
    default:
  }
  const { script } = left.token;
  if (script === right.token.script)
    return isLetterOff(left.token.folded, right.token.folded, script) ? "edit" : "letters";
  return acrossAlphabets(left, right);
}

// Latin and Cyrillic letters write the same sounds; other scripts need the table.
function acrossAlphabets(left: MeaningUnit, right: MeaningUnit): UnitLikeness {
  const { script } = left.token;
  const other = right.token.script;
  if (script === "latin" && other === "cyrillic") return transcribed(left.token.latin, right.token.folded);
  if (script === "cyrillic" && other === "latin") return transcribed(right.token.latin, left.token.folded);
  return nearMeaning(left, right) || nearMeaning(right, left) ? "edit" : "unclear";
}

// A word with one letter wrong is in no table: it is held against the English words of what the other name means.
function nearMeaning({ concepts }: MeaningUnit, { concepts: none, token }: MeaningUnit): boolean {
  if (none.length > 0 || token.latin.length < editLetters) return false;
  return concepts.some((concept) =>
    englishWords(concept).some((word) =>
      token.script === "cyrillic"
        ? transcribed(word, token.folded) !== "letters"
        : token.script === "latin" && word.length >= editLetters && editDistance(word, token.latin, 1) === 1,
    ),
  );
}

function transcribed(latin: string, cyrillic: string): UnitLikeness {
  const plain = plainCyrillic(cyrillic);
  if (!mayTranscribe(latin, plain)) return "letters";
  const cost = transcriptionCost(latin, plain, slipCost + 1);
  if (cost <= usualMax) return "sound";
  return cost >= slipCost && cost <= slipCost + 1 && plain.length >= editLetters ? "edit" : "letters";
}

// In Hangul and Han one letter is a whole syllable: one wrong of three may be a slip.
function isLetterOff(left: string, right: string, script: string): boolean {
  if ((script !== "hangul" && script !== "han") || left.length !== right.length || left.length < 3) return false;
  let off = 0;
  for (let index = 0; index < left.length; index += 1) if (left.charAt(index) !== right.charAt(index)) off += 1;
  return off === 1;
}

/** Whether two ascending lists share a number. */
export function shareConcept(left: readonly number[], right: readonly number[]): boolean {
  let row = 0;
  let column = 0;
  while (row < left.length && column < right.length) {
    const difference = (left[row] ?? 0) - (right[column] ?? 0);
    if (difference === 0) return true;
    if (difference < 0) row += 1;
    else column += 1;
  }
  return false;
}
