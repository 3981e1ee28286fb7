import { nodeScale, type DisplayList, type View } from "./display-list.ts";
import { curveOf, distanceTo, emptyCurve } from "./edge-curve.ts";
import { numberAt } from "./graph.ts";

/** What lies under a point: a node by its number, an edge by its number, or nothing. */
export type Hit = { readonly kind: "node" | "edge"; readonly index: number } | null;

const cellSize = 128;
const [nodeReach, edgeReach] = [5, 5];

/** Finds what lies under a point of the screen: nodes by a grid in the drawing's own units, then the nearest edge. */
export class HitIndex {
  private readonly list: DisplayList;
  private readonly cells = new Map<string, number[]>();

  constructor(list: DisplayList) {
    this.list = list;
    for (const node of list.x.keys()) {
      const key = cellOf(numberAt(list.x, node), numberAt(list.y, node));
      const cell = this.cells.get(key);
      if (cell) cell.push(node);
      else this.cells.set(key, [node]);
    }
  }

  at(view: View, x: number, y: number): Hit {
    const node = this.nodeAt(view, x, y);
    if (node >= 0) return { kind: "node", index: node };
    const edge = this.edgeAt(view, x, y);
    return edge < 0 ? null : { kind: "edge", index: edge };
  }

  private nodeAt(view: View, x: number, y: number): number {
    const { list } = this;
    const [worldX, worldY] = [(x - view.left) / view.scale, (y - view.top) / view.scale];
    // A disc of 16 pixels reaches over more cells the smaller the drawing is shown.
    const cells = Math.ceil(24 / view.scale / cellSize);
    let [best, nearest] = [-1, Infinity];
    for (let right = -cells; right <= cells; right += 1)
      for (let down = -cells; down <= cells; down += 1)
        for (const node of this.cells.get(cellOf(worldX + right * cellSize, worldY + down * cellSize)) ?? []) {
          const away =
            Math.hypot(numberAt(list.x, node) - worldX, numberAt(list.y, node) - worldY) * view.scale -
            numberAt(list.radii, node) * nodeScale(view);
          if (away <= nodeReach && away < nearest) [best, nearest] = [node, away];
        }
    return best;
  }

  private edgeAt(view: View, x: number, y: number): number {
    const curve = emptyCurve();
    let [best, nearest] = [-1, Infinity];
    for (const edge of this.list.payers.keys()) {
      const away = distanceTo(curveOf(this.list, view, edge, curve), x, y) - numberAt(this.list.widths, edge) / 2;
      if (away <= edgeReach && away < nearest) [best, nearest] = [edge, away];
    }
    return best;
  }
}

const cellOf = (x: number, y: number): string => `${Math.floor(x / cellSize)} ${Math.floor(y / cellSize)}`;
