import { expect, it } from "vitest";
import { exportNet, exportWords, writeChannelsCsv, writeNetGraphml } from "../../../ui/src/pages/network/export-net.ts";
import { monthsBetween } from "../../../ui/src/pages/network/months.ts";
import { daysOf, questionOf, questionSentence, type OwnQuestion } from "../../../ui/src/pages/network/question.ts";
import { drawnWords, nodeSentence } from "../../../ui/src/pages/network/sentences.ts";
import { channel, netOf, node } from "./pictures.ts";

const unit = { currency: "USD", digits: 2 };
const own: OwnQuestion = {
  currency: "USD",
  minorDigits: 2,
  from: { entities: ["Blue Gate"], countries: ["kp"] },
  to: null,
  between: null,
  budget: 3,
  rhoQuarters: [4, 6, 8],
  protect: [],
  unblockable: [],
  reach: [],
  months: [],
  mark: "INTERNAL - NOT CHECKED FOR RELEASE",
  run: "0123456789ab",
};

const net = netOf(
  [
    node("a", { name: "=cmd()" }),
    node("b", { name: 'B "<x>" Ltd' }),
    node("contact 1 of a phone or mailbox, closed", { isClosed: true }),
  ],
  [channel("a", "b", { before: 12_345, after: 0 }), channel("b", "contact 1 of a phone or mailbox, closed")],
);
const open = exportNet(net);
const words = exportWords({
  title: "Harbour",
  address: {},
  own,
  drawn: drawnWords(
    {
      whole: { nodes: 202, minor: 1000 },
      drawn: { nodes: 70, minor: 949, bundles: 0, inBundles: 0, insideMinor: 0 },
      drawnAs: "largest",
    },
    unit,
  ),
  leftOut: open.leftOut,
  day: "2020-01-02",
});

it("every export carries the mark, the question, how much is drawn, case, run and day", () =>
  expect(words).toEqual([
    "INTERNAL - NOT CHECKED FOR RELEASE",
    "money from Blue Gate; country:kp to who is paid and hardly pays out",
    "70 of 202 nodes drawn, the largest: 94 % of the 10 USD in channels on the way. 1 closed contact of phones left out.",
    "Case Harbour, run 0123456789ab, 2020-01-02",
  ]));

it("a CSV runs no formula, keeps numbers numbers, and has no closed contact", () => {
  const csv = writeChannelsCsv(open.net, words, unit);
  expect(csv).toContain('"a","\'=cmd()","b","B ""<x>"" Ltd",10,123.45,0,"USD",1,2,"2016-03-01","2016-03-01"\r\n');
  expect(csv).not.toContain("phone, closed");
  expect(csv.startsWith('"# INTERNAL')).toBe(true);
});

it("GraphML holds names as text, the words and no closed contact", () => {
  const graphml = writeNetGraphml(open.net, words, unit);
  expect(graphml).toContain('<data key="name">B &quot;&lt;x&gt;&quot; Ltd</data>');
  expect(graphml).toContain('<data key="amount">10</data><data key="before">123.45</data><data key="after">0</data>');
  expect(graphml).toContain("<!-- INTERNAL - NOT CHECKED FOR RELEASE -->");
  expect(graphml).not.toContain("phone, closed");
});

it("an address asks its question: words, the ends that were seen, months as whole months", () => {
  expect(questionOf({ from: "country:kp; Blue Gate", to: "seen", between: "2016-02..2016-02", never: "X" })).toEqual({
    from: { entities: ["country:kp", "Blue Gate"], countries: [] },
    to: null,
    between: ["2016-02-01", "2016-02-29"],
    protect: ["X"],
  });
  expect(questionOf({})).toEqual({});
  expect(daysOf("tomorrow")).toBe(undefined);
  expect(questionSentence({ from: "seen", between: "2016-01..2016-03" }, own)).toBe(
    "money from who pays out and is hardly paid to who is paid and hardly pays out, paid 2016-01 to 2016-03",
  );
});

it("a step onto a node says what it is and moves", () =>
  expect(
    nodeSentence(
      node("b", {
        name: "East Bank",
        isBank: true,
        roots: 3,
        inMinor: 610_000_000,
        payers: 4,
        outMinor: 590_000_000,
        payees: 2,
        isBlocked: true,
      }),
      unit,
    ),
  ).toBe("East Bank, bank, 3 sources, in 6.10 M USD from 4 payers, out 5.90 M USD to 2 payees, blocked"));

it("months run without a gap, and a slip a century off leaves the slider usable", () => {
  expect(monthsBetween(["2015-11", "2016-02"])).toEqual(["2015-11", "2015-12", "2016-01", "2016-02"]);
  expect(monthsBetween(["1016-01", "2016-12"])).toHaveLength(600);
  expect(monthsBetween([])).toEqual([]);
});

it("a picture of bundles says how many are in them, and what goes on inside", () => {
  const whole = { nodes: 2100, minor: 500_000 };
  const drawn = { nodes: 2100, minor: 500_000, bundles: 3, inBundles: 2099, insideMinor: 120_000 };
  expect(drawnWords({ whole, drawn, drawnAs: "bundles" }, unit)).toBe(
    "All 2,100 nodes on a way from a start to an end are here: 1 on its own, 2,099 in 3 bundles of those who pay each other most. 1.20 k USD of the 5.00 k USD in channels goes between members of one bundle and is no line.",
  );
  expect(
    drawnWords(
      { whole, drawn: { ...drawn, nodes: 2000, minor: 450_000, bundles: 2, inBundles: 1999 }, drawnAs: "bundles" },
      unit,
    ),
  ).toMatch(/^2,000 of 2,100 nodes here: .* Here is 90 % of the 5\.00 k USD in channels on the way\.$/u);
});
