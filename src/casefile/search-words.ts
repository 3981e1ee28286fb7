import { startWorkers } from "../base/index.ts";
import type { TableName } from "../store/index.ts";
import {
  addSpellings,
  foreignNames,
  makeSearchWords,
  spellingTable,
  type Reader,
  type SearchName,
  type SearchSpelling,
} from "../views/index.ts";

/** Makes the words that entities are looked for by, their names as other scripts spell them too. */
export async function spellSearchWords(reader: Reader, into: TableName): Promise<void> {
  const spelt = await spellingTable(reader);
  await spellAll(await chunksOf(reader), async (found) => void (await addSpellings(reader, spelt, found)));
  await makeSearchWords(reader, into, spelt);
}

/** Few names are spelt here; many on a thread of their own, so that whoever asks meanwhile is answered and their memory ends with it. */
async function spellAll(
  chunks: readonly (readonly SearchName[])[],
  take: (found: readonly SearchSpelling[]) => Promise<void>,
): Promise<void> {
  const [first, second] = chunks;
  if (!first) return;
  if (!second) return take((await import("./spell-names.ts")).spellNames(first));
  const speller = startWorkers<readonly SearchName[], readonly SearchSpelling[]>("./spell.worker", import.meta.url, 1);
  try {
    await speller.run(chunks, take);
  } finally {
    await speller.close();
  }
}

/** All names first: a connection answers one query at a time. */
async function chunksOf(reader: Reader): Promise<SearchName[][]> {
  const chunks = [];
  for await (const chunk of foreignNames(reader)) chunks.push(chunk);
  return chunks;
}
