import type { ClaimKind, Modality, Polarity } from "../claims/claim.ts";
import { findFirst, findWords, wordsPattern, type ForeignLanguage } from "./foreign-words.ts";
import type { TellingManner } from "./telling.ts";

export interface ForeignJudgement {
  readonly kind: ClaimKind;
  readonly modality: Modality;
  readonly polarity: Polarity;
  /** The words that show it, as the text has them. */
  readonly cues: readonly string[];
}

/** Judges words by how the text comes by them (`flat`: nobody but the author or the outlet says them) and by their own cues. */
export function judgeForeign(
  language: ForeignLanguage,
  text: string,
  { manner, isAuthor }: { manner: TellingManner | "flat"; isAuthor: boolean },
): ForeignJudgement {
  const refusal = findWords(language, text, { kind: "refusal", except: "not-refusal" })[0]?.[0];
  const falsity = findFirst(wordsPattern(language, "false"), text)?.[0];
  const hedge = findWords(language, text, { kind: "hedge", except: "not-hedge" })[0]?.[0];
  const negation = findWords(language, text, { kind: "negative", except: "not-negative" })[0]?.[0];
  const modality = modalityOf(manner, { refusal, falsity: isAuthor ? undefined : falsity, hedge });
  const isNegative =
    modality === "denied" || modality === "cannot-confirm" || negation !== undefined || falsity !== undefined;
  const kind = kindOf(modality, {
    isAuthor,
    isPrecedent: findFirst(wordsPattern(language, "precedent"), text) !== undefined,
  });
  const cues = [...new Set([refusal, falsity, hedge, isNegative ? negation : undefined])];
  return {
    kind,
    modality,
    polarity: isNegative ? "negative" : "positive",
    cues: cues.filter((cue) => cue !== undefined).map((cue) => cue.trim()),
  };
}

function modalityOf(
  manner: TellingManner | "flat",
  cues: { refusal: string | undefined; falsity: string | undefined; hedge: string | undefined },
): Modality {
  if (manner === "denied") return "denied";
  if (manner === "refused" || cues.refusal !== undefined) return "cannot-confirm";
  if (cues.falsity !== undefined) return "denied";
  if (cues.hedge !== undefined) return "hedged";
  return manner === "said" || manner === "evidential" ? "reported" : "asserted";
}

function kindOf(modality: Modality, { isAuthor, isPrecedent }: { isAuthor: boolean; isPrecedent: boolean }): ClaimKind {
  if (modality === "denied") return "denial";
  if (modality === "cannot-confirm") return "hedge";
  if (isPrecedent) return "precedent";
  return isAuthor && modality === "hedged" ? "hedge" : "event";
}
