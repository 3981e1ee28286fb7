import { Refusal } from "../base/index.ts";
import { locatorToText, parseFindingId, parseLocator, type StatementId } from "../model/index.ts";
import { sql, statementId, text } from "../store/index.ts";
import {
  claimsBeginning,
  claimsByIds,
  evidenceOf,
  findingLinesByIds,
  interviewLines,
  passagesOf,
  type ClaimLine,
  type EvidenceKind,
} from "../views/index.ts";
import { findPlace, type FoundPlace } from "./open-place.ts";
import type { OpenCase } from "./open-case.ts";
import { sayFindings } from "./say-findings.ts";
import { noteLines } from "./told-lines.ts";

/** A piece of evidence by what it is and where it is found again. */
export interface EvidenceRef {
  readonly kind: EvidenceKind;
  readonly id: string;
}

/** A piece of evidence in words; `setAside` says why it counts for nothing, null where it counts. */
export interface CitedEvidence extends EvidenceRef {
  readonly words: string;
  /** The same for a brief, without free text: what a person in flight did stands in documents closer than a brief may tell. */
  readonly inBrief: string;
  readonly setAside: string | null;
  /** The statements that it is; of a finding none, which is cited itself. */
  readonly statements: readonly StatementId[];
  /** The file in which a passage of a document stands that no statement says. */
  readonly file: string | null;
}

const rightForm =
  'use a place such as "h1/ledger.csv#B17", a finding by the id that "windfall findings --ids" prints, "claim" and an id of "windfall ledger --json", or "note 3"';

/** What a text names as evidence; refuses what does not exist, and says what would be right. */
export async function parseEvidenceRef(open: OpenCase, words: string): Promise<EvidenceRef> {
  const note = /^note[ -](\d{1,9})$/iu.exec(words.trim());
  const locator = parseLocator(words.trim());
  const claim = /^claim\s+([0-9a-f]{6,40})$/iu.exec(words.trim())?.[1];
  const ref = note
    ? { kind: "note" as const, id: String(Number(note[1])) }
    : claim !== undefined
      ? await claimRef(open, claim.toLowerCase())
      : locator
        ? { kind: "statement" as const, id: locatorToText(locator) }
        : /^[0-9a-f]{8,64}$/iu.test(words)
          ? await findingRef(open, words.toLowerCase())
          : undefined;
  if (!ref) throw new Refusal(`"${words}" is no evidence; ${rightForm}`);
  if ((await describeEvidence(open, ref)).isHeld) return ref;
  const what =
    ref.kind === "statement" ? `recorded value or passage at ${ref.id}` : `${ref.kind} ${ref.id} that stands`;
  throw new Refusal(`the case holds no ${what}; ${rightForm}`);
}

async function findingRef(open: OpenCase, start: string): Promise<EvidenceRef> {
  const found = await open.database.rows(
    sql`select lower(hex(finding_id)) as id from ${open.table("finding")}
      where starts_with(lower(hex(finding_id)), ${start}) order by finding_id limit 2`,
    { id: text },
  );
  const [first, second] = found;
  if (!first) throw new Refusal(`there is no finding ${start}; ${rightForm}`);
  if (second) throw new Refusal(`several findings begin with ${start}; use more digits of the id`);
  return { kind: "finding", id: first.id };
}

async function claimRef(open: OpenCase, start: string): Promise<EvidenceRef> {
  const [first, second] = await claimsBeginning(open, start);
  if (!first) throw new Refusal(`there is no claim ${start}; ${rightForm}`);
  if (second) throw new Refusal(`several claims begin with ${start}; use more digits of the id`);
  return { kind: "claim", id: first.claimId };
}

interface Described extends CitedEvidence {
  readonly isHeld: boolean;
}

/** A piece of evidence as the case holds it now; what is gone since counts for nothing, and that is said. */
export async function describeEvidence(open: OpenCase, ref: EvidenceRef): Promise<Described> {
  switch (ref.kind) {
    case "note":
      return describeNote(open, ref);
    case "finding":
      return describeFinding(open, ref);
    case "statement":
      return describePlace(open, ref);
    case "claim":
      return describeClaim(open, ref);
  }
}

const gone = (ref: EvidenceRef, name: string): Described => ({
  ...ref,
  words: name,
  inBrief: name,
  setAside: "the case does not hold it any more",
  statements: [],
  file: null,
  isHeld: false,
});

async function describeNote(open: OpenCase, ref: EvidenceRef): Promise<Described> {
  const note = (await noteLines(open)).find(({ noteNo }) => String(noteNo) === ref.id);
  if (!note || note.withdrawnBy !== null) return gone(ref, `note ${ref.id}`);
  const words = `note ${note.noteNo} by ${note.actor}: ${note.text}`;
  return {
    ...ref,
    words,
    inBrief: `note ${note.noteNo}`,
    setAside: "an analyst's own note",
    statements: [],
    file: null,
    isHeld: true,
  };
}

