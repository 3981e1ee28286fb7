import type { EntityId, SharedTable, StatementId } from "../model/index.ts";
import {
  entityId,
  integer,
  listOf,
  nullable,
  sql,
  statementId,
  text,
  type Database,
  type TableName,
} from "../store/index.ts";

/** One comparison of a joined pair, with the two values that it compared and the statements in which they stand. */
export interface JoinReason {
  readonly comparison: string;
  readonly level: number;
  readonly weightMb: number;
  readonly leftValue: string | null;
  readonly rightValue: string | null;
  readonly leftStatement: StatementId | null;
  readonly rightStatement: StatementId | null;
}

/** One step of the chain between two entities: a rule with its reasons, or a judgement ("judgement 12"). */
export interface JoinStep {
  readonly left: EntityId;
  readonly right: EntityId;
  readonly joinedBy: string;
  /** Null for a pair that only a judgement joined. */
  readonly weightMb: number | null;
  readonly reasons: readonly JoinReason[];
}

/**
 * The chain of joins that leads from one entity to the other, in order; each step names two entities that were joined
 * directly. Empty where both are one entity id; undefined where the two are not joined or not known.
 */
export async function explainJoin(
  database: Database,
  table: (name: SharedTable) => TableName,
  { left, right }: { readonly left: EntityId; readonly right: EntityId },
): Promise<JoinStep[] | undefined> {
  const members = await readCluster(database, table("cluster"), left);
  if (!members.has(left) || !members.has(right)) return undefined;
  const steps: JoinStep[] = [];
  for (const edge of pathBetween(members, left, right)) steps.push(await readStep(database, table, edge));
  return steps;
}

interface Member {
  readonly entity: EntityId;
  readonly joinedTo: EntityId | null;
  readonly joinedBy: string | null;
}

interface Edge {
  readonly left: EntityId;
  readonly right: EntityId;
  readonly joinedBy: string;
}

async function readCluster(database: Database, cluster: TableName, entity: EntityId): Promise<Map<EntityId, Member>> {
  const members = await database.rows(
    sql`select entity_id as entity, joined_to as "joinedTo", joined_by as "joinedBy" from ${cluster}
      where canonical_id = (select canonical_id from ${cluster} where entity_id = ${entity}) order by entity_id`,
    { entity: entityId, joinedTo: nullable(entityId), joinedBy: nullable(text) },
  );
  return new Map(members.map((member) => [member.entity, member]));
}

/** Up from the left to where the two ways meet, then down to the right. */
function pathBetween(members: ReadonlyMap<EntityId, Member>, left: EntityId, right: EntityId): Edge[] {
  const up = wayToCanonical(members, left);
  const down = wayToCanonical(members, right);
  while (up.length > 0 && down.length > 0 && up.at(-1)?.left === down.at(-1)?.left) {
    up.pop();
    down.pop();
  }
  return [...up, ...down.toReversed().map((edge) => ({ left: edge.right, right: edge.left, joinedBy: edge.joinedBy }))];
}

function wayToCanonical(members: ReadonlyMap<EntityId, Member>, from: EntityId): Edge[] {
  const way: Edge[] = [];
  let member = members.get(from);
  while (member?.joinedTo && member.joinedBy) {
    way.push({ left: member.entity, right: member.joinedTo, joinedBy: member.joinedBy });
    member = members.get(member.joinedTo);
  }
  return way;
}

async function readStep(database: Database, table: (name: SharedTable) => TableName, edge: Edge): Promise<JoinStep> {
  const isTurned = Buffer.compare(Buffer.from(edge.left), Buffer.from(edge.right)) > 0;
  const [first, second] = isTurned ? [edge.right, edge.left] : [edge.left, edge.right];
  const pairs = await database.rows(
    sql`select weight_mb as "weightMb", reasons from ${table("candidate_pair")}
      where left_id = ${first} and right_id = ${second}`,
    { weightMb: integer, reasons: listOf(reasonShape) },
  );
  const reasons: JoinReason[] = [];
  for (const stored of pairs[0]?.reasons ?? []) {
    const reason = { ...stored, ...(isTurned && turned(stored)) };
    reasons.push({
      comparison: reason.comparison,
      level: reason.level,
      weightMb: reason.weight_mb,
      leftValue: await readValue(database, table("statement"), reason.left_statement),
      rightValue: await readValue(database, table("statement"), reason.right_statement),
      leftStatement: reason.left_statement,
      rightStatement: reason.right_statement,
    });
  }
  return { ...edge, weightMb: pairs[0]?.weightMb ?? null, reasons };
}

const reasonShape = {
  comparison: text,
  level: integer,
  weight_mb: integer,
  left_statement: nullable(statementId),
  right_statement: nullable(statementId),
};

const turned = (reason: { left_statement: StatementId | null; right_statement: StatementId | null }) => ({
  left_statement: reason.right_statement,
  right_statement: reason.left_statement,
});

async function readValue(database: Database, statement: TableName, id: StatementId | null): Promise<string | null> {
  if (id === null) return null;
  const found = await database.rows(
    sql`select coalesce(original_value, value) as value from ${statement}
      where statement_id = unhex(${id}) order by batch_no, entity_id, prop limit 1`,
    { value: text },
  );
  return found[0]?.value ?? null;
}
