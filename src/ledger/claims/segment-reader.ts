import { at } from "../../base/index.ts";
import { findClauses, type Clause } from "../text/find-clauses.ts";
import { findCues, textOf } from "../text/phrases.ts";
import type { Token } from "../text/tag-tokens.ts";
import { canSpeak } from "./attribution.ts";
import { findBackground, findPrecedents } from "./background.ts";
import * as shapes from "./clause-shapes.ts";
import * as signs from "./clause-signs.ts";
import { restOn, sourceNamed } from "./basis.ts";
import type { SegmentContext } from "./contents.ts";
import { readEvidential } from "./evidential-clause.ts";
import { findAttribution, type FoundAttribution } from "./find-attribution.ts";
import { findFragments, sumsBehindColon } from "./find-fragments.ts";
import { gappedTeller } from "./gapped-teller.ts";
import { readHandedOn } from "./handed-on.ts";
import { withdrawsPiece } from "./own-act.ts";
import { isPrecedent } from "./judge-statement.ts";
import { readSpeakerPhrase } from "./noun-phrase.ts";
import { tells } from "../text/reporting.ts";
import { readQuoted } from "./quoted-clause.ts";
import { reporterOf } from "./reported-noun.ts";
import { tellRelative } from "./relative-clause.ts";
import type { Open } from "./open-attribution.ts";
import { believedVoice, givenBy, introducedVoice, retellerOf, whatTold } from "./odd-voices.ts";
import { SegmentState } from "./segment-state.ts";
import { tellTakenBack, tellWithdrawn, type TakenBack } from "./take-back.ts";
import { isDenial, participleBefore, tellingAntecedent } from "./telling-forms.ts";
import type { Tellers } from "./tellers.ts";
import { linkOf, type Voice } from "./voice.ts";
import { readPlea, readRefusal, readSilence, readTakenBack } from "./withheld-clause.ts";

/** Reads the clauses of a sentence, part by part: attributions find their content, the rest is carried over, flat or background. */
export class SegmentReader {
  readonly #state: SegmentState;

  constructor(tellers: Tellers, context: SegmentContext) {
    this.#state = new SegmentState(tellers, context);
  }

  read(segment: readonly Token[]): void {
    const words = shapes.plain(segment);
    const clauses = findClauses(words);
    const { tellers, context, carried } = this.#state;
    const given = givenBy(words, tellers, context.carriers);
    const told = given ?? whatTold(words, tellers, context.carriers) ?? this.#introduced(words);
    this.#state.open = this.#openBy(told) ?? carried;
    this.#state.carried = undefined;
    if (shapes.isIntro(words, clauses)) return;
    if (!this.#state.isQuoted && tellers.present(words)) return;
    if (clauses.length === 0) return this.#readVerbless(words);
    if (shapes.isInstruction(words, clauses)) return;
    // "From her deputy she has it that ...": that she has it is no claim.
    const isGiven = given !== undefined && (clauses[1]?.kind === "that" || words[0]?.low !== "from");
    if (shapes.opensOnReckoning(words, clauses)) this.#state.condition = textOf(words.slice(0, clauses[0]?.from));
    const first = isGiven || this.#retells(words, clauses) ? 1 : 0;
    for (let index = first; index < clauses.length; index += 1) index = this.#readClause(words, clauses, index);
    this.#state.contents.flush(words);
    this.#readAside(segment);
  }

  #introduced = (words: readonly Token[]): Voice | undefined =>
    this.#state.isQuoted ? undefined : introducedVoice(words, this.#state.tellers, this.#state.context.carriers);

  /** "Or so a former diplomat suggests": it says whose the words before it are. */
  #retells(words: readonly Token[], clauses: readonly Clause[]): boolean {
    const retelling = this.#state.isQuoted ? undefined : retellerOf(words, clauses);
    const voice = retelling && this.#state.tellers.voiceOf(retelling, this.#state.context.carriers);
    if (!voice) return false;
    this.#state.context.retell(voice, tells(retelling.lemma, "hedge") && !tells(retelling.lemma, "say"));
    this.#state.tellers.current = voice;
    return true;
  }

  #openBy = (voice: Voice | undefined): Open | undefined =>
    voice && { voice, manner: "said", cues: [voice.why], isTrailing: false, isHedged: false };

