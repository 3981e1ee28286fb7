import {
  advisedSet,
  withoutSlips,
  blockSets,
  captionsOf,
  fileSources,
  findingCounts,
  shortCaption,
  summaryOf,
  type BlockSetLine,
  type Reader,
  type Summary,
} from "../../views/index.ts";
import type { Citation, Section, Sentence } from "../outline.ts";
import { counted, listed, money, percent, timesInWords, grouped } from "../words.ts";

const mostExamples = 6;

/** What a reader with one minute takes away: the advice, its doubt, what speaks against what, and what came in. */
export async function inShort(reader: Reader, currency: string): Promise<Section> {
  const id = "in-short";
  const title = "In short";
  const files = (await fileSources(reader)).map((file): Citation => ({
    kind: "file",
    file: `${file.dataset}/${file.file}`,
  }));
  if (files.length === 0) return { id, title, blocks: [{ kind: "empty", text: "The case holds no material yet." }] };
  const summary = await summaryOf(reader);
  const sentences = [
    ...(await adviceSentences(reader, currency)),
    ...(await findingSentences(reader, summary)),
    cameInSentence(summary, files),
  ];
  return { id, title, blocks: [{ kind: "list", sentences }] };
}

async function adviceSentences(reader: Reader, currency: string): Promise<Sentence[]> {
  const advised = advisedSet(await blockSets(reader));
  if (!advised || advised.baselineMinor === 0n || advised.members.length === 0) return [];
  const { coverage } = advised.explanation;
  const withoutOutsized = withoutSlips(advised);
  const captions = await captionsOf(reader, [...advised.members, ...(withoutOutsized?.members ?? [])]);
  const named = (ids: readonly string[]): string => listed(ids.map((id) => shortCaption(captions.get(id) ?? id)));
  const cites: Citation[] = [{ kind: "blockSet", id: advised.id }];
  const sentences: Sentence[] = [
    {
      text: `Blocking ${named(advised.members)}: of the ${money(advised.baselineMinor, currency)} that can flow from where the money starts to where it ends, ${effectText(advised, advised.baselineMinor)}.`,
      cites,
    },
  ];
  const base = BigInt(withoutOutsized?.effects[0]?.canFlow ?? 0);
  if (withoutOutsized && coverage?.outsized && base > 0n)
    sentences.push({
      text: `That counts ${counted(coverage.outsized.payments, "payment")} out of all proportion (${money(BigInt(coverage.outsized.minor), currency)}), which may be slips of a pen. Without them the advice is ${named(withoutOutsized.members)}: of the ${money(base, currency)} that can then flow, ${effectText({ explanation: withoutOutsized }, base)}.`,
      cites,
    });
  return sentences;
}

/** "50 % is stopped at once, and 25 % can no longer get through even if each known channel carries twice what was seen". */
function effectText(
  { explanation }: { readonly explanation: Pick<BlockSetLine["explanation"], "effects"> },
  base: bigint,
): string {
  const first = explanation.effects.find((effect) => effect.rhoQuarters === 4);
  const last = explanation.effects.at(-1);
  const parts = [
    ...(first ? [`${percent(BigInt(first.stranded), base)} is stopped at once`] : []),
    ...(last && last !== first
      ? [
          `${percent(BigInt(last.stranded), base)} can no longer get through even if each known channel carries ${timesInWords(last.rhoQuarters)} what was seen`,
        ]
      : []),
  ];
  return listed(parts);
}

async function findingSentences(reader: Reader, summary: Summary): Promise<Sentence[]> {
  const kinds = (await findingCounts(reader)).toSorted((left, right) => right.findings - left.findings);
  const citesOf = (...verdicts: string[]): Citation[] =>
    kinds
      .filter((kind) => verdicts.includes(kind.verdict) && kind.findings > kind.listedOnly)
      .slice(0, mostExamples)
      .map((kind) => ({ kind: "finding", id: kind.example }));
  const contradicted = kinds.filter((kind) => kind.verdict === "contradicted");
  const count = (isPayment: boolean): number =>
    contradicted
      .filter((kind) => (kind.schema === "Payment") === isPayment)
      .reduce((sum, kind) => sum + kind.findings, 0);
  return [
    {
      text: `${counted(summary.corroborated, "value is", "values are")} said by two or more independent sources; ${counted(summary.single, "value rests", "values rest")} on one source${summary.sourceUnknown === 0 ? "" : `, ${grouped(summary.sourceUnknown)} on sources whose root is unknown`}.`,
      cites: citesOf("corroborated", "single", "unknown"),
    },
    {
      text: `${counted(count(false) + count(true), "value")} cannot be true together with another: ${grouped(count(false))} about people, firms and holdings, ${grouped(count(true))} about payments.`,
      cites: citesOf("contradicted"),
    },
    {
      text: `${counted(summary.toReview, "pair")} of entities may be one and ${summary.toReview === 1 ? "waits" : "wait"} for a person's decision; ${counted(summary.toReviewOfAdvice, "touches", "touch")} the advice above.`,
      cites: citesOf("corroborated", "single", "contradicted"),
    },
  ].filter((sentence) => sentence.cites.length > 0);
}

function cameInSentence(summary: Summary, cites: readonly Citation[]): Sentence {
  const read =
    summary.rowsLost === 0
      ? "every row of them was read"
      : `${counted(summary.rowsLost, "row")} of ${grouped(summary.rowsPresent)} could not be read`;
  const places =
    summary.faults === 0 ? "" : `, and ${counted(summary.faults, "place")} in them could not be understood`;
  return {
    text: `${counted(summary.files, "file")} came in ${counted(summary.handOvers, "hand-over")}, beside ${counted(summary.lists, "public list")}; ${read}${places}.`,
    cites,
  };
}
