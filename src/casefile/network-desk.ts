import { Refusal, stableJson } from "../base/index.ts";
import type { BlockRequest, DrawAsked, WeighAsked } from "../network/index.ts";
import type { BlockSetLine } from "../views/index.ts";
import { askBlock, doubtsOfBlock, type Asking } from "./ask-block.ts";
import { NetworkPictures, type ToldWeighing } from "./ask-network.ts";
import type { OpenCase } from "./open-case.ts";
import type { Progress } from "./run-case.ts";
import { tellBlock, type ToldBlock } from "./tell-block.ts";
import { tellDoubts, type ToldDoubts } from "./tell-doubts.ts";
import type { ToldPicture } from "./tell-picture.ts";

/** Where the search is that the desk is at. */
export interface Searching {
  readonly isSearching: boolean;
  readonly progress: Progress | null;
}

/** What is told of a search while it goes on. */
interface SearchTelling {
  progress(progress: Progress): void;
  /** What the best set so far stops, and what no set can beat, in words. */
  best(best: string, bound: string): void;
}

/** A search that begins: what for, how it is ended with the best so far, and how it is begun. */
export interface BegunSearch<Value> {
  readonly wanted: "sets" | "doubts";
  readonly budget: number;
  stop(): void;
  work(telling: SearchTelling): Promise<Value>;
}

/** Begins a search and follows it to its end. */
export type FollowSearch = <Value>(search: BegunSearch<Value>) => Promise<Value>;

const unfollowed: FollowSearch = ({ work }) => work({ progress: () => undefined, best: () => undefined });

/** What a search is for, and who follows it. */
interface Sought {
  readonly wanted: BegunSearch<unknown>["wanted"];
  readonly changes: Partial<BlockRequest>;
  readonly follow: FollowSearch;
}

interface Answered {
  readonly key: string;
  readonly sets: readonly BlockSetLine[];
  readonly told: ToldBlock;
}

/** So many answers are kept, for their check files and for a question that is put again. */
const answersMost = 6;

/**
 * Answers questions to the network of a case one after another, since each makes temporary tables; keeps the latest
 * answers. It belongs to whoever shows the case, lives as long as the case is open, and has the connection for itself.
 */
export class NetworkDesk {
  private open: OpenCase;
  private pictures: NetworkPictures;
  private readonly answers: Answered[] = [];
  private isEnded = false;
  private turn: Promise<unknown> = Promise.resolve();
  private search: { readonly stop: AbortController; progress: Progress | null } | null = null;

  private readonly follow: FollowSearch;

  /** `follow` is told of each search when it begins; what was answered before needs none. */
  constructor(open: OpenCase, follow: FollowSearch = unfollowed) {
    this.follow = follow;
    this.open = open;
    this.pictures = new NetworkPictures(open);
  }

  /** The money of a question, as it is asked to be drawn. */
  draw(changes: Partial<BlockRequest>, asked: DrawAsked): Promise<ToldPicture> {
    return this.inTurn(() => this.pictures.draw(changes, asked));
  }

  /** What a set would do, at once, without a search. */
  weigh(changes: Partial<BlockRequest>, members: readonly string[], asked: WeighAsked): Promise<ToldWeighing> {
    return this.inTurn(() => this.pictures.weigh(changes, members, asked));
  }

  /**
   * Searches the best sets of a question; one that was answered since the last run is told again. `follow` is told of this
   * search instead of whoever follows all.
   */
  block(changes: Partial<BlockRequest>, follow = this.follow): Promise<ToldBlock> {
    return this.inTurn(async () => (await this.answered(changes, follow)).told);
  }

  /** Which doubts about who is who would change the advice of a question. */
  doubts(changes: Partial<BlockRequest>): Promise<ToldDoubts> {
    return this.inTurn(async () => {
      const advised = setOf((await this.answered(changes)).sets, changes.budget ?? this.open.settings.budget, 0);
      return tellDoubts(
        this.open,
        await this.searching({ wanted: "doubts", changes, follow: this.follow }, (asking) =>
          doubtsOfBlock(this.open, changes, { ...asking, advised }),
        ),
      );
    });
  }

  /** The check file of an answered set, as `windfall verify` reads it. */
  async checkFile(changes: Partial<BlockRequest>, budget: number, rhoQuarters: number): Promise<string> {
    return this.inTurn(async () => setOf((await this.answered(changes)).sets, budget, rhoQuarters).certificate);
  }

  /** Any other work that reads the network's tables, on the desk's connection. */
  inTurn<Value>(work: (open: OpenCase) => Promise<Value>): Promise<Value> {
    const mine = this.turn.then(() => {
      if (this.isEnded) throw new Refusal("the case is being closed; open it again and ask then");
      return work(this.open);
    });
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  /** Answers from now on by the case as it was read again; what is being answered ends as it began. */
  async renew(open: OpenCase): Promise<void> {
    await this.inTurn(async () => {
      this.open = open;
      this.pictures = new NetworkPictures(open);
      this.answers.length = 0;
    });
  }

  /** Ends the search, answers nobody who still waits, and returns when nothing is at work. */
  async end(): Promise<void> {
    this.isEnded = true;
    this.stop();
    await this.turn;
  }

  /** How far the search is. */
  progress(): Searching {
    return { isSearching: this.search !== null, progress: this.search?.progress ?? null };
  }

  /** Ends the search with the best so far. */
  stop(): void {
    this.search?.stop.abort();
  }

  private async answered(changes: Partial<BlockRequest>, follow = this.follow): Promise<Answered> {
    const key = stableJson([changes, await this.pictures.stamp()]);
    const known = this.answers.find((each) => each.key === key);
    if (known) return known;
    const { sets, isStopped } = await this.searching({ wanted: "sets", changes, follow }, async (asking) => ({
      sets: await askBlock(this.open, changes, asking),
      isStopped: asking.stop.aborted,
    }));
    const answered = { key, sets, told: await tellBlock(this.open, changes, sets) };
    // What was stopped early is asked anew when it is asked again.
    if (!isStopped) this.answers.unshift(answered);
    this.answers.length = Math.min(this.answers.length, answersMost);
    return answered;
  }

  private async searching<Value>(
    { wanted, changes, follow }: Sought,
    work: (asking: Asking) => Promise<Value>,
  ): Promise<Value> {
    const { budget = this.open.settings.budget } = changes;
    const search = { stop: new AbortController(), progress: null as Progress | null };
    this.search = search;
    if (this.isEnded) this.stop();
    try {
      return await follow({
        wanted,
        budget,
        stop: () => search.stop.abort(),
        work: (telling) =>
          work({
            stop: search.stop.signal,
            onBest: (best, bound) => telling.best(best, bound),
            onProgress: (progress) => {
              search.progress = progress;
              telling.progress(progress);
            },
          }),
      });
    } finally {
      this.search = null;
    }
  }
}

function setOf(sets: readonly BlockSetLine[], budget: number, rhoQuarters: number): BlockSetLine {
  const set = sets.find((each) => each.budget === budget && each.rhoQuarters === rhoQuarters) ?? sets.at(-1);
  if (!set) throw new Refusal(`no set was sought for budget ${budget}`);
  return set;
}
