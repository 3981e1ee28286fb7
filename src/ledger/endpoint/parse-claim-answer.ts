import { z } from "zod";
import { claimWords } from "../../model/index.ts";

/** A claim as a model proposes it: `from` and `to` are offsets in its passage, end left out; a speaker of null is the author. */
export interface ModelClaim {
  readonly from: number;
  readonly to: number;
  readonly quote: string;
  readonly speaker: string | null;
  readonly kind: (typeof claimWords.kind)[number];
  readonly polarity: (typeof claimWords.polarity)[number];
  readonly modality: (typeof claimWords.modality)[number];
}

/** What an answer comes to; `dropped`: claims whose quote or speaker are no words of the passage, or that repeat another. */
export interface ClaimAnswer {
  readonly isUnderstood: boolean;
  readonly claims: readonly ModelClaim[];
  readonly dropped: number;
}

const claimsMax = 50;

const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

const answer = z.strictObject({
  claims: z
    .array(
      z.strictObject({
        quote: z.string(),
        speaker: z.string().nullable(),
        kind: z.enum(claimWords.kind),
        polarity: z.enum(claimWords.polarity),
        modality: z.enum(claimWords.modality),
      }),
    )
    .max(claimsMax),
});

const notUnderstood: ClaimAnswer = { isUnderstood: false, claims: [], dropped: 0 };

/** Reads the body of an answer for chat completions, of which the first choice holds claims of `passage` as JSON and nothing else. */
export function parseClaimAnswer(body: string, passage: string): ClaimAnswer {
  const outer = completion.safeParse(parseJson(body));
  const [choice] = outer.success ? outer.data.choices : [];
  const inner = answer.safeParse(choice && parseJson(choice.message.content));
  if (!inner.success) return notUnderstood;
  const claims = new Map<string, ModelClaim>();
  for (const { quote, speaker, ...words } of inner.data.claims) {
    const span = spanOf(passage, quote);
    const name = speaker?.trim() ?? null;
    if (!span || (name !== null && (name === "" || !passage.includes(name)))) continue;
    const key = `${span.from} ${span.to}`;
    if (!claims.has(key)) claims.set(key, { ...span, speaker: name, ...words });
  }
  const kept = [...claims.values()].toSorted((left, right) => left.from - right.from || left.to - right.to);
  return { isUnderstood: true, claims: kept, dropped: inner.data.claims.length - kept.length };
}

/** Where a quote stands in a passage, letter by letter; undefined if it does not. */
function spanOf(passage: string, words: string): Pick<ModelClaim, "from" | "to" | "quote"> | undefined {
  const quote = words.trim();
  const from = quote === "" ? -1 : passage.indexOf(quote);
  return from < 0 ? undefined : { from, to: from + quote.length, quote };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
