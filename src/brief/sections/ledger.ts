import {
  claimsOfEvent,
  eventRoots,
  ledgerContradictions,
  ledgerDrifts,
  ledgerEvents,
  ledgerReach,
  type ClaimLine,
  type ClaimPair,
  type EventLine,
  type Reader,
} from "../../views/index.ts";
import type { Block, Citation, Section, Sentence } from "../outline.ts";
import { counted, grouped, listed, sourcesInWords } from "../words.ts";

/** Names the section, for the check that its sentences keep to ICD 203. */
export const ledgerSectionId = "reports";

const eventsMax = 40;

/** What reports say happened, by the claims alone that a person confirmed; no section where no document was read. */
export async function ledgerSections(reader: Reader): Promise<readonly Section[]> {
  const reach = await ledgerReach(reader);
  if (reach.documents === 0) return [];
  const events = await ledgerEvents(reader, { isConfirmed: true, offset: 0, limit: eventsMax });
  const found: Found = {
    contradictions: await ledgerContradictions(reader, true),
    drifts: await ledgerDrifts(reader, true),
  };
  const blocks: Block[] = [];
  for (const event of events) blocks.push({ kind: "list", sentences: await eventSentences(reader, event, found) });
  const waiting =
    reach.proposed > 0
      ? `${counted(reach.proposed, "claim waits", "claims wait")} for a person's decision and ${reach.proposed === 1 ? "enters" : "enter"} no sentence and no count here.`
      : "";
  const none = events.length === 0 ? "No claim of a report was confirmed by a person, so nothing is told." : "";
  const rest = [none, waiting].filter((text) => text !== "").join(" ");
  return [
    {
      id: ledgerSectionId,
      title: "What reports say happened",
      blocks: [...blocks, ...(rest === "" ? [] : [{ kind: "empty" as const, text: rest }])],
    },
  ];
}

interface Found {
  readonly contradictions: readonly ClaimPair[];
  readonly drifts: readonly ClaimPair[];
}

/** An event: what is said, by how many independent sources, who denies it, what speaks against it, and how far it is to be trusted. */
async function eventSentences(reader: Reader, event: EventLine, found: Found): Promise<Sentence[]> {
  const claims = await claimsOfEvent(reader, event.eventId);
  const roots = await eventRoots(reader, [event.eventId]);
  const cites = citesOf(claims);
  const own = ({ eventIds }: ClaimPair): boolean => eventIds.includes(event.eventId);
  const denials = claims.filter(({ modality }) => modality === "denied");
  const refusals = claims.filter(({ modality }) => modality === "cannot-confirm");
  const contradictions = found.contradictions.filter(own);
  return [
    {
      text: `“${event.title}”${whenAndWhere(event)}: ${sourcesInWords(event.rootsLeast, event.rootsMost)}${roots.length > 0 ? ` (${listed(roots.map(({ source }) => source))})` : ""}.`,
      cites,
    },
    ...(denials.length > 0 ? [{ text: `It is denied by ${listed(event.deniedBy)}.`, cites: citesOf(denials) }] : []),
    ...(refusals.length > 0
      ? [
          {
            text: `${listed(event.unconfirmedBy)} could not confirm it, which neither supports nor denies it.`,
            cites: citesOf(refusals),
          },
        ]
      : []),
    ...countSentences(claims),
    ...contradictions.map((pair) => ({
      text: `“${pair.leftQuote}” (${pair.leftSpeaker}) and “${pair.rightQuote}” (${pair.rightSpeaker}) cannot both be so.`,
      cites: citesOfPair(pair),
    })),
    ...found.drifts.filter(own).map((pair) => ({
      text: `In the telling, “${pair.rightQuote}” (${pair.rightSpeaker}) became “${pair.leftQuote}” (${pair.leftSpeaker}).`,
      cites: citesOfPair(pair),
    })),
    { text: confidenceText(event, contradictions.length > 0), cites },
  ];
}

const citesOf = (claims: readonly ClaimLine[]): Citation[] =>
  claims.map(({ claimId }) => ({ kind: "claim", id: claimId }));
const citesOfPair = ({ left, right }: ClaimPair): Citation[] => [
  { kind: "claim", id: left },
  { kind: "claim", id: right },
];

function whenAndWhere({ from, to, precision, place }: EventLine): string {
  const cut = (day: string): string =>
    precision?.startsWith("month") ? day.slice(0, 7) : precision === "year" ? day.slice(0, 4) : day;
  const days = [from, to].flatMap((day) => (day === null ? [] : [cut(day)]));
  const when = [...new Set(days)].join(" to ");
  return [when, place ?? ""]
    .filter((text) => text !== "")
    .map((text) => `, ${text}`)
    .join("");
}

/** The numbers that supporting claims give of one thing, as a range. */
function countSentences(claims: readonly ClaimLine[]): Sentence[] {
  const byNoun = new Map<string, { low: number; high: number | null; claims: ClaimLine[] }>();
  for (const claim of claims.filter(({ modality }) => modality !== "denied" && modality !== "cannot-confirm")) {
    for (const { low, high, noun, unit } of claim.counts) {
      const name = noun ?? unit;
      if (name === null || low === null || name === "age") continue;
      const known = byNoun.get(name);
      byNoun.set(name, {
        low: Math.min(known?.low ?? low, low),
        high: known?.high === null || high === null ? null : Math.max(known?.high ?? high, high),
        claims: [...(known?.claims ?? []), claim],
      });
    }
  }
  return [...byNoun].map(([name, { low, high, claims: told }]) => ({
    text: `Number of ${name}: ${rangeText(low, high)}.`,
    cites: citesOf(told),
  }));
}

const rangeText = (low: number, high: number | null): string =>
  high === null
    ? `at least ${grouped(low)}`
    : low === high
      ? `from every confirmed claim: ${grouped(low)}`
      : `between ${grouped(low)} and ${grouped(high)}`;

/** How far an event is to be trusted, in the three words of ICD 203, with the reason. */
function confidenceText({ rootsLeast, rootsMost, deniedBy }: EventLine, isContradicted: boolean): string {
  if (rootsMost === 0) return "Confidence in this is low, since no known independent source says it.";
  if (rootsLeast <= 1) return "Confidence in this is low, since it may rest on one source alone.";
  if (isContradicted) return "Confidence in this is low, since the reports contradict each other.";
  if (deniedBy.length > 0)
    return "Confidence in this is moderate, since independent sources say it and somebody denies it.";
  return rootsLeast === 2
    ? "Confidence in this is moderate, since two independent sources say it."
    : "Confidence in this is high, since three or more independent sources say it and nobody denies it.";
}
