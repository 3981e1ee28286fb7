import type { StatementId } from "../model/index.ts";
import type { Reader } from "../views/index.ts";
import { makeAppendix } from "./appendix.ts";
import { checkOutline } from "./check-outline.ts";
import { numberCitations } from "./number-citations.ts";
import { sentencesOf, type Outline } from "./outline.ts";
import { renderHtml } from "./render-html.ts";
import { renderJson } from "./render-json.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { chokepoints } from "./sections/chokepoints.ts";
import { contradictions } from "./sections/contradictions.ts";
import { hypothesesSection, type QuestionTold } from "./sections/hypotheses.ts";
import { inShort } from "./sections/in-short.ts";
import { joinsSection, sumSentence, type JoinCounts, type JoinTold } from "./sections/joins.ts";
import { ledgerSections } from "./sections/ledger.ts";
import { restsOnOne, saidAlike, sourceUnknown } from "./sections/findings.ts";
import { whatCameIn } from "./sections/what-came-in.ts";
import { whatChanged } from "./sections/what-changed.ts";

/** Raised when the same tables give another brief than before, so that the next run writes it anew. */
export const briefVersion = "9";

/** The brief of a case as sentences with what they rest on; the same tables give the same outline. */
export async function outlineBrief(
  reader: Reader,
  about: { readonly title: string; readonly currency: string },
): Promise<Outline> {
  return {
    title: `${about.title}: brief`,
    sections: [
      await inShort(reader, about.currency),
      await chokepoints(reader, about.currency),
      await whatChanged(reader),
      await contradictions(reader),
      await saidAlike(reader, about.currency),
      await restsOnOne(reader, about.currency),
      await sourceUnknown(reader, about.currency),
      ...(await ledgerSections(reader)),
      await whatCameIn(reader),
    ],
  };
}

/**
 * The outline with the joins on which it hangs: a line in short, and a section before what came in. Which those are is
 * known only once the rest is said.
 */
export function withJoins(
  outline: Outline,
  told: { readonly counts: JoinCounts; readonly joins: readonly JoinTold[]; readonly currency: string },
): Outline {
  const sum = sumSentence(told.counts, told.joins);
  const section = joinsSection(told.counts, told.joins, told.currency);
  return {
    ...outline,
    sections: outline.sections.flatMap((each) => {
      if (each.id === "came-in") return [section, each];
      if (each.id !== "in-short" || !sum) return [each];
      const blocks = each.blocks.map((block) =>
        block.kind === "list" ? { ...block, sentences: block.sentences.toSpliced(-1, 0, sum) } : block,
      );
      return [{ ...each, blocks }];
    }),
  };
}

/** The outline with what people weigh, before what came in; without it where nobody proposed a hypothesis. */
export const withHypotheses = (outline: Outline, questions: readonly QuestionTold[]): Outline => ({
  ...outline,
  sections: outline.sections.flatMap((each) =>
    each.id === "came-in" && questions.length > 0 ? [hypothesesSection(questions), each] : [each],
  ),
});

/**
 * What an outline says of somebody: each sentence with the ids of the statements that it cites. One that only counts
 * cites findings as examples, and hangs on none of them.
 */
export const sentencesWithStatements = (outline: Outline) =>
  sentencesOf(outline)
    .map(({ text, cites }) => ({
      text,
      statements: cites.flatMap((cite) => (cite.kind === "statement" ? [cite.id] : [])),
    }))
    .filter(({ statements }) => statements.length > 0);

/** The statements that an outline cites: their surroundings are wanted in the table `excerpt` before it is rendered. */
export const citedStatements = (outline: Outline): readonly StatementId[] => [
  ...new Set(
    sentencesOf(outline)
      .flatMap((sentence) => sentence.cites)
      .filter((cite) => cite.kind === "statement")
      .map((cite) => cite.id),
  ),
];

/** Renders an outline after checking every citation; `mark` stands on every page. */
export async function renderBrief(
  reader: Reader,
  outline: Outline,
  mark: string,
): Promise<{ readonly html: string; readonly markdown: string; readonly data: string }> {
  await checkOutline(reader, outline);
  const numbered = numberCitations(outline);
  const appendix = await makeAppendix(reader, numbered);
  return {
    html: renderHtml(outline, { numbered, appendix, mark }),
    markdown: renderMarkdown(outline, { numbered, appendix, mark }),
    data: renderJson(outline, { numbered, appendix, mark }),
  };
}
