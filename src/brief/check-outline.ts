import { assert } from "../base/index.ts";
import { missingCitations, type Reader } from "../views/index.ts";
import { checkLedgerSentence } from "./check-ledger-sentence.ts";
import { citationKey, sentencesOf, sentencesOfSection, type Citation, type Outline } from "./outline.ts";
import { ledgerSectionId } from "./sections/ledger.ts";

/** Makes sure that every sentence of an outline cites something, and that everything that is cited exists. */
export async function checkOutline(reader: Reader, outline: Outline): Promise<void> {
  const sentences = sentencesOf(outline);
  const bare = sentences.find((sentence) => sentence.cites.length === 0);
  assert(bare === undefined, `every sentence cites what it rests on; this one does not: ${bare?.text ?? ""}`);
  for (const sentence of sentencesOfSection(outline, ledgerSectionId)) checkLedgerSentence(sentence);
  const cites = new Map(sentences.flatMap((sentence) => sentence.cites).map((cite) => [citationKey(cite), cite]));
  const missing = await missingCitations(reader, groupByKind([...cites.values()]));
  assert(missing.length === 0, `everything cited exists; missing: ${missing.slice(0, 5).join(", ")}`);
}

function groupByKind(cites: readonly Citation[]) {
  const ids = (kind: Citation["kind"]): string[] =>
    cites.filter((cite) => cite.kind === kind).map((cite) => ("id" in cite ? cite.id : ""));
  return {
    statements: ids("statement"),
    findings: ids("finding"),
    blockSets: ids("blockSet"),
    claims: ids("claim"),
    files: cites.filter((cite) => cite.kind === "file").map((cite) => cite.file),
    faults: cites.filter((cite) => cite.kind === "fault").map((cite) => cite.text),
  };
}
