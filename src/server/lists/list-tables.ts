import { spellSearchWords, views, type OpenCase } from "../../casefile/index.ts";
import type { EntityId } from "../../model/index.ts";
import type { CaseAccess } from "../access/case-access.ts";

/** Which list: its name, and for statements whose. */
export interface ListOf {
  readonly name: views.ListName;
  readonly of: EntityId | null;
}

interface Made {
  readonly edition: number;
  readonly table: Promise<views.ListTable>;
  readonly name: string;
  users: number;
}

/** So many lists of one entity's statements are kept though nobody looks at them. */
const idleStatements = 8;

/**
 * The tables of the lists, made when they are first asked for and once for each edition of the case: a run that ends makes
 * the next edition. A table of an earlier edition is dropped when the last view of it is.
 */
export class ListTables {
  private edition = 1;
  private counter = 0;
  private readonly besides = new Map<string, { readonly edition: number; readonly made: Promise<unknown> }>();
  private readonly made = new Map<string, Made>();

  private readonly access: CaseAccess;

  constructor(access: CaseAccess) {
    this.access = access;
  }

  /** The edition of the case that a list made now is of. */
  get current(): number {
    return this.edition;
  }

  /** From now on lists are made anew, from the tables as they are. */
  renew(): void {
    this.edition += 1;
  }

  /** The current table of a list. Whoever asks gives it back by `release`. */
  async hold(list: ListOf): Promise<views.ListTable> {
    const key = `${list.name} ${list.of ?? ""} ${this.edition}`;
    const made = this.made.get(key) ?? this.begin(list);
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
      ...[...this.made].filter(([, made]) => made.edition < this.edition && isIdle(made)),
      ...ofEntities.slice(0, Math.max(0, ofEntities.length - idleStatements)),
    ];
    for (const [key, made] of drop) {
      this.made.delete(key);
      await views.dropShown(this.access.quick, views.shownTable(made.name));
    }
  }

  private begin({ name, of }: ListOf): Made {
    this.counter += 1;
    const table = `${name}_${this.counter}`;
    return { edition: this.edition, name: table, users: 0, table: this.make({ name, of }, table) };
  }

  private async make({ name, of }: ListOf, table: string): Promise<views.ListTable> {
    const captions = await this.captions();
    const { settings } = this.access.open;
    return this.access.apart(async (reader) => {
      const context = { table: views.shownTable(table), captions, currency: settings.currency, of };
      const made = await views.makeListTable(name, { reader, ...context });
      return { ...made, context: { reader: this.access.quick, ...context } };
    });
  }

  /** What every canonical entity is called. */
  async captions(): Promise<views.ShownTable> {
    return (await this.aside("caption", (reader, into) => views.makeCaptions(reader, into))).table;
  }

  /** What entities are looked for by, and how much that is. */
  async searchWords() {
    const { table, value } = await this.aside("word", (reader, into) => spellSearchWords(reader, into));
    return { table, reach: value };
  }

  /** A table beside the lists, made once for each edition; the one of the edition before is dropped. */
  private async aside<Value>(
    name: string,
    make: (reader: OpenCase, into: views.ShownTable) => Promise<Value>,
  ): Promise<{ readonly table: views.ShownTable; readonly value: Value }> {
    const { edition } = this;
    const held = this.besides.get(name);
    const table = views.shownTable(`${name}_${edition}`);
    if (held?.edition === edition) return { table, value: (await held.made) as Value };
    const made = this.access.apart((reader) => make(reader, table));
    this.besides.set(name, { edition, made });
    try {
      const value = await made;
      if (held) await views.dropShown(this.access.quick, views.shownTable(`${name}_${held.edition}`));
      return { table, value };
    } catch (cause) {
      this.besides.delete(name);
      throw cause;
    }
  }
}
