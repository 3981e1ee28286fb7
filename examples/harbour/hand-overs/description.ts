/** What the case's folder says of itself: who gave what, when and how. */
export interface HandOvers {
  readonly title: string;
  readonly currency: string;
  readonly sources: readonly {
    readonly id: string;
    readonly label: string;
    readonly kind: "informant" | "device" | "register" | "list publisher" | "outlet";
    readonly grade: string;
    readonly sealed: boolean;
    readonly firstHand: boolean | null;
    readonly derivedFrom?: string | null;
  }[];
  readonly datasets: readonly {
    readonly name: string;
    readonly source: string;
    readonly received: string;
    readonly howObtained: string;
    readonly files: readonly string[];
  }[];
  readonly lists: readonly {
    readonly name: string;
    readonly form: "ofac-sdn";
    readonly files: readonly string[];
    readonly edition: string;
  }[];
  readonly rates: string;
}

/** Describes the hand-overs. The informer's list is described as he describes it: his own. */
export const describeHandOvers = (paths: readonly string[]): HandOvers => {
  const filesOf = (name: string): string[] => paths.filter((path) => path.startsWith(`${name}/`)).toSorted();
  const dataset = (
    name: string,
    source: string,
    received: string,
    howObtained: string,
  ): HandOvers["datasets"][number] => ({ name, source, received, howObtained, files: filesOf(name) });
  return {
    title: "Harbour",
    currency: "USD",
    sources: [
      { id: "s1", label: "Cormorant, fund manager", kind: "informant", grade: "B2", sealed: true, firstHand: true },
      { id: "s2", label: "Dunlin, bank representative", kind: "informant", grade: "B2", sealed: true, firstHand: true },
      { id: "s3", label: "Sandpiper, diplomat", kind: "device", grade: "B3", sealed: true, firstHand: true },
      { id: "s4", label: "Company register", kind: "register", grade: "A2", sealed: false, firstHand: true },
      { id: "s5", label: "Informer", kind: "informant", grade: "C3", sealed: false, firstHand: true },
      { id: "s6", label: "Watchlist office", kind: "list publisher", grade: "A1", sealed: false, firstHand: null },
      { id: "s7", label: "Press", kind: "outlet", grade: "C3", sealed: false, firstHand: null },
    ],
    datasets: [
      dataset("h0-reports", "s7", "2020-11-02", "Saved from the web before anybody came."),
      dataset("h1-workbook", "s1", "2020-11-09", "Memory stick handed over in person."),
      dataset("h2-ledgers", "s2", "2020-11-16", "Downloaded by the source at work and sent encrypted."),
      dataset("h3-phone", "s3", "2020-11-20", "Logical copy of a telephone, given with consent."),
      dataset("h4-register", "s4", "2020-11-23", "Extract of November 2016, bought from the register."),
      dataset("h5-list", "s5", "2020-11-27", "Sent by e-mail; the sender says that he kept the list himself."),
    ],
    lists: [{ name: "l1-watchlist", form: "ofac-sdn", files: filesOf("l1-watchlist"), edition: "2020-10-01" }],
    rates: "rates.csv",
  };
};
