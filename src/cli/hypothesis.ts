import { Refusal } from "../base/index.ts";
import {
  addHypothesis,
  markEvidence,
  parseEvidenceRef,
  views,
  weighedQuestions,
  type OpenCase,
} from "../casefile/index.ts";
import { questionLines } from "./hypothesis-lines.ts";
import { counted, shown } from "./show.ts";
import { isOn, textOption, wordsOf, type Verb, type VerbInput, type VerbResult } from "./verb.ts";

const actions = ["add", "cite", "show", "drop"] as const;

export const hypothesisVerb: Verb = {
  usage: "hypothesis [action] [words...]",
  summary:
    "weigh hypotheses: add one, cite evidence for or against it, show the matrix and what would change the answer",
  example:
    'windfall hypothesis add "Blue Gate is run by Ri" --question "Who runs Blue Gate?"    (then: windfall hypothesis cite 1 --against "h1/ledger.csv#B17" "note 3")',
  options: [
    ["--question <words>", "with add: the question that it answers; hypotheses of one question compete"],
    ["--for", "with cite: the evidence is what the hypothesis leads one to expect"],
    ["--against", "with cite: the evidence is not what it leads one to expect"],
    ["--neutral", "with cite: the evidence fits either way"],
    ["--missing", "with cite: the words say what would have to be known and is not"],
    ["--clear", "with cite: the cell is empty again"],
    ["--why <words>", "with cite and drop: why"],
  ],
  run: async (input) =>
    input.inCase(async (open) => {
      const [action = "show", ...words] = input.words;
      switch (actions.find((each) => each === action)) {
        case "add":
          return add(open, input, words);
        case "cite":
          return cite(open, input, words);
        case "drop":
          return drop(open, input, words);
        case "show":
          return show(open, words);
        case undefined:
          throw new Refusal(
            `"${action}" is nothing that can be done with hypotheses; use one of ${actions.join(", ")}`,
          );
      }
    }),
};

async function add(open: OpenCase, input: VerbInput, words: readonly string[]): Promise<VerbResult> {
  const right = 'use windfall hypothesis add "Blue Gate is run by Ri" --question "Who runs Blue Gate?"';
  if (words.length > 1) throw new Refusal(`a hypothesis is one text in quotes; ${right}`);
  const text = wordsOf(words[0], right);
  const question = textOption(input, "question")?.trim() ?? (await onlyQuestion(open));
  const hypothesisNo = await addHypothesis(open, { question, text, actor: input.actor });
  return {
    exit: 0,
    lines: [`hypothesis ${hypothesisNo} is kept; "windfall hypothesis cite ${hypothesisNo} --for REF" cites evidence`],
    data: { hypothesisNo, question },
  };
}

/** The question of the hypotheses so far, if they have one; a hypothesis without any competes with those without any. */
async function onlyQuestion(open: OpenCase): Promise<string> {
  const questions = [...new Set((await views.hypothesisLines(open)).map(({ question }) => question))];
  const [first = "", second] = questions;
  if (second !== undefined)
    throw new Refusal(`the case has several questions; say which it answers: --question "${first}", or another`);
  return first;
}

async function cite(open: OpenCase, input: VerbInput, words: readonly string[]): Promise<VerbResult> {
  const hypothesisNo = await numberOf(open, words[0]);
  const stance = stanceOf(input);
  const refs = words.slice(1);
  if (refs.length === 0)
    throw new Refusal(
      `nothing is cited; use windfall hypothesis cite ${hypothesisNo} --for "h1/ledger.csv#B17", a finding's id or "note 3"`,
    );
  const isText = stance === "missing";
  const parsed = [];
  for (const ref of refs)
    parsed.push(isText ? { kind: null, id: wordsOf(ref, "say what is missing") } : await parseEvidenceRef(open, ref));
  const why = textOption(input, "why") ?? null;
  for (const ref of parsed) await markEvidence(open, { hypothesisNo, stance, ref, why, actor: input.actor });
  return {
    exit: 0,
    lines: [
      `${counted(parsed.length, "mark")} kept; "windfall hypothesis show ${hypothesisNo}" weighs, a later mark of the same evidence takes the place of an earlier one`,
    ],
    data: { hypothesisNo, stance, refs: parsed },
  };
}

const stances = {
  for: "for",
  against: "against",
  neutral: "neutral",
  missing: "missing",
  clear: "cleared",
} as const;

function stanceOf(input: VerbInput): (typeof stances)[keyof typeof stances] {
  const given = (Object.keys(stances) as (keyof typeof stances)[]).filter((name) => isOn(input, name));
  const [name] = given;
  if (name === undefined || given.length > 1)
    throw new Refusal(`evidence is cited with one of --for, --against, --neutral, --missing and --clear`);
  return stances[name];
}

async function drop(open: OpenCase, input: VerbInput, words: readonly string[]): Promise<VerbResult> {
  const hypothesisNo = await numberOf(open, words[0]);
  const why = textOption(input, "why") ?? null;
  const ref = { kind: null, id: "" };
  await markEvidence(open, { hypothesisNo, stance: "dropped", ref, why, actor: input.actor });
  return {
    exit: 0,
    lines: [`hypothesis ${hypothesisNo} is dropped; what was said of it is kept, and it competes no more`],
    data: { hypothesisNo },
  };
}

async function show(open: OpenCase, words: readonly string[]): Promise<VerbResult> {
  const number = words[0] === undefined ? undefined : await numberOf(open, words[0]);
  const questions = await weighedQuestions(open, number);
  return {
    exit: 0,
    lines:
      questions.length === 0
        ? ['no hypothesis stands; "windfall hypothesis add" proposes one']
        : questions.flatMap(questionLines),
    data: questions,
  };
}

/** The number of a hypothesis that stands: "2" or "H2". */
async function numberOf(open: OpenCase, word: string | undefined): Promise<number> {
  const number = Number(/^h?(\d{1,9})$/iu.exec(word ?? "")?.[1] ?? Number.NaN);
  const known = await views.hypothesisLines(open);
  if (known.some(({ hypothesisNo }) => hypothesisNo === number)) return number;
  const right = known.length === 0 ? '"windfall hypothesis add" proposes one' : `use one of ${listOf(known)}`;
  throw new Refusal(`there is no hypothesis "${word ?? ""}"; ${right}`);
}

const listOf = (known: readonly views.HypothesisLine[]): string =>
  known.map(({ hypothesisNo, text }) => `${hypothesisNo} (${shown(text)})`).join(", ");
