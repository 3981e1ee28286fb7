/** Words that open a relative clause, a question, a clause within another; those that join two. */
export const relatives = new Set(["who", "which", "whose", "whom"]);
export const asking = new Set(["whether", "what", "how", "why", "where", "when", "who"]);
export const joining = new Set([
  "after",
  "before",
  "since",
  "because",
  "if",
  "while",
  "although",
  "though",
  "until",
  "unless",
  "as",
  "when",
  "where",
  "whereas",
  "so",
  "once",
]);
export const conjunctions = new Set(["and", "but", "or", "yet", "nor"]);
