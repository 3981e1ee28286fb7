/** The candidate that differs least from a word, if at most a third of its letters do (one of a short word); the first of several. */
export function nearestWord(word: string, candidates: readonly string[]): string | undefined {
  const folded = word.toLowerCase();
  const allowed = Math.max(1, Math.floor(folded.length / 3));
  const begins = candidates.find((each) => folded.length >= 2 && each.toLowerCase().startsWith(folded));
  const [best] = candidates
    .map((each) => ({ each, distance: distanceOf(folded, each.toLowerCase()) }))
    .filter(({ distance }) => distance <= allowed)
    .toSorted((left, right) => left.distance - right.distance);
  return best?.each ?? begins;
}

/** How many letters are put in, left out, changed or swapped with their neighbour (optimal string alignment). */
function distanceOf(left: string, right: string): number {
  const [from, to] = [[...left], [...right]];
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const cost = from[row - 1] === to[column - 1] ? 0 : 1;
      const isSwapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      line.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (line[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + cost,
          ...(isSwapped ? [(before[column - 2] ?? 0) + 1] : []),
        ),
      );
    }
    before = last;
    last = line;
  }
  return last.at(-1) ?? 0;
}
