import { findCues, ledgerPhrases, textOf } from "../text/phrases.ts";
import type { ClaimKind, Modality, Polarity } from "./claim.ts";
import type { Statement } from "./statement.ts";

/** Kind, firmness and polarity of a statement, each with the words that show it. */
export interface Judged {
  readonly kind: ClaimKind;
  readonly modality: Modality;
  readonly polarity: Polarity;
  readonly cues: readonly string[];
  readonly isIronic: boolean;
}

/** Judges a statement by its own words and by how the text comes by it; `isAuthor`: nobody else says it; `speaker`: who says it. */
export function judgeStatement(
  statement: Statement,
  { isAuthor, speaker }: { isAuthor: boolean; speaker: SpeakerRank },
): Judged {
  const text = textOf(statement.core);
  const hedges = hedgesOf(statement, text);
  const modality = modalityOf(statement, {
    hedges,
    isAuthor,
    isEmphatic: denies(text, speaker),
  });
  const isNegative =
    modality === "denied" || modality === "cannot-confirm" || statement.manner === "silent" || isNegated(text);
  const isIronic = isIronical(statement, text);
  return {
    kind: isIronic ? "assessment" : kindOf(statement, { text, modality, isAuthor }),
    modality,
    polarity: isNegative ? "negative" : "positive",
    cues: [...statement.cues, ...hedges],
    isIronic,
  };
}

/** Words that mark the content itself as uncertain: in the clause, in the condition before it, or in the way it is told. */
function hedgesOf(statement: Statement, text: string): readonly string[] {
  const own = [...findCues("hedge", text), ...findCues("believed", text)].map((cue) => cue.text);
  const condition = /^(?:if|unless|provided|as far as|by my|in my|supposing|assuming|granted|should|were|had)\b/iu.test(
    statement.condition,
  )
    ? [statement.condition]
    : [];
  const isBackshifted =
    condition.length === 0 && statement.manner === "said" && !statement.isQuoted && toldInPast(statement);
  return [
    ...own.filter((cue) => !isNoHedge(cue, text) && !(isBackshifted && /^would (?:also )?be$/iu.test(cue))),
    ...condition,
  ];
}

/** "said that the ban would be lifted" reports "will be": behind a verb of telling in the past, "would" marks the time and no doubt. */
const toldInPast = ({ cues }: Statement): boolean =>
  cues.some((cue) => /\b(?:said|told|wrote|heard|\p{L}+ed)\W*$|\b(?:quoted|cited)\b/u.test(cue));

/** "May" as a month, "might" as a noun, "could" as an ability in the past. */
const isNoHedge = (cue: string, text: string): boolean =>
  cue === "May" || (cue.toLowerCase() === "may" && /\bMay \d|\d May\b/u.test(text));

/** Who says something: an office, someone by name, or anybody else. */
export type SpeakerRank = "office" | "named" | "other";

/** A flat denial without a verb of denying: "there was no such office" of an office; "no interpreter has ever been employed" of anybody by name. */
const denies = (text: string, speaker: SpeakerRank): boolean =>
  (speaker === "office" && /^no \p{L}+ (?:\p{L}+ )?(?:had|has|have|was|were) /iu.test(text)) ||
  (speaker === "office" && findCues("emphatic", text.replaceAll(/\bkn(?:ows?|ew) nothing\b/gu, "")).length > 0) ||
  (speaker === "named" &&
    /^(?:no|not (?:one|a single)|nobody|none)\b.*\b(?:ever|has|have|at any time)\b|\bat no time\b|\bnever at any time\b|\bthere (?:is|was|were|are|has been|have been) (?:no|not one|not a single)\b/iu.test(
      text,
    ));

function modalityOf(
  statement: Statement,
  { hedges, isAuthor, isEmphatic }: { hedges: readonly string[]; isAuthor: boolean; isEmphatic: boolean },
): Modality {
  if (statement.manner === "denied") return "denied";
  if (statement.manner === "said" && isEmphatic) return "denied";
  if (statement.manner === "refused") return "cannot-confirm";
  if (hedges.length > 0 || statement.isHedged) return "hedged";
  if (statement.manner === "said" || statement.manner === "evidential") return "reported";
  if (statement.manner === "flat" && !isAuthor && statement.isQuoted) return "reported";
  return "asserted";
}

