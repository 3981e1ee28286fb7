import { Refusal } from "../base/index.ts";
import { claimFields, givenReason, parseClaimEdits, views, writeJudgement, type OpenCase } from "../casefile/index.ts";
import type { ClaimEdits } from "../model/index.ts";
import { whenText } from "./ledger-lines.ts";
import { counted, shown } from "./show.ts";
import { askKey, openTerminal, type Terminal } from "./terminal.ts";
import { isOn, textOption, windowOf, type VerbInput, type VerbResult } from "./verb.ts";

/** What a person does with a proposed claim: accepts it, accepts it with fields put right, or rejects it. */
const keys: Readonly<Record<string, string>> = { a: "accept", e: "edit", r: "reject", s: "skip", q: "quit" };

/** Decides on proposed claims: the one that is named, or one after the other on the terminal; else lists them. */
export async function reviewClaims(open: OpenCase, input: VerbInput): Promise<VerbResult> {
  const key = textOption(input, "decide");
  if (key !== undefined) return decideNamed(open, input, key);
  const [named] = input.words;
  const claims =
    named === undefined ? await views.claimsToReview(open, windowOf(input)) : [await claimNamed(open, named)];
  const isAsking = process.stdin.isTTY && !input.isJson && !isOn(input, "list");
  if (isAsking) return askEach(open, claims, input);
  return {
    exit: claims.length > 0 ? 1 : 0,
    lines:
      claims.length === 0
        ? ["no claim waits for a decision"]
        : claims.flatMap((claim) => [...questionLines(claim, plainMark), ""]),
    data: claims,
  };
}

async function decideNamed(open: OpenCase, input: VerbInput, key: string): Promise<VerbResult> {
  const [named] = input.words;
  if (named === undefined)
    throw new Refusal("--decide needs the id of a claim; use windfall review --claims CLAIM --decide a");
  const claim = await claimNamed(open, named);
  const changes = textOption(input, "set");
  const decision = keys[key];
  if (decision !== "accept" && decision !== "edit" && decision !== "reject")
    throw new Refusal(`--decide is "${key}"; use a (accept), e (accept with --set) or r (reject)`);
  if (decision === "edit" && changes === undefined)
    throw new Refusal('--decide e needs --set, such as --set "speaker=Ann Lee; modality=hedged"');
  if (decision === "reject" && changes !== undefined)
    throw new Refusal("--set puts a claim right that is accepted; leave it out to reject the claim");
  const edits = await parseClaimEdits(claim, changes ?? "");
  const number = await keep(open, input, { claim, isAccepted: decision !== "reject", edits, why: undefined });
  return {
    exit: 0,
    lines: [
      `decision ${number} is kept; "windfall run" draws the consequences, "windfall undo ${number}" takes it back`,
    ],
    data: { judgementNo: number },
  };
}

async function claimNamed(open: OpenCase, id: string): Promise<views.ClaimLine> {
  const found = /^[0-9a-f]{6,40}$/iu.test(id) ? await views.claimsBeginning(open, id.toLowerCase()) : [];
  const [claim] = found;
  if (!claim || found.length > 1)
    throw new Refusal(
      `${found.length > 1 ? "several claims begin with" : "there is no claim"} "${id}"; "windfall review --claims --list" and "windfall ledger claims DOCUMENT" show ids`,
    );
  return claim;
}

async function askEach(open: OpenCase, claims: readonly views.ClaimLine[], input: VerbInput): Promise<VerbResult> {
  const terminal = openTerminal();
  const written: number[] = [];
  try {
    for (const [index, claim] of claims.entries()) {
      process.stdout.write(`\n${index + 1} of ${claims.length}\n${questionLines(claim, terminalMark).join("\n")}\n`);
      const answer = await askDecision(terminal, claim);
      if (answer === "quit") break;
      if (answer !== "skip") written.push(await keep(open, input, { claim, why: undefined, ...answer }));
    }
  } finally {
    terminal.close();
  }
  process.stdout.write("\n");
  if (claims.length === 0) return { exit: 0, lines: ["no claim waits for a decision"], data: { written } };
  const next = written.length > 0 ? '; "windfall run" draws the consequences, "windfall undo" takes the last back' : "";
  return { exit: 0, lines: [`${counted(written.length, "decision")} kept${next}`], data: { written } };
}

