import { describe, expect, it } from "vitest";
import { findWritten } from "../../src/ledger/index.ts";

/** Each line is a passage. */
const check = (text: string, expected: string): void =>
  it(text, () => {
    const written = findWritten(text.split("\n"));
    expect(
      written && `${written.start}${written.start === written.end ? "" : `..${written.end}`} ${written.precision}`,
    ).toBe(expected);
  });

describe("a printed day of writing", () => {
  check("A HEADING\nPublished Monday, 4 March 2013 by the desk\nOn 2 May 2009 it began.", "2013-03-04 day");
  check("A HEADING\nGENEVA, March 4, 2013 (Agency) - On 2 May 2009 it began.", "2013-03-04 day");
  check("A HEADING\nMIRREN, Veldia, March 4, 2013 -- It began on 2 May 2009.", "2013-03-04 day");
  check("HARBOUR DIGEST\nNo. 12: barges, March 2013\nClosed on Monday, 4 March 2013.\nIt began.", "2013-03-04 day");
  check("HARBOUR WEEKLY, No. 12, 4 March 2013\nOn 2 May 2009 it began.", "2013-03-04 day");
  check("HARBOUR MONTHLY, March 2013\nNothing else.", "2013-03-01..2013-03-31 month");
  check("발행: 2013년 3월 4일\n본문", "2013-03-04 day");
  check("发布时间：2013-03-04 10:20\n正文", "2013-03-04 day");
  it("keeps a header's day", () =>
    expect(findWritten(["On 2 May 2009 it began."], "Mon, 4 Mar 2013 23:15:00 +0900")).toMatchObject({
      start: "2013-03-04",
    }));
  it("says where it stands", () =>
    expect(findWritten(["A HEADING", "Posted 4 March 2013"])?.basis).toEqual({
      kind: "printed",
      passage: 1,
      from: 7,
      to: 19,
    }));
  it("takes no day of what is told, nor of a tag", () =>
    expect(
      findWritten(["The long strike began on 2 May 2009. It ended a year later.", "[Radio, 4 March 2013]"]),
    ).toBeUndefined());
});

describe("a day of writing by inference", () => {
  const text = [
    "The inquest opened on Monday 10 June. The owner did not come on Tuesday.",
    "The mill burned down on 3 March 2012. In March of last year, after the fire at the mill, he sold his house.",
    "On Thursday a clerk was heard. The jury will meet again on Monday 17 June.",
  ].join("\n");
  check(text, "2013-06-14..2013-06-16 day-range");
  it("gives its reasons", () =>
    expect(findWritten(text.split("\n"))?.basis).toEqual({
      kind: "inferred",
      reason:
        'No date is printed: "on 3 March 2012" is "In March of last year", and "on Monday 10 June" falls in 2013; "on Monday 10 June" is past; "on Monday 17 June" is to come; the weekdays told (Tuesday, Thursday) fall between that day and the writing.',
    }));
  check("GENEVA, March 4 (Agency) - A court ruled in 2012. It sat on Monday 4 March.", "2013-03-04 day");
});
