import { at } from "../base/index.ts";
import {
  integer,
  makeTable,
  sql,
  type Database,
  type Stage,
  type StageContext,
  type TableName,
} from "../store/index.ts";
import { alikeTable, duplicateTable } from "./duplicate-table.ts";
import { alikePartyTable } from "./alike-party-table.ts";
import { betweenTable } from "./between-table.ts";
import { scoredTable } from "./scored-table.ts";
import { otherAmountLinks } from "./other-amount-links.ts";
import { decisionTable } from "./decision-table.ts";
import { findSplits, makeGrouped } from "./find-splits.ts";
import { groupMentions, type MentionGroups, type PaymentLink } from "./group-mentions.ts";
import { readBookAmounts } from "./book-amounts.ts";
import { confirmedNos, makeParts, partLinks } from "./make-parts.ts";
import { makeMet } from "./make-met.ts";
import { mentionTable, movedTable, saidTable } from "./mention-table.ts";
import { readLinks } from "./read-links.ts";
import { settleSplits, type Membership } from "./settle-splits.ts";
import { candidateTable, topicLinkTable } from "./candidate-table.ts";
import { wordedLinks, type WordedLinks } from "./worded-links.ts";
import { endFormTable, holderTable, plainTable, usedTable, weighedTable } from "./weighed-table.ts";

/**
 * Finds which Payment entities are mentions of one real payment: rows told twice in one hand-over, one payment in the
 * books of several, a payment in parts, two payments in one. Each mention gets its payment (two if it joins two), named
 * by the mention of the earliest hand-over, then the smallest entity id; `joined_by` says by which rule or judgement,
 * and is null for the mention that gives the name.
 */
export const reconcileStage: Stage = {
  name: "reconcile",
  codeVersion: "14",
  reads: ["statement", "occurrence", "candidate_pair", "cluster", "judgement", "dataset", "rate"],
  writes: ["payment"],
  run: async (context) => {
    const inputs = await makeInputs(context);
    context.progress(1, 4, "payments");
    const rows = inputs.books > 1 ? await matchBooks(context, inputs) : await joinWithinBook(context.database, inputs);
    await writePayments(context, inputs.mention, rows);
    context.progress(4, 4, "payments");
  },
};

interface Inputs {
  readonly mention: TableName;
  readonly decision: TableName;
  readonly alike: TableName;
  readonly duplicate: TableName;
  readonly weighed: TableName;
  readonly alikeParty: TableName;
  readonly mentions: number;
  readonly books: number;
}

async function makeInputs({ database, table, settings }: StageContext): Promise<Inputs> {
  const [statement, dataset, occurrence] = [table("statement"), table("dataset"), table("occurrence")];
  const said = await makeTable(database, "reconcile_said", saidTable({ statement, dataset }));
  const between = await makeTable(database, "reconcile_between", betweenTable({ statement, occurrence, said }));
  const mention = await makeTable(
    database,
    "reconcile_mention",
    mentionTable({
      said,
      between,
      moved: await makeTable(database, "reconcile_moved", movedTable(table("cluster"))),
      rate: table("rate"),
      caseCurrency: settings.currency,
    }),
  );
  const decision = await makeTable(
    database,
    "reconcile_decision",
    decisionTable({ judgement: table("judgement"), mention }),
  );
  const alike = await makeTable(database, "reconcile_alike", alikeTable(mention));
  const duplicate = await makeTable(database, "reconcile_duplicate", duplicateTable({ mention, alike, decision }));
  const size = await database.row(
    sql`select count(*) as mentions, count(distinct dataset_no) as books from ${mention}`,
    { mentions: integer, books: integer },
  );
  const weighed = size.books > 1 ? await makeWeighed(database, { statement, mention, between, duplicate }) : mention;
  const alikeParty = await makeTable(
    database,
    "reconcile_alike_party",
    alikePartyTable({ candidatePair: table("candidate_pair"), cluster: table("cluster") }),
  );
  return { mention, decision, alike, duplicate, weighed, alikeParty, ...size };
}

