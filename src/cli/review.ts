import { createInterface } from "node:readline/promises";
import { Refusal } from "../base/index.ts";
import {
  describePair,
  importDecisions,
  views,
  writeJudgement,
  type OpenCase,
  type PairShown,
} from "../casefile/index.ts";
import type { Decision } from "../model/index.ts";
import { reasonLine } from "./reason-line.ts";
import { counted, money, shown, table } from "./show.ts";
import { isOn, textOption, type Verb, type VerbInput, type VerbResult } from "./verb.ts";

const decisions: Readonly<Record<string, Decision>> = { y: "same", n: "different", u: "unsure" };

export const reviewVerb: Verb = {
  usage: "review [left] [right]",
  summary: "decide on pairs, side by side: y same, n different, u unsure, s skip, q quit",
  example:
    'windfall review --case harbour    (or: windfall review ID1 ID2 --decide y --reason "same passport photograph")',
  options: [
    ["--decide <key>", "decide on the pair that is named, without asking: y, n or u"],
    ["--reason <words>", "why"],
    ["--list", "list the pairs and ask nothing"],
    ["--decided", "list the decisions, the latest first"],
    ["--import <file>", "read decisions from nomenklatura resolver lines"],
    ["--limit <n>", "how many pairs at most", "20"],
  ],
  run: async (input) =>
    input.inCase(async (open) => {
      const file = textOption(input, "import");
      if (file !== undefined) return imported(await importDecisions(open, file));
      if (isOn(input, "decided")) return decided(open);
      if (textOption(input, "decide") !== undefined) return decide(open, input);
      const isAsking = process.stdin.isTTY && !input.isJson && !isOn(input, "list");
      return isAsking ? ask(open, input) : list(open, input);
    }),
};

const imported = (count: number): VerbResult => ({
  exit: 0,
  lines: [`${counted(count, "decision")} read`],
  data: { read: count },
});

async function decided(open: OpenCase): Promise<VerbResult> {
  const lines = await views.judgementLines(open);
  return {
    exit: 0,
    lines: lines.map(
      (line) =>
        `${line.judgementNo}  ${line.judgedAt}  ${shown(line.actor)}  ${line.leftId} and ${line.rightId}: ${line.decision}  ${shown(line.reasons.join("; "))}`,
    ),
    data: lines,
  };
}

async function decide(open: OpenCase, input: VerbInput): Promise<VerbResult> {
  const [leftId, rightId] = input.words;
  const decision = decisions[textOption(input, "decide") ?? ""];
  if (leftId === undefined || rightId === undefined)
    throw new Refusal("--decide needs the two ids of a pair; use windfall review ID1 ID2 --decide y");
  if (decision === undefined)
    throw new Refusal(`--decide is "${textOption(input, "decide")}"; use y (same), n (different) or u (unsure)`);
  const missing = await views.unknownEntities(open, [leftId, rightId]);
  if (missing.length > 0)
    throw new Refusal(
      `there is no entity "${missing.join('", "')}"; "windfall review --list" and "windfall who" show ids`,
    );
  const number = await writeJudgement(open, {
    subject: "entity",
    leftId,
    rightId,
    decision,
    reasons: reasonsOf(input),
    actor: input.actor,
  });
  return {
    exit: 0,
    lines: [
      `decision ${number} is kept; "windfall run" draws the consequences, "windfall undo ${number}" takes it back`,
    ],
    data: { judgementNo: number },
  };
}

const reasonsOf = (input: VerbInput): string[] => [textOption(input, "reason") ?? "no reason was given"];

async function list(open: OpenCase, input: VerbInput): Promise<VerbResult> {
  const pairs = await views.pairsToReview(open, { offset: 0, limit: Number(input.options["limit"]) });
  const described: PairShown[] = [];
  for (const pair of pairs) described.push(await describePair(open, pair));
  return {
    exit: pairs.length > 0 ? 1 : 0,
    lines:
      described.length === 0 ? ["no pair waits for a decision"] : described.flatMap((pair) => pairLines(open, pair)),
    data: described,
  };
}

async function ask(open: OpenCase, input: VerbInput): Promise<VerbResult> {
  const pairs = await views.pairsToReview(open, { offset: 0, limit: Number(input.options["limit"]) });
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const written: number[] = [];
  try {
    for (const [index, pair] of pairs.entries()) {
      const described = await describePair(open, pair);
      process.stdout.write(`\n${index + 1} of ${pairs.length}\n${pairLines(open, described).join("\n")}\n`);
      const key = await askKey(terminal);
      if (key === "q") break;
      const decision = decisions[key];
      if (decision === undefined) continue;
      const why = await terminal.question("why (one line, may be empty): ");
      const reasons = why === "" ? reasonsOf(input) : [why];
      written.push(
        await writeJudgement(open, {
          subject: "entity",
          leftId: pair.leftId,
          rightId: pair.rightId,
          decision,
          reasons,
          actor: input.actor,
        }),
      );
    }
  } finally {
    terminal.close();
  }
  const next = written.length > 0 ? '; "windfall run" draws the consequences' : "";
  return { exit: 0, lines: [`${counted(written.length, "decision")} kept${next}`], data: { written } };
}

async function askKey(terminal: { question(text: string): Promise<string> }): Promise<string> {
  for (;;) {
    const key = (await terminal.question("same? y yes, n no, u unsure, s skip, q quit: ")).trim().toLowerCase();
    if (["y", "n", "u", "s", "q"].includes(key)) return key;
  }
}

function pairLines(open: OpenCase, pair: PairShown): string[] {
  const props = [...new Set([...pair.left, ...pair.right].map((value) => value.prop))].filter(
    (prop) => prop !== "notes",
  );
  const values = (side: PairShown["left"], prop: string): string =>
    side
      .filter((value) => value.prop === prop)
      .map((value) => shown(value.value))
      .join("; ") || "-";
  const change =
    pair.moneyMinor === null
      ? []
      : [
          `a decision moves ${money(BigInt(pair.moneyMinor), open.settings.currency)} and touches ${counted(pair.findingsFlipped ?? 0, "finding")}`,
        ];
  const common =
    pair.bearersPerMillion === null ? [] : [`about ${pair.bearersPerMillion} in a million bear a name like this`];
  return [
    `${shown(pair.leftCaption)} [${pair.leftId}]  and  ${shown(pair.rightCaption)} [${pair.rightId}]`,
    ...table(props.map((prop) => [`  ${prop}`, values(pair.left, prop), values(pair.right, prop)])),
    ...pair.reasons.map((reason) => `  ${reasonLine(reason)}`),
    ...[...common, ...change].map((text) => `  ${text}`),
  ];
}
