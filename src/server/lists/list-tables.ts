import {
  editionOfLists,
  keptCaptions,
  keptList,
  keptWords,
  makeLists,
  openKeptLists,
  views,
  type OpenCase,
  type Progress,
} from "../../casefile/index.ts";
import type { EntityId } from "../../model/index.ts";
import type { CaseAccess } from "../access/case-access.ts";

/** Which list: its name, and for statements whose. */
export interface ListOf {
  readonly name: views.ListName;
  readonly of: EntityId | null;
}

interface Made {
  readonly edition: string;
  readonly table: Promise<views.ListTable>;
  users: number;
}

/** So many lists of one entity's statements are kept though nobody looks at them. */
const idleStatements = 8;

/**
 * The tables of the lists, for each edition of the case: a run that changes it makes the next edition. Those of the whole
 * case are kept on disk from one opening to the next and made when they are first asked for; those of one entity are in
 * memory. A table of an earlier edition is dropped when the last view of it is.
 */
export class ListTables {
  private edition: string;
  private counter = 0;
  private readonly besides = new Map<string, { readonly edition: string; readonly made: Promise<Beside> }>();
  private readonly made = new Map<string, Made>();

  private readonly access: CaseAccess;

  private constructor(access: CaseAccess, edition: string) {
    this.access = access;
    this.edition = edition;
  }

  /** Opens the lists that are kept, for a case that this process owns. */
  static async of(access: CaseAccess): Promise<ListTables> {
    return new ListTables(access, await openKeptLists(access.open));
  }

  /** The edition of the case that a list made now is of. */
  get current(): string {
    return this.edition;
  }

  /** From now on lists are of the tables as they are. */
  async renew(): Promise<void> {
    this.edition = await editionOfLists(this.access.open);
  }

  /** Makes what a visitor may ask for, unless it is kept; says what comes next. */
  makeAll(onProgress: (progress: Progress) => void): Promise<void> {
    return makeLists({
      list: async (name) => this.release(await this.hold({ name, of: null })),
      words: () => this.searchWords(),
      onProgress,
    });
  }

  /** The current table of a list. Whoever asks gives it back by `release`. */
  async hold(list: ListOf): Promise<views.ListTable> {
    const key = `${list.name} ${list.of ?? ""} ${this.edition}`;
    const made = this.made.get(key) ?? { edition: this.edition, users: 0, table: this.make(list) };
    this.made.delete(key);
    this.made.set(key, made);
    made.users += 1;
    try {
      return await made.table;
    } catch (cause) {
      this.made.delete(key);
      throw cause;
    }
  }

  /** Gives a table back; it is dropped if it is of an earlier edition and nobody else holds it. */
  async release(table: views.ListTable): Promise<void> {
    for (const made of this.made.values()) if ((await made.table) === table) made.users -= 1;
    const isIdle = (made: Made): boolean => made.users <= 0;
    const ofEntities = [...this.made].filter(([key, made]) => key.startsWith("statements ") && isIdle(made));
    const drop = [
      ...[...this.made].filter(([, made]) => made.edition !== this.edition && isIdle(made)),
      ...ofEntities.slice(0, Math.max(0, ofEntities.length - idleStatements)),
    ];
    for (const [key, made] of drop) {
      this.made.delete(key);
      await views.dropShown(this.access.quick, (await made.table).context.table);
    }
  }

  private async make({ name, of }: ListOf): Promise<views.ListTable> {
    const { edition } = this;
    const captions = await this.captions();
    const made = await this.apart(async (reader) => {
      if (name !== "statements") return keptList(reader, name, edition);
      this.counter += 1;
      const { currency } = reader.settings;
      const context = { reader, table: views.shownTable(`${name}_${this.counter}`), captions, currency, of };
      await views.makeListTable(name, context);
      return views.readListTable(name, context);
    });
    return { ...made, context: { ...made.context, reader: this.access.quick } };
  }

  private readonly apart = <Value>(work: (reader: OpenCase) => Promise<Value>): Promise<Value> =>
    this.access.making(() => this.access.apart(work));

  /** What every canonical entity is called. */
  async captions(): Promise<Beside["table"]> {
    return (await this.beside("caption", async (reader, edition) => ({ table: await keptCaptions(reader, edition) })))
      .table;
  }

  /** What entities are looked for by, and how much that is. */
  searchWords() {
    return this.beside("word", keptWords);
  }

  /** A table beside the lists, made once for each edition; the one of the edition before is dropped. */
  private async beside<Made extends Beside>(
    name: string,
    make: (reader: OpenCase, edition: string) => Promise<Made>,
  ): Promise<Made> {
    const { edition } = this;
    const held = this.besides.get(name);
    if (held?.edition === edition) return (await held.made) as Made;
    const made = this.apart((reader) => make(reader, edition));
    this.besides.set(name, { edition, made });
    try {
      const value = await made;
      if (held) await views.dropShown(this.access.quick, (await held.made).table);
      return value;
    } catch (cause) {
      this.besides.delete(name);
      throw cause;
    }
  }
}

interface Beside {
  readonly table: views.ListTable["context"]["captions"];
}
