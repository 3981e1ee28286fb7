import { captionsOf, changesOf, fileSources, latestHandOver, type Changes, type Reader } from "../../views/index.ts";
import type { Citation, Section, Sentence } from "../outline.ts";
import { sayFindings, type FindingSaid } from "../say-findings.ts";
import { counted, listed } from "../words.ts";
import { bySubject, valuesWithGivers, why } from "./contradictions.ts";

const readChanges = 60;
const shownChanges = 10;

/** What the latest hand-over changed. */
export async function whatChanged(reader: Reader): Promise<Section> {
  const id = "changed";
  const title = "What the latest hand-over changed";
  const dataset = await latestHandOver(reader);
  const changes = dataset === undefined ? undefined : await changesOf(reader, dataset, readChanges);
  if (!changes) return { id, title, blocks: [{ kind: "empty", text: "There is no hand-over in this case." }] };
  const files = (await fileSources(reader)).filter((file) => file.dataset === changes.dataset);
  const cites = files.map((file): Citation => ({ kind: "file", file: `${file.dataset}/${file.file}` }));
  const from = files[0] ? `, from ${files[0].source} (${files[0].grade}), received ${files[0].received}` : "";
  const groups = bySubject(await sayFindings(reader, changes.findings)).slice(0, shownChanges);
  const sentences = groups.flatMap((group) => group.slice(0, 1).map(changeSentence));
  return {
    id,
    title,
    blocks: [
      {
        kind: "paragraph",
        sentences: [countsSentence(changes, from, cites), await chokepointSentence(reader, changes, cites)],
      },
      sentences.length > 0
        ? { kind: "list", sentences }
        : { kind: "empty", text: "It neither confirmed nor contradicted anything." },
    ],
  };
}

const countsSentence = (changes: Changes, from: string, cites: readonly Citation[]): Sentence => ({
  text: `Hand-over ${changes.dataset}${from}: ${listed([
    `${counted(changes.confirmed, "value")} that another source had given ${changes.confirmed === 1 ? "is" : "are"} now said by it too`,
    `${counted(changes.contradicted, "value")} stand${changes.contradicted === 1 ? "s" : ""} in a contradiction that it takes part in`,
    `${counted(changes.notHeldBefore, "value was", "values were")} not held before`,
    `${counted(changes.joined, "of its entities was", "of its entities were")} joined to entities of others`,
  ])}.`,
  cites,
});

async function chokepointSentence(reader: Reader, changes: Changes, cites: readonly Citation[]): Promise<Sentence> {
  if (changes.newChokepoints.length === 0) return { text: "No advised chokepoint is seen only since then.", cites };
  const captions = await captionsOf(reader, changes.newChokepoints);
  const names = changes.newChokepoints.map((id) => captions.get(id) ?? id);
  return {
    text: `Among the advised chokepoints, ${listed(names)} ${names.length === 1 ? "is" : "are"} seen only since then.`,
    cites,
  };
}

function changeSentence(said: FindingSaid): Sentence {
  const { finding, who, what, value, contradicts, cites } = said;
  const head = finding.verdict === "contradicted" ? "Contradicted" : "Confirmed";
  const others = valuesWithGivers(contradicts, said).slice(0, 3);
  const against = others.length > 0 ? ` against ${listed(others)}` : "";
  return {
    text: `${head}: ${who}${value === "" ? "" : `, ${what} ${value}`}${against}. ${why(finding)}`,
    cites,
  };
}
