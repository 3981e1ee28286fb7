import { at } from "../../base/index.ts";
import { integer, sql, text } from "../../store/index.ts";
import type { Prepared } from "../solve/block-set.ts";
import type { BlockRequest } from "../answer/block-request.ts";
import type { Coverage } from "../answer/coverage.ts";
import { effectOf } from "../answer/explain-set.ts";
import type { AskedAgain, Question } from "../answer/explanation.ts";
import { putQuestion, type PutQuestion } from "../answer/put-question.ts";
import { solveBudgets, type BlockRun, type BudgetAnswer } from "../answer/solve-all.ts";
import type { Solver } from "../solve/solver.ts";
import { makeAllowance, type Allowance } from "./allowance.ts";
import { withoutHandOvers } from "./without-hand-overs.ts";
import type { BlockSource } from "../answer/write-rows.ts";

/** A question with one thing changed, and what that thing is. */
interface Variant extends Question {
  readonly sourceOf: () => BlockSource | Promise<BlockSource>;
  readonly request: BlockRequest;
}

/** What the first question came to. */
interface Asked extends PutQuestion {
  readonly answers: readonly BudgetAnswer[];
  readonly coverage: Coverage;
}

/** All questions that are asked again may take so many usual seconds together, of those that the first may take. */
const secondsAgain = 10;

/**
 * Asks the question of the largest budget again with one thing changed: without the payments that may be slips, without
 * what each source alone says, without what came with the latest hand-over, and with everybody proposed whom a list or
 * the reach of authorities keeps out; where it keeps to the order of time, without that order first. Each time: what the advice does there, and what would be advised. A payment that
 * another source tells too stays, at the amount that it has. All are asked in this order for as long as counted steps
 * allow, so that the same case gives the same rows on every machine; which were not asked is said. None is, where the
 * question itself was cut short: there would be nothing sure to compare with.
 */
export async function askAgain(
  source: BlockSource,
  request: BlockRequest,
  { run, asked }: { readonly run: BlockRun & { readonly solver: Solver }; readonly asked: Asked },
): Promise<{ readonly again: readonly AskedAgain[]; readonly notAsked: readonly Question[] }> {
  const isSure = !asked.answers.some(({ answer }) => answer.isCutShort);
  const allowance = makeAllowance(isSure ? Math.min(secondsAgain, request.timeLimitSeconds) : 0);
  const again: AskedAgain[] = [];
  const notAsked: Question[] = [];
  for (const variant of await variantsOf(source, request, asked)) {
    const canAsk = allowance.secondsLeft() > 0 && !run.stop?.aborted;
    const found = canAsk ? await askVariant(variant, asked, { ...run, allowance }) : undefined;
    if (found) again.push(found);
    else notAsked.push({ about: variant.about, label: variant.label });
  }
  return { again, notAsked };
}

async function variantsOf(source: BlockSource, request: BlockRequest, asked: Asked): Promise<Variant[]> {
  const { outsized } = asked.coverage;
  const variants: Variant[] = [];
  const sourceOf = (): BlockSource => source;
  if (asked.inTime) {
    const undated = request.between === null ? asked.inTime.counts.withoutDate : 0;
    variants.push({ about: "order", label: String(undated), sourceOf, request: { ...request, inTime: null } });
  }
  if (outsized.payments > 0)
    variants.push({
      about: "outsized",
      label: String(outsized.payments),
      sourceOf,
      request: { ...request, amountMaxMinor: Number(outsized.aboveMinor) },
    });
  for (const { label, datasets } of await latestHandOver(source))
    variants.push({ about: "hand-over", label, sourceOf: () => withoutHandOvers(source, "latest", datasets), request });
  for (const [index, { label, datasets }] of (await sourcesOfPayments(source)).entries())
    variants.push({
      about: "source",
      label,
      sourceOf: () => withoutHandOvers(source, `source_${index}`, datasets),
      request,
    });
  if ([...asked.notProposed.values()].some((why) => why === "listed" || why === "out of reach"))
    variants.push({
      about: "everybody",
      label: "",
      sourceOf,
      request: { ...request, reach: [], proposesListed: true },
    });
  return variants;
}

