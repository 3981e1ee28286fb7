import type { Token } from "../text/tag-tokens.ts";
import type { Told } from "./block-reader.ts";
import { Contents, type SegmentContext } from "./contents.ts";
import type { Open } from "./open-attribution.ts";
import type { Tellers } from "./tellers.ts";
import type { Voice } from "./voice.ts";

/** What the clauses of a sentence share while they are read: whose word is open, what waits for somebody, a condition. */
export class SegmentState {
  readonly tellers: Tellers;
  readonly context: SegmentContext;
  readonly contents: Contents;
  open: Open | undefined;
  /** What an outlet puts in place of what it takes back, behind a semicolon. */
  carried: Open | undefined;
  /** The subject of the last clause that has one, for those that share it. */
  subject: readonly Token[] = [];
  condition = "";

  constructor(tellers: Tellers, context: SegmentContext) {
    this.tellers = tellers;
    this.context = context;
    this.contents = new Contents(tellers, context);
  }

  get isQuoted(): boolean {
    return this.context.voice !== undefined;
  }

  /** Whose word a clause is that names nobody. */
  contentVoice(): Voice {
    return this.context.voice ?? this.open?.voice ?? this.tellers.current ?? this.tellers.flat().voice;
  }

  /** The condition that was read last; it belongs to one clause. */
  takeCondition(): string {
    const { condition } = this;
    this.condition = "";
    return condition;
  }

  push(tokens: readonly Token[], told: Told): void {
    this.contents.push(tokens, told);
  }
}
