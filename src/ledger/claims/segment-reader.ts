import { at } from "../../base/index.ts";
import { findClauses, type Clause } from "../text/find-clauses.ts";
import { findCues, textOf } from "../text/phrases.ts";
import type { Token } from "../text/tag-tokens.ts";
import { canSpeak, type Attribution } from "./attribution.ts";
import { findBackground, findPrecedents } from "./background.ts";
import type { Told } from "./block-reader.ts";
import * as shapes from "./clause-shapes.ts";
import * as signs from "./clause-signs.ts";
import { restOn, sourceNamed } from "./basis.ts";
import { Contents, type SegmentContext } from "./contents.ts";
import { findAttribution } from "./find-attribution.ts";
import { findFragments, sumsBehindColon } from "./find-fragments.ts";
import { isPrecedent } from "./judge-statement.ts";
import { readSpeakerPhrase } from "./noun-phrase.ts";
import { tells } from "../text/reporting.ts";
import { reporterOf } from "./reported-noun.ts";
import { tellRelative } from "./relative-clause.ts";
import type { Open } from "./open-attribution.ts";
import { believedVoice, givenBy, reportedVoice, retellerOf, subjectVoice } from "./odd-voices.ts";
import { tellTakenBack, type TakenBack } from "./take-back.ts";
import type { Tellers } from "./tellers.ts";
import { turnedManner } from "./turned-manner.ts";
import { silentVoice, type Voice } from "./voice.ts";

/** Reads the clauses of a sentence, part by part: attributions find their content, the rest is carried over, flat or background. */
export class SegmentReader {
  readonly #tellers: Tellers;
  readonly #context: SegmentContext;
  readonly #contents: Contents;
  #open: Open | undefined;
  /** What an outlet puts in place of what it takes back, behind a semicolon. */
  #carried: Open | undefined;
  /** The subject of the last clause that has one, for those that share it. */
  #subject: readonly Token[] = [];
  #condition = "";

  constructor(tellers: Tellers, context: SegmentContext) {
    this.#tellers = tellers;
    this.#context = context;
    this.#contents = new Contents(tellers, context);
  }

  read(segment: readonly Token[]): void {
    const words = shapes.plain(segment);
    const clauses = findClauses(words);
    this.#open = this.#openBy(givenBy(words, this.#tellers, this.#context.carriers)) ?? this.#carried;
    this.#carried = undefined;
    if (shapes.isIntro(words, clauses)) return;
    if (clauses.length === 0) return this.#readVerbless(words);
    if (shapes.isInstruction(words, clauses)) return;
    const first = this.#retells(words, clauses) ? 1 : 0;
    for (let index = first; index < clauses.length; index += 1) index = this.#readClause(words, clauses, index);
    this.#contents.flush(words);
    this.#readAside(segment);
  }

