import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Outline } from "../brief/index.ts";
import { advisedSet, withoutSlips, blockSets, loadBearingCounts, statementsOfMentions } from "../views/index.ts";
import { describeJoins } from "./describe-joins.ts";
import { internalMark } from "./internal-mark.ts";
import { refuseChangedMaterial } from "./manifest.ts";
import type { OpenCase } from "./open-case.ts";
import { sealedNameRefusal } from "./refuse-sealed-name.ts";
import { stagedLookup } from "./staged-lookup.ts";
import { questionsForBrief } from "./weighed-questions.ts";
import { unknownNames } from "./unknown-names.ts";

/** Where a brief and its check file were written. */
export interface BriefFiles {
  readonly html: string;
  readonly markdown: string;
  /** The same as JSON, for a program that shows it. */
  readonly data: string;
  readonly certificate: string | null;
}

/**
 * Writes the brief as HTML, Markdown and JSON, and the check file of the advised block set. Refuses while material is missing
 * or changed, and refuses to write a text in which a sealed name stands. A line about a cited place in which one stands
 * is left out.
 */
export async function writeBrief(open: OpenCase): Promise<BriefFiles> {
  await refuseChangedMaterial(open.folder.paths, true);
  const { citedStatements, renderBrief } = await import("../brief/index.ts");
  const { writeExcerpts } = await import("../intake/index.ts");
  const outline = withUnknownNames(await outlineWithJoins(open), await unknownNames(open));
  const cited = citedStatements(outline);
  const isSealed = (text: string): boolean => open.folder.sealedNames.isIn(text);
  await open.database.transaction(async () =>
    writeExcerpts(open.database, open.table, {
      statementIds: cited,
      stagedOf: stagedLookup(open),
      isLeftOut: isSealed,
    }),
  );
  const { html, markdown, data } = await renderBrief(open, outline, internalMark);
  if ([html, markdown, data].some(isSealed)) throw await sealedNameRefusal(open, "the brief", cited);
  const { out } = open.folder.paths;
  mkdirSync(out, { recursive: true });
  const files = { html: join(out, "brief.html"), markdown: join(out, "brief.md"), data: join(out, "brief.json") };
  writeFileSync(files.html, html);
  writeFileSync(files.markdown, markdown);
  writeFileSync(files.data, data);
  return { ...files, certificate: await writeCertificate(open, join(out, "certificate.json")) };
}

/** So many joins are told in the brief itself, those that matter most. */
const joinsTold = 24;

/** The brief's outline; on the way the table `load_bearing` is written anew, for what it says is what hangs on joins. */
async function outlineWithJoins(open: OpenCase): Promise<Outline> {
  const { sentencesWithStatements, outlineBrief, withHypotheses, withJoins } = await import("../brief/index.ts");
  const { writeLoadBearing } = await import("../resolve/index.ts");
  const { currency } = open.settings;
  const plain = await outlineBrief(open, { title: open.folder.config.title, currency });
  const outline = withHypotheses(plain, await questionsForBrief(open));
  const shown = { sentences: sentencesWithStatements(outline), chokepoints: await chokepointsOf(open) };
  await writeLoadBearing(open.database, open.table, shown);
  const joins = await describeJoins(open, { offset: 0, limit: joinsTold });
  const statements = await statementsOfMentions(
    open,
    joins.flatMap(({ leftId, rightId }) => [leftId, rightId]),
  );
  const told = joins.map((join) => ({
    ...join,
    cites: [join.leftId, join.rightId].flatMap((id) => statements.get(id) ?? []),
  }));
  return withJoins(outline, { counts: await loadBearingCounts(open), joins: told, currency });
}

/** Whom the brief advises to block, with and without payments that may be slips of a pen. */
async function chokepointsOf(open: OpenCase): Promise<string[]> {
  const advised = advisedSet(await blockSets(open));
  return [...new Set([...(advised?.members ?? []), ...((advised && withoutSlips(advised))?.members ?? [])])];
}

/** Says before the chokepoints which names of the settings nobody answers to. */
const withUnknownNames = (outline: Outline, texts: readonly string[]): Outline => ({
  ...outline,
  sections: outline.sections.map((section) =>
    section.id === "chokepoints"
      ? {
          ...section,
          blocks: [...texts.map((text) => ({ kind: "empty" as const, text: `${text}.` })), ...section.blocks],
        }
      : section,
  ),
});

async function writeCertificate(open: OpenCase, path: string): Promise<string | null> {
  const advised = advisedSet(await blockSets(open));
  if (!advised) return null;
  writeFileSync(path, `${advised.certificate}\n`);
  return path;
}
