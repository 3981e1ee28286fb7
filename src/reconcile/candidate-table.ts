import { sql, type Sql, type TableName } from "../store/index.ts";

/** The weight from which two payments are likelier one than two. */
export const acceptMinMb = 1500;
/** What topics that go together can add at most. */
export const topicMaxMb = 5000;
// A pair this certain without its topics shows which topics go together.
const sureMinMb = 8000;
const usesMin = 4;

/**
 * topic_link(earlier_book, later_book, earlier_topic, later_topic): what the payments that are surely one in two books
 * are said to be for in each: so the case itself tells which words of one book mean which of another.
 */
export const topicLinkTable = (scored: TableName): Sql => sql`
  select earlier_book, later_book, earlier_topic, later_topic from ${scored}
  where is_sure and weight_mb >= ${sureMinMb} and earlier_topic is not null and later_topic is not null`;

/**
 * candidate(scored's columns, topic_mb): pairs of payments that are likelier one than two, what they are said to be for weighed in:
 * log2 of how much oftener the two topics meet in sure pairs than the later one does in all; a topic that few
 * pairs hold says nothing. Of those whose amounts differ also the less likely: they are weighed again when all others
 * are settled.
 */
export const candidateTable = (tables: { readonly scored: TableName; readonly topicLink: TableName }): Sql => sql`
  with both_use as (
    select earlier_book, later_book, earlier_topic, later_topic, count(*) as together from ${tables.topicLink}
    group by earlier_book, later_book, earlier_topic, later_topic),
  earlier_use as (
    select earlier_book, later_book, earlier_topic, count(*) as uses from ${tables.topicLink}
    group by earlier_book, later_book, earlier_topic having count(*) >= ${usesMin}),
  later_use as (
    select earlier_book, later_book, later_topic, count(*) as uses, sum(count(*)) over (partition by earlier_book, later_book) as pairs
    from ${tables.topicLink} group by earlier_book, later_book, later_topic),
  weighed as (
    select scored.*, least(${topicMaxMb}, coalesce(round(1000 * log2(
      (coalesce(together, 0) + 2.0 * later_use.uses / pairs) / (earlier_use.uses + 2.0) / (later_use.uses / pairs)))::integer, 0)) as topic_mb
    from ${tables.scored} as scored
    left join earlier_use using (earlier_book, later_book, earlier_topic)
    left join later_use on later_use.earlier_book = scored.earlier_book and later_use.later_book = scored.later_book
      and later_use.later_topic = scored.later_topic and later_use.uses >= ${usesMin}
    left join both_use on both_use.earlier_book = scored.earlier_book and both_use.later_book = scored.later_book
      and both_use.earlier_topic = scored.earlier_topic and both_use.later_topic = scored.later_topic)
  select * replace (weight_mb + topic_mb as weight_mb) from weighed
  where weight_mb + topic_mb >= ${acceptMinMb} or is_other_amount`;
