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
  const taken = new Taken();
  for (const place of placed.values()) taken.add(place);
  const lowest = Math.max(0, ...[...placed.values()].map(({ y }) => y));
  for (const { id, beside, isPayer } of newcomers) {
    if (places.has(id)) continue;
    const anchor = beside === undefined ? undefined : places.get(beside);
    const from = anchor
      ? { x: anchor.x + (isPayer ? -columnGap : columnGap), y: anchor.y }
      : { x: 0, y: lowest + 2 * rowGap };
    const place = freeNear(taken, from);
    taken.add(place);
    places.set(id, { ...place, isPinned: false });
  }
  return places;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Two nodes are beside each other from this far apart on, in either direction. */
const apart = { x: columnGap / 2, y: rowGap };
/** What is left of two sums that should be equal. */
const rounding = 0.001;

/** Where nodes lie, by cells as large as what one keeps free, so that only the nine about a place are looked at. */
class Taken {
  private readonly cells = new Map<string, Spot[]>();

  add(spot: Spot): void {
    const key = cellOf(spot, 0, 0);
    const cell = this.cells.get(key);
    if (cell) cell.push(spot);
    else this.cells.set(key, [spot]);
  }

  isFree(spot: Spot): boolean {
    const steps = [-1, 0, 1];
    const near = steps.flatMap((right) => steps.flatMap((down) => this.cells.get(cellOf(spot, right, down)) ?? []));
    return near.every(
      ({ x, y }) => Math.abs(x - spot.x) > apart.x - rounding || Math.abs(y - spot.y) > apart.y - rounding,
    );
  }
}

const cellOf = ({ x, y }: Spot, right: number, down: number): string =>
  `${Math.floor(x / apart.x) + right} ${Math.floor(y / apart.y) + down}`;

/** Goes down and up by turns, a column further after every forty rows. */
function freeNear(taken: Taken, { x, y }: Spot): Spot {
  for (let column = 0; ; column += 1)
    for (let step = 0; step < 40; step += 1) {
      const down = (step % 2 === 0 ? step / 2 : -(step + 1) / 2) * rowGap;
      const place = { x: x + column * apart.x, y: y + down };
      if (taken.isFree(place)) return place;
    }
}
