import type { StatementId } from "../model/index.ts";
import type { Reader } from "../views/index.ts";
import { makeAppendix } from "./appendix.ts";
import { checkOutline } from "./check-outline.ts";
import { numberCitations } from "./number-citations.ts";
import { sentencesOf, type Outline } from "./outline.ts";
import { renderHtml } from "./render-html.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { chokepoints } from "./sections/chokepoints.ts";
import { contradictions } from "./sections/contradictions.ts";
import { inShort } from "./sections/in-short.ts";
import { restsOnOne, saidAlike, sourceUnknown } from "./sections/findings.ts";
import { whatCameIn } from "./sections/what-came-in.ts";
import { whatChanged } from "./sections/what-changed.ts";

/** Raised when the same tables give another brief than before, so that the next run writes it anew. */
export const briefVersion = "2";

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
      await whatCameIn(reader),
    ],
  };
}

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
): Promise<{ readonly html: string; readonly markdown: string }> {
  await checkOutline(reader, outline);
  const numbered = numberCitations(outline);
  const appendix = await makeAppendix(reader, numbered);
  return {
    html: renderHtml(outline, { numbered, appendix, mark }),
    markdown: renderMarkdown(outline, { numbered, appendix, mark }),
  };
}
