import { NetworkDesk, type OpenCase } from "../../casefile/index.ts";
import type { CaseAccess } from "./case-access.ts";

/** Where the network of a case is asked: pictures at one desk, searches at another, so that no picture waits for a search. */
export class NetworkDesks {
  /** Draws, weighs and finds paths. */
  readonly pictures: NetworkDesk;
  /** Searches sets, and knows how far it is. */
  readonly searches: NetworkDesk;
  private readonly own: readonly { readonly desk: NetworkDesk; readonly database: OpenCase["database"] }[];
  private readonly access: CaseAccess;

  private constructor(access: CaseAccess, databases: readonly [OpenCase["database"], OpenCase["database"]]) {
    this.access = access;
    const [pictures, searches] = databases;
    this.pictures = new NetworkDesk({ ...access.open, database: pictures });
    this.searches = new NetworkDesk({ ...access.open, database: searches });
    this.own = [
      { desk: this.pictures, database: pictures },
      { desk: this.searches, database: searches },
    ];
  }

  /** Each desk has a connection of its own, since both make temporary tables under the same names. */
  static async of(access: CaseAccess): Promise<NetworkDesks> {
    const { file } = access.open;
    const [pictures, searches] = [await file.connect(), await file.connect()];
    return new NetworkDesks(access, [pictures.database, searches.database]);
  }

  /** The case was read again: what is asked from now on is answered by it. */
  renew(): void {
    // A desk that has ended refuses, and needs no other case.
    for (const { desk, database } of this.own)
      void desk.renew({ ...this.access.open, database }).catch(() => undefined);
  }

  /** Ends the search, and waits until nothing is at work. */
  async end(): Promise<void> {
    await Promise.all(this.own.map(({ desk }) => desk.end()));
  }
}