  /** Reads the clause and says which one was read last: a clause may take those that hang on it with it. */
  #readClause(words: readonly Token[], clauses: readonly Clause[], index: number): number {
    const clause = at(clauses, index);
    if (clause.subjectFrom < clause.subjectTo) this.#state.subject = words.slice(clause.subjectFrom, clause.subjectTo);
    const end = shapes.endOf(words, clauses, index);
    const first = words[clause.verb - 1]?.low === "neither" ? clause.verb - 1 : clause.verb;
    const verbs = textOf(words.slice(first, Math.min(end, clause.verbEnd + 6)));
    const participle = this.#state.isQuoted ? undefined : participleBefore(words, clause);
    if (participle !== undefined) this.#byParticiple(words, participle);
    if (signs.isPartOfEarlier(words, clauses, index)) return index;
    if (signs.isQuestionPut(words, clause)) this.#asked(words, clause);
    if (clause.kind === "asked" || signs.isQuestionPut(words, clause) || signs.isOccasion(words, clause, clauses))
      return index;
    const source = this.#state.isQuoted || this.#state.open ? undefined : sourceNamed(words, clause);
    if (source && this.#state.tellers.baseLast(source)) {
      if (clauses[index + 1]) readHandedOn(this.#state, words, clauses, index + 1);
      return shapes.lastHanging(clauses, index);
    }
    if (readHandedOn(this.#state, words, clauses, index)) return this.#handedOn(words, clauses, index);
    if (signs.isPerformed(words, clause)) return shapes.lastHanging(clauses, index);
    const mayBeCondition = clause.kind === "adverbial" || index === 0;
    if (mayBeCondition && shapes.isConditional(words, clause)) {
      this.#conditional(words, clause, verbs);
      return index;
    }
    if (this.#unverified(words, clause, verbs)) return index;
    if (findCues("silent", verbs).length > 0 && !this.#state.isQuoted && !this.#state.open)
      return readSilence(this.#state, words, clauses, index);
    if (signs.takesBack(words, clause) && !this.#state.isQuoted && !this.#state.open) {
      const taken = readTakenBack(this.#state, words, clause);
      if (taken) return index;
    }
    if (findCues("refusal", verbs).length > 0) return readRefusal(this.#state, words, clauses, index);
    if (readPlea(this.#state, words, clause, end)) return index;
    if (signs.isEvidential(verbs, words, clause)) return readEvidential(this.#state, words, clauses, index);
    if (this.#state.isQuoted) return readQuoted(this.#state, words, clauses, index);
    if (clause.kind === "relative" && this.#reported(words, clause)) return index;
    if (clause.kind === "relative") return this.#relative(words, clauses, index);
    if (this.#reported(words, clause)) return index;
    // "It said it was looking into the matter and had suspended a clerk": what is told goes on.
    const goesOn =
      signs.isShared(clause) && at(words, clause.verb).low === "had" && this.#state.open?.manner === "said";
    if (goesOn && tells(clause.lemma, "find")) return this.#content(words, clauses, index);
    const told = findAttribution(words, {
      clause,
      next: shapes.contentOf(clauses, index),
      end,
      isWaiting: this.#state.contents.areWaiting,
      isOpen: this.#state.open !== undefined,
      subject: this.#state.subject,
      peek: this.#state.tellers.peek,
      isOutlet: this.#state.tellers.isOutlet,
    });
    if (told) return this.#attributed(words, clauses, { index, ...told, end });
    return this.#content(words, clauses, index);
  }

  /** "Neither figure could be checked": the author's word that nobody could tell. */
  #unverified(words: readonly Token[], clause: Clause, verbs: string): boolean {
    const isUnverified = signs.isUnverified(words, clause, verbs) || signs.isUnverifiable(words, clause);
    if (this.#state.isQuoted || this.#state.open || !isUnverified) return false;
    const voice = this.#state.tellers.background();
    this.#state.push(words.slice(clause.from, clause.to), { manner: "refused", voice, cues: [verbs] });
    return true;
  }

  /** "..., adding that ...", ", while admitting that ...": the one who tells goes on; else the subject of the clause before begins to tell. */
  #byParticiple(words: readonly Token[], participle: number): void {
    const { lemma } = at(words, participle);
    const manner = shapes.mannerOf(lemma, false);
    const isHedged = tells(lemma, "hedge") && !tells(lemma, "say");
    if (this.#state.open) {
      this.#state.open = { ...this.#state.open, manner, isHedged: isHedged || this.#state.open.isHedged };
      return;
    }
    const subject = readSpeakerPhrase(this.#state.subject);
    if (!canSpeak(subject)) return;
    const voice = this.#state.tellers.voiceOf(shapes.bare(subject, lemma), this.#state.context.carriers);
    if (!voice) return;
    if (words[participle - 1]?.tag === "NOUN") this.#state.contents.drop();
    this.#state.open = { voice, manner, cues: [at(words, participle).text], isTrailing: false, isHedged };
    this.#state.tellers.current = voice;
  }

  /** "If the mission is to be believed": whose word it is; else a condition of what follows. */
  #conditional(words: readonly Token[], clause: Clause, verbs: string): void {
    const { tellers, context, contents } = this.#state;
    const voice = believedVoice(words, clause, { verbs, tellers, carriers: context.carriers });
    const [joint, before] = [words[clause.from - 1]?.low, words[clause.from - 2]?.low];
    const from = clause.from - (before === "far" ? 3 : joint === "that" ? 2 : 1);
    if (!voice) this.#state.condition = textOf(words.slice(Math.max(0, from), clause.to));
    else if (contents.areWaiting) contents.settle(voice, "said", true);
    else this.#state.open = { voice, manner: "said", cues: [voice.why], isTrailing: false, isHedged: true };
  }

  /** "reports in the Mirren Post that two presses had reached the mint": the Mirren Post's word. */
  #reported(words: readonly Token[], clause: Clause): boolean {
    const that = words[clause.from]?.low === "that" ? clause.from : clause.from - 1;
    const phrase = this.#state.open ? undefined : reporterOf(words, that);
    const voice = canSpeak(phrase)
      ? this.#state.tellers.voiceOf(shapes.bare(phrase, "report"), this.#state.context.carriers)
      : undefined;
    if (!voice) return false;
    this.#state.contents.pushNumbers(words.slice(that + 1, clause.to), { manner: "said", voice, cues: [voice.why] });
    this.#state.tellers.current = voice;
    return true;
  }

  /** That somebody had it from somebody is the author's own word, and nobody's that is named for it. */
  #handedOn(words: readonly Token[], clauses: readonly Clause[], index: number): number {
    const clause = at(clauses, index);
    if (clause.kind !== "relative")
      this.#state.push(words.slice(clause.from, clause.to), {
        manner: "flat",
        voice: this.#state.tellers.background(),
      });
    return shapes.lastHanging(clauses, index);
  }

  /** "The ministry was asked": it may answer next. */
  #asked(words: readonly Token[], clause: Clause): void {
    const subject = readSpeakerPhrase(words.slice(clause.subjectFrom, clause.verb));
    if (canSpeak(subject)) this.#state.tellers.mention(subject);
  }

  #relative(words: readonly Token[], clauses: readonly Clause[], index: number): number {
    const clause = at(clauses, index);
    if (this.#toldBy(words, clauses, index)) return index + 1;
    const tokens = words.slice(clause.from, clause.to);
    const isBeside = !this.#state.open || this.#state.open.isTrailing;
    const told = tellRelative(words, {
      clause,
      tellers: this.#state.tellers,
      carriers: this.#state.context.carriers,
      isBeside,
    });
    if (told === "content") this.#pushContent(tokens, tokens, clause);
    else if (told) this.#state.push(tokens, told);
    return index;
  }

  /** "The army, which had denied that ...", "cited an officer who said ...": the one whom the clause describes tells what follows. */
  #toldBy(words: readonly Token[], clauses: readonly Clause[], index: number): boolean {
    const clause = at(clauses, index);
    const content = clauses[index + 1];
    const described = content?.kind === "that" ? tellingAntecedent(words, clause) : undefined;
    if (!content || !described) return false;
    const before = clauses[index - 1];
    const outlet =
      before && tells(before.lemma, "relay")
        ? readSpeakerPhrase(words.slice(before.subjectFrom, before.verb))
        : undefined;
    const carriers = canSpeak(outlet) ? [linkOf(this.#state.tellers.carrier(outlet))] : this.#state.context.carriers;
    const voice = this.#state.tellers.voiceOf(shapes.bare(described, clause.lemma), carriers);
    if (!voice) return false;
    if (canSpeak(outlet)) this.#state.contents.drop();
    const manner = shapes.mannerOf(clause.lemma, shapes.isNegatedGroup(words, clause));
    const isHedged = tells(clause.lemma, "hedge") && !tells(clause.lemma, "say");
    const cues = [textOf(words.slice(clause.from, clause.verbEnd))];
    this.#state.contents.pushNumbers(words.slice(content.from, content.to), { manner, voice, cues, isHedged });
    return true;
  }

  #attributed(
    words: readonly Token[],
    clauses: readonly Clause[],
    { index, attribution, isNoun, lemma, end }: FoundAttribution & { index: number; end: number },
  ): number {
    const own = at(clauses, index);
    const clause = lemma === undefined ? own : { ...own, lemma };
    const next = shapes.contentOf(clauses, index);
    const inner =
      this.#state.open && clause.kind === "that" ? this.#state.open.voice.links : this.#state.context.carriers;
    const voice =
      signs.isShared(clause) && this.#state.open
        ? this.#state.open.voice
        : this.#state.tellers.voiceOf(attribution, inner);
    if (!voice) return this.#content(words, clauses, index);
    const isAuthor = voice.links.length === 0;
    const told = isDenial(words, { clause, next, end })
      ? "denied"
      : shapes.mannerOf(clause.lemma, shapes.isNegatedGroup(words, clause));
    const manner = isAuthor && told === "said" ? "flat" : told;
    const isHedged = tells(clause.lemma, "hedge") && !tells(clause.lemma, "say");
    const cues = isHedged ? [attribution.cue, clause.lemma] : [attribution.cue];
    // "..., the governor said, and what she called ...": what he told stands before him.
    const isBetween = words[clause.from - 1]?.low === "," && words[clause.verbEnd]?.low === ",";
    if (this.#state.contents.areWaiting && (next?.kind !== "that" || isBetween) && !isNoun) {
      if (attribution.speaker) this.#state.contents.endBefore(attribution.speaker.from);
      this.#state.contents.extend(signs.tailBehind(words, clause, end));
      this.#state.contents.settle(voice, manner, isHedged);
      this.#state.open = { voice, manner: manner === "denied" ? "said" : manner, cues, isTrailing: true, isHedged };
      for (const sum of sumsBehindColon(words, clause, end)) this.#state.push(sum, { manner: "said", voice, cues });
      return index;
    }
    if (this.#state.contents.areWaiting) this.#state.contents.flush(words);
    if (this.#state.open && signs.isTrailingBare(words, clause, end)) {
      this.#state.context.carry(voice);
      return index;
    }
    this.#state.tellers.current = voice;
    if (clauses[index + 1]?.kind === "relative" && withdrawsPiece(words, own, end)) {
      for (const { tokens, ...how } of tellWithdrawn(words, { own, clauses, voice })) this.#state.push(tokens, how);
      return shapes.lastHanging(clauses, index + 1);
    }
    const isLeading =
      (next?.kind === "that" && !isNoun) ||
      signs.isInserted(words, clause, next) ||
      (next?.kind === "main" && /^[,:]$/u.test(words[next.from - 1]?.low ?? "") && !tells(clause.lemma, "give"));
    if (!isLeading) {
      this.#tellItself(words, clause, { voice, manner, cues, isHedged, isTrailing: false });
      return index;
    }
    const isColon = signs.isBeforeColon(words, clause, next);
    const takesBack = (manner === "denied" && !isColon) || /^(?:withdraw|retract|disown)$/u.test(clause.lemma);
    if (takesBack && next && shapes.hasReportAsObject(words, clause))
      return this.#takesBack(
        clauses,
        tellTakenBack(words, { clause, content: next, voice, manner, tellers: this.#state.tellers }),
        { content: next, voice, lemma: clause.lemma },
      );
    this.#opens(words, clause, { next, open: { voice, manner, cues, isTrailing: false, isHedged }, end });
    return index;
  }

  /** What follows the clause is what it tells; an act that is dated itself, or has more words of its own, is told beside. */
  #opens(
    words: readonly Token[],
    clause: Clause,
    { next, open, end }: { next: Clause | undefined; open: Open; end: number },
  ): void {
    // "The judge ruled that the sale was void": the act is what is ruled; "ordered on Thursday that ..." is dated itself.
    const isDated = words.slice(clause.verbEnd, clause.to).some(({ tag }) => tag !== "ADV");
    if (open.manner === "act" && isDated)
      this.#state.push(words.slice(clause.from, clause.to), { manner: "act", voice: open.voice });
    const isRetracted = /\b(?:at first|initially|originally)\b/u.test(
      textOf(words.slice(clause.verb, next?.from ?? end)),
    );
    const isColon = signs.isBeforeColon(words, clause, next);
    const manner = isColon && open.manner === "denied" ? ("said" as const) : open.manner;
    this.#state.open = { ...open, manner, isRetracted };
  }

  /** "gives 31 tonnes", "confirmed the sale": what is told stands in the clause that tells it. */
  #tellItself(words: readonly Token[], clause: Clause, open: Open): void {
    const { voice, manner, cues, isHedged } = open;
    const told = { manner: manner === "confirmed" ? ("act" as const) : manner, cues, isHedged };
    const own = shapes.ownWords(words, clause);
    const gapped = manner === "said" ? gappedTeller(own) : undefined;
    const other = gapped && this.#state.tellers.voiceOf(shapes.bare(gapped.speaker, "say"), voice.links.slice(1));
    if (gapped && other) {
      this.#state.contents.pushNumbers(own.slice(0, gapped.comma), { ...told, voice });
      this.#state.push(gapped.tokens, { ...told, voice: other });
    } else this.#state.contents.pushNumbers(own, { ...told, voice, core: shapes.coreOf(words, clause) });
    this.#state.open = { ...open, manner: manner === "act" ? "act" : "said" };
    if (signs.takesBack(words, clause)) this.#state.carried = { ...this.#state.open, manner: "act" };
  }

  /** A report that is rejected or withdrawn: what is told, and the clause that was read last. */
  #takesBack(
    clauses: readonly Clause[],
    told: readonly TakenBack[],
    { content, voice, lemma }: { content: Clause; voice: Voice; lemma: string },
  ): number {
    for (const { tokens, ...how } of told) this.#state.push(tokens, how);
    this.#state.open = { voice, manner: "said", cues: [lemma], isTrailing: false, isHedged: false };
    this.#state.tellers.current = voice;
    return clauses.indexOf(content);
  }

  #content(words: readonly Token[], clauses: readonly Clause[], index: number): number {
    const clause = at(clauses, index);
    const since = clauses[index + 1];
    const isMeasured =
      since?.kind === "adverbial" &&
      words[since.from - 1]?.low === "since" &&
      isPrecedent(textOf(words.slice(clause.from, since.to)));
    const tokens = words.slice(clause.from, isMeasured ? since.to : clause.to);
    this.#pushContent(tokens, shapes.coreOf(words, clause), clause);
    return index;
  }

  #pushContent(tokens: readonly Token[], core: readonly Token[], clause: Clause): void {
    const condition = this.#state.takeCondition();
    const open = this.#state.open;
    if (open) {
      const goesOn = clause.kind === "that" || clause.kind === "and" || open.manner !== "denied";
      return this.#state.contents.pushNumbers(tokens, {
        manner: goesOn ? open.manner : "said",
        voice: open.voice,
        cues: open.cues,
        condition,
        core,
        isRetracted: open.isRetracted ?? false,
        isHedged: open.isHedged,
      });
    }
    restOn(tokens, clause, this.#state.tellers);
    this.#state.contents.wait({ tokens, core, manner: "flat", condition, cues: [], lemma: clause.lemma });
  }

  #readVerbless(words: readonly Token[]): void {
    const own = this.#state.context.voice ?? this.#state.open?.voice;
    const { voice, manner } = own ? { voice: own, manner: "said" as const } : this.#state.tellers.flat();
    const whole = words.slice(0, words.findLastIndex(({ text }) => /[\p{L}\p{N}]/u.test(text)) + 1);
    if (this.#state.isQuoted && whole.length > 3) return this.#state.push(whole, { manner, voice, isQuoted: true });
    for (const piece of findFragments(words)) {
      if (signs.countsSomething(piece)) this.#state.push(piece, { manner, voice, isQuoted: this.#state.isQuoted });
    }
  }

  /** Ages, former posts, what a precedent is measured by: said in passing. */
  #readAside(segment: readonly Token[]): void {
    const voice = this.#state.tellers.background();
    for (const tokens of findBackground(segment)) this.#state.push(tokens, { manner: "background", voice });
    if (this.#state.isQuoted) return;
    for (const tokens of findPrecedents(segment)) this.#state.push(tokens, { manner: "background", voice });
  }
}
