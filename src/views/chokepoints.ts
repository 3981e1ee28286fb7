import { z } from "zod";
import { parseCanonicalId } from "../model/index.ts";
import { bigInteger, hex, integer, sql, text, textList, type Sql } from "../store/index.ts";
import type { Reader } from "./reader.ts";

const minor = z.number().int();
const effect = z.object({ rhoQuarters: z.number().int(), canFlow: minor, residual: minor, stranded: minor });

const question = {
  about: z.enum(["outsized", "source", "hand-over", "everybody", "order"]),
  label: z.string(),
};

/** The column `explanation`, as far as it is shown: amounts in minor units of the case currency, ids canonical. */
const explanation = z.object({
  ends: z.string(),
  refusal: z.string().nullable(),
  isCutShort: z.boolean(),
  effects: z.array(effect),
  members: z.array(
    z.object({
      id: z.string().transform(parseCanonicalId),
      isUnnamed: z.boolean(),
      lists: z.array(z.string()),
      carries: minor,
      marginal: minor,
      takenOverBy: z.array(z.object({ id: z.string(), amount: minor })),
      collateral: minor,
      joinCount: z.number().int(),
      joins: z.array(z.object({ left: z.string(), right: z.string(), by: z.string() })),
    }),
  ),
  anotherWay: z.array(z.object({ payer: z.string(), payee: z.string(), seen: minor, wouldCarry: minor })),
  /** Payments out of all proportion, which one slip of a pen may have made, and the advice without them. */
  coverage: z
    .object({
      withoutEndOrAmount: z.number().int(),
      outsideWindow: z.number().int(),
      seenMinor: z.string(),
      outsized: z.object({ payments: z.number().int(), minor: z.string() }),
      withoutRate: z.array(z.object({ payments: z.number().int() })),
    })
    .partial()
    .optional(),
  /** The question with one thing changed each time. */
  again: z
    .array(
      z.object({
        ...question,
        canFlow: minor,
        members: z.array(z.string()),
        effects: z.array(effect),
        ofAdvice: z.array(effect),
        ofMembersHere: z.array(effect).default([]),
        notThere: z.array(z.string()),
        isCutShort: z.boolean(),
      }),
    )
    .default([]),
  /** Those of them that were not asked; an earlier program only counted them. */
  notAsked: z
    .array(z.object(question))
    .or(z.number().transform(() => []))
    .default([]),
  notProposed: z.record(z.string(), z.number().int()).default({}),
  /** Set where the question keeps to the order of time. */
  inTime: z
    .object({
      withoutDate: z.number().int(),
      withoutDateMinor: z.string(),
      imprecise: z.number().int(),
      leastStayDays: z.number().int(),
      canFlowInAnyOrder: minor,
    })
    .nullable()
    .default(null),
  alternatives: z.array(z.object({ members: z.array(z.string()), residual: minor })),
});

/** One answered question: who to block, what can flow before and after, how well it is proved, and what it hangs on. */
export interface BlockSetLine {
  readonly id: string;
  readonly question: string;
  readonly budget: number;
  /** 0: the advice over the whole reroute list. */
  readonly rhoQuarters: number;
  readonly members: readonly string[];
  readonly baselineMinor: bigint;
  readonly residualMinor: bigint;
  readonly boundMinor: bigint;
  readonly proof: string;
  readonly certificate: string;
  readonly explanation: z.infer<typeof explanation>;
}

/** Every block set of the case, by budget and reroute factor. */
export async function blockSets(reader: Reader): Promise<BlockSetLine[]> {
  const rows = await reader.database.rows(
    sql`select block_set_id as id, question::varchar as question, budget, rho_quarters as "rhoQuarters", members,
      baseline_minor as "baselineMinor", residual_minor as "residualMinor", bound_minor as "boundMinor", proof,
      certificate::varchar as certificate, explanation::varchar as explanation
    from ${reader.table("block_set")} order by budget, rho_quarters, block_set_id`,
    {
      id: hex,
      question: text,
      budget: integer,
      rhoQuarters: integer,
      members: textList,
      baselineMinor: bigInteger,
      residualMinor: bigInteger,
      boundMinor: bigInteger,
      proof: text,
      certificate: text,
      explanation: text,
    },
  );
  return rows.map((row) => ({ ...row, explanation: readExplanation(row.explanation) }));
}

/** Reads the text of an explanation as `block_set` holds it. */
export const readExplanation = (json: string): BlockSetLine["explanation"] => explanation.parse(JSON.parse(json));

/** advised(members): the members of the default advice, as {@link advisedSet} chooses it. */
export const advisedMembers = (reader: Reader): Sql => sql`
  select members from ${reader.table("block_set")}
  order by rho_quarters = 0 desc, budget desc, rho_quarters desc, block_set_id desc limit 1`;

/** The default advice: over the whole reroute list for the largest budget. */
export const advisedSet = (sets: readonly BlockSetLine[]): BlockSetLine | undefined =>
  sets
    .filter((set) => set.rhoQuarters === 0)
    .toSorted((left, right) => left.budget - right.budget)
    .at(-1) ?? sets.at(-1);

/** The advice without the payments that are out of all proportion and may be slips of a pen, where there are such. */
export const withoutSlips = ({
  explanation: { again },
}: BlockSetLine): BlockSetLine["explanation"]["again"][number] | undefined =>
  again.find(({ about }) => about === "outsized");

const questionShape = z.object({ withhold: z.array(z.string()).default([]) });

/** The hand-overs on which nothing of a set rests, by name. */
export const withheldOf = ({ question }: BlockSetLine): readonly string[] =>
  questionShape.parse(JSON.parse(question)).withhold;
