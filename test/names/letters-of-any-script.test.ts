import fc from "fast-check";
import { expect, test } from "vitest";
import { nameKeys, parseName, type NameKind } from "../../src/names/index.ts";
import { draws } from "../support/draws.ts";

const kinds: readonly NameKind[] = ["person", "company", "unknown"];

// Surrogates are no letters, and 0x323af is the last letter of Unicode.
const letters = Array.from({ length: 0x323b0 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
  .filter((letter) => /\p{L}/u.test(letter));

/** What of a name came out empty: its parts, the letters of a part, what is compared, or its keys. */
function lost(text: string, kind: NameKind): string[] {
  const name = parseName(text, kind);
  const found: string[] = [];
  if (name.tokens.length === 0) found.push("parts");
  if (name.tokens.some((token) => token.folded === "" || token.latin === "")) found.push("letters of a part");
  if (name.key === "" || name.joined === "") found.push("what is compared");
  if (nameKeys(name).length === 0) found.push("keys");
  return found.map((what) => `${kind} ${text}: ${what}`);
}

test("every letter of every script is a name that keeps a letter and a key", () => {
  expect(letters.length).toBeGreaterThan(130_000);
  const found = letters.flatMap((letter, index) => {
    // Of the hundred thousand Han characters and Hangul syllables, read alike, each is one kind of name.
    const own = /[\p{sc=Han}\p{sc=Hangul}]/u.test(letter) ? kinds.slice(index % 3, (index % 3) + 1) : kinds;
    return own.flatMap((kind) => lost(letter, kind));
  });
  expect(found).toEqual([]);
});

test("so are words of any letters, of one script and of several", () => {
  const letter = fc.nat(letters.length - 1);
  const mixed = fc.array(letter, { minLength: 1, maxLength: 6 }).map((word) => word.map(letterAt).join(""));
  const alike = fc
    .tuple(letter, fc.array(fc.nat(25), { minLength: 1, maxLength: 6 }))
    .map(([first, steps]) => steps.map((step) => letterAt(Math.min(first + step, letters.length - 1))).join(""));
  const name = fc.array(fc.oneof(mixed, alike), { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(name, fc.constantFrom(...kinds), (text, kind) => {
      expect(lost(text, kind)).toEqual([]);
    }),
    { numRuns: draws(1500) },
  );
});

const letterAt = (index: number): string => letters[index] ?? "";
