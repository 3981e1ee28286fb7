import { descendantsOf, isMailForm } from "../model/index.ts";
import { sql, tableName, type Sql } from "../store/index.ts";
import { isPhoneFile } from "./forms/form-values.ts";
import type { IntakeTarget } from "./statements/index.ts";

/**
 * Enters the people of a phone's file, and those who write or get its e-mail, as bystanders. Who is named as an end of its payments and
 * nothing more is a party to money and no contact; who has a telephone number or an e-mail address there is one.
 */
export async function writeBystanders(target: IntakeTarget): Promise<void> {
  const { member } = target;
  if (target.isBystanders ?? (isPhoneFile(member) || isMailForm(member.form)))
    await target.database.run(insertBystanders(target));
}

const insertBystanders = ({ datasetNo, batchNo, fileNo }: IntakeTarget): Sql => sql`
  with own as (
    select entity_id, schema, prop, prop_type, value from ${tableName("held", "statement")}
    where batch_no = ${batchNo} and statement_id in (
      select statement_id from ${tableName("held", "occurrence")} where batch_no = ${batchNo} and file_no = ${fileNo})),
  paid as (
    select value as entity_id from own
    where prop_type = 'entity' and schema in (select unnest(${descendantsOf("Payment")}))),
  reached as (
    select entity_id from own
    where prop in ('phone', 'email') or prop = 'notes' and (starts_with(value, 'phone: ') or starts_with(value, 'email: ')))
  insert into ${tableName("held", "bystander")}
  select distinct ${datasetNo}, entity_id, ${batchNo} from own
  where schema in ('Person', 'LegalEntity')
    and (entity_id not in (select entity_id from paid) or entity_id in (select entity_id from reached))
    and entity_id not in (select entity_id from ${tableName("held", "bystander")} where batch_no = ${batchNo})`;
