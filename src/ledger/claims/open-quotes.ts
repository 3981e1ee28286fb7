import type { Block } from "../text/read-blocks.ts";
import type { Statement } from "./statement.ts";
import type { Voice } from "./voice.ts";

/**
 * Quotations that go on over paragraphs: one whose paragraph names nobody is told by whoever is named in the next or the last
 * paragraph of the same quotation. `read` are the statements of each block.
 */
export function shareOpenQuotes(
  blocks: readonly Block[],
  read: readonly (readonly Statement[])[],
): readonly (readonly Statement[])[] {
  const shared = [...read];
  const goesOn = (index: number): boolean => {
    const [before, block] = [blocks[index - 1], blocks[index]];
    return before?.quotes.at(-1)?.isOpen === true && block?.quotes[0]?.from === block?.from;
  };
  for (let index = blocks.length - 1; index > 0; index -= 1)
    if (goesOn(index)) shared[index - 1] = toldBy(shared[index - 1] ?? [], voiceIn(shared[index] ?? []));
  for (let index = 1; index < blocks.length; index += 1)
    if (goesOn(index)) shared[index] = toldBy(shared[index] ?? [], voiceIn(shared[index - 1] ?? []));
  return shared;
}

/** Whose the first quoted words of a block are, where it is said. */
const voiceIn = (statements: readonly Statement[]): Voice | undefined =>
  statements.find(({ isQuoted, voice }) => isQuoted && voice.links.length > 0)?.voice;

const toldBy = (statements: readonly Statement[], voice: Voice | undefined): readonly Statement[] =>
  voice === undefined
    ? statements
    : statements.map((statement) =>
        statement.isQuoted && statement.voice.links.length === 0
          ? { ...statement, voice: { ...voice, why: "The quotation goes on over paragraphs." } }
          : statement,
      );
