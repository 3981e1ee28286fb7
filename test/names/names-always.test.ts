import fc from "fast-check";
import { expect, test } from "vitest";
import {
  compareNames,
  nameKeys,
  parseName,
  scoreNames,
  scoreOf,
  spellings,
  tierOf,
  type NameKind,
  type ParsedName,
  isTitle,
} from "../../src/names/index.ts";

const kinds = fc.constantFrom<NameKind>("person", "company", "unknown");
const hangulGiven = fc.constantFrom(..."정은철수영민호진성일남희경선동현용석훈옥광춘혁");
const koreanName = fc
  .tuple(
    fc.constantFrom("김", "리", "이", "박", "최", "정", "강", "조", "윤", "장", "림", "한", "오", "서", "남궁", "황보"),
    hangulGiven,
    hangulGiven,
  )
  .map((parts) => parts.join(""));
const latinWord = fc.stringMatching(/^[A-Z][a-z]{3,9}$/u);
// "Pope" is a title, and no part of the name behind or before it.
const latinName = fc.uniqueArray(
  latinWord.filter((word) => !isTitle(word)),
  { minLength: 2, maxLength: 4 },
);
const anyName = fc.oneof(
  koreanName,
  latinName.map((words) => words.join(" ")),
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.constantFrom("金正恩", "Владимир Путин", "محمد علي", "Harbour Bright Trading Ltd"),
);
const person = (text: string): ParsedName => parseName(text, "person");

test("the order of two names does not matter", () => {
  fc.assert(
    fc.property(anyName, anyName, kinds, (left, right, kind) => {
      const [one, other] = [parseName(left, kind), parseName(right, kind)];
      expect(scoreNames(one, other)).toBe(scoreNames(other, one));
    }),
    { numRuns: 500 },
  );
});

test("a name is the same as itself, and the score lies between 0 and 1000", () => {
  fc.assert(
    fc.property(anyName, anyName, kinds, (text, other, kind) => {
      const name = parseName(text, kind);
      const own = tierOf(scoreNames(name, parseName(text, kind)));
      expect(own).toBe(name.tokens.length > 0 ? "same" : "different");
      const score = scoreOf(scoreNames(name, parseName(other, kind)));
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1000);
    }),
    { numRuns: 500 },
  );
});

test("every spelling of a Korean name by a system is a spelling of it", () => {
  fc.assert(
    fc.property(koreanName, (hangul) => {
      const name = person(hangul);
      for (const { system, text } of spellings(name)) {
        if (
          system === "habitual surnames" ||
          system === "plain letters" ||
          system === "pinyin" ||
          system === "Wade-Giles" ||
          system.includes("Palladius")
        )
          continue;
        expect([hangul, system, text, ["spelling", "same"].includes(tierOf(scoreNames(name, person(text))))]).toEqual([
          hangul,
          system,
          text,
          true,
        ]);
      }
    }),
    { numRuns: 150 },
  );
});

test("the parts of a Korean name in Latin letters may stand in either order and be divided freely", () => {
  fc.assert(
    fc.property(koreanName, (hangul) => {
      const name = person(hangul);
      const written = spellings(name).find(({ system }) => system === "Revised Romanisation")?.text ?? "";
      const [family = "", given = ""] = written.split(" ");
      for (const text of [
        `${given} ${family}`,
        `${family} ${given.replace("-", "")}`,
        `${family} ${given.replace("-", " ")}`,
        `${family.toUpperCase()}, ${given}`,
      ]) {
        expect([text, tierOf(scoreNames(name, person(text)))]).toEqual([text, "spelling"]);
      }
    }),
    { numRuns: 150 },
  );
});

test("the words of a name in Latin letters may change places and be run together", () => {
  fc.assert(
    fc.property(latinName, (words) => {
      const name = person(words.join(" "));
      const turned = person(words.toReversed().join(" "));
      const joined = person(words.join("").toLowerCase());
      expect(["same", "spelling"]).toContain(tierOf(scoreNames(name, turned)));
      expect(["same", "spelling"]).toContain(tierOf(scoreNames(name, joined)));
    }),
    { numRuns: 200 },
  );
});

test("the comparison with reasons has the tier and the score of the fast one", () => {
  fc.assert(
    fc.property(anyName, anyName, kinds, (left, right, kind) => {
      const [one, other] = [parseName(left, kind), parseName(right, kind)];
      const packed = scoreNames(one, other);
      expect(compareNames(one, other)).toMatchObject({ tier: tierOf(packed), score: scoreOf(packed) });
    }),
    { numRuns: 300 },
  );
});

test("a Hangul name shares a key with its spellings", () => {
  fc.assert(
    fc.property(koreanName, (hangul) => {
      const name = person(hangul);
      const keys = new Set(nameKeys(name));
      for (const { system, text } of spellings(name)) {
        if (!["Revised Romanisation", "McCune-Reischauer", "DPRK"].includes(system)) continue;
        expect([hangul, text, nameKeys(person(text)).some((key) => keys.has(key))]).toEqual([hangul, text, true]);
      }
    }),
    { numRuns: 150 },
  );
});
