import { groupBy } from "../base/index.ts";
import type { views } from "../casefile/index.ts";
import { counted, grouped, shown } from "./show.ts";

/** What is found about an event besides its claims. */
export interface EventFound {
  readonly contradictions: readonly views.ClaimPair[];
  readonly drifts: readonly views.ClaimPair[];
}

/** An event in a few lines: what, how many independent sources, who denies it, what speaks against it. */
export function eventLines(event: views.EventLine, { contradictions, drifts }: EventFound): string[] {
  const about = [event.type, whenText(event), event.place].filter((each) => each !== null && each !== "");
  return [
    `${event.eventId}  ${shown(event.title)}`,
    `      ${about.length > 0 ? `${about.map((each) => shown(each ?? "")).join(", ")}; ` : ""}independent sources: ${rootsText(event)}; ${counted(event.claims, "claim")} in ${counted(event.documents, "document")}, ${event.confirmed === 0 ? "none confirmed" : `${grouped(event.confirmed)} confirmed`}`,
    ...(event.deniedBy.length > 0 ? [`      denied by ${namesText(event.deniedBy)}`] : []),
    ...(event.unconfirmedBy.length > 0 ? [`      could not be confirmed by ${namesText(event.unconfirmedBy)}`] : []),
    ...contradictions.map((pair) => `      contradicted: ${shown(pair.why)}`),
    ...drifts.map((pair) => `      ${driftText(pair)}`),
  ];
}

/** How many independent sources: "1", "1, at most 2"; a claim on nobody's word is no source. */
export const rootsText = ({ rootsLeast, rootsMost }: Pick<views.EventLine, "rootsLeast" | "rootsMost">): string =>
  rootsMost === 0
    ? "none known"
    : rootsLeast === rootsMost
      ? String(rootsLeast)
      : `${rootsLeast}, at most ${rootsMost}`;

const driftWords: Readonly<Record<string, string>> = {
  "hedge-dropped": "hedge lost",
  "number-raised": "number raised",
};

/** What was lost on the way: the earlier words and the later ones. */
export const driftText = ({ kind, leftQuote, leftSpeaker, rightQuote, rightSpeaker }: views.ClaimPair): string =>
  `${driftWords[kind] ?? kind.replaceAll("-", " ")}: ${shown(rightSpeaker)}: "${shown(rightQuote)}" became ${shown(leftSpeaker)}: "${shown(leftQuote)}"`;

/** When, as exactly as is known. */
export function whenText({ from, to, precision }: Pick<views.EventLine, "from" | "to" | "precision">): string {
  if (from === null && to === null) return "";
  if (precision === "month" && from !== null) return from.slice(0, 7);
  if (precision === "year" && from !== null) return from.slice(0, 4);
  const [first, last] = precision === "month-range" ? [from?.slice(0, 7), to?.slice(0, 7)] : [from, to];
  if (precision === "since" || last === undefined || last === null) return `since ${first ?? ""}`;
  if (first === undefined || first === null) return `until ${last}`;
  return first === last ? first : `${first} to ${last}`;
}

const namesText = (names: readonly string[]): string => names.map(shown).join("; ");

/** The claims of an event as a tree: the deepest source, who relays it, what is claimed, and where it stands. */
export const claimTree = (claims: readonly views.ClaimLine[]): string[] => [
  ...branchLines(
    claims.map((claim) => ({ claim, chain: claim.chain })),
    "",
  ),
  ...guardLines(claims),
];

/** What "guarded" beside a claim means, where one is. */
export const guardLines = (claims: readonly views.ClaimLine[]): string[] =>
  claims.some(({ isGuarded }) => isGuarded)
    ? ["guarded: told of people in flight, so that a place is a country and a time a month"]
    : [];

interface Told {
  readonly claim: views.ClaimLine;
  readonly chain: views.ClaimLine["chain"];
}

function branchLines(told: readonly Told[], indent: string): string[] {
  const branches = [...groupBy(told, ({ chain: [first] }) => (first ? tellerText(first) : ""))];
  return branches.flatMap(([teller, below], index) => {
    const isLast = index === branches.length - 1;
    const [here, under] = [`${indent}${isLast ? "└ " : "├ "}`, `${indent}${isLast ? "  " : "│ "}`];
    const ends = below.filter(({ chain }) => chain.length <= 1).map(({ claim }) => claim);
    const goingOn = below
      .filter(({ chain }) => chain.length > 1)
      .map(({ claim, chain }) => ({ claim, chain: chain.slice(1) }));
    return [
      `${here}${teller}`,
      ...ends.flatMap((claim) => claimLines(claim).map((line) => `${under}${line}`)),
      ...branchLines(goingOn, under),
    ];
  });
}

const tellerText = ({ name, isInferred }: views.ClaimLine["chain"][number]): string =>
  `${shown(name)}${isInferred ? " (?)" : ""}`;

/** A claim in two lines: its words; how firmly, since when, and where it stands. */
export const claimLines = (claim: views.ClaimLine): string[] => [
  `"${shown(claim.quote)}"`,
  `  ${[...manner(claim), claim.status, shown(claim.place)].join(", ")}  ${claim.claimId.slice(0, 8)}`,
];

const manner = (claim: views.ClaimLine): string[] => [
  claim.modality.replaceAll("-", " "),
  ...(claim.kind === "event" ? [] : [claim.kind]),
  ...(claim.polarity === "negative" ? ["negative"] : []),
  ...(claim.isIronic ? ["ironic: not counted"] : []),
  ...(claim.isRetracted ? ["withdrawn"] : []),
  ...[whenText(claim)].filter((when) => when !== ""),
  ...claim.places.map(({ name }) => shown(name)),
  ...(claim.isGuarded ? ["guarded"] : []),
  ...(claim.edited.length > 0 ? [`put right: ${claim.edited.join(", ")}`] : []),
];

/** How far the ledger looked, and what its figures rest on. */
export function ledgerReachLines(reach: views.LedgerReach): string[] {
  const { documents, passages, proposed, byModels, confirmed, rejected, unread, unreadLanguages, guarded, withheld } =
    reach;
  return [
    `${counted(documents, "document")} with ${counted(passages, "passage")} read for claims: ${grouped(proposed)} proposed, ${grouped(confirmed)} confirmed, ${grouped(rejected)} rejected`,
    ...(proposed > 0
      ? [
          'figures that rest on proposals stay in the house: the brief counts confirmed claims alone; "windfall review --claims" confirms them',
        ]
      : []),
    ...(byModels > 0
      ? [
          `${counted(byModels, "claim")} proposed by a model, in no event and no count before a person accepts ${byModels === 1 ? "it" : "them"}`,
        ]
      : []),
    ...(guarded > 0
      ? [
          `${counted(guarded, "passage")} about people in flight told in countries and months${withheld > 0 ? `, ${grouped(withheld)} of them in no words` : ""}`,
        ]
      : []),
    ...(unread > 0
      ? [
          `${counted(unread, "passage")} in ${unreadLanguages.join(", ")} not read for claims: only English, Korean, Chinese and Russian are read`,
        ]
      : []),
  ];
}
