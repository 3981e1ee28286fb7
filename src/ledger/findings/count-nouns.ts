/** Nouns that can count the same things. */
const synonyms: Readonly<Record<string, string>> = {
  laptop: "computer",
  notebook: "computer",
  diesel: "engine",
  motor: "engine",
  man: "person",
  woman: "person",
  men: "person",
  women: "person",
  people: "person",
  sailor: "person",
  conscript: "person",
  boat: "ship",
  vessel: "ship",
  freighter: "ship",
};

/** The noun's last word in the singular, or the word that stands for it and those like it. */
export function nounHead(noun: string): string {
  const last = noun.toLowerCase().split(/\s+/u).at(-1) ?? "";
  const single = last.replace(/(?<=[^s])s$/u, "");
  return synonyms[last] ?? synonyms[single] ?? single;
}

export const isOneNoun = (one: string, other: string): boolean => nounHead(one) === nounHead(other);
