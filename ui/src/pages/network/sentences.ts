import { amountToShort, wholeToText } from "../../parts/figures/format.ts";
import type { Net, NetChannel, NetNode } from "./net.ts";

/** The currency of the case, and how many digits its minor unit has. */
export interface Unit {
  readonly currency: string;
  readonly digits: number;
}

/** An amount in three digits, such as "6.10 M USD". */
export const short = (minor: number, { currency, digits }: Unit): string =>
  `${amountToShort(BigInt(Math.round(minor)), digits)} ${currency}`;

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${wholeToText(count)} ${count === 1 ? one : many}`;

/** What FollowTheMoney's types are called on the screen, where their name is not said as it is. */
const kinds: Readonly<Record<string, string>> = {
  LegalEntity: "person or organization",
  BankAccount: "bank account",
  PublicBody: "public body",
  Thing: "party",
  several: "several together",
};

export const kindOf = ({ schema, isBank }: Pick<NetNode, "schema" | "isBank">): string =>
  isBank ? "bank" : (kinds[schema] ?? schema.toLowerCase());

/** What a step onto a node says: name, kind, sources, what comes in and goes out, what is special. */
export function nodeSentence(node: NetNode, unit: Unit): string {
  const parts = [
    node.name,
    kindOf(node),
    node.several?.kind === "community" &&
      node.several.inside.minor > 0 &&
      `${short(node.several.inside.minor, unit)} inside`,
    node.several === null && (node.roots === 0 ? "source unknown" : counted(node.roots, "source")),
    node.inMinor > 0 &&
      `in ${short(node.inMinor, unit)}${node.payers > 0 ? ` from ${counted(node.payers, "payer")}` : ""}`,
    node.outMinor > 0 &&
      `out ${short(node.outMinor, unit)}${node.payees > 0 ? ` to ${counted(node.payees, "payee")}` : ""}`,
    node.side === "start" && "a start",
    node.side === "end" && "an end",
    node.lists.length > 0 && `listed: ${node.lists.join(", ")}`,
    node.isBlocked && "blocked",
  ];
  return parts.filter((part) => part !== false).join(", ");
}

/** One channel in words. */
export function channelSentence(channel: NetChannel, net: Net, unit: Unit): string {
  const name = (id: string): string => net.nodes.get(id)?.name ?? id;
  const span =
    channel.firstDay === null
      ? "without a date"
      : channel.firstDay === channel.lastDay
        ? `on ${channel.firstDay}`
        : `${channel.firstDay} to ${channel.lastDay ?? ""}`;
  return `${name(channel.payer)} paid ${name(channel.payee)} ${short(channel.minor, unit)} in ${counted(channel.payments, "payment")}, ${span}`;
}

/** How much of a question is in a picture; `insideMinor` goes between members of one bundle and is no line. */
export interface Drawn {
  readonly nodes: number;
  readonly minor: number;
  readonly bundles: number;
  readonly inBundles: number;
  readonly insideMinor: number;
}

/** How much of the whole is drawn: what is not drawn is always said, in nodes and in money. */
export function drawnWords(
  {
    whole,
    drawn,
    drawnAs,
  }: { readonly whole: { nodes: number; minor: number }; readonly drawn: Drawn; readonly drawnAs: string },
  unit: Unit,
): string {
  if (whole.nodes === 0) return "No seen money goes from these starts to these ends.";
  const share = `${Math.floor((100 * drawn.minor) / Math.max(whole.minor, 1))} % of the ${short(whole.minor, unit)} in channels on the way.`;
  const part = `${wholeToText(drawn.nodes)} of ${wholeToText(whole.nodes)} nodes`;
  const isAll = drawn.nodes >= whole.nodes;
  if (drawnAs === "bundles") {
    const held = isAll
      ? `All ${wholeToText(whole.nodes)} nodes on a way from a start to an end are here`
      : `${part} here`;
    const single = drawn.nodes - drawn.inBundles;
    const inside = `${short(drawn.insideMinor, unit)} of the ${short(whole.minor, unit)} in channels goes between members of one bundle and is no line.`;
    return `${held}: ${wholeToText(single)} on ${single === 1 ? "its" : "their"} own, ${wholeToText(drawn.inBundles)} in ${counted(drawn.bundles, "bundle")} of those who pay each other most. ${inside}${isAll ? "" : ` Here is ${share}`}`;
  }
  if (isAll)
    return `All ${wholeToText(whole.nodes)} nodes on a way from a start to an end are drawn: ${short(whole.minor, unit)} in channels.`;
  return `${part} drawn${drawnAs === "largest" ? ", the largest" : ""}: ${share}`;
}

/** A factor as it is said: "x1.5". */
export const factor = (rhoQuarters: number): string => `×${rhoQuarters / 4}`;
