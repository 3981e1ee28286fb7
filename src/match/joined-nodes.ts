import { at } from "../base/index.ts";
import { integer, sql, type Database, type TableName } from "../store/index.ts";

/** joined(node_no, first_no): what the joins so far come to, without the guards that clusters have: it is evidence, not a cluster. */
export async function makeJoinedNodes(database: Database, verdict: TableName): Promise<TableName> {
  const pairs = await database.rows(
    sql`select left_no as "left", right_no as "right" from ${verdict} where verdict = 'join' order by left_no, right_no`,
    { left: integer, right: integer },
  );
  const parent = new Map<number, number>();
  const find = (node: number): number => {
    let root = node;
    for (let above = parent.get(root); above !== undefined && above !== root; above = parent.get(root)) root = above;
    for (let next = node; next !== root;) {
      const above = parent.get(next) ?? root;
      parent.set(next, root);
      next = above;
    }
    return root;
  };
  for (const { left, right } of pairs) {
    const roots = [find(left), find(right)].toSorted((one, other) => one - other);
    parent.set(at(roots, 0), at(roots, 0));
    parent.set(at(roots, 1), at(roots, 0));
  }
  const nodes = [...parent.keys()];
  const joined = await database.temporary("match_joined", "node_no integer, first_no integer");
  await database.append(joined, { node_no: nodes, first_no: nodes.map(find) });
  return joined;
}