type Answer = "quit" | "skip" | { readonly isAccepted: boolean; readonly edits: ClaimEdits };

async function askDecision(terminal: Terminal, claim: views.ClaimLine): Promise<Answer> {
  const key = await askKey(terminal, "a accept, e edit, r reject, s skip, q quit: ", Object.keys(keys));
  if (key === undefined || key === "q") return "quit";
  if (key === "s") return "skip";
  if (key !== "e") return { isAccepted: key === "a", edits: {} };
  for (;;) {
    const changes = await terminal.ask(`field=value; field=value (${Object.keys(claimFields).join(", ")}): `);
    if (changes === undefined) return "quit";
    if (changes.trim() === "") return "skip";
    try {
      return { isAccepted: true, edits: await parseClaimEdits(claim, changes) };
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause;
      process.stdout.write(`${cause.message}\n`);
    }
  }
}

interface Decided {
  readonly claim: views.ClaimLine;
  readonly isAccepted: boolean;
  readonly edits: ClaimEdits;
  readonly why: string | undefined;
}

const keep = (open: OpenCase, input: VerbInput, { claim, isAccepted, edits }: Decided): Promise<number> =>
  writeJudgement(open, {
    subject: "claim",
    leftId: claim.claimId,
    rightId: claim.claimId,
    decision: isAccepted ? "accept" : "reject",
    reasons: [givenReason(textOption(input, "reason"))],
    ...(Object.keys(edits).length > 0 && { edits }),
    actor: input.actor,
  });

const contextMax = 280;
const terminalMark = (text: string): string => `\u001B[7m${text}\u001B[27m`;
const plainMark = (text: string): string => `[[${text}]]`;

/** A claim as a person judges it: its words marked in their paragraph, then each field with its reasons. */
function questionLines(claim: views.ClaimLine, mark: (text: string) => string): string[] {
  const before = claim.before.length > contextMax ? `…${claim.before.slice(-contextMax)}` : claim.before;
  const after = claim.after.length > contextMax ? `${claim.after.slice(0, contextMax)}…` : claim.after;
  const reasonsOf = (field: string): string => {
    const whys = claim.reasons.filter((reason) => reason.field === field).map(({ why }) => shown(why));
    return whys.length === 0 ? "" : `  (${whys.join("; ")})`;
  };
  const plain = (name: string, value: string): string => `  ${name.padEnd(9)} ${value}`;
  const field = (name: string, value: string): string => `${plain(name, value)}${reasonsOf(name)}`;
  return [
    `${claim.claimId.slice(0, 8)}  ${shown(claim.title ?? claim.file)}  ${shown(claim.place)}`,
    `  ${shown(before)}${mark(shown(claim.quote))}${shown(after)}`,
    field("speaker", `${shown(claim.speaker)}; chain: ${claim.chain.map(({ name }) => shown(name)).join(" > ")}`),
    field("outlet", `${shown(claim.outlet)}, ${claim.relation}`),
    field("modality", claim.modality),
    field("kind", `${claim.kind}, ${claim.polarity}`),
    ...[whenText(claim)].filter((when) => when !== "").map((when) => field("date", when)),
    ...(claim.counts.length > 0 ? [field("counts", claim.counts.map(({ text }) => shown(text)).join(", "))] : []),
    ...(claim.places.length > 0 ? [field("places", claim.places.map(({ name }) => shown(name)).join(", "))] : []),
    ...claim.reasons.flatMap(({ field: name, why }) => (name === "proposal" ? [plain("proposal", shown(why))] : [])),
    ...(claim.isIronic ? [field("irony", "not meant literally: never counted")] : []),
    ...(claim.isRetracted ? [field("withdrawn", "by the outlet that said it")] : []),
  ];
}
