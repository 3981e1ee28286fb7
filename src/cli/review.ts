import { Refusal } from "../base/index.ts";
import {
  givenReason,
  describeJoins,
  describePairs,
  fileToRead,
  importDecisions,
  views,
  writeJudgement,
  type ImportedDecisions,
  type JoinShown,
  type OpenCase,
} from "../casefile/index.ts";
import { parseEntityId, type Decision, type EntityId } from "../model/index.ts";
import { joinLines, pairLines } from "./pair-lines.ts";
import { reviewClaims } from "./review-claims.ts";
import { reviewMentions } from "./review-mentions.ts";
import { counted, grouped, shown } from "./show.ts";
import { askKey, openTerminal, type Terminal } from "./terminal.ts";
import { isOn, textOption, windowOf, type Verb, type VerbInput, type VerbResult } from "./verb.ts";

const decisions: Readonly<Record<string, Decision>> = { y: "same", n: "different", u: "unsure" };

export const reviewVerb: Verb = {
  usage: "review [left] [right]",
  summary: "decide on pairs, side by side: y same, n different, u unsure, s skip, q quit",
  example:
    'windfall review --case harbour    (or: windfall review ID1 ID2 --decide y --reason "same passport photograph")',
  options: [
    ["--claims", "instead, the proposed claims of documents: a accept, e edit, r reject"],
    ["--mentions", "instead, names of the case that are proposed in documents: a accept, r reject, u unsure"],
    [
      "--decide <key>",
      "decide on the pair, claim or mention that is named, without asking: y, n or u; of a claim a, e or r; of a mention a, r or u",
    ],
    ["--set <changes>", 'of a claim: what is put right, such as "speaker=Ann Lee; modality=hedged"'],
    ["--reason <words>", "why"],
    ["--list", "list the pairs and ask nothing"],
    ["--load-bearing", "instead, the joins that carry a sentence of the brief, a match or a chokepoint"],
    ["--decided", "list the decisions, the latest first"],
    ["--import <file>", "read decisions from nomenklatura resolver lines"],
    ["--limit <n>", "how many pairs at most", "20"],
    ["--skip <n>", "how many to leave out before them", "0"],
  ],
  run: async (input) =>
    input.inCase(async (open) => {
      const file = textOption(input, "import");
      if (file !== undefined) return imported(await importDecisions(open, fileToRead(file)));
      if (isOn(input, "decided")) return decided(open);
      if (isOn(input, "claims")) return reviewClaims(open, input);
      if (isOn(input, "mentions")) return reviewMentions(open, input);
      if (textOption(input, "decide") !== undefined) return decide(open, input);
      const isAsking = process.stdin.isTTY && !input.isJson && !isOn(input, "list");
      if (isOn(input, "loadBearing")) return isAsking ? confirm(open, input) : listJoins(open, input);
      return isAsking ? ask(open, await asked(open, input), input) : list(open, input);
    }),
};

const imported = ({ written, joinsByRule }: ImportedDecisions): VerbResult => ({
  exit: 0,
  lines: [
    `${counted(written, "decision")} read`,
    ...(joinsByRule === 0
      ? []
      : [`${counted(joinsByRule, "join")} by a rule left out: nobody's decision, a run makes its own`]),
  ],
  data: { read: written, joinsByRule },
});

