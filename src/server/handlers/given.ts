/** The parts of a question that are given: what is left out is as the case asks it. */
export const given = <Question extends object>(
  question: Question,
): { [Key in keyof Question]: Exclude<Question[Key], undefined> } =>
  Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Question]: Exclude<Question[Key], undefined>;
  };
