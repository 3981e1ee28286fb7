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
  const next: number[] = Array.from({ length: width }, () => 0);
  const unitOf: number[] = [-1];
  for (const [chunk, unit] of chunks) {
    const columns = Array.from(chunk, (letter) => columnByCode[letter.charCodeAt(0)] ?? -1);
    if (columns.includes(-1)) continue;
    let node = 0;
    for (const column of columns) {
      const place = node * width + column;
      if (next[place] === 0) {
        next[place] = unitOf.length;
        unitOf.push(-1);
        for (let index = 0; index < width; index += 1) next.push(0);
      }
      node = next[place] ?? 0;
    }
    unitOf[node] = unit;
  }
  const table = Int32Array.from(next);
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
