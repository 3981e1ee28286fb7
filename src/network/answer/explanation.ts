import type { Coverage } from "./coverage.ts";
import type { DateCounts } from "./dated-payments.ts";

/** What a block set rests on, as the column `explanation` holds it. Ids are canonical; amounts are minor units of the case currency. */
export interface Explanation {
  /** How starts and ends were chosen, in words. */
  readonly ends: string;
  readonly coverage: Coverage;
  /** Why no set was sought; null where one was. */
  readonly refusal: string | null;
  /** What this very set does at each reroute factor of the question. */
  readonly effects: readonly Effect[];
  readonly members: readonly MemberExplanation[];
  /** Channels that would carry more than was seen after the block, largest excess first; at most five. */
  readonly anotherWay: readonly {
    readonly payer: string;
    readonly payee: string;
    readonly seen: number;
    readonly wouldCarry: number;
  }[];
  /** The question of the largest budget once more, with one thing changed each time. */
  readonly again: readonly AskedAgain[];
  /** Of these questions, those that were not asked: those before took all that is allowed, or the amounts cannot be summed. */
  readonly notAsked: readonly Question[];
  /** How many on a way from a start to an end are not proposed, by why. */
  readonly notProposed: Readonly<Record<string, number>>;
  /** What keeping to the order of time takes away; null where the question does not keep to it. */
  readonly inTime: InTime | null;
  /** Other sets that were met and strand at least 99 % as much; not a complete list. */
  readonly alternatives: readonly { readonly members: readonly string[]; readonly residual: number }[];
  /** True where the time limit ended the search. */
  readonly isCutShort: boolean;
}

/** A question in the order of time: what it could not place in time, and what could flow on the same payments in any order. */
export interface InTime extends DateCounts {
  readonly leastStayDays: number;
  readonly canFlowInAnyOrder: number;
}

/** The question with one thing changed: what the advice does there, and what would be advised. */
export interface AskedAgain extends Question {
  readonly canFlow: number;
  readonly members: readonly string[];
  readonly effects: readonly Effect[];
  /** What the advice of the whole does there. */
  readonly ofAdvice: readonly Effect[];
  /** What its members do in the question as it was first asked, as far as they stand in it. */
  readonly ofMembersHere: readonly Effect[];
  /** Of the advice, who is then on no way from a start to an end. */
  readonly notThere: readonly string[];
  readonly isCutShort: boolean;
}

/** Which question is asked again. */
export interface Question {
  /** What is changed: payments out of all proportion left out, those that one source or the latest hand-over alone tells, nobody kept out for a list or for reach, or payments counted in any order, dated or not. */
  readonly about: "outsized" | "source" | "hand-over" | "everybody" | "order";
  /** How many payments are left out, or of those without a date come in; or the hand-overs of the source, or the latest. */
  readonly label: string;
}

/** At rho 1 what is stranded is stopped at once; above it is what can no longer get through. */
export interface Effect {
  readonly rhoQuarters: number;
  readonly canFlow: number;
  readonly residual: number;
  readonly stranded: number;
}

/** One blocked node. */
export interface MemberExplanation {
  readonly id: string;
  /** No book says a name: known by an account alone. */
  readonly isUnnamed: boolean;
  /** Lists on which it stands already. */
  readonly lists: readonly string[];
  /** What one largest flow sends through it as seen, nothing blocked. */
  readonly carries: number;
  /** What blocking it alone strands at each reroute factor. */
  readonly alone: readonly Effect[];
  /** What would be stranded less without it in the set, at the set's reroute factor. */
  readonly marginal: number;
  /** Who would carry what it carries, within the seen limits: the three that gain most. */
  readonly takenOverBy: readonly { readonly id: string; readonly amount: number }[];
  /** Money that it was seen to move off every way from a start to an end. */
  readonly collateral: number;
  /** Joins of entities on which it hangs: how many, and the first fifty by entity id. */
  readonly joinCount: number;
  readonly joins: readonly { readonly left: string; readonly right: string; readonly by: string }[];
}
