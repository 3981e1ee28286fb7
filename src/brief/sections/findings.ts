import { captionsOf, findingCounts, findingLines, type FindingLine, type Reader } from "../../views/index.ts";
import type { Citation, Section, Sentence } from "../outline.ts";
import { counted, propertyInWords, sourcesInWords } from "../words.ts";

const shownFindings = 25;
const citedStatements = 4;

/** What several independent sources say alike, most sources first. */
export const saidAlike = (reader: Reader): Promise<Section> =>
  findingSection(reader, {
    id: "said-alike",
    title: "Said by two or more independent sources",
    verdict: "corroborated",
    none: "No value is said by two or more independent sources.",
  });

/** What rests on one source alone, said in words. */
export const restsOnOne = (reader: Reader): Promise<Section> =>
  findingSection(reader, {
    id: "one-source",
    title: "What rests on one source",
    verdict: "single",
    none: "No value rests on one source alone.",
  });

interface Wanted {
  readonly id: string;
  readonly title: string;
  readonly verdict: string;
  readonly none: string;
}

async function findingSection(reader: Reader, wanted: Wanted): Promise<Section> {
  const findings = await findingLines(reader, { verdict: wanted.verdict, offset: 0, limit: shownFindings });
  const { id, title } = wanted;
  if (findings.length === 0) return { id, title, blocks: [{ kind: "empty", text: wanted.none }] };
  const counts = await findingCounts(reader);
  const total = counts
    .filter((count) => count.verdict === wanted.verdict)
    .reduce((sum, count) => sum + count.findings, 0);
  const captions = await captionsOf(
    reader,
    findings.map((finding) => finding.canonicalId),
  );
  const sentences = findings.map((finding) => findingSentence(finding, captions));
  const head: Sentence = {
    text: `${counted(total, "finding")} ${total === 1 ? "is" : "are"} of this kind; ${counted(findings.length, "is", "are")} shown.`,
    cites: findings.map((finding) => ({ kind: "finding", id: finding.findingId })),
  };
  return {
    id,
    title,
    blocks: [
      { kind: "paragraph", sentences: [head] },
      { kind: "list", sentences },
    ],
  };
}

function findingSentence(finding: FindingLine, captions: ReadonlyMap<string, string>): Sentence {
  const who = captions.get(finding.canonicalId) ?? `${finding.schema} ${finding.canonicalId}`;
  const isNew = finding.isNew ? " It was not held before." : "";
  return {
    text: `${who}: ${propertyInWords(finding.prop)} ${finding.valueKey}; ${sourcesInWords(finding.rootsLeast, finding.rootsMost)}.${isNew}`,
    cites: citesOf(finding),
  };
}

/** The statements that a finding rests on, a few from each stance. */
export function citesOf(finding: FindingLine): readonly Citation[] {
  const some = (stance: string): FindingLine["statements"] =>
    finding.statements.filter((statement) => statement.stance === stance).slice(0, citedStatements);
  return [...some("supports"), ...some("contradicts")].map(({ id }) => ({ kind: "statement", id }));
}
