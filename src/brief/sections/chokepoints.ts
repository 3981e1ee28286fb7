import {
  advisedSet,
  blockSets,
  captionsOf,
  paymentsTouching,
  type BlockSetLine,
  type Reader,
} from "../../views/index.ts";
import type { Block, Citation, Section, Sentence } from "../outline.ts";
import { counted, money, percent } from "../words.ts";

/** What the sentences of this section share. */
interface Told {
  readonly reader: Reader;
  readonly currency: string;
  readonly advised: BlockSetLine;
  readonly nameOf: (id: string) => string;
  readonly cite: Citation;
}

/** The network, the advised chokepoints, what they stop, on what base, how well that is proved, and what it hangs on. */
export async function chokepoints(reader: Reader, currency: string): Promise<Section> {
  const id = "chokepoints";
  const title = "The network and its chokepoints";
  const sets = await blockSets(reader);
  const advised = advisedSet(sets);
  if (!advised || advised.baselineMinor === 0n) {
    const why = advised?.explanation.refusal ?? "no money was seen that can flow from a start to an end";
    return { id, title, blocks: [{ kind: "empty", text: `No chokepoint is advised: ${why}.` }] };
  }
  const captions = await captionsOf(reader, idsIn(sets));
  const told: Told = {
    reader,
    currency,
    advised,
    nameOf: (each) => captions.get(each) ?? each,
    cite: { kind: "blockSet", id: advised.id },
  };
  return {
    id,
    title,
    blocks: [
      {
        kind: "paragraph",
        sentences: [
          baseSentence(told),
          effectSentence(told),
          ...outsizedSentences(told),
          ...otherWaySentences(told),
          ...alternativeSentences(told),
        ],
      },
      { kind: "list", sentences: await memberSentences(told) },
      ...joinBlocks(told),
      setTable(told, sets),
    ],
  };
}

const idsIn = (sets: readonly BlockSetLine[]): string[] =>
  sets.flatMap((set) => [
    ...set.members,
    ...set.explanation.members.flatMap((member) => member.takenOverBy.map((other) => other.id)),
    ...set.explanation.anotherWay.flatMap((channel) => [channel.payer, channel.payee]),
    ...(set.explanation.withoutOutsized?.members ?? []),
    ...set.explanation.alternatives.flatMap((other) => other.members),
  ]);

const baseSentence = ({ advised, currency, cite }: Told): Sentence => ({
  text: `${advised.explanation.ends}. Of the money seen, ${money(advised.baselineMinor, currency)} can flow from the starts to the ends within the channels seen.`,
  cites: [cite],
});

function effectSentence({ advised, currency, nameOf, cite }: Told): Sentence {
  const words = advised.explanation.effects.map((effect) => {
    const share = percent(BigInt(effect.stranded), advised.baselineMinor);
    return effect.rhoQuarters === 4
      ? `${share} is stopped at once`
      : `${share} can no longer get through if known channels carry ${effect.rhoQuarters / 4} times what was seen`;
  });
  return {
    text: `Blocking ${advised.members.map(nameOf).join("; ")}: of the ${money(advised.baselineMinor, currency)}, ${words.join(", ")}; ${advised.proof} for what was seen.`,
    cites: [cite],
  };
}

function otherWaySentences({ advised, currency, nameOf, cite }: Told): Sentence[] {
  const [first] = advised.explanation.anotherWay;
  if (!first) return [];
  return [
    {
      text: `The rest finds another way: most would be added from ${nameOf(first.payer)} to ${nameOf(first.payee)}, which was seen to carry ${money(BigInt(first.seen), currency)} and would carry ${money(BigInt(first.wouldCarry), currency)}.`,
      cites: [cite],
    },
  ];
}

