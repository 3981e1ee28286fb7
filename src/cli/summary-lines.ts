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
    readonly brief: RunReport["brief"];
  },
): string[] {
  const { summary, brief } = about;
  const { currency } = open.settings;
  const files = [brief.html, brief.markdown].map((file) => relative(open.folder.paths.dir, file)).join("   ");
  return [
    `${shown(open.folder.config.title)}: ${counted(summary.sources, "source")}, ${counted(summary.files, "file")}, ${counted(summary.lists, "public list")}`,
    line(
      "intake",
      `${counted(summary.values, "value")}; ${counted(summary.faults, "place")} could not be read (windfall faults)`,
    ),
    line(
      "who is who",
      `${grouped(summary.entities)} entities -> ${grouped(summary.canonicals)}; ${grouped(summary.joined)} joined, ${counted(summary.toReview, "pair")} to review (windfall review)`,
    ),
    line(
      "cross-check",
      `${counted(summary.corroborated, "value")} said by 2+ independent sources, ${grouped(summary.contradicted)} contradicted, ${grouped(summary.single)} from one source, ${grouped(summary.sourceUnknown)} of unknown source; ${grouped(summary.notHeldBefore)} not held before`,
    ),
    line("network", networkText(summary, currency)),
    line("chokepoints", chokepointText(about.blockSets, summary.nodes, currency)),
    line("brief", `${files}        INTERNAL - NOT CHECKED FOR RELEASE`),
  ];
}

const line = (stage: string, text: string): string => `  ${stage.padEnd(12)} ${text}`;

function networkText(summary: views.Summary, currency: string): string {
  const flows =
    summary.canFlowMinor === null ? "" : `, ${money(summary.canFlowMinor, currency)} of it can flow from start to end`;
  const rateless =
    summary.withoutRate > 0 ? `; ${counted(summary.withoutRate, "payment")} without a rate stand outside` : "";
  return `${money(summary.seenMinor, currency)} in ${counted(summary.payments, "payment")}${flows}${rateless}`;
}

function chokepointText(blockSets: readonly views.BlockSetLine[], nodes: number, currency: string): string {
  const advised = views.advisedSet(blockSets);
  if (!advised || advised.baselineMinor === 0n)
    return `none: ${advised?.explanation.refusal ?? "no money was seen that can flow from a start to an end"}`;
  const slips = advised.explanation.coverage?.outsized?.payments ?? 0;
  const doubt =
    slips > 0
      ? `; ${counted(slips, "payment")} out of all proportion may be slips, see the brief for the advice without`
      : "";
  return `${advised.members.length} of ${nodes}: ${effectWords(advised, currency)}; ${advised.proof} for what was seen${doubt}`;
}
