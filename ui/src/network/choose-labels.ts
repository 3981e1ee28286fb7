import { nodeScale, type DisplayList, type View } from "./display-list.ts";
import { numberAt } from "./graph.ts";

/** A label on the screen; x and y are where its first letter stands on its line. */
export interface PlacedLabel {
  readonly node: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const labelsMost = 60;
const [lineHeight, margin] = [15, 3];
/** A name is cut to about as much as stands between two columns. */
export const labelLetters = 28;

/** The largest labels that lie on the screen and do not overlap, at most sixty; `widthOf` measures text. */
export function chooseLabels(
  list: DisplayList,
  { view, width, height }: { readonly view: View; readonly width: number; readonly height: number },
  widthOf: (text: string) => number,
): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const boxes = largeNodes(list, view);
  for (let rank = 0; rank < list.labels.length && placed.length < labelsMost; rank += 1) {
    const node = numberAt(list.labelNodes, rank);
    const x = numberAt(list.x, node) * view.scale + view.left;
    const y = numberAt(list.y, node) * view.scale + view.top;
    const text = list.labels[rank] ?? "";
    if (x < 0 || y < 0 || x > width || y > height) continue;
    const radius = numberAt(list.radii, node) * nodeScale(view);
    const wide = widthOf(text);
    const spot = spotsOf({ x, y, radius, wide }).find((box) => boxes.every((other) => !overlap(box, other)));
    if (!spot) continue;
    boxes.push(spot);
    placed.push({ node, text, x: spot.left + margin, y: spot.top + lineHeight - 4 });
  }
  return placed;
}

/** No label covers a large node; small ones may lie under a letter. */
function largeNodes(list: DisplayList, view: View): Box[] {
  const size = nodeScale(view);
  const nodes = list.x.length > 400 ? [] : [...list.x.keys()];
  return nodes
    .map((node) => ({ node, radius: numberAt(list.radii, node) * size }))
    .filter(({ node, radius }) => radius >= 7 || numberAt(list.marks, node) % 2 === 1)
    .map(({ node, radius }) => {
      const [x, y] = [numberAt(list.x, node) * view.scale + view.left, numberAt(list.y, node) * view.scale + view.top];
      const half = radius * 0.7;
      return { left: x - half, top: y - half, right: x + half, bottom: y + half };
    });
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** To the right, above to the right, below to the right. */
function spotsOf({ x, y, radius, wide }: { x: number; y: number; radius: number; wide: number }): Box[] {
  const left = x + radius * 0.5;
  return [
    [x + radius + 4, y - lineHeight / 2],
    [left, y - radius - lineHeight],
    [left, y + radius],
  ].map(([from = 0, top = 0]) => ({ left: from, top, right: from + wide + 2 * margin, bottom: top + lineHeight }));
}

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