/** A slip of three zeros can outweigh a whole network: what would be advised without such payments is said beside it. */
function outsizedSentences({ advised, currency, nameOf, cite }: Told): Sentence[] {
  const { withoutOutsized, coverage } = advised.explanation;
  const outsized = coverage?.outsized;
  const [first] = withoutOutsized?.effects ?? [];
  if (!withoutOutsized || !outsized || outsized.payments === 0 || !first) return [];
  const base = BigInt(first.canFlow);
  const shares = withoutOutsized.effects
    .map((effect) => `${percent(BigInt(effect.stranded), base)} at ${effect.rhoQuarters / 4} times`)
    .join(", ");
  return [
    {
      text: `${counted(outsized.payments, "payment is", "payments are")} out of all proportion and may be slips; they hold ${money(BigInt(outsized.minor), currency)} of the money seen. Without them ${money(base, currency)} can flow, and blocking ${withoutOutsized.members.map(nameOf).join("; ")} leaves without a way, of the ${money(base, currency)}: ${shares} what was seen.`,
      cites: [cite],
    },
  ];
}

function alternativeSentences({ advised, nameOf, cite }: Told): Sentence[] {
  const [first] = advised.explanation.alternatives;
  if (!first) return [];
  return [
    {
      text: `Nearly as good, and not a complete list of such sets: ${first.members.map(nameOf).join("; ")}.`,
      cites: [cite],
    },
  ];
}

async function memberSentences(told: Told): Promise<Sentence[]> {
  const { reader, advised, currency, nameOf, cite } = told;
  const sentences: Sentence[] = [];
  for (const member of advised.explanation.members) {
    const touching = await paymentsTouching(reader, member.id, 6);
    const over = member.takenOverBy
      .map((other) => `${nameOf(other.id)} (${money(BigInt(other.amount), currency)})`)
      .join(", ");
    const parts = [
      `${nameOf(member.id)} carries ${money(BigInt(member.carries), currency)} of it`,
      over === ""
        ? "nobody seen could carry that instead"
        : `within what was seen ${over} could carry some of that instead`,
      `without it in the set ${money(BigInt(member.marginal), currency)} less would be stopped`,
      ...(member.lists.length > 0 ? [`it stands already on ${member.lists.join(", ")}`] : []),
      ...(member.isUnnamed ? ["it is known by an account alone"] : []),
      ...(member.collateral > 0
        ? [`a block would also hit ${money(BigInt(member.collateral), currency)} that goes no such way`]
        : []),
      `${counted(touching.payments, "payment")} of it ${touching.payments === 1 ? "was" : "were"} seen`,
    ];
    const statements = touching.statements.map((id): Citation => ({ kind: "statement", id }));
    sentences.push({ text: `${parts.join("; ")}.`, cites: [cite, ...statements] });
  }
  return sentences;
}

/** The joins on which the advice hangs: whoever doubts one doubts the advice. */
function joinBlocks({ advised, nameOf, cite }: Told): Block[] {
  const rows = advised.explanation.members
    .filter((member) => member.joinCount > 0)
    .map((member) => ({
      cells: [
        nameOf(member.id),
        String(member.joinCount),
        [...new Set(member.joins.map((join) => join.by))].slice(0, 4).join("; "),
      ],
      cites: [cite],
    }));
  if (rows.length === 0) return [];
  return [
    {
      kind: "table",
      caption: "The joins on which the advice hangs; a person has confirmed only those by a judgement",
      head: ["chokepoint", "joins", "made by"],
      rows,
    },
  ];
}

function setTable({ advised, currency, nameOf }: Told, sets: readonly BlockSetLine[]): Block {
  return {
    kind: "table",
    caption: `Best sets for each budget and reroute factor; shares are of the ${money(advised.baselineMinor, currency)} that can flow`,
    head: ["budget", "each channel can carry", "block", "can no longer get through", "share", "proof"],
    rows: sets.map((set) => {
      const stranded = set.residualMinor >= set.baselineMinor ? 0n : set.baselineMinor - set.residualMinor;
      return {
        cells: [
          String(set.budget),
          set.rhoQuarters === 0 ? "advice over all of these" : `${set.rhoQuarters / 4} times what was seen`,
          set.members.map(nameOf).join("; ") || "nobody",
          money(stranded, currency),
          percent(stranded, set.baselineMinor),
          set.proof,
        ],
        cites: [{ kind: "blockSet", id: set.id }],
      };
    }),
  };
}