interface Told {
  readonly label: string;
  readonly datasets: readonly number[];
}

/** The sources of payments, where there are several, called by what they handed over. */
async function sourcesOfPayments({ database, table }: BlockSource): Promise<Told[]> {
  const told = await toldBy(
    database.rows(
      sql`with telling as (
          select dataset, dataset_no, source_id from ${table("dataset")}
          semi join (select dataset_no from ${table("payment")}) using (dataset_no)),
        called as (
          select source_id, string_agg(distinct dataset, ', ' order by dataset) as label from telling group by source_id)
        select label, dataset_no as "datasetNo" from telling join called using (source_id) order by label, dataset_no`,
      { label: text, datasetNo: integer },
    ),
  );
  return told.length > 1 ? told : [];
}

/** The latest of several hand-overs that tell of payments. */
async function latestHandOver({ database, table }: BlockSource): Promise<Told[]> {
  const told = await toldBy(
    database.rows(
      sql`with telling as (
          select dataset, dataset_no, hand_over_no from ${table("dataset")}
          semi join (select dataset_no from ${table("payment")}) using (dataset_no))
        select dataset as label, dataset_no as "datasetNo" from telling
        where hand_over_no = (select max(hand_over_no) from telling) and hand_over_no > (select min(hand_over_no) from telling)
        order by label, dataset_no`,
      { label: text, datasetNo: integer },
    ),
  );
  return told.length === 0
    ? []
    : [{ label: told.map(({ label }) => label).join(", "), datasets: told.flatMap(({ datasets }) => datasets) }];
}

async function toldBy(
  rows: Promise<readonly { readonly label: string; readonly datasetNo: number }[]>,
): Promise<Told[]> {
  const byLabel = new Map<string, number[]>();
  for (const { label, datasetNo } of await rows) byLabel.set(label, [...(byLabel.get(label) ?? []), datasetNo]);
  return [...byLabel].map(([label, datasets]) => ({ label, datasets }));
}

async function askVariant(
  { about, label, sourceOf, request }: Variant,
  asked: Asked,
  run: BlockRun & { readonly solver: Solver; readonly allowance: Allowance },
): Promise<AskedAgain | undefined> {
  const put = await putQuestion(await sourceOf(), request);
  if ("refusal" in put) return undefined;
  const { prepared } = put;
  const advised = adviceOf(asked.answers, request.budget).map((node) => at(asked.prepared.problem.nodeIds, node));
  const kept = membersIn(prepared, advised);
  // The advice is what is best at the largest factor: the others would only choose among equals.
  const answers = await solveBudgets(
    prepared,
    { ...request, rhoQuarters: [Math.max(...request.rhoQuarters)], timeLimitSeconds: 2 * run.allowance.secondsLeft() },
    { ...run, isCounted: true, from: request.budget, hints: [kept] },
  );
  run.allowance.charge(prepared.meter);
  const members = adviceOf(answers, request.budget);
  const known = new Set(prepared.problem.nodeIds);
  const best = members.map((node) => at(prepared.problem.nodeIds, node));
  return {
    about,
    label,
    canFlow: effectOf(prepared, 4, []).canFlow,
    members: best,
    effects: request.rhoQuarters.map((rho) => effectOf(prepared, rho, members)),
    ofAdvice: request.rhoQuarters.map((rho) => effectOf(prepared, rho, kept)),
    ofMembersHere: request.rhoQuarters.map((rho) => effectOf(asked.prepared, rho, membersIn(asked.prepared, best))),
    notThere: advised.filter((id) => !known.has(id)),
    isCutShort: answers.some(({ answer }) => answer.isCutShort),
  };
}

const adviceOf = (answers: readonly BudgetAnswer[], asked: number): readonly number[] =>
  answers.find(({ budget, rhoQuarters }) => budget === asked && rhoQuarters === 0)?.answer.members ?? [];

function membersIn({ problem }: Prepared, ids: readonly string[]): number[] {
  const wanted = new Set(ids);
  return [...problem.nodeIds.keys()].filter((node) => wanted.has(at(problem.nodeIds, node)));
}
