import { Refusal } from "../base/index.ts";
import { askCaseLedger, views, type OpenCase } from "../casefile/index.ts";
import { answerLines } from "./answer-lines.ts";
import { claimLines, claimTree, eventLines, guardLines, ledgerReachLines } from "./ledger-lines.ts";
import { captioned, linesOf } from "./mention-lines.ts";
import { noteLine } from "./note-lines.ts";
import { proposeClaims } from "./ledger-propose.ts";
import { counted, grouped, shown } from "./show.ts";
import { isOn, windowOf, type Verb, type VerbInput, type VerbResult } from "./verb.ts";

export const ledgerVerb: Verb = {
  usage: "ledger [words...]",
  summary: "what reports say happened: events with independent sources, denials, contradictions, lost hedges",
  example:
    "windfall ledger --case harbour    (or: windfall ledger e003; windfall ledger claims h2/report.html; windfall ledger ask root-count the seizure at Rotterdam)",
  options: [
    ["--confirmed", "only what a person confirmed"],
    ["--limit <n>", "how many events at most", "20"],
    ["--skip <n>", "how many to leave out before them", "0"],
    ["--send-to <url>", "of propose: send to this address, the one that case.yaml names"],
  ],
  run: async (input) =>
    input.inCase(async (open) => {
      const [first, ...rest] = input.words;
      if (first === undefined) return listEvents(open, input);
      if (first === "ask") return ask(open, rest);
      if (first === "propose") return proposeClaims(open, input, rest.join(" "));
      if (first === "claims") return listClaims(open, rest.join(" "));
      return showEvent(open, input, first);
    }),
};

async function listEvents(open: OpenCase, input: VerbInput): Promise<VerbResult> {
  const isConfirmed = isOn(input, "confirmed");
  const events = await views.ledgerEvents(open, { isConfirmed, ...windowOf(input) });
  const found = await findingsOf(open, isConfirmed);
  const reach = await views.ledgerReach(open);
  const notes = await views.notesOfEvents(
    open,
    events.map(({ eventId }) => eventId),
  );
  const more = (await views.countEvents(open, isConfirmed)) - events.length;
  return {
    exit: found.all.contradictions.length > 0 ? 1 : 0,
    lines: [
      ...events.flatMap((event) => [
        ...eventLines(event, found.of(event.eventId)),
        ...(notes.get(event.eventId) ?? []).map((note) => `      ${noteLine(note)}`),
      ]),
      ...(events.length === 0 ? [isConfirmed ? "no claim is confirmed" : "no event was found"] : []),
      ...(more > 0
        ? [`${grouped(events.length)} events are shown, ${grouped(more)} are not; --skip and --limit show others`]
        : []),
      ...ledgerReachLines(reach),
    ],
    data: { events, ...found.all, reach },
  };
}

async function showEvent(open: OpenCase, input: VerbInput, eventId: string): Promise<VerbResult> {
  const isConfirmed = eventId.startsWith("confirmed-") || isOn(input, "confirmed");
  const [event] = await views.ledgerEvents(open, { isConfirmed, eventId, offset: 0, limit: 1 });
  if (!event || input.words.length > 1)
    throw new Refusal(
      `there is no event "${input.words.join(" ")}"; "windfall ledger" lists them, "windfall ledger claims DOCUMENT" the claims of a document`,
    );
  const found = await findingsOf(open, isConfirmed);
  const claims = await views.claimsOfEvent(open, eventId);
  const roots = await views.eventRoots(open, [eventId]);
  const notes = (await views.notesOfEvents(open, [eventId])).get(eventId) ?? [];
  return {
    exit: 0,
    lines: [...eventLines(event, found.of(eventId)), ...claimTree(claims), ...notes.map(noteLine)],
    data: { event, roots, claims, notes, ...found.of(eventId) },
  };
}

async function listClaims(open: OpenCase, file: string): Promise<VerbResult> {
  if (file === "") throw new Refusal('name a document, such as "windfall ledger claims h1/report.html"');
  const claims = await views.claimsOfFile(open, file);
  if (claims.length === 0 && (await views.passagesOf(open, file, undefined)).length === 0)
    throw new Refusal(`${file}: the case has no such document; "windfall status" lists the files`);
  const named = await captioned(open, await views.mentionsOfFile(open, file));
  const namedBy = (claim: views.ClaimLine) => ({
    ...named,
    mentions: named.mentions.filter((mention) => isInClaim(mention, claim)),
  });
  return {
    exit: 0,
    lines: [
      ...claims.flatMap((claim) => [
        `${shown(claim.place)} ${claim.charFrom}-${claim.charTo}  ${shown(claim.speaker)}`,
        ...claimLines(claim).map((line) => `      ${line}`),
        ...claim.reasons.map(({ field, why }) => `        ${field}: ${shown(why)}`),
        ...linesOf(namedBy(claim)).map((line) => `        ${line}`),
      ]),
      ...guardLines(claims),
      `${counted(claims.length, "claim")} read in ${shown(file)}`,
    ],
    data: claims.map((claim) => ({ ...claim, mentions: namedBy(claim).mentions })),
  };
}

/** Whether a name stands in the words of a claim, or in those for who says it. */
const isInClaim = (mention: views.MentionLine, claim: views.ClaimLine): boolean =>
  !claim.isGuarded &&
  mention.document === claim.document &&
  (claim.speaker.includes(mention.written) ||
    (mention.row >= claim.row &&
      mention.row <= claim.rowTo &&
      (mention.row > claim.row || mention.charFrom >= claim.charFrom) &&
      (mention.row < claim.rowTo || mention.charTo <= claim.charTo)));

async function ask(open: OpenCase, [kind = "", ...words]: readonly string[]): Promise<VerbResult> {
  const answer = await askCaseLedger(open, kind, words.join(" "));
  return { exit: 0, lines: answerLines(answer), data: answer };
}

/** What contradicts and what drifted, and of that what touches an event. */
async function findingsOf(open: OpenCase, isConfirmed: boolean) {
  const all = {
    contradictions: await views.ledgerContradictions(open, isConfirmed),
    drifts: await views.ledgerDrifts(open, isConfirmed),
  };
  const ofEvent =
    (eventId: string) =>
    ({ eventIds }: views.ClaimPair): boolean =>
      eventIds.includes(eventId);
  return {
    all,
    of: (eventId: string) => ({
      contradictions: all.contradictions.filter(ofEvent(eventId)),
      drifts: all.drifts.filter(ofEvent(eventId)),
    }),
  };
}
