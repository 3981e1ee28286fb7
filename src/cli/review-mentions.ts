import { Refusal } from "../base/index.ts";
import { decideMention, views, type OpenCase } from "../casefile/index.ts";
import { captioned, mentionLine, skippedLines } from "./mention-lines.ts";
import { counted, shown } from "./show.ts";
import { askKey, openTerminal } from "./terminal.ts";
import { isOn, textOption, windowOf, type VerbInput, type VerbResult } from "./verb.ts";

/** What a person decides of a mention: it names the entity, it names another, nobody can say. */
const decisions = { a: "accept", r: "reject", u: "unsure" } as const;
const keys = [...Object.keys(decisions), "s", "q"];

const decisionOf = (key: string) => (key === "a" || key === "r" || key === "u" ? decisions[key] : undefined);

/** Decides on mentions: the one that is named, or one after the other on the terminal; else lists them. */
export async function reviewMentions(open: OpenCase, input: VerbInput): Promise<VerbResult> {
  const key = textOption(input, "decide");
  if (key !== undefined) return decideNamed(open, input, key);
  const [named] = input.words;
  const mentions =
    named === undefined ? await views.mentionsToReview(open, windowOf(input)) : [await mentionNamed(open, named)];
  const questions = await questionsOf(open, mentions);
  const isAsking = process.stdin.isTTY && !input.isJson && !isOn(input, "list");
  if (isAsking) return askEach(open, questions, input);
  return {
    exit: mentions.length > 0 ? 1 : 0,
    lines: [
      ...(mentions.length === 0 ? ["no mention waits for a decision"] : questions.flatMap(({ lines }) => lines)),
      ...skippedLines(await views.skippedMentions(open)),
    ],
    data: mentions,
  };
}

interface MentionQuestion {
  readonly mention: views.MentionLine;
  readonly lines: readonly string[];
}

async function questionsOf(
  open: OpenCase,
  mentions: readonly views.MentionLine[],
): Promise<readonly MentionQuestion[]> {
  const { captionOf } = await captioned(open, mentions);
  return mentions.map((mention) => ({
    mention,
    lines: [
      mentionLine(mention, captionOf(mention)),
      `      ${shown(mention.place)} ${mention.charFrom}-${mention.charTo}; the case holds the name "${shown(mention.name)}"`,
      ...mention.why.map((reason) => `      ${shown(reason)}`),
    ],
  }));
}

async function decideNamed(open: OpenCase, input: VerbInput, key: string): Promise<VerbResult> {
  const [named] = input.words;
  if (named === undefined)
    throw new Refusal("--decide needs the id of a mention; use windfall review --mentions MENTION --decide a");
  const decision = decisionOf(key);
  if (decision === undefined)
    throw new Refusal(`--decide is "${key}"; use a (accept: it names the entity), r (reject) or u (unsure)`);
  const number = await keep(open, input, { mention: await mentionNamed(open, named), decision });
  return {
    exit: 0,
    lines: [
      `decision ${number} is kept; "windfall run" draws the consequences, "windfall undo ${number}" takes it back`,
    ],
    data: { judgementNo: number },
  };
}

async function mentionNamed(open: OpenCase, id: string): Promise<views.MentionLine> {
  const found = /^[0-9a-f]{6,40}$/iu.test(id) ? await views.mentionsBeginning(open, id.toLowerCase()) : [];
  const [mention] = found;
  if (!mention || found.length > 1)
    throw new Refusal(
      `${found.length > 1 ? "several mentions begin with" : "there is no mention"} "${id}"; "windfall review --mentions --list" and "windfall show DOCUMENT" show ids`,
    );
  return mention;
}

async function askEach(open: OpenCase, questions: readonly MentionQuestion[], input: VerbInput): Promise<VerbResult> {
  const terminal = openTerminal();
  const written: number[] = [];
  try {
    for (const [index, { mention, lines }] of questions.entries()) {
      process.stdout.write(`\n${index + 1} of ${questions.length}\n${lines.join("\n")}\n`);
      const key = await askKey(terminal, "a accept, r reject, u unsure, s skip, q quit: ", keys);
      if (key === undefined || key === "q") break;
      const decision = decisionOf(key);
      if (decision !== undefined) written.push(await keep(open, input, { mention, decision }));
    }
  } finally {
    terminal.close();
  }
  process.stdout.write("\n");
  const next = written.length > 0 ? '; "windfall run" draws the consequences, "windfall undo" takes the last back' : "";
  return {
    exit: 0,
    lines: [
      questions.length === 0 ? "no mention waits for a decision" : `${counted(written.length, "decision")} kept${next}`,
    ],
    data: { written },
  };
}

const keep = (
  open: OpenCase,
  input: VerbInput,
  { mention, decision }: { readonly mention: views.MentionLine; readonly decision: "accept" | "reject" | "unsure" },
): Promise<number> =>
  decideMention(open, mention, { decision, reason: textOption(input, "reason"), actor: input.actor });
