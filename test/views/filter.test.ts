import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sql } from "../../src/store/index.ts";
import { readFilter, type FilterKey } from "../../src/views/index.ts";

const keys: readonly FilterKey[] = [
  {
    kind: "choice",
    key: "kind",
    meaning: "what is known",
    column: sql`state`,
    isFixed: true,
    choices: [
      { value: "contradicted", words: "contradicted" },
      { value: "new", words: "new", condition: sql`is_new` },
    ],
  },
  { kind: "text", key: "entity", meaning: "name", column: sql`entity`, words: "entity" },
  {
    kind: "count",
    key: "sources",
    meaning: "sources",
    column: sql`least`,
    one: "independent source",
    many: "independent sources",
  },
  { kind: "money", key: "money", meaning: "money", column: sql`minor`, words: "money", currency: "USD" },
  { kind: "span", key: "seen", meaning: "days", from: sql`seen_from`, to: sql`seen_to`, words: "payments" },
];
const list = { keys, fold: sql`fold`, plural: "findings" };
const read = (filter: string) => readFilter(filter, list);
const textOf = (filter: string): string =>
  read(filter)
    .chips.map(({ condition }) =>
      condition.pieces.map((piece, at) => (at === 0 ? piece : `${String(condition.values[at - 1])}${piece}`)).join(""),
    )
    .join(" AND ");

describe("a filter in words", () => {
  const check = (filter: string, sentence: string): void =>
    it(filter, () => expect([read(filter).sentence, read(filter).faultyTerms]).toEqual([sentence, []]));
  check("", "all findings");
  check(
    "kind:contradicted,new money:>1M sources:>=2",
    "contradicted or new, money over 1 M USD, two or more independent sources",
  );
  check("-kind:new", "not new");
  check("sources:1", "one independent source");
  check("sources:1..3", "one to three independent sources");
  check("money:1.5M..5M", "money 1.5 M USD to 5 M USD");
  check("money:<=250k", "money at most 250,000 USD");
  check("money:none", "no known money");
  check("seen:2014-03..2016", "payments from 2014-03 to 2016");
  check("seen:2014", "payments in 2014");
  check("seen:2014..", "payments from 2014 on");
  check("seen:>2014-02", "payments after 2014-02");
  check('taebong "East Bridge"', 'with "taebong", with "East Bridge"');
  check('-taebong entity:"a, b"', 'without "taebong", entity with "a, b"');
  check("KIND:New", "new");
});

describe("a filter as a condition", () => {
  const check = (filter: string, condition: string): void => it(filter, () => expect(textOf(filter)).toBe(condition));
  check("kind:contradicted,new", "(state = contradicted) or (is_new)");
  check("-kind:new", "not coalesce((is_new), false)");
  check("money:>1.2k", "(minor > 120000)");
  check("sources:2..3", "(least between 2 and 3)");
  check("seen:2014-02", "(seen_from <= 2014-02-28::date and seen_to >= 2014-02-01::date)");
  check("seen:2012-02..2012", "(seen_from <= 2012-12-31::date and seen_to >= 2012-02-01::date)");
  check("seen:<2014", "(seen_from <= 2013-12-31::date)");
});

describe("a term that is not understood", () => {
  const check = (filter: string, nearest: string | null, why: RegExp): void =>
    it(filter, () => {
      const { faultyTerms } = read(filter);
      expect(faultyTerms.map((term) => [term.text, term.nearest])).toEqual([[filter, nearest]]);
      expect(faultyTerms[0]?.why).toMatch(why);
      expect(nearest === null ? [] : read(nearest).faultyTerms).toEqual([]);
    });
  check("kidn:new", "kind:new", /there is no key "kidn"; the keys are kind, entity/u);
  check("-knd:new", "-kind:new", /there is no key "knd"/u);
  check("kind:contradictd,new", "kind:contradicted,new", /has no value "contradictd"; use one of contradicted, new/u);
  check("kind:", null, /holds nothing/u);
  check("http://x.example", '"http://x.example"', /words with a colon/u);
  check("sources:many", null, /is not a whole number such as sources:2/u);
  check("sources:3..1", "sources:1..3", /ends before it begins/u);
  check("money:>1Mx", "money:>1M", /is not an amount such as money:>1M/u);
  check("seen:2014-13", "seen:2014", /is no time/u);
  check("seen:2015-02-30", "seen:2015", /is no time/u);
  check("seen:2016..2014", "seen:2014..2016", /is no time/u);
  check('"open', '"open"', /has no second/u);
});

describe("any text as a filter", () => {
  const term = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom(
      "kind:new",
      "-kind:contradicted",
      "money:>1M",
      "sources:>=2",
      "seen:2014..2016",
      "word",
      '"two words"',
      "kind:x",
      "nokey:1",
    ),
  );
  const filter = fc.array(term, { maxLength: 6 }).map((terms) => terms.join(" "));

  it("is read without a throw; each term stands where it says, in order, once", () =>
    fc.assert(
      fc.property(filter, (text) => {
        const { chips, faultyTerms } = read(text);
        const terms = [...chips, ...faultyTerms].toSorted((left, right) => left.from - right.from);
        terms.forEach((each, index) => {
          expect(text.slice(each.from, each.to)).toBe(each.text);
          expect(each.from).toBeGreaterThanOrEqual(terms[index - 1]?.to ?? 0);
        });
        const rest = terms.reduceRight((left, each) => left.slice(0, each.from) + left.slice(each.to), text);
        expect(rest.trim()).toBe("");
      }),
    ));

  it("what it asks does not depend on the order of its terms, and a right one put for a faulty one is understood", () =>
    fc.assert(
      fc.property(filter, (text) => {
        const { chips, faultyTerms } = read(text);
        const turned = read(
          chips
            .map((chip) => chip.text)
            .toReversed()
            .join(" "),
        );
        expect(turned.chips.map(({ words }) => words)).toEqual(chips.map(({ words }) => words).toReversed());
        const nearest = faultyTerms.flatMap((each) => each.nearest ?? []);
        expect(nearest.flatMap((each) => read(each).faultyTerms)).toEqual([]);
      }),
    ));

  it("no text of it stands in the query itself: values are bound", () =>
    fc.assert(
      // No word of SQL begins so.
      fc.property(fc.stringMatching(/^zqx[a-z';)(=-]{0,20}$/u), (word) => {
        const { chips } = read(`entity:${word} ${word}x`);
        for (const { condition } of chips) expect(condition.pieces.join("")).not.toContain(word);
      }),
    ));
});
