const words: Readonly<Record<string, string>> = {
  same: "written alike",
  spelling: "another writing",
  patronymic: "without the father's name",
};

/** How words in a text are a writing of a name. */
export const tierWords = (tier: string): string => words[tier] ?? tier;
