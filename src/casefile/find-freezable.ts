import { Refusal } from "../base/index.ts";
import type { FreezeAnswer } from "../network/index.ts";
import { nullable, sql, text } from "../store/index.ts";
import { standInsOf } from "../views/index.ts";
import type { OpenCase } from "./open-case.ts";

export type { Freezable, FreezeAnswer } from "../network/index.ts";

/** Where the money lies that a freeze would hold, at a day (ISO) or, where none is given, at that of the last payment or balance. A closed contact of a phone stands in the answer as words. */
export async function freezable(open: OpenCase, day: string | undefined): Promise<FreezeAnswer> {
  const { findFreezable } = await import("../network/index.ts");
  const at = day ?? (await lastDay(open));
  const answer = await findFreezable(open, { at, currency: open.settings.currency });
  if ("refusal" in answer) throw new Refusal(answer.refusal);
  const standIn = await standInsOf(
    open,
    answer.holders.map(({ holderId }) => holderId),
  );
  return { ...answer, holders: answer.holders.map((each) => ({ ...each, holderId: standIn(each.holderId) })) };
}

async function lastDay({ database, table, clock }: OpenCase): Promise<string> {
  const { day } = await database.row(
    sql`select greatest((select max(value_to) from ${table("flow")}),
        (select max(try_cast(left(value, 10) as date)) from ${table("statement")} where prop = 'balanceDate'))::varchar as day`,
    { day: nullable(text) },
  );
  return day ?? clock().toISOString().slice(0, 10);
}
