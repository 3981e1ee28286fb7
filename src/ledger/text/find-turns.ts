import { ledgerPhrases } from "./phrases.ts";
import type { Block } from "./read-blocks.ts";

/** Who speaks a paragraph of a transcript: the label before its colon, and what stands in brackets behind the label. */
export interface Turn {
  readonly label: string;
  readonly aside: string;
  /** The host, the presenter, whoever asks: the voice of the programme itself. */
  readonly isHost: boolean;
}

const turnsMin = 4;

/**
 * The paragraphs of a transcript with whose turn each is; of any other text as they are. A transcript is told by its labels:
 * speakers take turns, so one label comes back behind another, and a third or more of the paragraphs have one. A paragraph
 * without a label goes on with the speaker before it.
 */
export function markTurns(blocks: readonly Block[]): readonly Block[] {
  const labelled = blocks.filter((block) => isTurn(block));
  if (labelled.length < turnsMin || labelled.length * 3 < blocks.length || !comesBack(labelled)) return blocks;
  let turn: Turn | undefined;
  return blocks.map((block) => {
    if (isTurn(block)) turn = { label: block.label ?? "", aside: block.labelAside, isHost: isHost(block.label) };
    else if (block.kind !== "paragraph" || block.label !== undefined) turn = undefined;
    return turn === undefined ? block : { ...block, turn };
  });
}

const isTurn = ({ kind, label, tag }: Block): boolean =>
  kind === "paragraph" && label !== undefined && tag === undefined;

function comesBack(labelled: readonly Block[]): boolean {
  const seen = new Map<string, number>();
  return labelled.some(({ label = "" }, index) => {
    const before = seen.get(label);
    seen.set(label, index);
    return before !== undefined && index - before > 1;
  });
}

const isHost = (label: string | undefined): boolean => ledgerPhrases("voice").includes((label ?? "").toLowerCase());
