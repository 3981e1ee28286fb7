import { groupBy, Refusal } from "../base/index.ts";
import { readTerms, views } from "../casefile/index.ts";
import { counted, shown } from "./show.ts";
import { captioned, mentionLine } from "./mention-lines.ts";
import { unreadLines } from "./not-yet-lines.ts";
import { countOption, textOption, type Verb, type VerbInput } from "./verb.ts";

export const findVerb: Verb = {
  usage: "find [term...]",
  summary: "look for text and numbers in values, original values, passages of documents, faults and what is hidden",
  example: 'windfall find "Kim Chol" 4072-8866-123 --case harbour',
  options: [
    ["--terms <file>", "a file with one term a line"],
    ["--limit <n>", "how many places at most for each term", "20"],
  ],
  run: async (input) =>
    input.inCase(async (open) => {
      const terms = await termsOf(input);
      const limit = countOption(input, "limit") ?? 20;
      const { found, searched } = await views.findTerms(open, terms, limit);
      const otherwise = await captioned(open, await views.mentionsNamed(open, terms, limit));
      const byTerm = groupBy(found, (each) => each.term);
      const missing = terms.filter((term) => !byTerm.has(term));
      return {
        exit: 0,
        lines: [
          ...[...byTerm].flatMap(([term, places]) => [...places.map(placeLine), ...moreLines(term, places)]),
          ...otherwise.mentions.map(
            (mention) => `${shown(mention.place)}  ${mentionLine(mention, otherwise.captionOf(mention))}`,
          ),
          ...missing.map((term) => `nothing found for "${shown(term)}"`),
          searchedText(searched),
          ...(await unreadLines(open)).map((text) => `not searched: ${text}`),
        ],
        data: { found, mentions: otherwise.mentions, missing, searched },
      };
    }),
};

const placeLine = (each: views.Found): string =>
  `${shown(each.place)}${each.isHidden ? "  [hidden]" : ""}${each.isGuarded ? "  [guarded]" : ""}  ${each.prop ?? each.kind ?? "fault"}: ${shown(excerptOf(each))}`;

const excerptMax = 240;

/** Of a long text as much as stands about the term. */
function excerptOf({ term, original, value }: views.Found): string {
  const text = original ?? value;
  if (text.length <= excerptMax) return text;
  const found = Math.max(0, folded(text).indexOf(folded(term)));
  const from = Math.max(0, Math.min(found - excerptMax / 2, text.length - excerptMax));
  const to = from + excerptMax;
  return `${from > 0 ? "…" : ""}${text.slice(from, to)}${to < text.length ? "…" : ""}`;
}

const folded = (text: string): string => text.normalize("NFC").toLowerCase();

function moreLines(term: string, places: readonly views.Found[]): string[] {
  const more = (places[0]?.placesInAll ?? 0) - places.length;
  return more > 0 ? [`"${shown(term)}" stands in ${counted(more, "more place")}; --limit shows more`] : [];
}

function searchedText({ values, passages, faults, guarded, files, rowsLost, emptyFiles }: views.Searched): string {
  const unread = emptyFiles > 0 ? ` and ${counted(emptyFiles, "file")} of which nothing was read` : "";
  return `searched: ${counted(values, "value")}${passages > 0 ? `, ${counted(passages, "passage")}` : ""} and ${counted(faults, "fault")} in ${counted(files, "file")}, hidden cells too${guarded > 0 ? `; of ${counted(guarded, "text")} about people in flight what may be told of them alone` : ""}; not searched: ${counted(rowsLost, "row")} that could not be read${unread}, names of protected sources`;
}

async function termsOf(input: VerbInput): Promise<string[]> {
  const file = textOption(input, "terms");
  const fromFile = file === undefined ? [] : await readTerms(file);
  const terms = [...input.words, ...fromFile].map((term) => term.trim()).filter((term) => term !== "");
  if (terms.length === 0) throw new Refusal('no term was given; use "windfall find TERM" or --terms FILE');
  return [...new Set(terms)];
}
