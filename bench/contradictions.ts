import { parseArgs } from "node:util";
import { buildLedger, readClaims } from "../src/ledger/index.ts";
import { learnWeights } from "./contradictions/learn-weights.ts";
import { crosses, markedPassage, markedRoundUp } from "./contradictions/marked-texts.ts";
import { passageClaims, type PassageClaims } from "./contradictions/passage-claims.ts";
import { readPassages, type Passage } from "./contradictions/read-passages.ts";
import { shareOf, type Share } from "./ledger/score-claims.ts";

/** Of passages that contradict themselves those that are found, and of near misses those that are flagged; of each type `[flagged, of]`. */
export interface PassageFigures {
  readonly recall: Share;
  readonly falseAlarms: Share;
  readonly types: Readonly<Record<string, readonly [number, number]>>;
}

/** Figures as read, and with the two spans given as claims; over all passages and by set. */
export interface ContradictionFigures {
  readonly passages: number;
  readonly read: Readonly<Record<string, PassageFigures>>;
  readonly given: Readonly<Record<string, PassageFigures>>;
  /** Of set a, which may be read: what was missed and what was flagged in vain, by id. */
  readonly wrong: { readonly read: readonly string[]; readonly given: readonly string[] };
}

/**
 * Reads passages as the product does and asks of each whether its two marked spans are found to contradict each other; once more
 * with the spans as claims by the speakers that were read, so that the finding is scored without the reader's spans. `--learn 01,02`
 * prints the weights that set a and these annotated round-ups teach instead.
 */
export async function contradictionsBench(args: readonly string[]): Promise<unknown> {
  const options = { learn: { type: "string" } } as const;
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const passages = readPassages(positionals[0] ?? "examples/contradictions/pairs.jsonl");
  if (values.learn === undefined) return scorePassages(passages);
  const roundUps = values.learn.split(",").map((name) => `examples/round-ups/${name}`);
  const readable = passages.filter(({ set }) => set === "a");
  return learnWeights([...roundUps.flatMap(markedRoundUp), ...readable.flatMap(markedPassage)]);
}

/** The figures of passages. */
export function scorePassages(passages: readonly Passage[]): ContradictionFigures {
  readClaims({ text: "The tagger is loaded by one sentence.", author: "the author" });
  const scored = passages.map((passage): Scored => {
    const { read, given } = passageClaims(passage);
    return { passage, read: isFlagged(read), given: isFlagged(given) };
  });
  return {
    passages: passages.length,
    read: figuresBySet(scored, "read"),
    given: figuresBySet(scored, "given"),
    wrong: { read: wrongOf(scored, "read"), given: wrongOf(scored, "given") },
  };
}

type Way = "read" | "given";

interface Scored extends Readonly<Record<Way, boolean>> {
  readonly passage: Passage;
}

/** Whether a flagged pair has a claim of each span. */
function isFlagged(claims: PassageClaims): boolean {
  const { contradictions } = buildLedger([{ id: "passage", outlet: undefined, claims: claims.found }]);
  return contradictions.some(({ left, right }) => crosses(claims, left.id, right.id));
}

const figuresBySet = (scored: readonly Scored[], way: Way): Readonly<Record<string, PassageFigures>> =>
  Object.fromEntries(
    ["all", "a", "b"].map((name) => [
      name,
      figuresOf(
        scored.filter(({ passage }) => name === "all" || passage.set === name),
        way,
      ),
    ]),
  );

function figuresOf(scored: readonly Scored[], way: Way): PassageFigures {
  const types = [...new Set(scored.map(({ passage }) => passage.type))];
  const isWay = (one: Scored): boolean => one[way];
  return {
    recall: shareOf(scored.filter(isContradiction), isWay),
    falseAlarms: shareOf(
      scored.filter((one) => !isContradiction(one)),
      isWay,
    ),
    types: Object.fromEntries(
      types.map((type) => {
        const own = scored.filter(({ passage }) => passage.type === type);
        return [type, [own.filter(isWay).length, own.length]];
      }),
    ),
  };
}

const isContradiction = ({ passage }: Scored): boolean => passage.kind === "contradiction";

const wrongOf = (scored: readonly Scored[], way: Way): readonly string[] =>
  scored.filter((one) => one.passage.set === "a" && one[way] !== isContradiction(one)).map(({ passage }) => passage.id);
