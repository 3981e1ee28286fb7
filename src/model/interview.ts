/**
 * How a speaker knows what an answer says, in his own words: `saw` it or did it, was `told` it, `read` it, `guesses` it;
 * `unknown`: the sheet does not say, or not in words that are understood.
 */
export const interviewBases = ["saw", "told", "read", "guesses", "unknown"] as const;

export type InterviewBasis = (typeof interviewBases)[number];

/** Whether a text is one of the bases. */
export const isInterviewBasis = (text: string): text is InterviewBasis => interviewBases.some((each) => each === text);
