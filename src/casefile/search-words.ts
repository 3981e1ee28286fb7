import type { TableName } from "../store/index.ts";
import { foreignNames, makeSearchWords, type Reader, type SearchSpelling } from "../views/index.ts";

/** Of so many names spellings are made; a palette that waits for more is no use. */
const mostNames = 200_000;
/** Of a name the likeliest spellings by so many systems. */
const mostSpellings = 16;

/** Makes the words that entities are looked for by, their names spelt in Latin letters too. */
export async function spellSearchWords(reader: Reader, into: TableName): Promise<void> {
  const { parseName, spellings } = await import("../names/index.ts");
  const found: SearchSpelling[] = [];
  let names = 0;
  for await (const chunk of foreignNames(reader)) {
    for (const { name, isPersonal } of chunk) {
      const spelt = spellings(parseName(name, isPersonal ? "person" : "company")).slice(0, mostSpellings);
      found.push(...spelt.map(({ text, system }) => ({ name, spelling: text, system })));
      names += 1;
      // Who asks for something else meanwhile is answered.
      if (names % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    if (names >= mostNames) break;
  }
  await makeSearchWords(reader, into, found);
}
