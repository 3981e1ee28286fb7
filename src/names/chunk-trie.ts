const letters = "abcdefghijklmnopqrstuvwxyz'ŏŭéüабвгдеёжзийклмнопрстуфхцчшщъыьэюя";
const width = letters.length;
const columnByCode = new Int8Array(0x500).fill(-1);
for (const [column, letter] of Array.from(letters).entries()) columnByCode[letter.charCodeAt(0)] = column;

/** Every chunk of letters that is a unit, arranged so that all units which begin at a place of a text are found in one walk. */
export interface ChunkTrie {
  /** Fills `units` with the unit that ends before each later place of the text when it begins at `start` (-1 for none); returns how many places were filled. */
  walk(text: string, start: number, units: Int32Array): number;
}

/** Builds the tree from chunks and their units; chunks with letters that no romanisation uses are left out. */
export function makeChunkTrie(chunks: Iterable<readonly [string, number]>): ChunkTrie {
  let next = new Int32Array(width * 8192);
  const unitOf: number[] = [-1];
  for (const [chunk, unit] of chunks) {
    if (!isOfLetters(chunk)) continue;
    let node = 0;
    for (let index = 0; index < chunk.length; index += 1) {
      const column = columnByCode[chunk.charCodeAt(index)] ?? 0;
      const place = node * width + column;
      if (next[place] === 0) {
        if ((unitOf.length + 1) * width > next.length) next = longer(next);
        next[place] = unitOf.length;
        unitOf.push(-1);
      }
      node = next[place] ?? 0;
    }
    unitOf[node] = unit;
  }
  const table = next.slice(0, unitOf.length * width);
  const units = Int32Array.from(unitOf);
  return {
    walk(text, start, found) {
      let node = 0;
      let index = start;
      while (index < text.length) {
        const column = columnByCode[text.charCodeAt(index)] ?? -1;
        const following = column < 0 ? 0 : (table[node * width + column] ?? 0);
        if (following === 0) break;
        node = following;
        found[index - start] = units[node] ?? -1;
        index += 1;
      }
      return index - start;
    },
  };
}

function isOfLetters(chunk: string): boolean {
  for (let index = 0; index < chunk.length; index += 1)
    if ((columnByCode[chunk.charCodeAt(index)] ?? -1) < 0) return false;
  return true;
}

function longer(table: Int32Array): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(table.length * 2);
  grown.set(table);
  return grown;
}
