import { describe, expect, it } from "vitest";
import { buildLedger, readClaims, type Ledger } from "../../../src/ledger/index.ts";

const ledgerOf = (text: string): Ledger =>
  buildLedger([
    {
      id: "d1",
      outlet: undefined,
      claims: readClaims({ text: `A headline of some words\n${text}`, author: "the author" }),
    },
  ]);

const contradicted = (text: string): readonly string[] =>
  ledgerOf(text).contradictions.map(({ kind, left, right }) => `${kind}: ${left.quote} / ${right.quote}`);

describe("contradictions", () => {
  const check = (what: string, text: string, expected: readonly string[]): void =>
    it(what, () => expect(contradicted(text)).toEqual(expected));
  check(
    "two numbers of one thing",
    "The port agent said that six barges of copper had left Mirren. A pilot said that nine barges of copper had left Mirren.",
    ["count: six barges of copper had left Mirren / nine barges of copper had left Mirren"],
  );
  check(
    "no part",
    "The port agent said that nine barges of copper had left Mirren. A pilot said that two of the barges of copper were empty.",
    [],
  );
  check(
    "no sum",
    "The port agent said that nine barges of copper had left Mirren. A pilot said that four barges of copper had left Mirren at night and five barges of copper by day.",
    [],
  );
  check(
    "no other day",
    "The port agent said that six barges of copper had left Mirren on 3 May 2016. A pilot said that nine barges of copper had left Mirren on 9 May 2016.",
    [],
  );
  check(
    "a number given for what was counted before",
    "The port agent said that six barges of copper had left Mirren. A pilot spoke of nine barges.",
    ["count: six barges of copper had left Mirren / A pilot spoke of nine barges"],
  );
  check(
    "no day of a notice",
    "The port agent said that six barges of copper had left Mirren on 3 May 2016. The customs notice of 9 May 2016 has nine barges.",
    ["count: six barges of copper had left Mirren on 3 May 2016 / The customs notice of 9 May 2016 has nine barges"],
  );
  check(
    "away and home",
    "The Mirren Post said that the envoy Olen Varga had asked for asylum. The mining ministry said that the envoy Olen Varga came home in May.",
    ["status: the envoy Olen Varga had asked for asylum / the envoy Olen Varga came home in May"],
  );
  check(
    "a bare number against the telling that comes nearest",
    "The port agent said that nine pilots had gone to Venlia. A clerk said that thirteen sailors left the barge at Mirren. The mining ministry admits that sailors are missing and makes it seven.",
    ["count: thirteen sailors left the barge at Mirren / makes it seven"],
  );
  check(
    "a part that is more than the whole",
    "The Mirren police said that three clerks of the copper house were arrested. A pilot said that five people were taken from the copper house and that four of them are in custody.",
    [
      "count: three clerks of the copper house were arrested / five people were taken from the copper house",
      "count: three clerks of the copper house were arrested / four of them are in custody",
    ],
  );
  check(
    "arrested and invited",
    "The Mirren police said that the envoy Olen Varga was arrested. His lawyer said that he came to the office of his own accord.",
    ["status: the envoy Olen Varga was arrested / he came to the office of his own accord"],
  );
  check(
    "no return after a flight",
    "The Mirren Post said that the envoy Olen Varga had fled on 3 May 2016. The mining ministry said that the envoy Olen Varga came home on 9 June 2016.",
    [],
  );
  check(
    "sold, and still owned later",
    "The port agent said that the barge Olena was sold in June 2016. A clerk said that the mining ministry still owned the barge Olena on 9 July 2016.",
    ["status: the barge Olena was sold in June 2016 / the mining ministry still owned the barge Olena on 9 July 2016"],
  );
  check(
    "what an outlet withdraws by name",
    "The Mirren Post said that two clerks of the copper house had gone with the pilot.\n\nRadio Venlia said that barges of coal had left.\n\nThe Mirren Post withdrew its statement about the two clerks of the copper house.",
    [
      "correction: two clerks of the copper house had gone with the pilot / The Mirren Post withdrew its statement about the two clerks of the copper house",
    ],
  );
  check(
    "what is denied in kindred words",
    "A pilot said that customs officers had found 40,000 euros in the van of the copper house. The mining ministry denied that any cash had been carried in it.",
    [
      "denial: customs officers had found 40,000 euros in the van of the copper house / any cash had been carried in it",
    ],
  );
  check(
    "what is denied",
    "A pilot said that the pilot house sold copper to Venlia. The mining ministry denied that copper was sold to Venlia.",
    ["denial: the pilot house sold copper to Venlia / copper was sold to Venlia"],
  );
  check(
    "two places of one event",
    "The Mirren Post said that the envoy Olen Varga was arrested in Hamburg. Radio Venlia said that the envoy Olen Varga was arrested in Vienna.",
    ["place: the envoy Olen Varga was arrested in Hamburg / the envoy Olen Varga was arrested in Vienna"],
  );
  check(
    "two ways to leave",
    "A clerk said that the envoy Olen Varga left Mirren by train. A pilot said that the envoy Olen Varga left Mirren by car.",
    ["status: the envoy Olen Varga left Mirren by train / the envoy Olen Varga left Mirren by car"],
  );
  check(
    "what is ruled out by what is so",
    "A clerk said that the barge Olena held bullion. A pilot said that the barge Olena held ballast rather than bullion.",
    ["status: the barge Olena held bullion / the barge Olena held ballast rather than bullion"],
  );
  check(
    "no number that has grown",
    "A nurse said that six sailors had died at Mirren. The port agent said that the dead at Mirren have risen, and that nine sailors had died at Mirren so far.",
    [],
  );
  check(
    "nothing of the kind",
    "A pilot said that a grey chest had been brought aboard. A sailor said that nothing of the kind had been seen.",
    ["denial: a grey chest had been brought aboard / nothing of the kind had been seen"],
  );
  check(
    "no such thing",
    "A pilot said that the envoy Olen Varga had met a smuggler. A clerk said that the barge was late. No such meeting took place, the mining ministry said.",
    ["denial: the envoy Olen Varga had met a smuggler / No such meeting took place"],
  );
  check(
    "a number that is turned down",
    "The Mirren Post said that nine sailors had left the barge. A pilot said that the night was dark. That figure was rejected by the port agent.",
    ["denial: nine sailors had left the barge / That figure was rejected by the port agent"],
  );
  check(
    "a charge against the one who denies",
    "The Mirren Post said that Olen Varga spent three weeks in the villa.\n\nOlen Varga denied that he had set foot in it.",
    ["denial: Olen Varga spent three weeks in the villa / he had set foot in it"],
  );
  check(
    "what the author knows better",
    "In our last number we wrote that the envoy Olen Varga resigned. He did not resign.",
    ["correction: the envoy Olen Varga resigned / He did not resign"],
  );
  check(
    "no deed that nobody told of",
    "The Mirren Post said that the tools were for a copper house in Venlia. The copper house has no roof.",
    [],
  );
  check(
    "a number behind any verb of telling",
    "A clerk said that 120 letters were written. A printer remembers nearer 200.",
    ["count: 120 letters were written / A printer remembers nearer 200"],
  );
  check(
    "no sum of sorts",
    "The mining ministry said that four people and seven companies were on the list of Venlia. The Mirren Post said that eleven citizens were on the list of Venlia.",
    [],
  );
  check(
    "no age",
    "The Mirren Post said that the two sons left. A nurse said that the sons, who are 9 and 12, left.",
    [],
  );
  check(
    "money that names no currency",
    "The Mirren Post said that the fund paid 2.3 million for the house. A clerk said that the fund paid 1.9 million euros for the house.",
    ["count: the fund paid 2.3 million for the house / the fund paid 1.9 million euros for the house"],
  );
  check(
    "two places in a series",
    "The Mirren Post said that she was the fourth returnee this year. By the count of the mining ministry she is the third.",
    ["count: she was the fourth returnee this year / she is the third"],
  );
  check(
    "two months of one sale",
    "The Mirren Post said that the port agent sold the barge in June 2016. A clerk said that he sold it in April 2016.",
    ["date: the port agent sold the barge in June 2016 / he sold it in April 2016"],
  );
  check(
    "a place that answers a place",
    "The Mirren Post said that the convoy crossed the border at Hamburg. A pilot said that it was at Vienna.",
    ["place: the convoy crossed the border at Hamburg / it was at Vienna"],
  );
  check(
    "what the author wrote before",
    "In our last number we wrote that the bank was based in Riga. It is based in Vilnius.",
    ["correction: the bank was based in Riga / It is based in Vilnius"],
  );
  check(
    "two doers of one deed",
    "The mining ministry said that the bridge was blown up by rebels. A pilot said that soldiers blew it up.",
    ["role: the bridge was blown up by rebels / soldiers blew it up"],
  );
  check(
    "two owners of one thing",
    "The Mirren Post said that the villa belonged to the minister. A clerk said that it belonged to a dentist.",
    ["role: the villa belonged to the minister / it belonged to a dentist"],
  );
  check(
    "a day earlier",
    "Friday, 16 March 2012\n\nThe mining ministry said that the envoy Olen Varga was arrested on 6 March. The Mirren Post says that it happened a day earlier.",
    ["date: the envoy Olen Varga was arrested on 6 March / it happened a day earlier"],
  );
  check(
    "two trades of the same men",
    "The mining ministry said that the men were soldiers. The port agent said that the men were cigarette smugglers.",
    ["role: the men were soldiers / the men were cigarette smugglers"],
  );
  check(
    "no two trades where one is the general word",
    "The mining ministry said that the men were soldiers. The port agent said that the men were officials of Venlia.",
    [],
  );
  check(
    "a place that somebody is given",
    "The Mirren Post said that Olen Varga was seen at Hamburg. Radio Venlia has him coming ashore at Lisbon.",
    ["place: Olen Varga was seen at Hamburg / Radio Venlia has him coming ashore at Lisbon"],
  );
  check(
    "no doer who is a pronoun",
    "The mining ministry said that the bridge was blown up by rebels. A pilot said that they blew it up.",
    [],
  );
  check(
    "no doer by night",
    "The mining ministry said that the bridge was blown up by night. A pilot said that soldiers blew it up.",
    [],
  );
  check(
    "forced and willing",
    "The Mirren Post said that the sailors were forced to leave the barge. The port agent said that they left willingly.",
    ["status: the sailors were forced to leave the barge / they left willingly"],
  );
  check(
    "no refusal",
    "A pilot said that copper was sold to Venlia. The mining ministry could not confirm that copper was sold to Venlia.",
    [],
  );
});

