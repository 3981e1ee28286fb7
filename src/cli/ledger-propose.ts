import { Refusal } from "../base/index.ts";
import { offerClaims, sendForClaims, type ClaimsOffer, type OpenCase } from "../casefile/index.ts";
import { counted, grouped, shown } from "./show.ts";
import { textOption, type VerbInput, type VerbResult } from "./verb.ts";

/** The environment variable that holds the key of an endpoint which asks for one; it is written nowhere. */
const keyVariable = "WINDFALL_ENDPOINT_KEY";

/** Shows what of a document would be sent to the case's endpoint, or with --send-to sends it there and keeps what is proposed. */
export async function proposeClaims(open: OpenCase, input: VerbInput, file: string): Promise<VerbResult> {
  if (file === "") throw new Refusal('name a document, such as "windfall ledger propose h1/report.html"');
  const offer = await offerClaims(open, file);
  const sendTo = textOption(input, "sendTo");
  if (sendTo === undefined) return showOffer(offer);
  const done = await sendForClaims(open, offer, { sendTo, actor: input.actor, key: process.env[keyVariable] });
  return {
    exit: 0,
    lines: [
      `${counted(done.sent, "passage")} of ${shown(file)} sent to ${shown(offer.endpoint.url)}: ${counted(done.proposed, "claim")} proposed by the model ${shown(offer.endpoint.model)}, ${grouped(done.dropped)} dropped (not in the passage's own words, or twice), ${counted(done.notUnderstood, "answer")} not understood`,
      ...notSentLines(offer),
      ...(done.proposed > 0
        ? ['"windfall run" puts them among the proposals; none counts before "windfall review --claims" accepts it']
        : []),
    ],
    data: { ...done, notSent: Object.fromEntries(offer.notSent) },
  };
}

function showOffer(offer: ClaimsOffer): VerbResult {
  const { file, endpoint, instruction, passages, notSent } = offer;
  const characters = passages.reduce((sum, { text }) => sum + text.length, 0);
  return {
    exit: 1,
    lines: [
      `nothing was sent; to ${shown(endpoint.url)} (model ${shown(endpoint.model)}) would go, each passage alone with the instruction below:`,
      ...passages.map(({ row, text }) => `passage ${row}, ${counted(text.length, "character")}: ${shown(text)}`),
      ...instruction.split("\n").map((line) => `instruction: ${line}`),
      `${counted(passages.length, "passage")}, ${counted(characters, "character")} of ${shown(file)}, and the instruction of ${counted(instruction.length, "character")} with each`,
      ...notSentLines(offer),
      `to send them: windfall ledger propose ${shown(file)} --send-to ${shown(endpoint.url)}`,
    ],
    data: { file, ...endpoint, instruction, passages, characters, notSent: Object.fromEntries(notSent) },
  };
}

const notSentLines = ({ notSent }: ClaimsOffer): string[] =>
  [...notSent].map(([why, count]) => `${counted(count, "passage")} not sent: ${why}`);
