import {
  advisedSet,
  blockSets,
  fileSources,
  findingCounts,
  findingLines,
  restsOnEach,
  supportOfMoney,
  type Reader,
} from "../../views/index.ts";
import type { Block, Citation, Section, Sentence } from "../outline.ts";
import { sayFindings, someOfEach, type FindingSaid } from "../say-findings.ts";
import { counted, money, propertyInWords, schemaInWords, sourcesInWords, grouped } from "../words.ts";

const aboutChokepoints = { perEntity: 2, perProperty: 6 };
const widelySaid = { perEntity: 1, perProperty: 2 };
const shownFindings = 24;
const mostExamples = 6;

/** What several independent sources say alike: how much of each kind, then what is said of the chokepoints. */
export async function saidAlike(reader: Reader, currency: string): Promise<Section> {
  const id = "said-alike";
  const title = "Said by two or more independent sources";
  const kinds = (await findingCounts(reader))
    .filter((count) => count.verdict === "corroborated")
    .toSorted((left, right) => right.findings - left.findings);
  if (kinds.length === 0)
    return { id, title, blocks: [{ kind: "empty", text: "No value is said by two or more independent sources." }] };
  const total = kinds.reduce((sum, kind) => sum + kind.findings, 0);
  const cites = kinds.slice(0, mostExamples).map((kind): Citation => ({ kind: "finding", id: kind.example }));
  const paid = await supportOfMoney(reader);
  const sentences: Sentence[] = [
    { text: `${counted(total, "value is", "values are")} said by two or more independent sources.`, cites },
  ];
  if (paid.saidByMore > 0)
    sentences.push({
      text: `Of the ${money(paid.minor, currency)} seen in payments, ${money(paid.saidByMoreMinor, currency)} in ${counted(paid.saidByMore, "payment")} ${paid.saidByMore === 1 ? "is" : "are"} shown by two or more of them.`,
      cites,
    });
  return {
    id,
    title,
    blocks: [
      { kind: "paragraph", sentences },
      { kind: "list", sentences: await examples(reader, "corroborated") },
      {
        kind: "table",
        caption: "How many values of each kind, each with one example",
        head: ["of", "property", "values"],
        rows: kinds.map((kind) => ({
          cells: [schemaInWords(kind.schema), propertyInWords(kind.prop), grouped(kind.findings)],
          cites: [{ kind: "finding", id: kind.example }],
        })),
      },
    ],
  };
}

/** What comes from sources whose root is unknown: it corroborates nothing, and is no one source's word either. */
export async function sourceUnknown(reader: Reader, currency: string): Promise<Section> {
  const id = "source-unknown";
  const title = "What comes from sources whose root is unknown";
  const kinds = (await findingCounts(reader))
    .filter((count) => count.verdict === "unknown")
    .toSorted((left, right) => right.findings - left.findings);
  const total = kinds.reduce((sum, kind) => sum + kind.findings, 0);
  if (total === 0) return { id, title, blocks: [{ kind: "empty", text: "No value has an unknown root." }] };
  const cites = kinds.slice(0, mostExamples).map((kind): Citation => ({ kind: "finding", id: kind.example }));
  const paid = await supportOfMoney(reader);
  const inPayments =
    paid.sourceUnknown > 0
      ? ` ${counted(paid.sourceUnknown, "payment")} worth ${money(paid.sourceUnknownMinor, currency)} ${paid.sourceUnknown === 1 ? "is" : "are"} among them.`
      : "";
  const text = `${counted(total, "value comes", "values come")} from sources of which the case cannot tell on whose word they rest: they corroborate nothing, and may be one word told again.${inPayments}`;
  return {
    id,
    title,
    blocks: [
      { kind: "paragraph", sentences: [{ text, cites }] },
      { kind: "list", sentences: await examples(reader, "unknown") },
    ],
  };
}

/** What rests on one source alone, said in words: by hand-over, and of the chokepoints value by value. */
export async function restsOnOne(reader: Reader, currency: string): Promise<Section> {
  const id = "one-source";
  const title = "What rests on one source";
  const kinds = (await findingCounts(reader)).filter((count) => count.verdict === "single");
  const listed = kinds.reduce((sum, kind) => sum + kind.listedOnly, 0);
  const total = kinds.reduce((sum, kind) => sum + kind.findings, 0) - listed;
  if (total === 0) return { id, title, blocks: [{ kind: "empty", text: "No value rests on one source alone." }] };
  const cites = kinds
    .filter((kind) => kind.findings > kind.listedOnly)
    .toSorted((left, right) => right.findings - left.findings)
    .slice(0, mostExamples)
    .map((kind): Citation => ({ kind: "finding", id: kind.example }));
  const aside =
    listed > 0
      ? ` ${counted(listed, "value")} more of a public list alone ${listed === 1 ? "is" : "are"} not counted here.`
      : "";
  return {
    id,
    title,
    blocks: [
      {
        kind: "paragraph",
        sentences: [
          {
            text: `${counted(total, "value rests", "values rest")} on one source: nothing else that the case holds confirms or contradicts ${total === 1 ? "it" : "them"}.${aside}`,
            cites,
          },
        ],
      },
      await handOverTable(reader, currency),
      { kind: "list", sentences: await examples(reader, "single") },
    ],
  };
}

async function handOverTable(reader: Reader, currency: string): Promise<Block> {
  const files = await fileSources(reader);
  return {
    kind: "table",
    caption: "What each hand-over alone gives; with its source it stands or falls",
    head: ["hand-over", "from", "values", "payments", "worth"],
    rows: (await restsOnEach(reader))
      .map((each) => {
        const own = files.filter((file) => file.dataset === each.dataset);
        return {
          cells: [
            each.dataset,
            own[0] ? `${own[0].source}, ${own[0].grade}` : "-",
            grouped(each.values),
            grouped(each.payments),
            money(each.minor, currency),
          ],
          cites: own.slice(0, 1).map((file): Citation => ({ kind: "file", file: `${file.dataset}/${file.file}` })),
        };
      })
      .filter((row) => row.cites.length > 0),
  };
}

/** Findings of one verdict: first those about the advised chokepoints, then what most sources say. */
async function examples(reader: Reader, verdict: "corroborated" | "single" | "unknown"): Promise<Sentence[]> {
  const canonicalIds = advisedSet(await blockSets(reader))?.members ?? [];
  const wanted = { verdict, isHandedOver: true, offset: 0 };
  const ofAdvice = someOfEach(await findingLines(reader, { ...wanted, canonicalIds, limit: 500 }), aboutChokepoints);
  const others = someOfEach(await findingLines(reader, { ...wanted, limit: 500 }), widelySaid);
  const told = new Set(ofAdvice.map((finding) => finding.findingId));
  const findings = [...ofAdvice, ...others.filter((finding) => !told.has(finding.findingId))].slice(0, shownFindings);
  return (await sayFindings(reader, findings)).map(findingSentence);
}

function findingSentence({ finding, who, what, value, cites }: FindingSaid): Sentence {
  const isNew = finding.isNew ? " It was not held before." : "";
  return {
    text: `${who}${value === "" ? "" : `: ${what} ${value}`}; ${sourcesInWords(finding.rootsLeast, finding.rootsMost)}.${isNew}`,
    cites,
  };
}
