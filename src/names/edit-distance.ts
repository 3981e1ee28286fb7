const rows = [new Uint8Array(66), new Uint8Array(66), new Uint8Array(66)];
const longest = 64;

/**
 * How many letters must be put in, taken out, replaced or swapped with a neighbour to turn one text into the other, up to `most`;
 * anything above is `most + 1`. Texts of more than 64 letters that differ are above.
 */
export function editDistance(left: string, right: string, most: number): number {
  if (left === right) return 0;
  if (Math.abs(left.length - right.length) > most) return most + 1;
  let start = 0;
  let leftEnd = left.length;
  let rightEnd = right.length;
  while (start < leftEnd && start < rightEnd && left.charCodeAt(start) === right.charCodeAt(start)) start += 1;
  while (leftEnd > start && rightEnd > start && left.charCodeAt(leftEnd - 1) === right.charCodeAt(rightEnd - 1)) {
    leftEnd -= 1;
    rightEnd -= 1;
  }
  const width = rightEnd - start;
  if (leftEnd === start || width === 0) return Math.min(Math.max(leftEnd - start, width), most + 1);
  if (width > longest) return most + 1;
  return fill(left.slice(start, leftEnd), right.slice(start, rightEnd), most);
}

// Only cells at most `most` off the diagonal are filled: through any other the way is longer.
function fill(left: string, right: string, most: number): number {
  let [before, above, current] = rows as [Uint8Array, Uint8Array, Uint8Array];
  const beyond = most + 1;
  for (let column = 0; column <= Math.min(right.length, beyond); column += 1) above[column] = column;
  for (let row = 1; row <= left.length; row += 1) {
    const letter = left.charCodeAt(row - 1);
    const previous = row > 1 ? left.charCodeAt(row - 2) : -1;
    const first = Math.max(1, row - most);
    const last = Math.min(right.length, row + most);
    current[first - 1] = first === 1 ? Math.min(row, 255) : beyond;
    let smallest = beyond;
    for (let column = first; column <= last; column += 1) {
      const other = right.charCodeAt(column - 1);
      let cost = (above[column - 1] ?? 0) + (letter === other ? 0 : 1);
      const deletion = (above[column] ?? 0) + 1;
      const insertion = (current[column - 1] ?? 0) + 1;
      if (deletion < cost) cost = deletion;
      if (insertion < cost) cost = insertion;
      if (column > 1 && previous === other && letter === right.charCodeAt(column - 2))
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current[column] = cost;
      if (cost < smallest) smallest = cost;
    }
    if (smallest > most) return beyond;
    if (last < right.length) current[last + 1] = beyond;
    [before, above, current] = [above, current, before];
  }
  return Math.min(above[right.length] ?? 0, beyond);
}
