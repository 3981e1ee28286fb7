import { expect, it } from "vitest";
import { at } from "../../src/base/index.ts";
import { makeRoundUp } from "../../bench/round-ups/make-round-up.ts";
import { buildLedger, readClaims, type Ledger, type ReadDocument } from "../../src/ledger/index.ts";
import { DocumentJoiner } from "../../src/ledger/join/document-joiner.ts";
import type { LedgerClaim } from "../../src/ledger/likeness/ledger-claim.ts";

const documents: readonly ReadDocument[] = [3, 4, 5, 6, 7, 8].map((no) => {
  const { name, html } = makeRoundUp(no, 1);
  const text = [...html.matchAll(/<p>(?<words>[^<]+)<\/p>/gu)].map(({ groups }) => groups?.["words"] ?? "").join("\n");
  return { id: name, outlet: `Review ${no}`, claims: readClaims({ text, author: `Review ${no}` }) };
});

/** What was found, in words that can be compared. */
const told = ({ events, contradictions, drifts }: Pick<Ledger, "events" | "contradictions" | "drifts">) => ({
  events: events.map(({ id, title, claims, roots, status }) => ({
    id,
    title,
    claims: claims.map(({ at }) => at),
    roots,
    status,
  })),
  contradictions: contradictions.map(({ kind, left, right, why }) => [kind, left.at, right.at, why]),
  drifts: drifts.map(({ kind, claim, from, why }) => [kind, claim.at, from.at, why]),
});

/** Joins documents, each claim kept as text and read anew whenever it is asked for; hears of each that is. */
function joinCopies(all: readonly ReadDocument[], onAsked: (place: number, no: number) => void) {
  const joiner = new DocumentJoiner(new Map());
  const gathered = all.map((document) => JSON.stringify(joiner.add(document)));
  const kept: string[] = [];
  const claimAt = (place: number): LedgerClaim => JSON.parse(at(kept, place));
  const found = gathered.map((own, no) => {
    const joined = joiner.join(no, JSON.parse(own), (place) => {
      onAsked(place, no);
      return claimAt(place);
    });
    for (const claim of joined.claims) kept.push(JSON.stringify(claim));
    return joined;
  });
  return { joiner, found, claimAt };
}

it("asks for no claims but earlier ones, each once, and finds the same from copies of them", () => {
  const asked = documents.map((): number[] => []);
  const { joiner, found, claimAt } = joinCopies(documents, (place, no) => at(asked, no).push(place));
  const whole = buildLedger(documents);
  const pieces = {
    events: Array.from({ length: joiner.eventCount }, (_, event) => joiner.eventOf(event, claimAt)),
    contradictions: found.flatMap(({ contradictions }) => contradictions),
    drifts: found.flatMap(({ drifts }) => drifts),
  };
  expect(told(pieces)).toEqual(told(whole));
  expect(whole.events.some(({ claims: own }) => new Set(own.map(({ document }) => document)).size > 2)).toBe(true);
  for (const [no, places] of asked.entries()) {
    expect(new Set(places).size).toBe(places.length);
    expect(places.every((place) => joiner.documentOf(place) < no)).toBe(true);
  }
});

it("asks for few claims of many", () => {
  const far = documents[0];
  if (!far) throw new Error("there are documents");
  const about = "The mayor of Elmstow opened a bridge, a clerk told the Elm Gazette.";
  const others = Array.from({ length: 99 }, (_, no) => ({
    id: `d${no + 1}`,
    outlet: undefined,
    claims: readClaims({ text: about, author: `Author ${no + 1}` }),
  }));
  const asked: number[] = [];
  joinCopies([far, ...others], (place) => asked.push(place));
  expect(asked).toEqual([]);
});
