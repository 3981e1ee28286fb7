import { Refusal, stableJson } from "../base/index.ts";
import type { BlockRequest, DrawAsked, NetworkAsked, WeighAsked, WeighedSet } from "../network/index.ts";
import { integer, sql } from "../store/index.ts";
import { put, refuseUnknown } from "./ask-block.ts";
import type { OpenCase } from "./open-case.ts";
import { runOfCase } from "./run-of-case.ts";
import { tellBundled } from "./tell-bundles.ts";
import { PictureWords, type ToldPicture } from "./tell-picture.ts";

/** A set that was weighed, told in names. */
export interface ToldWeighing extends Omit<WeighedSet, "picture"> {
  readonly picture: ToldPicture;
}

/** A question as it was put, and the flows as they stood then. */
interface Kept {
  readonly key: string;
  readonly asked: NetworkAsked;
  readonly words: PictureWords;
}

/** So many questions are kept ready: the one of the page, and what was asked before it. */
const keptMost = 4;
/** Up to so many are looked up at once, so that no set that is weighed waits for a query. */
const learntMost = 3000;

/** Draws the flows of a case for one question after another. A question is put once and kept while the flows stay as they are. */
export class NetworkPictures {
  private readonly open: OpenCase;
  private readonly kept: Kept[] = [];

  constructor(open: OpenCase) {
    this.open = open;
  }

  /** The money of a question, as it is asked to be drawn. */
  async draw(changes: Partial<BlockRequest>, drawn: DrawAsked): Promise<ToldPicture> {
    const { asked, words } = await this.ask(changes);
    const { picture, pairs } = asked.draw(drawn);
    if (picture.drawnAs !== "bundles") return words.tell(picture);
    return tellBundled(this.open, words, { picture, pairs });
  }

  /** What a set, by canonical ids, would do under a question, without any search. */
  async weigh(changes: Partial<BlockRequest>, members: readonly string[], weighed: WeighAsked): Promise<ToldWeighing> {
    const { asked, words } = await this.ask(changes);
    const { picture, ...told } = asked.weigh(members, weighed);
    return { ...told, picture: await words.tell(picture) };
  }

  private async ask({ budget: _budget, rhoQuarters: _rho, ...changes }: Partial<BlockRequest>): Promise<Kept> {
    const { askNetwork } = await import("../network/index.ts");
    const key = stableJson([changes, await this.stamp()]);
    const known = this.kept.find((each) => each.key === key);
    if (known) return known;
    await refuseUnknown(this.open, changes);
    const { source, request } = await put(this.open, changes);
    const asked = await askNetwork(source, request);
    if ("refusal" in asked) throw new Refusal(asked.refusal);
    const days = changes.between === undefined ? this.open.settings.between : changes.between;
    const words = new PictureWords(this.open, days);
    if (asked.nodeIds.length <= learntMost) await words.learn(asked.nodeIds);
    const kept = { key, asked, words };
    this.kept.unshift(kept);
    this.kept.length = Math.min(this.kept.length, keptMost);
    return kept;
  }

  /** Changes with each run, and whenever a contact of a phone was opened. */
  async stamp(): Promise<string> {
    const { bystanders } = await this.open.database.row(
      sql`select count(distinct entity_id) as bystanders from ${this.open.table("bystander")}`,
      { bystanders: integer },
    );
    return `${await runOfCase(this.open)} ${bystanders}`;
  }
}