async function describeFinding(open: OpenCase, ref: EvidenceRef): Promise<Described> {
  const [said] = await sayFindings(open, await findingLinesByIds(open, [parseFindingId(ref.id)]));
  if (!said) return gone(ref, `finding ${ref.id.slice(0, 8)}`);
  const { finding, who, what, value } = said;
  const words = `${who}: ${value === "" ? what : `${what} ${value}`} (finding ${ref.id.slice(0, 8)})`;
  const setAside = finding.verdict === "unknown" ? "its source is unknown" : null;
  return { ...ref, words, inBrief: words, setAside, statements: [], file: null, isHeld: true };
}

async function describeClaim(open: OpenCase, ref: EvidenceRef): Promise<Described> {
  const [claim] = await claimsByIds(open, [ref.id]);
  const name = `claim ${ref.id.slice(0, 8)}`;
  if (!claim) return gone(ref, name);
  const words = `${claim.speaker}: "${inShort(claim.quote)}" (${name}, ${claim.place})`;
  const file = `${claim.dataset}/${claim.file}`;
  return { ...ref, words, inBrief: words, setAside: whyClaimIsAside(claim), statements: [], file, isHeld: true };
}

function whyClaimIsAside({ status, kind, isIronic, isRetracted }: ClaimLine): string | null {
  if (status === "rejected") return "a person rejected the claim";
  if (status !== "confirmed") return "nobody has confirmed the claim";
  if (isIronic || isRetracted) return isIronic ? "not meant literally" : "taken back by who said it";
  return kind === "assessment" ? "a guess" : null;
}

async function describePlace(open: OpenCase, ref: EvidenceRef): Promise<Described> {
  const place = await placeHeld(open, ref.id);
  if (!place) return gone(ref, ref.id);
  const passage = await describePassage(open, ref, place);
  if (passage) return passage;
  const ids = await statementsAt(open, place);
  const evidence = await evidenceOf(open, ids);
  const [first] = evidence;
  if (!first) return gone(ref, ref.id);
  const told: string[] = [];
  for (const { prop, value, isGuarded } of evidence)
    told.push(`${prop} ${isGuarded ? guardedWords : freeTexts.has(prop) ? `"${inShort(value)}"` : inShort(value)}`);
  const answer = (await interviewLines(open)).find((each) => each.place === ref.id);
  const setAside =
    answer?.basis === "guesses"
      ? "a guess"
      : answer?.basis === "unknown"
        ? "how the speaker knows it is not said"
        : null;
  const by = `${first.source} ${first.grade}`;
  const words = `${[...new Set(told)].join(", ")} (${ref.id}, ${by})`;
  // A cited statement stands in the brief with what surrounds it: of free text the file is cited.
  const isFree = evidence.some(({ prop }) => freeTexts.has(prop));
  const cited = isFree ? { statements: [], file: parseLocator(ref.id)?.file ?? null } : { statements: ids, file: null };
  return {
    ...ref,
    words,
    inBrief: isFree ? `what stands at ${ref.id}, ${by}` : words,
    setAside,
    ...cited,
    isHeld: true,
  };
}

/** Where a place leads; undefined where the case does not hold it, or not any more. */
async function placeHeld(open: OpenCase, place: string): Promise<FoundPlace | undefined> {
  return findPlace(open, place).catch((cause: unknown) => {
    if (cause instanceof Refusal) return undefined;
    throw cause;
  });
}

/** A passage of a document, which says something although no value was made of it; undefined for a place in another file. */
async function describePassage(open: OpenCase, ref: EvidenceRef, place: FoundPlace): Promise<Described | undefined> {
  const file = parseLocator(ref.id)?.file ?? "";
  const found = (await passagesOf(open, file, undefined)).find(({ row }) => row === place.rowNo);
  if (!found || found.text === null || found.kind === "meta") return undefined;
  const words = `${found.isGuarded ? guardedWords : `"${inShort(found.text)}"`} (${ref.id})`;
  return { ...ref, words, inBrief: `what stands at ${ref.id}`, setAside: null, statements: [], file, isHeld: true };
}

/** Properties whose values are sentences of a document or of a person. */
const freeTexts: ReadonlySet<string> = new Set(["bodyText", "notes", "description", "summary", "subject", "title"]);

/** What stands for words of a document about people in flight. */
const guardedWords = "words about people in flight";

const wordsMax = 80;
const inShort = (text: string): string => (text.length > wordsMax ? `${text.slice(0, wordsMax - 1)}…` : text);

/** The values that stand at a place. */
async function statementsAt(open: OpenCase, { fileNo, part, rowNo, column }: FoundPlace): Promise<StatementId[]> {
  const rows = await open.database.rows(
    sql`select distinct o.statement_id as id from ${open.table("occurrence")} o
      join ${open.table("statement")} s using (statement_id)
      where o.file_no = ${fileNo} and o.part = ${part} and o.row_no = ${rowNo}
        and (${column}::integer is null or o.col_no = ${column}::integer) and s.prop_type <> 'entity'
      order by o.statement_id`,
    { id: statementId },
  );
  return rows.map(({ id }) => id);
}