async function makeWeighed(
  database: Database,
  tables: {
    readonly statement: TableName;
    readonly mention: TableName;
    readonly between: TableName;
    readonly duplicate: TableName;
  },
): Promise<TableName> {
  const endForm = await makeTable(database, "reconcile_end_form", endFormTable(tables));
  const used = await makeTable(database, "reconcile_used", usedTable({ ...tables, endForm }));
  const holder = await makeTable(database, "reconcile_holder", holderTable(used));
  const plain = await makeTable(database, "reconcile_plain", plainTable({ ...tables, endForm, holder }));
  return makeTable(database, "reconcile_weighed", weighedTable(plain));
}

async function joinWithinBook(database: Database, inputs: Inputs): Promise<Membership[]> {
  const links = await decidedLinks(database, inputs);
  const books = await readBookAmounts(database, inputs);
  return memberships(groupMentions(books, links, await readDifferent(database, inputs)), []);
}

/**
 * Joins what agrees, then the parts of one payment that a book shows, then these as a whole with another book's payment,
 * then rows that another book shows once, then sums of others, and only then payments alike in all but the amount: a part
 * would else be taken for the whole with another amount.
 */
async function matchBooks({ database, progress }: StageContext, inputs: Inputs): Promise<Membership[]> {
  const books = await readBookAmounts(database, inputs);
  const { datasets } = books;
  const different = await readDifferent(database, inputs);
  const group = (links: readonly PaymentLink[]): MentionGroups => groupMentions(books, links, different);
  const decided = await decidedLinks(database, inputs);
  const { candidate: singles, topicLink } = await makeCandidates(database, inputs);
  const worded = await wordedLinks(database, inputs);
  const agreed = [...decided, ...(await agreedLinks(database, singles)).filter(isSaid(worded)), ...worded.links];
  progress(2, 4, "payments");
  const parts = await makeParts(
    database,
    { weighed: inputs.weighed, topicLink, alikeParty: inputs.alikeParty },
    await confirmedNos(database, singles, { datasets, ...group(agreed) }),
  );
  const whole = [
    ...(await partLinks(database, parts.part)),
    ...agreed,
    ...(await agreedLinks(database, parts.candidate)),
  ];
  const links = [...whole, ...(await twinLinks(database, inputs, { datasets, matched: group(whole) }))];
  const matched = group(links);
  const pairs = {
    weighed: inputs.weighed,
    grouped: await makeGrouped(database, matched),
    candidates: [singles, parts.candidate],
  };
  const settled = settleSplits(await findSplits(database, { ...parts, ...pairs }, matched), matched.mayJoin);
  progress(3, 4, "payments");
  const isTaken = inSplits(settled);
  const others = (await readLinks(database, otherAmountLinks(pairs))).filter(
    ({ left, right }) => !isTaken(at(matched.first, left)) && !isTaken(at(matched.first, right)),
  );
  return memberships(group([...links, ...others]), settled);
}

/** Of two payments that name no end, equal amounts of one day say little where the books tell what the purpose weighs. */
const isSaid =
  ({ nos }: WordedLinks) =>
  ({ left, right, joinedBy }: PaymentLink): boolean =>
    !nos.has(left) || !nos.has(right) || joinedBy.endsWith("same transaction number");

function inSplits(settled: readonly Membership[]): (no: number) => boolean {
  const taken = new Set(settled.flatMap(({ no, paymentNo }) => [no, paymentNo]));
  return (no) => taken.has(no);
}

async function readDifferent(database: Database, { decision }: Inputs): Promise<(readonly [number, number])[]> {
  const rows = await database.rows(
    sql`select left_no as "left", right_no as "right" from ${decision}
      where decision = 'different' order by judgement_no`,
    { left: integer, right: integer },
  );
  return rows.map(({ left, right }) => [left, right] as const);
}

/** Decisions first, the later before the earlier; then rows told twice. */
async function decidedLinks(database: Database, { decision, duplicate }: Inputs): Promise<PaymentLink[]> {
  return readLinks(
    database,
    sql`
    select left_no as "left", right_no as "right", joined_by as "joinedBy", true as "isWithinBook", false as "isAmountUnsaid"
    from (
      select left_no, right_no, 'judgement ' || judgement_no as joined_by, judgement_no
      from ${decision} where decision = 'same'
      union all select keep_no, no, joined_by, null from ${duplicate})
    order by judgement_no desc nulls last, left_no, right_no`,
  );
}

