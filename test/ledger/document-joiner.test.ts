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

it("asks for no claims but those of the documents that it named, and finds the same from copies of them", () => {
  const joiner = new DocumentJoiner();
  const kept = documents.map((document) => JSON.stringify(joiner.add(document)));
  const load = (no: number): readonly LedgerClaim[] => joiner.restOnTold(JSON.parse(kept[no] ?? "[]"));
  const found = kept.map((_, no) => {
    const named = new Map([...joiner.earlierOf(no)].map((other) => [other, load(other)]));
    return joiner.join(no, (other) => {
      const claims = named.get(other);
      if (!claims) throw new Error(`document ${other} was not named for ${no}`);
      return claims;
    });
  });
  const claims = kept.flatMap((_, no) => load(no));
  const whole = buildLedger(documents);
  const pieces = {
    events: joiner.eventNumbers().map((event) => joiner.eventOf(event, (place) => at(claims, place))),
    contradictions: found.flatMap(({ contradictions }) => contradictions),
    drifts: found.flatMap(({ drifts }) => drifts),
  };
  expect(told(pieces)).toEqual(told(whole));
  expect(whole.events.some(({ claims: own }) => new Set(own.map(({ document }) => document)).size > 2)).toBe(true);
});

it("names few documents of many", () => {
  const joiner = new DocumentJoiner();
  const far = documents[0];
  if (!far) throw new Error("there are documents");
  joiner.add(far);
  const about = "The mayor of Elmstow opened a bridge, a clerk told the Elm Gazette.";
  for (let no = 1; no < 100; no += 1)
    joiner.add({ id: `d${no}`, outlet: undefined, claims: readClaims({ text: about, author: `Author ${no}` }) });
  expect([...joiner.earlierOf(0)]).toEqual([0]);
  expect([...joiner.earlierOf(99)]).toEqual([99]);
});
