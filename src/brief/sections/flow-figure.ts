import type { FlowPicture } from "../../views/index.ts";
import type { FlowDrawing } from "../diagram/draw-flow.ts";
import type { Block } from "../outline.ts";
import { counted, listed, money, percent, timesInWords } from "../words.ts";
import type { Told } from "./chokepoints-told.ts";

/** The flow as a drawing, the advised parties crossed out, with what that does in three figures; nothing where no way can be drawn. */
export function pictureBlocks(told: Told, picture: FlowPicture | null): Block[] {
  if (!picture || picture.edges.length === 0) return [];
  const { currency, cite } = told;
  const left = picture.ways - picture.drawnWays;
  const drawn =
    left === 0
      ? `All ${counted(picture.ways, "way")} of the ${money(BigInt(picture.minor), currency)} that can flow`
      : `Of the ${money(BigInt(picture.minor), currency)} that can flow, ${counted(picture.drawnWays, "way")} with ${money(BigInt(picture.drawnMinor), currency)}, those through the advised parties first and then the largest; ${counted(left, "smaller way is", "smaller ways are")} not drawn`;
  return [
    {
      kind: "figure",
      caption: `${drawn}. Amounts are what can flow through each channel and party, all ways counted, before anybody is blocked.`,
      drawing: drawingOf(told, picture),
      cites: [cite],
    },
  ];
}

function drawingOf({ advised, currency, shortOf }: Told, picture: FlowPicture): FlowDrawing {
  const blocked = listed(picture.nodes.filter((node) => node.isBlocked).map((node) => shortOf(node.id)));
  const figures = threeWords(advised, currency);
  return {
    title: `Money from where it starts to where it ends, with ${blocked === "" ? "nobody" : blocked} blocked`,
    description: `${figures.map(({ word, amount, detail }) => `${word}: ${amount} (${detail})`).join("; ")}. ${picture.edges.length} channels between ${picture.nodes.length} parties are drawn, payers left and payees right; the table above and the check file hold the same figures.`,
    currency,
    figures,
    nodes: picture.nodes.map(({ id, minor, side, isBlocked }) => ({
      caption: shortOf(id),
      minor,
      amount: money(BigInt(minor), currency),
      side,
      isBlocked,
    })),
    edges: picture.edges.map((edge) => ({ ...edge, amount: money(BigInt(edge.minor), currency) })),
  };
}

/** "Stopped at once", "can no longer get through" at the largest factor, and the difference, which "finds another way". */
function threeWords({ explanation, baselineMinor }: Told["advised"], currency: string): FlowDrawing["figures"] {
  const atOnce = explanation.effects.find(({ rhoQuarters }) => rhoQuarters === 4);
  const last = explanation.effects.at(-1);
  const share = (minor: number): string =>
    `${money(BigInt(minor), currency)}, ${percent(BigInt(minor), baselineMinor)}`;
  return [
    ...(atOnce
      ? [
          {
            word: "stopped at once",
            amount: share(atOnce.stranded),
            detail: "channels carry what was seen",
            isAlarm: false,
          },
        ]
      : []),
    ...(last && last !== atOnce
      ? [
          {
            word: "can no longer get through",
            amount: share(last.stranded),
            detail: `though channels carry ${timesInWords(last.rhoQuarters)} what was seen`,
            isAlarm: true,
          },
        ]
      : []),
    ...(last && atOnce && last !== atOnce
      ? [
          {
            word: "finds another way",
            amount: share(Math.max(0, atOnce.stranded - last.stranded)),
            detail: "the difference, through channels seen",
            isAlarm: false,
          },
        ]
      : []),
  ];
}
