import { at } from "../base/index.ts";
import { descendantsOf } from "../model/index.ts";
import {
  boolean,
  listOf,
  sql,
  text,
  textList,
  type Database,
  type Row,
  type Sql,
  type TableName,
} from "../store/index.ts";
import { Likenesses } from "./likeness.ts";

const accountSchemata = descendantsOf("BankAccount");
const personSchemata = descendantsOf("Person");
const organizationSchemata = descendantsOf("Organization");

// A thing that more parties are named with is a purse for many: who holds it cannot be contradicted.
const ownersMax = 40;

interface Tables {
  readonly statement: TableName;
  readonly cluster: TableName;
  readonly edge: TableName;
  readonly candidatePair: TableName;
}

/** held(edge_id, source_id, target_id, value_key, day_from, day_to, is_account): each ownership of something that two named parties own. An account whose number is masked or a word ("cash") may be many. */
export const heldTable = ({ statement, cluster, edge }: Tables): Sql => sql`
  with named as (
    select distinct canonical_id from ${statement} join ${cluster} using (entity_id) where prop = 'name'),
  account as (
    select canonical_id, bool_or(prop in ('accountNumber', 'iban') and regexp_matches(value, '^[^*]*[0-9]([^*]*[0-9]){6}')) as is_whole
    from ${statement} join ${cluster} using (entity_id)
    where schema in (select unnest(${accountSchemata})) group by canonical_id)
  select edge_id, source_id, target_id, source_id || ' > ' || target_id as value_key, min(day_from) as day_from,
    case when count(day_to) = count(*) then max(day_to) end as day_to,
    target_id in (select canonical_id from account) as is_account
  from ${edge}
  where target_id not in (select canonical_id from account where not is_whole) and schema = 'Ownership' and target_id is not null and source_id <> target_id and source_id in (select canonical_id from named)
  group by edge_id, source_id, target_id
  qualify count(*) over (partition by target_id) between 2 and ${ownersMax}`;

const ownerShape = { id: text, names: textList, isPerson: boolean, isOrganization: boolean, isKnownElsewhere: boolean };
const targetShape = { targetId: text, owners: listOf(ownerShape) };

type Target = Row<typeof targetShape>;

/** Writes apart(target_id, left_id, right_id): owners of one thing that are surely two, both ways round. */
export async function makeApart(database: Database, tables: Tables & { readonly held: TableName }): Promise<TableName> {
  const targets = await readTargets(database, tables);
  const undecided = await readUndecided(database, tables);
  const likenesses = new Likenesses();
  const rows = targets.flatMap((target) =>
    apartOwners(target, undecided, likenesses).map((pair) => ({ ...pair, id: target.targetId })),
  );
  const apart = await database.temporary("crosscheck_apart", "target_id varchar, left_id varchar, right_id varchar");
  await database.append(apart, {
    target_id: rows.map((row) => row.id),
    left_id: rows.map((row) => row.left),
    right_id: rows.map((row) => row.right),
  });
  return apart;
}

const readTargets = (
  database: Database,
  { statement, cluster, edge, held }: Tables & { readonly held: TableName },
): Promise<Target[]> =>
  database.rows(
    sql`
    with owner as (
      select canonical_id, list(distinct value order by value) filter (where prop = 'name') as names,
        bool_or(schema in (select unnest(${personSchemata}))) as is_person,
        bool_or(schema in (select unnest(${organizationSchemata}))) as is_organization
      from ${statement} join ${cluster} using (entity_id)
      where canonical_id in (select source_id from ${held}) group by canonical_id),
    place as (
      select canonical_id, count(distinct entity_id) as named from ${statement} join ${cluster} using (entity_id)
      where prop = 'name' and canonical_id in (select source_id from ${held}) group by canonical_id),
    told as (
      select source_id, target_id, count(distinct source_entity) as told, count(*) over (partition by source_id) as targets
      from ${edge} where source_id in (select source_id from ${held}) and schema = 'Ownership' group by source_id, target_id)
    select target_id as "targetId", list(struct_pack(id := source_id, names := names, "isPerson" := is_person,
      "isOrganization" := is_organization, "isKnownElsewhere" := targets > 1 or named > told) order by source_id) as owners
    from (select distinct target_id, source_id from ${held})
    join owner on owner.canonical_id = source_id
    join place on place.canonical_id = source_id
    join told using (source_id, target_id)
    group by target_id order by target_id`,
    targetShape,
  );

/**
 * Pairs of owners that may be one and that nobody has decided on, as "left right". That both hold one account or stand
 * with one firm is what is in dispute: it speaks for neither.
 */
async function readUndecided(
  database: Database,
  { cluster, candidatePair, held }: Tables & { readonly held: TableName },
): Promise<ReadonlySet<string>> {
  const rows = await database.rows(
    sql`
    select distinct l.canonical_id as "left", r.canonical_id as "right"
    from ${candidatePair} as pair
    join ${cluster} as l on l.entity_id = pair.left_id join ${cluster} as r on r.entity_id = pair.right_id
    where l.canonical_id in (select source_id from ${held}) and r.canonical_id in (select source_id from ${held})
      and list_sum(list_transform(list_filter(pair.reasons, lambda one: one.comparison not in ('account-number', 'same-organization')),
        lambda one: one.weight_mb)) > 0
    order by 1, 2`,
    { left: text, right: text },
  );
  return new Set(rows.flatMap(({ left, right }) => [`${left} ${right}`, `${right} ${left}`]));
}

/** Owners that are surely two, where nothing that is like the one is like the other. */
function apartOwners(
  { owners }: Target,
  undecided: ReadonlySet<string>,
  likenesses: Likenesses,
): { left: string; right: string }[] {
  const group = owners.map((_, index) => index);
  const apart: (readonly [number, number])[] = [];
  const groupOf = (index: number): number => (at(group, index) === index ? index : groupOf(at(group, index)));
  owners.forEach((left, one) => {
    owners.slice(one + 1).forEach((right, offset) => {
      const other = one + 1 + offset;
      const likeness = undecided.has(`${left.id} ${right.id}`) ? "alike" : likenesses.of(left, right);
      if (likeness === "alike") group[groupOf(other)] = groupOf(one);
      if (likeness === "apart") apart.push([one, other]);
    });
  });
  return apart
    .filter(([one, other]) => groupOf(one) !== groupOf(other))
    .flatMap(([one, other]) => {
      const [left, right] = [at(owners, one).id, at(owners, other).id];
      return [
        { left, right },
        { left: right, right: left },
      ];
    });
}
