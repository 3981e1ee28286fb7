import { Refusal } from "../base/index.ts";
import { channelsAmong, channelsOf, closedAmong, type ChannelLine, type Days } from "../views/index.ts";
import { choicesBySize, comeAtOnce, hubGuard, type SizeChoice } from "./hub-guard.ts";
import type { OpenCase } from "./open-case.ts";
import { tellNodes } from "./tell-picture.ts";

/** What an expanded node is asked about. */
export interface NeighboursAsked {
  readonly id: string;
  /** Who is drawn already. */
  readonly drawn: readonly string[];
  readonly days: Days;
  /** Channels below this are left out, minor units; null: none is. Asked for where there are more than a thousand. */
  readonly leastMinor: number | null;
}

/** The nodes that come into the picture, how they are tied to it, and what stays out. */
export interface Neighbours {
  readonly nodes: readonly Awaited<ReturnType<typeof tellNodes>>[number][];
  /** By canonical ids: among the new nodes, and between them and the drawn ones. */
  readonly channels: readonly ChannelLine[];
  readonly bundles: readonly Bundle[];
  /** Set where there are too many to choose from: nothing is drawn until a least amount is given. */
  readonly asksForFilter: FilterAsked | null;
}

/** Neighbours that are not drawn, together. */
export interface Bundle {
  readonly side: "payers" | "payees";
  readonly others: number;
  readonly payments: number;
  readonly minor: number;
}

/** How many neighbours would stay at a least amount, minor units. */
export interface FilterAsked {
  readonly others: number;
  readonly bySize: readonly SizeChoice[];
  readonly byYear: readonly { readonly year: string; readonly others: number }[];
}

/** Expands a node: its unseen neighbours by the money between them, largest first, guarded against hubs. */
export async function networkNeighbours(open: OpenCase, asked: NeighboursAsked): Promise<Neighbours> {
  const { id, drawn, days, leastMinor } = asked;
  if ((await closedAmong(open, [id])).length > 0) throw new Refusal("a closed contact of a phone is not expanded");
  const seen = new Set([...drawn, id]);
  const otherOf = ({ payer, payee }: ChannelLine): string => (payer === id ? payee : payer);
  const unseen = (await channelsOf(open, id, days)).filter(
    (line) => !seen.has(otherOf(line)) && line.minor >= (leastMinor ?? 0),
  );
  const others = othersBySize(unseen, otherOf);
  if (others.length > hubGuard.askedAbove && leastMinor === null)
    return { nodes: [], channels: [], bundles: [], asksForFilter: filterOf(others, unseen, otherOf) };
  const come = others.slice(0, comeAtOnce(others.length)).map((other) => other.id);
  const coming = new Set(come);
  const among = await channelsAmong(open, [...drawn, id, ...come], days);
  return {
    nodes: await tellNodes(open, come, days),
    channels: among.filter(({ payer, payee }) => coming.has(payer) || coming.has(payee)),
    bundles: bundlesOf(
      unseen.filter((line) => !coming.has(otherOf(line))),
      id,
    ),
    asksForFilter: null,
  };
}

interface Other {
  readonly id: string;
  readonly minor: number;
}

function othersBySize(lines: readonly ChannelLine[], otherOf: (line: ChannelLine) => string): Other[] {
  const minorById = new Map<string, number>();
  for (const line of lines) minorById.set(otherOf(line), (minorById.get(otherOf(line)) ?? 0) + line.minor);
  return [...minorById]
    .map(([id, minor]) => ({ id, minor }))
    .toSorted((left, right) => right.minor - left.minor || (left.id < right.id ? -1 : 1));
}

function bundlesOf(lines: readonly ChannelLine[], id: string): Bundle[] {
  const sides = [
    { side: "payers" as const, of: lines.filter(({ payee }) => payee === id) },
    { side: "payees" as const, of: lines.filter(({ payer }) => payer === id) },
  ];
  return sides
    .filter(({ of }) => of.length > 0)
    .map(({ side, of }) => ({
      side,
      others: of.length,
      payments: of.reduce((sum, { payments }) => sum + payments, 0),
      minor: of.reduce((sum, { minor }) => sum + minor, 0),
    }));
}

function filterOf(
  others: readonly Other[],
  lines: readonly ChannelLine[],
  otherOf: (line: ChannelLine) => string,
): FilterAsked {
  const years = [...new Set(lines.flatMap(({ firstDay }) => (firstDay === null ? [] : [firstDay.slice(0, 4)])))];
  return {
    others: others.length,
    bySize: choicesBySize(others.map(({ minor }) => minor)),
    byYear: years.toSorted().map((year) => ({
      year,
      others: new Set(lines.filter(({ firstDay }) => firstDay?.startsWith(year)).map(otherOf)).size,
    })),
  };
}