  /** "Or so a former diplomat suggests": it says whose the words before it are. */
  #retells(words: readonly Token[], clauses: readonly Clause[]): boolean {
    const retelling = this.#isQuoted ? undefined : retellerOf(words, clauses);
    const voice = retelling && this.#tellers.voiceOf(retelling, this.#context.carriers);
    if (!voice) return false;
    this.#context.retell(voice, tells(retelling.lemma, "hedge") && !tells(retelling.lemma, "say"));
    this.#tellers.current = voice;
    return true;
  }

  #openBy = (voice: Voice | undefined): Open | undefined =>
    voice && { voice, manner: "said", cues: [voice.why], isTrailing: false, isHedged: false };

  get #isQuoted(): boolean {
    return this.#context.voice !== undefined;
  }

  /** Reads the clause and says which one was read last: a clause may take those that hang on it with it. */
  #readClause(words: readonly Token[], clauses: readonly Clause[], index: number): number {
    const clause = at(clauses, index);
    if (clause.subjectFrom < clause.subjectTo) this.#subject = words.slice(clause.subjectFrom, clause.subjectTo);
    const end = shapes.endOf(words, clauses, index);
    const verbs = textOf(words.slice(clause.verb, Math.min(end, clause.verbEnd + 6)));
    const turned = this.#open && turnedManner(words, clause);
    if (this.#open && turned) this.#open = { ...this.#open, manner: turned };
    if (signs.isPartOfEarlier(words, clauses, index)) return index;
    if (signs.isQuestionPut(words, clause)) this.#asked(words, clause);
    if (clause.kind === "asked" || signs.isQuestionPut(words, clause) || signs.isOccasion(words, clause, clauses))
      return index;
    const source = this.#isQuoted || this.#open ? undefined : sourceNamed(words, clause);
    if (source && this.#tellers.baseLast(source)) return shapes.lastHanging(clauses, index);
    if (signs.isPerformed(words, clause)) return shapes.lastHanging(clauses, index);
    if (clause.kind === "adverbial" && shapes.isConditional(words, clause)) {
      const voice = believedVoice(words, clause, { verbs, tellers: this.#tellers, carriers: this.#context.carriers });
      if (voice) {
        if (this.#contents.areWaiting) this.#contents.settle(voice, "said", true);
        else this.#open = { voice, manner: "said", cues: [voice.why], isTrailing: false, isHedged: true };
        return index;
      }
      this.#condition = textOf(words.slice(Math.max(0, clause.from - 1), clause.to));
      return index;
    }
    if (!this.#isQuoted && !this.#open && signs.isUnverified(words, clause, verbs)) {
      this.#push(words.slice(clause.from, clause.to), {
        manner: "refused",
        voice: this.#tellers.background(),
        cues: [verbs],
      });
      return index;
    }
    if (findCues("silent", verbs).length > 0 && !this.#isQuoted && !this.#open)
      return this.#silent(words, clauses, index);
    if (signs.takesBack(words, clause) && !this.#isQuoted && !this.#open) {
      const taken = this.#takenBack(words, clause);
      if (taken) return index;
    }
    if (findCues("refusal", verbs).length > 0) return this.#refused(words, clauses, index);
    if (this.#pleads(words, clause, end)) return index;
    if (signs.isEvidential(verbs, words, clause)) return this.#evidential(words, clauses, index);
    if (this.#isQuoted) return this.#quoted(words, clauses, index);
    if (clause.kind === "relative" && this.#reported(words, clause)) return index;
    if (clause.kind === "relative") {
      this.#relative(words, clause);
      return index;
    }
    if (this.#reported(words, clause)) return index;
    const told = findAttribution(words, {
      clause,
      next: shapes.contentOf(clauses, index),
      end,
      isWaiting: this.#contents.areWaiting,
      isOpen: this.#open !== undefined,
      subject: this.#subject,
      peek: this.#tellers.peek,
    });
    if (told) return this.#attributed(words, clauses, { index, ...told, end });
    return this.#content(words, clauses, index);
  }

  /** "reports in the Mercury that two presses had reached the mint": the Mercury's word. */
  #reported(words: readonly Token[], clause: Clause): boolean {
    const that = words[clause.from]?.low === "that" ? clause.from : clause.from - 1;
    const phrase = this.#open ? undefined : reporterOf(words, that);
    const voice = canSpeak(phrase)
      ? this.#tellers.voiceOf(shapes.bare(phrase, "report"), this.#context.carriers)
      : undefined;
    if (!voice) return false;
    this.#contents.pushNumbers(words.slice(that + 1, clause.to), { manner: "said", voice, cues: [voice.why] });
    this.#tellers.current = voice;
    return true;
  }

  /** "The ministry was asked": it may answer next. */
  #asked(words: readonly Token[], clause: Clause): void {
    const subject = readSpeakerPhrase(words.slice(clause.subjectFrom, clause.verb));
    if (canSpeak(subject)) this.#tellers.mention(subject);
  }

  /** Someone's own words: a verb of telling in them goes with what it tells. */
  #quoted(words: readonly Token[], clauses: readonly Clause[], index: number): number {
    const clause = at(clauses, index);
    if (clause.kind === "relative" && !shapes.isWorthAlone(words, clause)) return index;
    const next = clauses[index + 1];
    const isJoined = next?.kind === "that" && clause.kind !== "relative";
    if (isJoined && this.#toldWithin(words, clause, next)) return index + 1;
    this.#push(words.slice(clause.from, isJoined ? next.to : clause.to), {
      manner: "said",
      voice: this.#context.voice,
      isQuoted: true,
      condition: this.#takeCondition(),
    });
    return isJoined ? index + 1 : index;
  }

  /** "The crew told us it was ballast", said by an officer: the crew's word, told by the officer. */
  #toldWithin(words: readonly Token[], clause: Clause, content: Clause): boolean {
    const phrase = readSpeakerPhrase(words.slice(clause.subjectFrom, clause.verb));
    if (!tells(clause.lemma, "say") || !canSpeak(phrase) || phrase.isPronoun) return false;
    const voice = this.#tellers.voiceOf(shapes.bare(phrase, clause.lemma), this.#context.voice?.links ?? []);
    if (!voice) return false;
    this.#push(words.slice(clause.from, content.to), { manner: "said", voice, isQuoted: true, cues: [clause.lemma] });
    return true;
  }

  /** "is said to have left"; "It is understood that he took": the content is claimed, nobody is named. */
  #evidential(words: readonly Token[], clauses: readonly Clause[], index: number): number {
    const clause = at(clauses, index);
    const next = clauses[index + 1];
    const subject = textOf(words.slice(clause.subjectFrom, clause.subjectTo));
    const isImpersonal = next?.kind === "that" && (/^it$/iu.test(subject) || findCues("rumour", subject).length > 0);
    const cues = [textOf(words.slice(clause.verb, clause.verbEnd))];
    if (this.#saidToHaveSaid(words, clause)) return index;
    if (/^it$/iu.test(subject) && next?.kind !== "that" && this.#contents.areWaiting) {
      if (this.#tellers.current) this.#contents.settle(this.#tellers.current, "said", false);
      else this.#contents.giveToNobody(cues);
      return index;
    }
    const shown = isImpersonal && next ? next : clause;
    const tokens = words.slice(shown.from, shown.to);
    const core = isImpersonal
      ? [...words.slice(clause.from, clause.verbEnd), ...shapes.coreOf(words, shown)]
      : shapes.coreOf(words, clause);
    const told = {
      tokens,
      core,
      manner: "evidential" as const,
      cues,
      condition: this.#takeCondition(),
      lemma: clause.lemma,
    };
    const within =
      this.#context.voice ??
      (this.#open && (clause.kind === "that" || !this.#open.isTrailing) ? this.#open.voice : undefined);
    if (within) this.#push(tokens, { ...told, voice: within, isQuoted: this.#isQuoted });
    else if (clause.kind === "relative") this.#push(tokens, { ...told, voice: undefined });
    else this.#contents.wait(told);
    return isImpersonal ? index + 1 : index;
  }

  /** "the supervisor is reported to have said": a trailing attribution at second hand. */
  #saidToHaveSaid(words: readonly Token[], clause: Clause): boolean {
    const voice = reportedVoice(words, clause, this.#tellers, this.#context.carriers);
    if (!voice || !this.#contents.areWaiting) return false;
    this.#contents.settle(voice, "said", false);
    return true;
  }

  /** "All four plead not guilty": a denial without a verb of denying. */
  #pleads(words: readonly Token[], clause: Clause, end: number): boolean {
    if (
      this.#isQuoted ||
      tells(clause.lemma, "say") ||
      findCues("denial", textOf(words.slice(clause.verb, end))).length === 0
    )
      return false;
    const voice = subjectVoice(words, clause, this.#tellers, this.#context.carriers);
    this.#push(words.slice(clause.from, clause.to), {
      manner: "denied",
      voice: voice ?? this.#contentVoice(),
      cues: [clause.lemma],
    });
    return true;
  }

  #relative(words: readonly Token[], clause: Clause): void {
    const tokens = words.slice(clause.from, clause.to);
    const isBeside = !this.#open || this.#open.isTrailing;
    const told = tellRelative(words, { clause, tellers: this.#tellers, carriers: this.#context.carriers, isBeside });
    if (told === "content") this.#pushContent(tokens, tokens, clause);
    else if (told) this.#push(tokens, told);
  }

  /** What an observer says that someone did not say; it is neither support nor denial. */
  #silent(words: readonly Token[], clauses: readonly Clause[], index: number): number {
    const last = shapes.lastHanging(clauses, index);
    this.#push(words.slice(at(clauses, index).from, at(clauses, last).to), {
      manner: "silent",
      voice: this.#tellers.isSpoken ? this.#tellers.background() : silentVoice,
    });
    return last;
  }

  /** "Hanok took that back on Wednesday; the sum was in roubles": an act of the outlet, and what it says instead. */
  #takenBack(words: readonly Token[], clause: Clause): boolean {
    const voice = subjectVoice(words, clause, this.#tellers, this.#context.carriers);
    if (!voice || voice.links.length === 0) return false;
    this.#push(words.slice(clause.from, clause.to), {
      manner: "act",
      voice,
      cues: [textOf(words.slice(clause.verb, clause.verbEnd))],
    });
    this.#open = { voice, manner: "act", cues: [clause.lemma], isTrailing: false, isHedged: false };
    this.#carried = this.#open;
    this.#tellers.current = voice;
    return true;
  }

  #refused(words: readonly Token[], clauses: readonly Clause[], index: number): number {
    const clause = at(clauses, index);
    const last = shapes.lastOfRefusal(words, clauses, index, this.#isQuoted);
    const phrase = readSpeakerPhrase(words.slice(clause.subjectFrom, clause.verb));
    const own =
      canSpeak(phrase) && !phrase.isPronoun
        ? this.#tellers.voiceOf(
            shapes.bare(phrase, clause.lemma),
            this.#open?.voice.links.slice(1) ?? this.#context.carriers,
          )
        : undefined;
    const cues = findCues("refusal", textOf(words.slice(clause.verb, clause.to))).map(({ text }) => text);
    this.#push(words.slice(clause.from, at(clauses, last).to), {
      manner: "refused",
      voice: own ?? this.#contentVoice(),
      isQuoted: this.#isQuoted,
      cues,
    });
    if (own) this.#tellers.current = own;
    return last;
  }

  #contentVoice = (): Voice =>
    this.#context.voice ?? this.#open?.voice ?? this.#tellers.current ?? this.#tellers.flat().voice;

  #attributed(
    words: readonly Token[],
    clauses: readonly Clause[],
    { index, attribution, isNoun, end }: { index: number; attribution: Attribution; isNoun: boolean; end: number },
  ): number {
    const clause = at(clauses, index);
    const next = shapes.contentOf(clauses, index);
    const inner = this.#open && clause.kind === "that" ? this.#open.voice.links : this.#context.carriers;
    const voice = signs.isShared(clause) && this.#open ? this.#open.voice : this.#tellers.voiceOf(attribution, inner);
    if (!voice) return this.#content(words, clauses, index);
    const callsFalse = next?.kind !== "that" && findCues("denial", textOf(words.slice(clause.verb, end))).length > 0;
    const isAuthor = voice.links.length === 0;
    const told = callsFalse ? "denied" : shapes.mannerOf(clause.lemma, shapes.isNegatedGroup(words, clause));
    const manner = isAuthor && told === "said" ? "flat" : told;
    const isHedged = tells(clause.lemma, "hedge") && !tells(clause.lemma, "say");
    const cues = isHedged ? [attribution.cue, clause.lemma] : [attribution.cue];
    if (this.#contents.areWaiting && next?.kind !== "that" && !isNoun) {
      this.#contents.extend(signs.tailBehind(words, clause, end));
      this.#contents.settle(voice, manner, isHedged);
      this.#open = { voice, manner: manner === "denied" ? "said" : manner, cues, isTrailing: true, isHedged };
      for (const sum of sumsBehindColon(words, clause, end)) this.#push(sum, { manner: "said", voice, cues });
      return index;
    }
    if (this.#contents.areWaiting) this.#contents.flush(words);
    this.#tellers.current = voice;
    const isLeading =
      (next?.kind === "that" && !isNoun) ||
      signs.isInserted(words, clause, next) ||
      (next?.kind === "main" && /^[,:]$/u.test(words[next.from - 1]?.low ?? "") && !tells(clause.lemma, "give"));
    if (!isLeading) {
      this.#contents.pushNumbers(shapes.ownWords(words, clause), {
        manner: manner === "confirmed" ? "act" : manner,
        voice,
        cues,
        isHedged,
        core: shapes.coreOf(words, clause),
      });
      this.#open = { voice, manner: manner === "act" ? "act" : "said", cues, isTrailing: false, isHedged };
      if (signs.takesBack(words, clause)) this.#carried = { ...this.#open, manner: "act" };
      return index;
    }
    const takesBack = manner === "denied" || /^(?:withdraw|retract|disown)$/u.test(clause.lemma);
    if (takesBack && next && shapes.hasReportAsObject(words, clause))
      return this.#takesBack(
        clauses,
        tellTakenBack(words, { clause, content: next, voice, manner, tellers: this.#tellers }),
        { content: next, voice, lemma: clause.lemma },
      );
    if (manner === "act") this.#push(words.slice(clause.from, clause.to), { manner: "act", voice });
    const isRetracted = /\b(?:at first|initially|originally)\b/u.test(
      textOf(words.slice(clause.verb, next?.from ?? end)),
    );
    this.#open = { voice, manner, cues, isTrailing: false, isHedged, isRetracted };
    return index;
  }

  /** A report that is rejected or withdrawn: what is told, and the clause that was read last. */
  #takesBack(
    clauses: readonly Clause[],
    told: readonly TakenBack[],
    { content, voice, lemma }: { content: Clause; voice: Voice; lemma: string },
  ): number {
    for (const { tokens, ...how } of told) this.#push(tokens, how);
    this.#open = { voice, manner: "said", cues: [lemma], isTrailing: false, isHedged: false };
    this.#tellers.current = voice;
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
    const condition = this.#takeCondition();
    const open = this.#open;
    if (open) {
      const goesOn = clause.kind === "that" || clause.kind === "and" || open.manner !== "denied";
      return this.#contents.pushNumbers(tokens, {
        manner: goesOn ? open.manner : "said",
        voice: open.voice,
        cues: open.cues,
        condition,
        core,
        isRetracted: open.isRetracted ?? false,
        isHedged: open.isHedged,
      });
    }
    restOn(tokens, clause, this.#tellers);
    this.#contents.wait({ tokens, core, manner: "flat", condition, cues: [], lemma: clause.lemma });
  }

  #readVerbless(words: readonly Token[]): void {
    const { voice, manner } = this.#context.voice
      ? { voice: this.#context.voice, manner: "said" as const }
      : this.#tellers.flat();
    for (const piece of findFragments(words)) {
      if (signs.countsSomething(piece)) this.#push(piece, { manner, voice, isQuoted: this.#isQuoted });
    }
  }

  /** Ages, former posts, what a precedent is measured by: said in passing. */
  #readAside(segment: readonly Token[]): void {
    const voice = this.#tellers.background();
    for (const tokens of findBackground(segment)) this.#push(tokens, { manner: "background", voice });
    if (this.#isQuoted) return;
    for (const tokens of findPrecedents(segment)) this.#push(tokens, { manner: "background", voice });
  }

  #takeCondition(): string {
    const condition = this.#condition;
    this.#condition = "";
    return condition;
  }

  #push(tokens: readonly Token[], told: Told): void {
    this.#contents.push(tokens, told);
  }
}
