import { isPropertyTypeName, isSchemaName, propertyOf, types } from "../model/index.ts";
import {
  captionsOf,
  captionsOfMentions,
  evidenceOf,
  type Evidence,
  type FindingLine,
  type Reader,
} from "../views/index.ts";
import type { Citation } from "./outline.ts";
import { amountInWords, propertyInWords } from "./words.ts";

const citedOfEachStance = 2;

/** A finding as a reader takes it: of whom, which property, which value, who says so, who speaks against it. */
export interface FindingSaid {
  readonly finding: FindingLine;
  readonly who: string;
  readonly what: string;
  readonly value: string;
  readonly supports: readonly Evidence[];
  readonly contradicts: readonly Evidence[];
  readonly cites: readonly Citation[];
}

/** Puts findings into words: ids become names, folded names the spelling that stands in the material. */
export async function sayFindings(reader: Reader, findings: readonly FindingLine[]): Promise<FindingSaid[]> {
  const ids = findings.flatMap((finding) => finding.statements.map((statement) => statement.id));
  const evidence = new Map((await evidenceOf(reader, ids)).map((each) => [each.statementId, each]));
  const captions = await captionsOf(
    reader,
    findings.flatMap((finding) => [finding.canonicalId, ...endsOf(finding), ...rivalSources(finding)]),
  );
  const references = [...evidence.values()].filter(isReference).map((each) => each.value);
  const mentions = await captionsOfMentions(reader, references);
  const named = new Map(
    [...evidence].map(([id, each]) => [
      id,
      isReference(each) ? { ...each, value: mentions.get(each.value) ?? each.value } : each,
    ]),
  );
  return findings.map((finding) => sayFinding(finding, named, captions));
}

/** The two ends of an edge, whose value is written "source > target"; none for a value of an entity. */
const endsOf = ({ canonicalId, valueKey }: FindingLine): string[] =>
  canonicalId.startsWith("edge-") ? valueKey.split(" > ") : [];

/** An explanation cut at each edge to the finding's own target, "source > target": every piece but the last ends with a source. */
function cutAtEdges(finding: FindingLine): { readonly pieces: readonly string[]; readonly rest: string } {
  const [, target] = endsOf(finding);
  const pieces = target === undefined ? [finding.explanation] : finding.explanation.split(` > ${target}`);
  return { pieces: pieces.slice(0, -1), rest: pieces.at(-1) ?? "" };
}

const lastWord = (text: string): string => text.slice(text.lastIndexOf(" ") + 1);

const rivalSources = (finding: FindingLine): string[] => cutAtEdges(finding).pieces.map(lastWord);

/** An explanation in which edges are called by who holds: what is held is said beside it. */
function inNames(finding: FindingLine, captions: ReadonlyMap<string, string>): string {
  const { pieces, rest } = cutAtEdges(finding);
  const named = pieces.map((piece) => {
    const source = lastWord(piece);
    return piece.slice(0, piece.length - source.length) + (captions.get(source) ?? source);
  });
  return named.join("") + rest;
}

const isReference = ({ schema, prop }: { readonly schema: string; readonly prop: string }): boolean =>
  isSchemaName(schema) && propertyOf(schema, prop)?.type === "entity";

function sayFinding(
  finding: FindingLine,
  evidence: ReadonlyMap<string, Evidence>,
  captions: ReadonlyMap<string, string>,
): FindingSaid {
  const [supports, contradicts] = ["supports", "contradicts"].map((stance) =>
    readable(
      finding.statements.flatMap((each) => (each.stance === stance ? (evidence.get(each.id) ?? []) : [])),
    ).toSorted((left, right) => left.handOverNo - right.handOverNo || (left.statementId < right.statementId ? -1 : 1)),
  );
  const [left, right] = endsOf(finding).map((id) => captions.get(id) ?? id);
  return {
    finding: { ...finding, explanation: inNames(finding, captions) },
    who: right ?? captions.get(finding.canonicalId) ?? unnamed(finding),
    what: propertyInWords(finding.prop),
    value: left ?? valueText(finding, supports ?? []),
    supports: supports ?? [],
    contradicts: contradicts ?? [],
    cites: [...(supports ?? []).slice(0, citedOfEachStance), ...(contradicts ?? []).slice(0, citedOfEachStance)].map(
      (each) => ({ kind: "statement", id: each.statementId }),
    ),
  };
}

const unnamed = ({ schema, canonicalId }: FindingLine): string =>
  canonicalId.startsWith("paper-") ? "one identity paper" : `${schema} ${canonicalId}`;

/** References to other entities tell a reader nothing where a value of the same finding stands beside them. */
function readable(evidence: readonly Evidence[]): readonly Evidence[] {
  const values = evidence.filter((each) => !isReference(each));
  return values.length > 0 ? values : evidence;
}

/** Names and addresses are compared folded, so the material's own spelling is shown; dates and amounts as compared. */
function valueText(finding: FindingLine, supports: readonly Evidence[]): string {
  if (finding.prop === "payment") return "";
  if (finding.prop === "amount") return amountInWords(finding.valueKey);
  if (finding.schema === "Payment") return finding.valueKey;
  if (/date/iu.test(finding.prop)) return finding.valueKey;
  const spelt = supports.find((each) => each.prop === finding.prop) ?? (isReference(finding) ? supports[0] : undefined);
  const value = spelt?.value ?? finding.valueKey;
  return codeLabel(finding, value) ?? value;
}

/** What a closed code such as a country's means. */
function codeLabel({ schema, prop }: FindingLine, value: string): string | undefined {
  const type = isSchemaName(schema) ? propertyOf(schema, prop)?.type : undefined;
  return type !== undefined && isPropertyTypeName(type) ? types[type].values?.[value] : undefined;
}

/** At most `most` findings about one property of one entity (`perEntity`), and of one property in all. */
export function someOfEach(
  findings: readonly FindingLine[],
  { perEntity, perProperty }: { readonly perEntity: number; readonly perProperty: number },
): FindingLine[] {
  const seen = new Map<string, number>();
  const isWithin = (key: string, most: number): boolean => {
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count <= most;
  };
  return findings.filter(
    ({ canonicalId, schema, prop }) =>
      isWithin(`${canonicalId} ${prop}`, perEntity) && isWithin(`${schema} ${prop}`, perProperty),
  );
}