async function makeCandidates(
  database: Database,
  { weighed, alikeParty }: Inputs,
): Promise<{ readonly candidate: TableName; readonly topicLink: TableName }> {
  const met = await makeMet(database, weighed);
  const scored = await makeTable(database, "reconcile_scored", scoredTable({ weighed, met, alikeParty }));
  const topicLink = await makeTable(database, "reconcile_topic_link", topicLinkTable(scored));
  const candidate = await makeTable(database, "reconcile_candidate", candidateTable({ scored, topicLink }));
  return { candidate, topicLink };
}

const agreedLinks = (database: Database, candidate: TableName): Promise<PaymentLink[]> =>
  readLinks(
    database,
    sql`select earlier_no as "left", later_no as "right", joined_by as "joinedBy", false as "isWithinBook",
        not is_sure as "isAmountUnsaid"
      from ${candidate} where not is_other_amount order by weight_mb desc, earlier_no, later_no`,
  );

/** Rows alike in everything, of which another book shows fewer: what it does not show is the same row again. */
async function twinLinks(
  database: Database,
  { alike, duplicate }: Inputs,
  { datasets, matched }: { readonly datasets: Int32Array; readonly matched: MentionGroups },
): Promise<PaymentLink[]> {
  const rows = await database.rows(
    sql`select no, first_no as "firstNo" from ${alike} where no not in (select no from ${duplicate})
      order by first_no, no`,
    { no: integer, firstNo: integer },
  );
  const isShown = shownElsewhere(datasets, matched);
  const shown = new Map<number, number>();
  for (const { no, firstNo } of rows) if (isShown(no) && !shown.has(firstNo)) shown.set(firstNo, no);
  return rows.flatMap(({ no, firstNo }) => {
    const left = shown.get(firstNo);
    if (left === undefined || isShown(no)) return [];
    return [
      {
        left,
        right: no,
        joinedBy: "rule: same row, another book shows it once",
        isWithinBook: true,
        isAmountUnsaid: false,
      },
    ];
  });
}

/** Whether a mention's payment is shown by a second book. */
function shownElsewhere(datasets: Int32Array, { first }: MentionGroups): (no: number) => boolean {
  const shown = new Set<number>();
  first.forEach((head, no) => {
    if (head !== no && at(datasets, head) !== at(datasets, no)) shown.add(head);
  });
  return (no) => shown.has(at(first, no));
}

/** Every mention that does not stand alone under its own name, with its payments. */
function memberships(groups: MentionGroups, settled: readonly Membership[]): Membership[] {
  const bySplit = new Map<number, Membership[]>();
  for (const one of settled) bySplit.set(one.no, [...(bySplit.get(one.no) ?? []), one]);
  const rows: Membership[] = [];
  groups.first.forEach((head, no) => {
    const moved = bySplit.get(head);
    const joinedBy = groups.joinedBy.get(no) ?? "";
    if (moved) for (const one of moved) rows.push({ ...one, no, joinedBy: no === head ? one.joinedBy : joinedBy });
    else if (head !== no) rows.push({ no, paymentNo: head, joinedBy });
  });
  return rows;
}

async function writePayments(
  { database, table, write }: StageContext,
  mention: TableName,
  rows: readonly Membership[],
): Promise<void> {
  const joined = await database.temporary("reconcile_joined", "no integer, payment_no integer, joined_by varchar");
  await database.append(joined, {
    no: rows.map((row) => row.no),
    payment_no: rows.map((row) => row.paymentNo),
    joined_by: rows.map((row) => row.joinedBy),
  });
  const payments = sql`
    insert into ${table("payment")}
    select coalesce(head.entity_id, mention.entity_id), mention.entity_id, mention.dataset_no, joined.joined_by
    from ${mention} as mention
    left join ${joined} as joined using (no)
    left join ${mention} as head on head.no = joined.payment_no
    order by mention.no, joined.payment_no`;
  await write(() => database.run(payments));
}
