import { prepareProblem, type Prepared } from "../solve/block-set.ts";
import { expandTime } from "./expand-time.ts";
import type { TimedProblem } from "./timed-problem.ts";

/**
 * Prepares a network of payments for questions that keep to the order of time: every flow is one in which no money is
 * passed on before it came, and a blocked node is blocked at all times.
 */
export const prepareTimed = (timed: TimedProblem): Prepared =>
  prepareProblem(timed.problem, (rhoQuarters) => expandTime(timed, rhoQuarters));
