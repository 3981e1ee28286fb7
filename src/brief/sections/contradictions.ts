import {
  captionsOf,
  evidenceOf,
  findingLines,
  type Evidence,
  type FindingLine,
  type Reader,
} from "../../views/index.ts";
import type { Row, Section } from "../outline.ts";
import { propertyInWords } from "../words.ts";
import { citesOf } from "./findings.ts";

const shownContradictions = 60;

/** The contradictions, both sides beside each other. */
export async function contradictions(reader: Reader): Promise<Section> {
  const id = "contradictions";
  const title = "Contradictions";
  const findings = onePerPair(
    await findingLines(reader, { verdict: "contradicted", offset: 0, limit: 3 * shownContradictions }),
  ).slice(0, shownContradictions);
  if (findings.length === 0)
    return { id, title, blocks: [{ kind: "empty", text: "No two values were found that cannot both be true." }] };
  const captions = await captionsOf(
    reader,
    findings.map((finding) => finding.canonicalId),
  );
  const statementIds = findings.flatMap((finding) => finding.statements.map((statement) => statement.id));
  const evidence = new Map((await evidenceOf(reader, statementIds)).map((each) => [each.statementId, each]));
  return {
    id,
    title,
    blocks: [
      {
        kind: "table",
        caption: "Values that cannot both be true",
        head: ["of whom or what", "property", "says one", "says another", "why not both"],
        rows: findings.map((finding) => contradictionRow(finding, captions, evidence)),
      },
    ],
  };
}

/** Each side of a contradiction has a finding of its own; one of them tells of both. */
export function onePerPair(findings: readonly FindingLine[]): FindingLine[] {
  const told = new Set<string>();
  return findings.filter((finding) => {
    const key = `${finding.canonicalId} ${finding.prop} ${finding.statements
      .map((statement) => statement.id)
      .toSorted()
      .join(" ")}`;
    const isNew = !told.has(key);
    told.add(key);
    return isNew;
  });
}

function contradictionRow(
  finding: FindingLine,
  captions: ReadonlyMap<string, string>,
  evidence: ReadonlyMap<string, Evidence>,
): Row {
  return {
    cells: [
      captions.get(finding.canonicalId) ?? `${finding.schema} ${finding.canonicalId}`,
      propertyInWords(finding.prop),
      sideText(finding, "supports", evidence),
      sideText(finding, "contradicts", evidence),
      finding.explanation,
    ],
    cites: citesOf(finding),
  };
}

function sideText(finding: FindingLine, stance: string, evidence: ReadonlyMap<string, Evidence>): string {
  const said = finding.statements
    .filter((statement) => statement.stance === stance)
    .map((statement) => evidence.get(statement.id))
    .filter((each) => each !== undefined)
    .map((each) => `${each.original ?? each.value} (${each.source}, ${each.grade})`);
  return [...new Set(said)].slice(0, 3).join("; ") || "-";
}
