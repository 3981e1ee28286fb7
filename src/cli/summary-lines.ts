import { relative } from "node:path";
import { views, type OpenCase, type RunReport } from "../casefile/index.ts";
import { effectWords } from "./effect-words.ts";
import { counted, grouped, money, shown } from "./show.ts";

/** The figures that a person wants after a run, one line per stage. */
export function summaryLines(
  open: OpenCase,
  about: {
    readonly summary: views.Summary;
    readonly blockSets: readonly views.BlockSetLine[];
    readonly report: Pick<RunReport, "brief" | "unknownNames">;
  },
): string[] {
  const { summary, report } = about;
  const { brief } = report;
  const { currency } = open.settings;
  const files = [brief.html, brief.markdown].map((file) => relative(open.folder.paths.dir, file)).join("   ");
  return [
    `${shown(open.folder.config.title)}: ${counted(summary.sources, "source")}, ${counted(summary.files, "file")}, ${counted(summary.lists, "public list")}`,
    line(
      "intake",
      `${counted(summary.values, "value")} from the files and lists; ${counted(summary.faults, "place")} could not be read (windfall faults)`,
    ),
    line("who is who", whoText(summary)),
    line("cross-check", crosscheckText(summary)),
    line("network", networkText(summary, currency)),
    ...chokepointTexts(about.blockSets, summary.nodes, currency).map((text, index) =>
      line(index === 0 ? "chokepoints" : "", text),
    ),
    ...(summary.loadBearing.joins > 0 ? [line("", bearingText(summary.loadBearing))] : []),
    ...report.unknownNames.map((text) => line("settings", shown(text))),
    line("brief", `${files}        INTERNAL - NOT CHECKED FOR RELEASE`),
  ];
}

const line = (stage: string, text: string): string => `  ${stage.padEnd(12)} ${text}`;

function whoText(summary: views.Summary): string {
  const ofAdvice =
    summary.toReviewOfAdvice > 0
      ? `; ${grouped(summary.toReviewOfAdvice)} of them ${summary.toReviewOfAdvice === 1 ? "carries" : "carry"} the advice below`
      : "";
  return `${grouped(summary.entities)} mentions -> ${counted(summary.canonicals, "entity", "entities")}; ${grouped(summary.joined)} joined, ${counted(summary.toReview, "pair")} to review (windfall review${ofAdvice})${summary.skippedPairs > 0n ? `; ${grouped(summary.skippedPairs)} pairs not compared (windfall status)` : ""}`;
}

const bearingText = ({ joins, alone, confirmed }: views.Summary["loadBearing"]): string =>
  `the brief hangs on ${counted(joins, "join of two mentions", "joins of two mentions")}, ${grouped(alone)} backed by no other; a person has confirmed ${grouped(confirmed)} (windfall review --load-bearing)`;

function crosscheckText(summary: views.Summary): string {
  const listed = summary.listedOnly > 0 ? ` (and ${grouped(summary.listedOnly)} in a public list alone)` : "";
  const since = summary.latestHandOver === null ? "" : ` ${summary.latestHandOver}`;
  return `${counted(summary.corroborated, "value")} said by 2+ independent sources, ${grouped(summary.contradicted)} contradicted, ${grouped(summary.single)} from one source${listed}, ${grouped(summary.sourceUnknown)} of unknown source; ${grouped(summary.notHeldBefore)} not held before${since}`;
}

function networkText(summary: views.Summary, currency: string): string {
  const flows =
    summary.canFlowMinor === null ? "" : `, ${money(summary.canFlowMinor, currency)} of it can flow from start to end`;
  const rateless =
    summary.withoutRate > 0
      ? `; ${grouped(summary.withoutRate)} more without a currency or a rate for the day are not counted`
      : "";
  return `${money(summary.seenMinor, currency)} in ${counted(summary.payments, "payment")}${flows}${rateless}`;
}

/** The advice in one line, and in a second one the advice without payments that may be slips of a pen. */
function chokepointTexts(blockSets: readonly views.BlockSetLine[], nodes: number, currency: string): string[] {
  const advised = views.advisedSet(blockSets);
  if (!advised || advised.baselineMinor === 0n)
    return [`none: ${advised?.explanation.refusal ?? "no money was seen that can flow from a start to an end"}`];
  const { coverage, effects } = advised.explanation;
  const withoutOutsized = views.withoutSlips(advised);
  const first = `${advised.members.length} of ${grouped(nodes)}: ${effectWords(atOnceAndLast(effects), currency)}; ${advised.proof} for what was seen`;
  const slips = coverage?.outsized?.payments ?? 0;
  if (!withoutOutsized || slips === 0) return [first];
  return [
    first,
    `without ${counted(slips, "payment")} out of all proportion, which may be slips: ${effectWords(atOnceAndLast(withoutOutsized.effects), currency)}`,
  ];
}

/** What is stopped at once, and what is at the largest reroute factor. */
const atOnceAndLast = (effects: views.BlockSetLine["explanation"]["effects"]): typeof effects =>
  effects.filter((_effect, index) => index === 0 || index === effects.length - 1);
