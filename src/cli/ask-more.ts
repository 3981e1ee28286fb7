import {
  doubtsOfBlock,
  groundsOfBlock,
  hiddenChannels,
  priceOfProtection,
  uncertainBlock,
  type askBlock,
  type DoubtsOfBlock,
  type HiddenChannels,
  type NodeGrounds,
  type OpenCase,
  type PriceOfProtection,
  type Uncertain,
  type views,
} from "../casefile/index.ts";
import { doubtLines, hiddenLines, priceLines, uncertainLines } from "./block-lines.ts";
import { groundLines } from "./ground-lines.ts";
import { countOption, isOn, type VerbInput } from "./verb.ts";

/** A question that `block` puts to a case. */
export interface BlockAsked {
  readonly open: OpenCase;
  readonly changes: Parameters<typeof askBlock>[1];
  /** Fires where the user wants no more than what is known so far. */
  readonly stop: AbortSignal;
}

/** What was asked of the advice beside it. */
export interface More {
  readonly grounds?: readonly NodeGrounds[] | undefined;
  readonly hidden?: HiddenChannels | undefined;
  readonly doubts?: DoubtsOfBlock | undefined;
  readonly uncertain?: Uncertain | undefined;
  readonly price?: PriceOfProtection | undefined;
  /** What a stop left no time for. */
  readonly unasked: readonly string[];
}

/** Asks of an advice what the options want to know beside it, and always who could act on whom it names, and on what ground. */
export async function askMore(
  input: VerbInput,
  { open, changes, stop }: BlockAsked,
  advised: views.BlockSetLine,
): Promise<More> {
  const asking = { advised, onProgress: input.progress, stop };
  const worlds = advised.members.length > 0 ? worldsOf(input) : undefined;
  const unasked: string[] = [];
  const unlessStopped = async <Answer>(what: string, ask: () => Promise<Answer>): Promise<Answer | undefined> => {
    try {
      stop.throwIfAborted();
      return await ask();
    } catch (cause) {
      if (!stop.aborted) throw cause;
      unasked.push(what);
      return undefined;
    }
  };
  return {
    grounds: await unlessStopped("by whom and on what ground", () => groundsOfBlock(open, changes, advised.members)),
    hidden: isOn(input, "hidden")
      ? await unlessStopped("--hidden", () => hiddenChannels(open, changes, asking))
      : undefined,
    uncertain:
      worlds === undefined
        ? undefined
        : await unlessStopped("--uncertain", () => uncertainBlock(open, changes, { ...asking, worlds })),
    doubts: isOn(input, "doubts")
      ? await unlessStopped("--doubts", () => doubtsOfBlock(open, changes, asking))
      : undefined,
    price: isOn(input, "allEvidence")
      ? await unlessStopped("--all-evidence", () => priceOfProtection(open, changes, asking))
      : undefined,
    unasked,
  };
}

/** How many worlds are drawn; undefined where none are asked for. */
function worldsOf(input: VerbInput): number | undefined {
  if (isOn(input, "uncertain")) return 20;
  return countOption(input, "uncertain", { least: 1, most: 500 });
}

/** What the answers say. */
export async function moreLines(open: OpenCase, more: More): Promise<string[]> {
  const { grounds, hidden, doubts, uncertain, price, unasked } = more;
  return [
    ...(grounds ? await groundLines(open, grounds) : []),
    ...(hidden ? await hiddenLines(open, hidden) : []),
    ...(doubts ? await doubtLines(open, doubts) : []),
    ...(uncertain ? await uncertainLines(open, uncertain) : []),
    ...(price ? await priceLines(open, price) : []),
    ...unasked.map((what) => `${what} was not answered: it was stopped`),
  ];
}