/** Negated by its own words; a contrast behind a comma (", not two"), "No. 8" and "asked not to be named" negate nothing. */
function isNegated(text: string): boolean {
  const own = text.replaceAll(
    /\bno (?:fewer|more|less|later|earlier|longer) than\b|(?<=\p{L} )without\b|, (?:but )?not \p{L}+(?=$|[,.])|\bNo\. ?\d+|\bnot to\b|\bno doubt\b|\bnot only\b|\b(?:cannot|could not|not) (?:be )?ruled? out\b/gu,
    "",
  );
  return findCues("negative", own).length > 0 || /n[’']t\b/u.test(own) || findCues("unrelated", own).length > 0;
}

function isIronical(statement: Statement, text: string): boolean {
  const opening = `${statement.condition} ${text}`.trim().toLowerCase();
  return ledgerPhrases("irony").some((cue) => opening.startsWith(cue));
}

function kindOf(
  statement: Statement,
  { text, modality, isAuthor }: { text: string; modality: Modality; isAuthor: boolean },
): ClaimKind {
  if (modality === "denied") return "denial";
  if (modality === "cannot-confirm") return "hedge";
  if (isPrecedent(text)) return "precedent";
  if (isAuthor && modality === "hedged" && !/^(?:if|as far)/iu.test(statement.condition)) return "hedge";
  if (isOpinion(text, isAuthor)) return "assessment";
  if (statesNumber(statement)) return "count";
  return isState(statement) ? "attribute" : "event";
}

export const isPrecedent = (text: string): boolean =>
  /^no\b.*\b(?:before|ever)\b/iu.test(text) ||
  (findCues("precedent", text).length > 0 &&
    /\b(?:since|ever|never|so far|in a row|since|of that rank|of that kind|to (?:be|leave|seek|stand|flee|reach|go)|known|at the|in (?:\w+ )?(?:months|years)|time)\b/u.test(
      text,
    ));

const isOpinion = (text: string, isAuthor: boolean): boolean =>
  findCues("opinion", text).length > 0 && (isAuthor || /\b(?:must|trust|should|ought|worth)\b/u.test(text));

/** The number is the point where the clause begins with one, or gives one for what is already known. */
function statesNumber({ tokens }: Statement): boolean {
  const first = tokens.find(
    ({ tag }) => tag !== "DET" && tag !== "ADV" && tag !== "ADP" && tag !== "PRON" && tag !== "CCONJ",
  );
  if (first?.tag === "NUM" && tokens.length < 12) return true;
  const text = textOf(tokens);
  return (
    /\b(?:there (?:were|are|was) (?:\p{L}+ )?|puts?\b.* at\b|speaks? of|spoke of|adds?|has|had|counted|gives|stood at|stands at|numbered|numbers|totals?)\b/iu.test(
      text,
    ) && tokens.some(({ tag }) => tag === "NUM")
  );
}

function isState({ tokens, manner }: Statement): boolean {
  if (manner === "background" || manner === "silent") return true;
  const verb = tokens.findIndex(({ tag }) => tag === "AUX" || tag === "VERB");
  const group = tokens[verb];
  if (!group) return true;
  const next = tokens.slice(verb + 1, verb + 4).find(({ tag }) => tag !== "ADV" && tag !== "PART");
  if (/^(?:is|are|was|were|be|been)$/u.test(group.low))
    return !(next?.tag === "VERB" && /(?:ed|en|wn|t|d|ne)$/u.test(next.low));
  return (
    /^(?:has|have|had|belongs?|belonged|owns?|owned|oversees?|controls?|controlled|knows?|knew|means?|meant|seems?|works?|worked|teaches|lives?|lived|kept|keeps)$/u.test(
      group.low,
    ) &&
    next?.tag !== "VERB" &&
    next?.tag !== "AUX"
  );
}