describe("root sources", () => {
  const roots = (text: string): readonly [number, number] => {
    const { roots: counted } = ledgerOf(text).events.toSorted(
      (left, right) => right.claims.length - left.claims.length,
    )[0] ?? { roots: { low: -1, high: -1 } };
    return [counted.low, counted.high];
  };
  it("two outlets that rest on one person are one", () =>
    expect(
      roots(
        "The Mirren Post, citing the harbour pilot Olen Varga, says that the copper barges left Mirren. Radio Venlia, citing Olen Varga, says that the copper barges left Mirren at night.",
      ),
    ).toEqual([1, 1]));
  it("two who do not know of each other are two", () =>
    expect(
      roots(
        "The port agent said that the copper barges left Mirren. The mining ministry confirmed that the copper barges left Mirren.",
      ),
    ).toEqual([2, 2]));
  it("two unnamed people may be one", () =>
    expect(
      roots(
        "The Mirren Post, citing a person at the port, says that the copper barges left Mirren. Radio Venlia, citing an official, says that the copper barges left Mirren.",
      ),
    ).toEqual([1, 2]));
  it("the author adds none", () => expect(roots("The copper barges left Mirren.")).toEqual([0, 0]));
});

describe("drifts", () => {
  const drifted = (text: string): readonly string[] =>
    buildLedger([{ id: "d1", outlet: undefined, claims: readClaims({ text, author: "the author" }) }]).drifts.map(
      ({ kind, claim, from }) => `${kind}: ${claim.quote} < ${from.quote}`,
    );
  it("find the hedge that a headline drops", () =>
    expect(
      drifted(
        "Pilot house moved $42 million for the navy of Mirren\n\nA clerk told the Mirren Post that the pilot house may have moved 42 million dollars for the navy.",
      ),
    ).toEqual([
      "hedge-dropped: Pilot house moved $42 million for the navy of Mirren < the pilot house may have moved 42 million dollars for the navy",
    ]));
  it("find none in a few words", () =>
    expect(
      drifted(
        "Four boatmen\n\nA clerk told the Mirren Post that four boatmen may have crossed the bay of Mirren by night.",
      ),
    ).toEqual([]));
  it("find none where nothing was doubted", () =>
    expect(
      drifted(
        "Pilot house moved $42 million for the navy of Mirren\n\nA clerk told the Mirren Post that the pilot house had moved 42 million dollars for the navy.",
      ),
    ).toEqual([]));
});

describe("many documents", () => {
  it("are compared by words that few claims have", () => {
    const documents = Array.from({ length: 80 }, (_, index) => ({
      id: `d${String(index)}`,
      outlet: undefined,
      claims: readClaims({
        text: `The port agent of Harbour${String(index)}x said that six barges of copper had left Harbour${String(index)}x.`,
        author: `author ${String(index)}`,
      }),
    }));
    const { events, contradictions } = buildLedger(documents);
    expect(events).toHaveLength(80);
    expect(contradictions).toEqual([]);
  });
});
