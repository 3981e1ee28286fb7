import {
  blockSets,
  claimsByIds,
  evidenceOf,
  excerptsOf,
  findingLinesByIds,
  type BlockSetLine,
  type ClaimLine,
  type Evidence,
  type Excerpt,
  type Reader,
} from "../views/index.ts";
import type { NumberedCitations } from "./number-citations.ts";
import type { Citation } from "./outline.ts";
import { sayFindings, type FindingSaid } from "./say-findings.ts";
import { propertyInWords } from "./words.ts";

/** One entry of the appendix: a number, what it is, where it stands, who says it, and the lines around it. */
export interface AppendixEntry {
  readonly number: number;
  readonly title: string;
  readonly place: string;
  readonly source: string;
  readonly excerpt: Excerpt | null;
}

/** What entries are made from, by the ids that they cite. */
interface Held {
  readonly evidence: ReadonlyMap<string, Evidence>;
  readonly findings: ReadonlyMap<string, FindingSaid>;
  readonly sets: ReadonlyMap<string, BlockSetLine>;
  readonly claims: ReadonlyMap<string, ClaimLine>;
}

/** The appendix of a brief: every cited thing under its number. */
export async function makeAppendix(reader: Reader, numbered: NumberedCitations): Promise<AppendixEntry[]> {
  const statementIds = numbered.inOrder.flatMap((each) => (each.kind === "statement" ? [each.id] : []));
  const findingIds = numbered.inOrder.flatMap((each) => (each.kind === "finding" ? [each.id] : []));
  const claimIds = numbered.inOrder.flatMap((each) => (each.kind === "claim" ? [each.id] : []));
  const findings = await findingLinesByIds(reader, findingIds);
  const held: Held = {
    evidence: new Map((await evidenceOf(reader, statementIds)).map((each) => [each.statementId, each])),
    findings: new Map((await sayFindings(reader, findings)).map((each) => [each.finding.findingId, each])),
    claims: new Map((await claimsByIds(reader, claimIds)).map((each) => [each.claimId, each])),
    sets: new Map((await blockSets(reader)).map((each) => [each.id, each])),
  };
  const excerpts = await excerptsOf(reader, statementIds);
  return withoutRepeats(
    numbered.inOrder.map((citation, index) => ({
      number: index + 1,
      ...entryOf(citation, held),
      excerpt: citation.kind === "statement" ? (excerpts.get(citation.id) ?? null) : null,
    })),
  );
}

type Told = Pick<AppendixEntry, "title" | "place" | "source">;

function entryOf(citation: Citation, held: Held): Told {
  switch (citation.kind) {
    case "statement":
      return statementEntry(held.evidence.get(citation.id));
    case "finding":
      return findingEntry(held.findings.get(citation.id));
    case "fault":
      return { title: citation.text, place: citation.place, source: "" };
    case "file":
      return { title: `File ${citation.file}`, place: "", source: "" };
    case "claim":
      return claimEntry(held.claims.get(citation.id));
    case "blockSet":
      return { title: setTitle(held.sets.get(citation.id)), place: "", source: "" };
  }
}

function statementEntry(each: Evidence | undefined): Told {
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

function claimEntry(claim: ClaimLine | undefined): Told {
  if (!claim) return { title: "", place: "", source: "" };
  const chain = claim.chain.map(({ name, isInferred }) => `${name}${isInferred ? " (?)" : ""}`);
  return {
    title: `“${claim.quote}” (${claim.modality.replaceAll("-", " ")}; confirmed by a person)`,
    place: claim.place,
    source: chain.join(" > "),
  };
}

function findingEntry(said: FindingSaid | undefined): Told {
  if (!said) return { title: "", place: "", source: "" };
  const { who, what, value, finding, supports } = said;
  return {
    title: `${who}: ${value === "" ? what : `${what} ${value}`}. ${finding.explanation}`,
    place: supports
      .slice(0, 3)
      .flatMap((each) => each.locator ?? [])
      .join("; "),
    source: "",
  };
}

function setTitle(set: BlockSetLine | undefined): string {
  if (!set) return "";
  const factor =
    set.rhoQuarters === 0
      ? "over all factors, with its check file out/certificate.json"
      : `if each channel carries ${set.rhoQuarters / 4} times what was seen`;
  return `Block set for a budget of ${set.budget}, ${factor}`;
}

/** Surroundings that an earlier entry shows are not shown again: the cited line alone, and where the others are. */
function withoutRepeats(entries: readonly AppendixEntry[]): AppendixEntry[] {
  const shown = new Map<string, number>();
  return entries.map((entry) => {
    const { excerpt, number } = entry;
    if (!excerpt) return entry;
    const key = `${entry.place.split("#")[0] ?? ""} ${excerpt.lines.join("\n").replaceAll(/[[\]]/gu, "")}`;
    const earlier = shown.get(key);
    if (earlier === undefined) {
      shown.set(key, number);
      return entry;
    }
    const line = excerpt.lines[excerpt.focus] ?? "";
    return { ...entry, place: `${entry.place}, surroundings under ${earlier}`, excerpt: { lines: [line], focus: 0 } };
  });
}
