import fc from "fast-check";
import { expect, it } from "vitest";
import { findCounts, findDates, findIdentifiers, findPlaces, findWritten } from "../../src/ledger/index.ts";

const pieces = fc.constantFrom(
  ..."on in the of since until between and from to by before after last next this early late end two few dozen a an , . - – ( ) [ ] : “ ” \n 5 12 31 2014 1,000 3.5 May March Sunday week month year days ago later same night morning p.m. million dollars $ % kg men women nobody third 월 일 5일 年 月 三 昨天 марта года вчера Port Sabran near Q3 03/04/2014 2014-02-30".split(
    " ",
  ),
);
const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(" "));
const anchor = { start: "2014-03-17", end: "2014-03-17" };

it("every find is a piece of the text, in order, and its first day is not behind its last", () =>
  fc.assert(
    fc.property(fc.oneof(texts, fc.string({ unit: "binary", maxLength: 60 })), (text) => {
      const dates = findDates(text, anchor);
      for (const found of [dates, findCounts(text), findPlaces(text), findIdentifiers(text)]) {
        for (const each of found) expect(each.text).toBe(text.slice(each.from, each.to));
        expect(found.map((each) => each.from)).toEqual(
          found.map((each) => each.from).toSorted((left, right) => left - right),
        );
      }
      for (const { start, end } of dates) expect(start === null || end === null || start <= end).toBe(true);
      for (const { low, high } of findCounts(text)) expect(low === null || high === null || low <= high).toBe(true);
    }),
    { numRuns: 2000 },
  ));

it("the same text gives the same finds", () =>
  fc.assert(
    fc.property(texts, (text) => {
      expect(findDates(text, anchor)).toEqual(findDates(text, anchor));
      expect(findWritten(text.split("\n"))).toEqual(findWritten(text.split("\n")));
    }),
    { numRuns: 300 },
  ));
