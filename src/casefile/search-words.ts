import type { TableName } from "../store/index.ts";
import { addSpellings, foreignNames, makeSearchWords, spellingTable, type Reader } from "../views/index.ts";

/** After so many names whoever asks for something else meanwhile is answered: some milliseconds. */
const namesAtOnce = 50;

/** Makes the words that entities are looked for by, their names as other scripts spell them too. */
export async function spellSearchWords(reader: Reader, into: TableName): Promise<void> {
  const { parseName, spellings } = await import("../names/index.ts");
  const spelt = await spellingTable(reader);
  for (const names of await chunksOf(reader)) {
    for (let from = 0; from < names.length; from += namesAtOnce) {
      const found = names.slice(from, from + namesAtOnce).flatMap(({ name, isPersonal }) => {
        const all = spellings(parseName(name, isPersonal ? "person" : "company"));
        const distinct = new Map(
          all.toReversed().map(({ text, system }) => [text.toLowerCase(), { name, spelling: text, system }]),
        );
        return [...distinct.values()];
      });
      await addSpellings(reader, spelt, found);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  await makeSearchWords(reader, into, spelt);
}

/** All names first: a connection answers one query at a time. */
async function chunksOf(reader: Reader) {
  const chunks = [];
  for await (const chunk of foreignNames(reader)) chunks.push(chunk);
  return chunks;
}
