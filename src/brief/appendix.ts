import type { FindingId, StatementId } from "../model/index.ts";
import { evidenceOf, excerptsOf, findingLinesByIds, type Evidence, type Excerpt, type Reader } from "../views/index.ts";
import type { NumberedCitations } from "./number-citations.ts";
import type { Citation } from "./outline.ts";
import { propertyInWords } from "./words.ts";

/** One entry of the appendix: a number, what it is, where it stands, who says it, and the lines around it. */
export interface AppendixEntry {
  readonly number: number;
  readonly title: string;
  readonly place: string;
  readonly source: string;
  readonly excerpt: Excerpt | null;
}

/** The appendix of a brief: every cited thing under its number. */
export async function makeAppendix(reader: Reader, numbered: NumberedCitations): Promise<AppendixEntry[]> {
  const statementIds = numbered.inOrder.flatMap((each) => (each.kind === "statement" ? [each.id] : []));
  const findingIds = numbered.inOrder.flatMap((each) => (each.kind === "finding" ? [each.id] : []));
  const evidence = new Map((await evidenceOf(reader, statementIds)).map((each) => [each.statementId, each]));
  const excerpts = await excerptsOf(reader, statementIds);
  const findings = new Map(
    (await findingLinesByIds(reader, findingIds)).map((each) => [each.findingId, each.explanation]),
  );
  return numbered.inOrder.map((citation, index) => ({
    number: index + 1,
    ...entryOf(citation, evidence, findings),
    excerpt: citation.kind === "statement" ? (excerpts.get(citation.id) ?? null) : null,
  }));
}

function entryOf(
  citation: Citation,
  evidence: ReadonlyMap<StatementId, Evidence>,
  findings: ReadonlyMap<FindingId, string>,
): Pick<AppendixEntry, "title" | "place" | "source"> {
  switch (citation.kind) {
    case "statement":
      return statementEntry(evidence.get(citation.id));
    case "finding":
      return { title: `Finding: ${findings.get(citation.id) ?? ""}`, place: "", source: "" };
    case "fault":
      return { title: citation.text, place: citation.place, source: "" };
    case "file":
      return { title: `File ${citation.file}`, place: citation.file, source: "" };
    case "blockSet":
      return { title: "Block set, with its check file out/certificate.json", place: "", source: "" };
  }
}

function statementEntry(each: Evidence | undefined): Pick<AppendixEntry, "title" | "place" | "source"> {
  if (!each) return { title: "", place: "", source: "" };
  const original = each.original === null ? "" : ` (stood as "${each.original}")`;
  const hidden = each.isHidden ? ", in a hidden part" : "";
  const more = each.places > 1 ? ` and ${each.places - 1} more` : "";
  return {
    title: `${propertyInWords(each.prop)}: ${each.value}${original}`,
    place: `${each.locator ?? "no place"}${more}${hidden}`,
    source: `${each.source}, ${each.grade}`,
  };
}
