import { groupBy } from "../../base/index.ts";
import { findingCounts, findingLines, type Evidence, type FindingLine, type Reader } from "../../views/index.ts";
import type { Block, Row, Section } from "../outline.ts";
import { sayFindings, type FindingSaid } from "../say-findings.ts";
import { amountInWords, counted, propertyInWords, schemaInWords } from "../words.ts";

const shownPayments = 8;
const shownOthers = 20;

/** The contradictions, both sides beside each other: people, firms and holdings first, then payments. */
export async function contradictions(reader: Reader): Promise<Section> {
  const id = "contradictions";
  const title = "Contradictions";
  const kinds = (await findingCounts(reader))
    .filter((count) => count.verdict === "contradicted")
    .toSorted((left, right) => Number(left.schema === "Payment") - Number(right.schema === "Payment"));
  if (kinds.length === 0)
    return { id, title, blocks: [{ kind: "empty", text: "No two values were found that cannot both be true." }] };
  const total = kinds.reduce((sum, kind) => sum + kind.findings, 0);
  const blocks: Block[] = [
    {
      kind: "paragraph",
      sentences: [
        {
          text: `${counted(total, "value")} cannot be true together with another. After each stand the hand-overs that give it and the grades of their sources; "windfall findings --verdict contradicted" lists them all.`,
          cites: kinds.map((kind) => ({ kind: "finding", id: kind.example })),
        },
      ],
    },
  ];
  for (const kind of kinds) blocks.push(await kindTable(reader, kind));
  return { id, title, blocks };
}

type Kind = Awaited<ReturnType<typeof findingCounts>>[number];

async function kindTable(reader: Reader, { schema, prop, findings: total }: Kind): Promise<Block> {
  const isPayment = schema === "Payment";
  const limit = isPayment ? shownPayments : shownOthers;
  const findings = await findingLines(reader, { verdict: "contradicted", schema, prop, offset: 0, limit: 4 * limit });
  const groups = bySubject(await sayFindings(reader, findings));
  const isAll = groups.length <= limit && findings.length === total;
  const shownRows = Math.min(groups.length, limit);
  const rest = isAll
    ? `, all in ${counted(shownRows, "row")}`
    : `; the ${shownRows} ${isPayment ? "with the most money" : "first"} are shown`;
  return {
    kind: "table",
    caption: `${capital(schemaInWords(schema))}, ${propertyInWords(prop)}: ${counted(total, "value")}${rest}`,
    head: [isPayment ? "which payment" : "of whom", "one value", "another value", "why not both"],
    rows: groups.slice(0, limit).map(contradictionRow),
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Each value of a contradiction has a finding of its own; those of one property of one entity are told together. */
export function bySubject(said: readonly FindingSaid[]): FindingSaid[][] {
  const groups = new Map<string, FindingSaid[]>();
  const told = new Set<string>();
  for (const each of said) {
    const key = `${each.finding.canonicalId} ${each.finding.prop}`;
    const statements = each.finding.statements
      .map((statement) => statement.id)
      .toSorted()
      .join(" ");
    if (!groups.has(key) && told.has(statements)) continue;
    told.add(statements);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()];
}

function contradictionRow(group: readonly FindingSaid[]): Row {
  const [first, ...others] = group;
  if (!first) return { cells: [], cites: [] };
  const against =
    others.length > 0
      ? others.map((each) => `${each.value} ${givers(each.supports)}`)
      : valuesWithGivers(first.contradicts, first);
  return {
    cells: [
      first.who,
      `${first.value} ${givers(first.supports)}`,
      against.slice(0, 3).join("; ") || "-",
      why(first.finding),
    ],
    cites: [...first.cites, ...others.flatMap((each) => each.cites.slice(0, 1))],
  };
}

/** Values that speak against a finding, each once, with who gives it; of which property, where it is another. */
export function valuesWithGivers(evidence: readonly Evidence[], { finding }: FindingSaid): string[] {
  const byValue = groupBy(
    evidence,
    (each) => `${propertyText(each, finding)}${each.prop === "amount" ? amountInWords(each.value) : each.value}`,
  );
  return [...byValue].map(([value, all]) => `${value} ${givers(all)}`);
}

const propertyText = ({ schema, prop }: Evidence, finding: FindingLine): string =>
  schema === finding.schema || prop === "name" || prop.startsWith("account") || prop === "iban"
    ? ""
    : `${schema.toLowerCase()} ${propertyInWords(prop)} `;

/** "(h1-workbook, B2; h4-register, A2)" */
function givers(evidence: readonly Evidence[]): string {
  const all = [...new Set(evidence.map((each) => `${each.dataset}, ${each.grade}`))];
  return all.length === 0 ? "" : `(${all.join("; ")})`;
}

/** The reason without the other value, which stands beside it. */
export const why = ({ explanation }: FindingLine): string =>
  explanation.replace(/^It cannot be true together with .*?\. (?=\p{Lu})/su, "");
