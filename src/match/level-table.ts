import { assert, at } from "../base/index.ts";
import { integer, makeTable, sql, text, type Database, type TableName } from "../store/index.ts";
import type { ComparisonJob } from "./compare-all.ts";
import type { Facet } from "./facets.ts";
import type { MatchWorkers } from "./match-workers.ts";

/** What is compared in one go: the pairs of nodes, the holdings and the values of one facet. */
export interface LevelInputs {
  readonly facet: Facet;
  readonly pair: TableName;
  readonly holding: TableName;
  readonly value: TableName;
  readonly workers: MatchWorkers;
}

/** So many pairs of values go to a worker at once: enough to pay for the message, few enough to share out evenly. */
const pairsPerJob = 20_000;

/**
 * level(one_no, other_no, level): how each distinct pair of values agrees that stands on two nodes of a pair; only
 * levels telling 0, the level of values that differ. Each distinct pair is compared once, and each value read once a job.
 */
export async function makeLevels(database: Database, inputs: LevelInputs): Promise<TableName> {
  const { pair, holding, value } = inputs;
  const { name, usualLevel, equalLevel } = inputs.facet;
  if (equalLevel !== undefined) {
    return makeTable(
      database,
      "match_level",
      sql`select value_no as one_no, value_no as other_no, ${equalLevel}::utinyint as level
        from ${value} where facet = ${name}`,
    );
  }
  const own = await makeTable(
    database,
    "match_own",
    sql`select node_no, value_no from ${holding} join ${value} using (value_no) where facet = ${name}`,
  );
  const level = await database.temporary("match_level", "one_no integer, other_no integer, level utinyint");
  const values = await database.rows(
    sql`select value_no as "no", value as "text", scope from ${value} where facet = ${name} order by value_no`,
    { no: integer, text, scope: text },
  );
  // One list for each job: an ordered list of a value's partners holds 40 kB once it passes 16, times each value.
  const partners = await database.rows(
    sql`select string_agg(one_no, ' ' order by place) as ones, string_agg(other_no, ' ' order by place) as others
      from (select *, row_number() over (order by one_no, other_no) - 1 as place
        from (select distinct least(one.value_no, other.value_no) as one_no, greatest(one.value_no, other.value_no) as other_no
          from ${pair} join ${own} as one on one.node_no = left_no join ${own} as other on other.node_no = right_no))
      group by place // ${pairsPerJob} order by min(place)`,
    { ones: text, others: text },
  );
  const positions = new Map(values.map(({ no }, index) => [no, index]));
  const jobs = makeJobs(name, partners, (no) => at(values, positions.get(no) ?? -1));
  await inputs.workers.run(jobs, async (answer, job) => {
    assert(answer.kind === "compare", "a comparison answers with levels");
    const { levels } = answer;
    const telling = [...levels.keys()].filter((index) => levels[index] !== usualLevel);
    await database.append(level, {
      one_no: telling.map((index) => at(job.valueNos, at(job.left, index))),
      other_no: telling.map((index) => at(job.valueNos, at(job.right, index))),
      level: telling.map((index) => at(levels, index)),
    });
  });
  return level;
}

interface NumberedJob extends ComparisonJob {
  /** The number of the value at each position of `texts`. */
  readonly valueNos: readonly number[];
}

function* makeJobs(
  facet: string,
  partners: readonly { readonly ones: string; readonly others: string }[],
  valueOf: (no: number) => { readonly text: string; readonly scope: string },
): Generator<NumberedJob> {
  for (const { ones, others } of partners) {
    const job = new JobBuilder(facet, valueOf);
    const right = others.split(" ");
    for (const [index, one] of ones.split(" ").entries()) job.add(Number(one), Number(at(right, index)));
    yield job.build();
  }
}

class JobBuilder {
  readonly #facet: string;
  readonly #valueOf: (no: number) => { readonly text: string; readonly scope: string };
  readonly #positions = new Map<number, number>();
  readonly #left: number[] = [];
  readonly #right: number[] = [];

  constructor(facet: string, valueOf: (no: number) => { readonly text: string; readonly scope: string }) {
    this.#facet = facet;
    this.#valueOf = valueOf;
  }

  add(one: number, other: number): void {
    this.#left.push(this.#position(one));
    this.#right.push(this.#position(other));
  }

  build(): NumberedJob {
    const valueNos = [...this.#positions.keys()];
    const values = valueNos.map(this.#valueOf);
    return {
      kind: "compare",
      facet: this.#facet,
      texts: values.map(({ text }) => text),
      scopes: values.map(({ scope }) => scope),
      left: Int32Array.from(this.#left),
      right: Int32Array.from(this.#right),
      valueNos,
    };
  }

  #position(no: number): number {
    const known = this.#positions.get(no);
    if (known !== undefined) return known;
    this.#positions.set(no, this.#positions.size);
    return this.#positions.size - 1;
  }
}
