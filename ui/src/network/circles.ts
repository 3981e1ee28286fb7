import { edgesOf, numberAt, rowsBy, type Graph } from "./graph.ts";

/** Per node the number of its circle: nodes have the same one where money can go from each to the other (Tarjan 1972). */
export function findCircles({ ids, payers, payees }: Graph): Int32Array {
  const out = rowsBy(payers, ids.length);
  const circles = new Int32Array(ids.length).fill(-1);
  const [order, low] = [new Int32Array(ids.length).fill(-1), new Int32Array(ids.length)];
  const next = out.starts.slice(0, -1);
  const stack: number[] = [];
  let [seen, found] = [0, 0];
  const enter = (node: number, path: number[]): void => {
    order[node] = seen;
    low[node] = seen;
    seen += 1;
    stack.push(node);
    path.push(node);
  };
  const leave = (node: number, path: number[]): void => {
    path.pop();
    const parent = path.at(-1);
    if (parent !== undefined) low[parent] = Math.min(numberAt(low, parent), numberAt(low, node));
    if (numberAt(low, node) !== numberAt(order, node)) return;
    for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
      circles[member] = found;
      if (member === node) break;
    }
    found += 1;
  };
  for (let root = 0; root < ids.length; root += 1) {
    if (numberAt(order, root) >= 0) continue;
    const path: number[] = [];
    enter(root, path);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const place = numberAt(next, node);
      if (place >= numberAt(out.starts, node + 1)) {
        leave(node, path);
        continue;
      }
      next[node] = place + 1;
      const payee = numberAt(payees, numberAt(out.edges, place));
      if (numberAt(order, payee) < 0) enter(payee, path);
      else if (numberAt(circles, payee) < 0) low[node] = Math.min(numberAt(low, node), numberAt(order, payee));
    }
  }
  return circles;
}

/** Steps of each node from the nearest start; from the nodes that nobody pays where a part has no start. */
export function stepsFromStarts({ ids, payers, payees }: Graph, isStart: (node: number) => boolean): Int32Array {
  const out = rowsBy(payers, ids.length);
  const paid = new Uint8Array(ids.length);
  for (const payee of payees) paid[payee] = 1;
  const steps = new Int32Array(ids.length).fill(-1);
  const spread = (from: readonly number[]): void => {
    let waiting = from.filter((node) => numberAt(steps, node) < 0);
    for (const node of waiting) steps[node] = 0;
    for (let step = 1; waiting.length > 0; step += 1) {
      const then: number[] = [];
      for (const node of waiting)
        for (const edge of edgesOf(out, node)) {
          const payee = numberAt(payees, edge);
          if (numberAt(steps, payee) >= 0) continue;
          steps[payee] = step;
          then.push(payee);
        }
      waiting = then;
    }
  };
  const nodes = [...ids.keys()];
  spread(nodes.filter((node) => isStart(node)));
  spread(nodes.filter((node) => paid[node] === 0));
  const inOrder = nodes.toSorted((left, right) => ((ids[left] ?? "") < (ids[right] ?? "") ? -1 : 1));
  for (const node of inOrder) if (numberAt(steps, node) < 0) spread([node]);
  return steps;
}
