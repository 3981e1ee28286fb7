import { captionsOf, changesOf, fileNamesOf, latestHandOver, type Changes, type Reader } from "../../views/index.ts";
import type { Citation, Section, Sentence } from "../outline.ts";
import { counted, propertyInWords } from "../words.ts";
import { onePerPair } from "./contradictions.ts";
import { citesOf } from "./findings.ts";

const shownChanges = 20;

/** What the latest hand-over changed. */
export async function whatChanged(reader: Reader): Promise<Section> {
  const id = "changed";
  const title = "What the latest hand-over changed";
  const dataset = await latestHandOver(reader);
  const changes = dataset === undefined ? undefined : await changesOf(reader, dataset, shownChanges);
  if (!changes) return { id, title, blocks: [{ kind: "empty", text: "There is no hand-over in this case." }] };
  const files = await fileNamesOf(reader, changes.dataset);
  const cites = files.map((file): Citation => ({ kind: "file", file: `${changes.dataset}/${file}` }));
  const sentences = await changeSentences(reader, changes);
  return {
    id,
    title,
    blocks: [
      {
        kind: "paragraph",
        sentences: [countsSentence(changes, cites), ...(await chokepointSentences(reader, changes, cites))],
      },
      sentences.length > 0
        ? { kind: "list", sentences }
        : { kind: "empty", text: "It neither confirmed nor contradicted anything." },
    ],
  };
}

const countsSentence = (changes: Changes, cites: readonly Citation[]): Sentence => ({
  text: `Hand-over ${changes.dataset} confirmed ${counted(changes.confirmed, "value")} that another source had given, takes part in ${counted(changes.contradicted, "contradiction")}, and brought ${counted(changes.notHeldBefore, "value")} not held before; ${counted(changes.joined, "of its entities was", "of its entities were")} joined to entities of others.`,
  cites,
});

async function chokepointSentences(reader: Reader, changes: Changes, cites: readonly Citation[]): Promise<Sentence[]> {
  if (changes.newChokepoints.length === 0) {
    return [{ text: "Every advised chokepoint was visible in an earlier hand-over too, or none is advised.", cites }];
  }
  const captions = await captionsOf(reader, changes.newChokepoints);
  const names = changes.newChokepoints.map((id) => captions.get(id) ?? id).join(", ");
  return [{ text: `Of the advised chokepoints, only this hand-over's payments show ${names}.`, cites }];
}

async function changeSentences(reader: Reader, changes: Changes): Promise<Sentence[]> {
  const findings = onePerPair(changes.findings);
  const ids = findings.map((finding) => finding.canonicalId);
  const captions = await captionsOf(reader, ids);
  return findings.map((finding) => ({
    text: `${finding.verdict === "contradicted" ? "Contradicted" : "Confirmed"}: ${captions.get(finding.canonicalId) ?? finding.canonicalId}, ${propertyInWords(finding.prop)} ${finding.valueKey}. ${finding.explanation}`,
    cites: citesOf(finding),
  }));
}