async function decided(open: OpenCase): Promise<VerbResult> {
  const lines = await views.judgementLines(open);
  return {
    exit: 0,
    lines: lines.map(
      (line) =>
        `${line.judgementNo}  ${line.judgedAt}  ${shown(line.actor)}  ${line.leftId === line.rightId ? line.leftId : `${line.leftId} and ${line.rightId}`}: ${line.decision}${line.edits ? ` with ${Object.keys(line.edits).join(", ")} put right` : ""}  ${shown(line.reasons.join("; "))}`,
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
  await refuseUnknown(open, [leftId, rightId]);
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

const reasonsOf = (input: VerbInput): string[] => [givenReason(textOption(input, "reason"))];

/** The pair that is named, or those that wait for a decision. */
async function pairsOf(open: OpenCase, input: VerbInput): Promise<views.ReviewPair[]> {
  const [leftId, rightId] = input.words;
  if (leftId === undefined) return views.pairsToReview(open, windowOf(input));
  if (rightId === undefined) throw new Refusal("a pair has two ids; use windfall review ID1 ID2");
  await refuseUnknown(open, [leftId, rightId]);
  return [await views.pairOf(open, parseEntityId(leftId), parseEntityId(rightId))];
}

async function refuseUnknown(open: OpenCase, ids: readonly string[]): Promise<void> {
  const missing = await views.unknownEntities(open, ids);
  if (missing.length === 0) return;
  throw new Refusal(
    `there is no entity "${missing.join('", "')}"; "windfall review --list" and "windfall who" show ids`,
  );
}

async function list(open: OpenCase, input: VerbInput): Promise<VerbResult> {
  const described = await describePairs(open, await pairsOf(open, input));
  return {
    exit: described.length > 0 ? 1 : 0,
    lines:
      described.length === 0 ? ["no pair waits for a decision"] : described.flatMap((pair) => pairLines(open, pair)),
    data: described,
  };
}

async function listJoins(open: OpenCase, input: VerbInput): Promise<VerbResult> {
  const counts = await views.loadBearingCounts(open);
  const joins = await describeJoins(open, windowOf(input));
  const more = counts.joins - joins.length;
  return {
    exit: counts.confirmed < counts.joins ? 1 : 0,
    lines: [
      ...joins.flatMap((join) => joinLines(open, join)),
      `${counted(counts.joins, "join carries", "joins carry")} a sentence of the brief (${grouped(counts.sentences)}), a match with a public list (${grouped(counts.matches)}) or a chokepoint (${grouped(counts.chokepoints)}); ${grouped(counts.alone)} are backed by no other; a person has confirmed ${grouped(counts.confirmed)}`,
      ...(more > 0 ? [`${grouped(joins.length)} are shown; --skip and --limit show others`] : []),
    ],
    data: { counts, joins },
  };
}

/** What is asked about: two ids and the lines that a person judges by. */
interface Question {
  readonly leftId: EntityId;
  readonly rightId: EntityId;
  lines(): Promise<readonly string[]>;
}

const asked = async (open: OpenCase, input: VerbInput): Promise<Question[]> =>
  (await pairsOf(open, input)).map((pair) => ({
    leftId: pair.leftId,
    rightId: pair.rightId,
    lines: async () => (await describePairs(open, [pair])).flatMap((each) => pairLines(open, each)),
  }));

async function confirm(open: OpenCase, input: VerbInput): Promise<VerbResult> {
  const joins = await describeJoins(open, { ...windowOf(input), isOpen: true });
  const questions = joins.map((join: JoinShown) => ({
    leftId: join.leftId,
    rightId: join.rightId,
    lines: async () => joinLines(open, join),
  }));
  return ask(open, questions, input);
}

async function ask(open: OpenCase, questions: readonly Question[], input: VerbInput): Promise<VerbResult> {
  const terminal = openTerminal();
  const written: number[] = [];
  try {
    for (const [index, { leftId, rightId, lines }] of questions.entries()) {
      process.stdout.write(`\n${index + 1} of ${questions.length}\n${(await lines()).join("\n")}\n`);
      const answer = await askDecision(terminal);
      if (answer === "quit") break;
      if (answer === "skip") continue;
      const reasons = answer.why === "" ? reasonsOf(input) : [answer.why];
      const judgement = {
        subject: "entity",
        leftId,
        rightId,
        decision: answer.decision,
        reasons,
        actor: input.actor,
      } as const;
      written.push(await writeJudgement(open, judgement));
    }
  } finally {
    terminal.close();
  }
  process.stdout.write("\n");
  if (questions.length === 0) return { exit: 0, lines: ["no pair waits for a decision"], data: { written } };
  const next = written.length > 0 ? '; "windfall run" draws the consequences, "windfall undo" takes the last back' : "";
  return { exit: 0, lines: [`${counted(written.length, "decision")} kept${next}`], data: { written } };
}

async function askDecision(
  terminal: Terminal,
): Promise<"quit" | "skip" | { readonly decision: Decision; readonly why: string }> {
  const key = await askKey(terminal, "same? y yes, n no, u unsure, s skip, q quit: ", ["y", "n", "u", "s", "q"]);
  if (key === "q" || key === undefined) return "quit";
  const decision = decisions[key];
  if (decision === undefined) return "skip";
  const why = await terminal.ask("why (one line, may be empty): ");
  return why === undefined ? "quit" : { decision, why: why.trim() };
}
