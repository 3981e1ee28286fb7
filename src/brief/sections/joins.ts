import type { StatementId } from "../../model/index.ts";
import type { Citation, Section, Sentence } from "../outline.ts";
import { counted, grouped, joinedByInWords, listed, money } from "../words.ts";

/** A value that a join rests on: as it stood, where it stands, and how common it is. */
interface ComparedTold {
  readonly statementId: StatementId;
  readonly value: string;
  readonly original: string | null;
  readonly locator: string | null;
  readonly common: { readonly words: string };
}

/** A join on which the brief hangs, as it is told; `cites` names both mentions. */
export interface JoinTold {
  readonly leftName: string;
  readonly rightName: string;
  readonly joinedBy: string;
  readonly carries: readonly { readonly kind: string; readonly carried: string }[];
  readonly moneyMinor: string;
  readonly isAlone: boolean;
  readonly confirmed: {
    readonly judgementNo: number;
    readonly by: string;
    readonly reasons: readonly string[];
  } | null;
  readonly reasons: readonly {
    readonly sentence: string;
    readonly weightMb: number;
    readonly left: ComparedTold | null;
    readonly right: ComparedTold | null;
  }[];
  readonly cites: readonly StatementId[];
}

/** How many joins carry something, and how many of them what. */
export interface JoinCounts {
  readonly joins: number;
  readonly sentences: number;
  readonly matches: number;
  readonly chokepoints: number;
  readonly alone: number;
  readonly confirmed: number;
}

const id = "joins";
const title = "The joins on which this brief hangs";
const mostCitedInSum = 6;

/** The joins of mentions that carry a sentence, a match with a public list or a chokepoint: who doubts one doubts that. */
export function joinsSection(counts: JoinCounts, joins: readonly JoinTold[], currency: string): Section {
  const sum = sumSentence(counts, joins);
  if (!sum) return { id, title, blocks: [{ kind: "empty", text: "Nothing above hangs on a join of two mentions." }] };
  const rest = counts.joins - joins.length;
  return {
    id,
    title,
    blocks: [
      { kind: "paragraph", sentences: [sum] },
      { kind: "list", sentences: joins.map((join) => joinSentence(join, currency)) },
      ...(rest > 0
        ? [
            {
              kind: "empty" as const,
              text: `${counted(rest, "more join")}: "windfall review --load-bearing" lists them all.`,
            },
          ]
        : []),
    ],
  };
}

/** How many joins carry what, and how many of them a person has confirmed; undefined where there are none. */
export function sumSentence(counts: JoinCounts, joins: readonly JoinTold[]): Sentence | undefined {
  const cites = joins.slice(0, mostCitedInSum).flatMap((join) => join.cites.map(citeOf));
  if (counts.joins === 0 || cites.length === 0) return undefined;
  const kinds = [
    [counts.sentences, "a cited sentence"],
    [counts.matches, "a match with a public list"],
    [counts.chokepoints, "a chokepoint"],
  ] as const;
  const parts = kinds.filter(([count]) => count > 0).map(([count, what]) => `${grouped(count)} ${what}`);
  const alone = counts.alone === 0 ? "others back each" : `no other join backs ${grouped(counts.alone)} of them`;
  return {
    text: `${counted(counts.joins, "join of two mentions carries", "joins of two mentions carry")} what this brief says (${listed(parts)}); ${alone}; a person has confirmed ${grouped(counts.confirmed)}.`,
    cites,
  };
}

const citeOf = (statement: StatementId): Citation => ({ kind: "statement", id: statement });

function joinSentence(join: JoinTold, currency: string): Sentence {
  const compared = join.reasons.flatMap(({ left, right }) => [left, right]).filter((each) => each !== null);
  const { confirmed } = join;
  const parts = [
    `${join.leftName} and ${join.rightName}: taken for one by ${joinedByInWords(join.joinedBy)}`,
    `It carries ${carriedInWords(join, currency)}`,
    ...(join.isAlone ? ["No other join backs it"] : []),
    ...(confirmed === null
      ? []
      : [`${confirmed.by} has confirmed it (decision ${confirmed.judgementNo}: ${confirmed.reasons.join("; ")})`]),
    ...join.reasons.map(reasonInWords),
  ];
  return {
    text: `${parts.join(". ")}.`,
    cites: [...new Set([...join.cites, ...compared.map(({ statementId }) => statementId)])].map(citeOf),
  };
}

/** "2 sentences, the chokepoint Blue Gate Ltd and 1.2 M USD of payments on its smaller side". */
function carriedInWords({ carries, moneyMinor }: Pick<JoinTold, "carries" | "moneyMinor">, currency: string): string {
  const of = (wanted: string): string[] =>
    carries.filter(({ kind }) => kind === wanted).map(({ carried }) => carried.split(" / ")[0] ?? carried);
  const [sentences, matches, chokepoints] = [of("sentence"), of("match"), of("chokepoint")];
  return listed([
    ...(sentences.length > 0 ? [counted(sentences.length, "sentence")] : []),
    ...(matches.length > 0 ? [`the match with ${listed(matches)}`] : []),
    ...(chokepoints.length > 0 ? [`the chokepoint ${listed(chokepoints)}`] : []),
    ...(moneyMinor === "0" ? [] : [`${money(BigInt(moneyMinor), currency)} of payments on its smaller side`]),
  ]);
}

/** "For, 13.9 bits: Both give the same account number: "6861" (h1/f1.csv#A1) and "6861" (h2/f2.csv#B3); nobody else here has it". */
function reasonInWords({ sentence, weightMb, left, right }: JoinTold["reasons"][number]): string {
  const direction = weightMb > 0 ? "For" : weightMb < 0 ? "Against" : "Neither for nor against";
  const values = [left, right].filter((each) => each !== null);
  const common = [...new Set(values.map((each) => each.common.words))];
  const stood = values.map(({ value, original, locator }) => `"${original ?? value}" (${locator ?? "no place"})`);
  return [
    `${direction}, ${(Math.abs(weightMb) / 1000).toFixed(1)} bits: ${sentence.replace(/\.$/u, "")}`,
    ...(stood.length > 0 ? [`: ${listed(stood)}; ${commonInWords(common)}`] : []),
  ].join("");
}

const commonInWords = ([first = "", second]: readonly string[]): string =>
  second === undefined ? first : `of the first, ${first}; of the second, ${second}`;
