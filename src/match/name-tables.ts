import { assert, at } from "../base/index.ts";
import { integer, sql, text, type Database, type TableName } from "../store/index.ts";
import type { MatchWorkers } from "./match-workers.ts";
import { nameRule } from "./blocking-rules.ts";
import type { NameJob } from "./read-names.ts";

/** What is read from names. */
export interface NameTables {
  /** name_key(value_no, rule, blocking_key). */
  readonly nameKey: TableName;
  /** name_part(value_no, part): keys of parts of people's names. */
  readonly namePart: TableName;
  /** name_feature(value_no, is_company, frequency_ppb): whether a name looks like a company's, and how common it is. */
  readonly nameFeature: TableName;
}

const namesPerJob = 4000;

/** Reads each distinct name once. */
export async function makeNameTables(database: Database, value: TableName, workers: MatchWorkers): Promise<NameTables> {
  const nameKey = await database.temporary("match_name_key", "value_no integer, rule utinyint, blocking_key varchar");
  const namePart = await database.temporary("match_name_part", "value_no integer, part varchar");
  const nameFeature = await database.temporary(
    "match_name_feature",
    "value_no integer, is_company boolean, frequency_ppb integer",
  );
  const names = await database.rows(
    sql`select value_no as "no", value as "text", scope from ${value} where facet = 'name' order by value_no`,
    { no: integer, text, scope: text },
  );
  await workers.run(makeJobs(names), async (answer, job) => {
    assert(answer.kind === "names", "names are answered with their features");
    const owners = answer.keys.flatMap((keys, index) => keys.map(() => at(job.valueNos, index)));
    await database.append(nameKey, {
      value_no: owners,
      rule: owners.map(() => nameRule),
      blocking_key: answer.keys.flat(),
    });
    await database.append(namePart, {
      value_no: answer.parts.flatMap((parts, index) => parts.map(() => at(job.valueNos, index))),
      part: answer.parts.flat(),
    });
    await database.append(nameFeature, {
      value_no: job.valueNos,
      is_company: answer.looksLikeCompany,
      frequency_ppb: answer.frequencyPpb,
    });
  });
  return { nameKey, namePart, nameFeature };
}

interface NumberedNames extends NameJob {
  readonly valueNos: readonly number[];
}

function* makeJobs(
  names: readonly { readonly no: number; readonly text: string; readonly scope: string }[],
): Generator<NumberedNames> {
  for (let from = 0; from < names.length; from += namesPerJob) {
    const some = names.slice(from, from + namesPerJob);
    yield {
      kind: "names",
      texts: some.map(({ text }) => text),
      scopes: some.map(({ scope }) => scope),
      valueNos: some.map(({ no }) => no),
    };
  }
}
