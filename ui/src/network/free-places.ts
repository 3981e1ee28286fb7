import { columnGap, rowGap } from "./graph.ts";

/** Where a node lies; a pinned one stays there when the rest is laid out again. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly isPinned: boolean;
}

/** A node that comes into the drawing, beside one that is there already. */
export interface Newcomer {
  readonly id: string;
  /** Whom it is placed beside; undefined: nobody, it goes under the rest. */
  readonly beside: string | undefined;
  /** It pays the other: it comes to the left. */
  readonly isPayer: boolean;
}

/** Gives each newcomer the free place nearest to where it belongs. Nothing that is placed moves. */
export function placeNewcomers(
  placed: ReadonlyMap<string, Place>,
  newcomers: readonly Newcomer[],
): ReadonlyMap<string, Place> {
  const places = new Map(placed);
  const taken = new Set([...placed.values()].map((place) => slotOf(place)));
  const lowest = Math.max(0, ...[...placed.values()].map(({ y }) => y));
  for (const { id, beside, isPayer } of newcomers) {
    if (places.has(id)) continue;
    const anchor = beside === undefined ? undefined : places.get(beside);
    const from = anchor
      ? { x: anchor.x + (isPayer ? -columnGap : columnGap), y: anchor.y }
      : { x: 0, y: lowest + 2 * rowGap };
    const place = freeNear(taken, from);
    for (const slot of slotsAround(place)) taken.add(slot);
    places.set(id, { ...place, isPinned: false });
  }
  return places;
}

/** Rows are half a gap high, so that a node between two rows takes the places of both. */
const slotOf = ({ x, y }: { x: number; y: number }): string =>
  `${Math.round(x / (columnGap / 2))} ${Math.round(y / (rowGap / 2))}`;

const slotsAround = ({ x, y }: { x: number; y: number }): string[] =>
  [-1, 0, 1].map((step) => slotOf({ x, y: y + (step * rowGap) / 2 }));

/** Goes down and up by turns, a column further after every forty rows. */
function freeNear(taken: ReadonlySet<string>, { x, y }: { x: number; y: number }): { x: number; y: number } {
  for (let column = 0; ; column += 1)
    for (let step = 0; step < 40; step += 1) {
      const down = (step % 2 === 0 ? step / 2 : -(step + 1) / 2) * rowGap;
      const place = { x: x + (column * columnGap) / 2, y: y + down };
      if (slotsAround(place).every((slot) => !taken.has(slot))) return place;
    }
}
