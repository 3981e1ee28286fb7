import { describe, expect, it } from "vitest";
import { findDates, type DateContext } from "../../src/ledger/index.ts";

/** The expressions of a text written on Thursday, 14 May 2015: "text start..end precision", with "~" where they are about. */
function datesOf(text: string, context: DateContext = {}, day = "2015-05-14"): string[] {
  return findDates(text, { start: day, end: day }, context).map(
    ({ text, start, end, precision, approx }) =>
      `${text}: ${start ?? ""}${start === end ? "" : `..${end ?? ""}`} ${precision}${approx ? " ~" : ""}`,
  );
}

const check = (text: string, ...dates: readonly string[]): void => it(text, () => expect(datesOf(text)).toEqual(dates));

describe("days", () => {
  check("They met on 3 April 2012.", "on 3 April 2012: 2012-04-03 day");
  check("They met on April 3rd, 2012.", "on April 3rd, 2012: 2012-04-03 day");
  check("They met on the third of April 2012.", "on the third of April 2012: 2012-04-03 day");
  check("It was signed on 2013-11-30.", "on 2013-11-30: 2013-11-30 day");
  check("It was signed on 30.11.2013.", "on 30.11.2013: 2013-11-30 day");
  check("It was signed on 11/30/2013.", "on 11/30/2013: 2013-11-30 day");
  check("It was signed on 03/04/2013.", "on 03/04/2013: 2013-03-04..2013-04-03 day-range ~");
  check("Letters of 25/02/2013 and 03/04/2013.", "of 25/02/2013: 2013-02-25 day", "03/04/2013: 2013-04-03 day");
  check("On the 7th a boat sank near the 9th pier.", "On the 7th: 2015-05-07 day");
  check("It sank on the 28th of last month.", "on the 28th of last month: 2015-04-28 day");
  check("It sank in the first days of April.", "in the first days of April: 2015-04-01..2015-04-10 month-part");
  check("It sailed on 3 and again on 9 April.", "on 3: 2015-04-03 day", "9 April: 2015-04-09 day");
  check("The fair will last ten days.");
  check("The vote is due on 2 June.", "on 2 June: 2015-06-02 day");
  check("He was seen on 2 December.", "on 2 December: 2014-12-02 day");
  check("He was seen on Saturday (May 9) at the port.", "on Saturday (May 9): 2015-05-09 day");
  it("says when the weekday does not fit", () =>
    expect(findDates("Monday, 12 May 2015", { start: "2015-05-14", end: "2015-05-14" })).toMatchObject([
      { start: "2015-05-12", doubt: "that day is a Tuesday, not a Monday" },
    ]));
});

describe("weekdays", () => {
  check("It burned on Tuesday.", "on Tuesday: 2015-05-12 day");
  check("It burned last Thursday.", "last Thursday: 2015-05-07 day");
  check("It burned on Saturday night.", "on Saturday night: 2015-05-09 day");
  check("The court will sit on Monday.", "on Monday: 2015-05-18 day");
  check("By Wednesday it was gone.", "By Wednesday: ..2015-05-13 open-start");
  check("Nine had left by Wednesday.", "by Wednesday: ..2015-05-13 open-start");
  check("They must leave by Wednesday.", "by Wednesday: ..2015-05-20 open-start");
  check("They come back next Friday.", "next Friday: 2015-05-15 day");
  check("It burned on Wednesday of last week.", "on Wednesday of last week: 2015-05-06 day");
  check("They read it in the Sunday Gazette.");
  check("They sat in the Sun and sat on a wed couple.");
});

describe("hours and parts of days", () => {
  check("He crossed at about 3.30 a.m. on Sunday.", "at about 3.30 a.m. on Sunday: 2015-05-10T03:30 hour ~");
  check("He crossed on Sunday at 22:15.", "on Sunday at 22:15: 2015-05-10T22:15 hour");
  check("He crossed at 8.40 on Tuesday evening.", "at 8.40 on Tuesday evening: 2015-05-12T20:40 hour");
  check("He crossed before dawn on Sunday.", "before dawn on Sunday: 2015-05-10 day");
  check("On Tuesday he rang at 6 p.m.", "On Tuesday: 2015-05-12 day", "at 6 p.m.: 2015-05-12T18:00 hour");
  check("The bell rang at five in the afternoon.", "at five in the afternoon: 2015-05-14T17:00 hour");
  check("He crossed at 0430 on Sunday.", "at 0430 on Sunday: 2015-05-10T04:30 hour");
  check("He crossed at 1430 GMT.", "at 1430 GMT: 2015-05-14T14:30 hour");
  check("He climbed at 2000 metres in 1430 steps.");
  check("He was there from 0900 to 1100.", "from 0900 to 1100: 2015-05-14 day");
  check("He was there between 2 p.m. and 4 p.m. on Sunday.", "between 2 p.m. and 4 p.m. on Sunday: 2015-05-10 day");
  check("It has been shut since 4 a.m.", "since 4 a.m.: 2015-05-14 since");
  check("On Tuesday he came. He left at dawn.", "On Tuesday: 2015-05-12 day", "at dawn: 2015-05-12 day");
  check("They left overnight.", "overnight: 2015-05-13..2015-05-14 day-range");
  check(
    "In the night of 30 April to 1 May they left. In the morning the room was empty.",
    "In the night of 30 April to 1 May: 2015-04-30..2015-05-01 day-range",
    "In the morning: 2015-05-01 day",
  );
});

describe("months and years", () => {
  check("It began in March 2014.", "in March 2014: 2014-03-01..2014-03-31 month");
  check("It began in November of last year.", "in November of last year: 2014-11-01..2014-11-30 month");
  check("It began in May.", "in May: 2015-05-01..2015-05-31 month");
  check("It began early this year.", "early this year: 2015-01-01..2015-04-30 month-range ~");
  check("It began in July.", "in July: 2014-07-01..2014-07-31 month");
  check("It is closed until 20 July.", "until 20 July: ..2015-07-20 open-start");
  check("It began this February.", "this February: 2015-02-01..2015-02-28 month");
  check("It began early this month.", "early this month: 2015-05-01..2015-05-10 month-part");
  check("It began in mid-March.", "in mid-March: 2015-03-11..2015-03-20 month-part");
  check("It began late last month.", "late last month: 2015-04-21..2015-04-30 month-part");
  check("It began at the end of 2013.", "at the end of 2013: 2013-12-31 day");
  check("It began at the end of last month.", "at the end of last month: 2015-04-21..2015-04-30 month-part");
  check("It began in 2009.", "in 2009: 2009-01-01..2009-12-31 year");
  check("It began in the 1990s.", "in the 1990s: 1990-01-01..1999-12-31 year-range");
  check("It began in the second quarter of 2014.", "in the second quarter of 2014: 2014-04-01..2014-06-30 month-range");
  check("It began last summer.", "last summer: 2014-06-01..2014-08-31 month-range ~");
  check("It fell in 2013 cases of 2000 people.");
  check("Mrs May may march in the March rain with April.");
});

describe("parts of months and weeks", () => {
  check("It began in the second week of April.", "in the second week of April: 2015-04-08..2015-04-14 month-part");
  check("It began in the last week of February.", "in the last week of February: 2015-02-22..2015-02-28 month-part");
  check("It began on the last Saturday of April.", "on the last Saturday of April: 2015-04-25 day");
  check("It began on the first Monday of the month.", "on the first Monday of the month: 2015-05-04 day");
  check("It began in the middle of the month.", "in the middle of the month: 2015-05-11..2015-05-14 month-part");
  check("It began in the first days of the year.", "in the first days of the year: 2015-01-01..2015-01-10 month-part");
  check("The close had been planned since February.", "since February: 2015-02-01..2015-05-14 since");
  check("It ends by the end of the month.", "by the end of the month: ..2015-05-31 open-start");
  check("It began earlier this month.", "this month: 2015-05-01..2015-05-31 month");
  check("It will end later this month.", "this month: 2015-05-01..2015-05-31 month");
  check(
    "It rose in the first five months of 2014.",
    "in the first five months of 2014: 2014-01-01..2014-05-31 month-range",
  );
  check("It has been shut since dawn.", "since dawn: 2015-05-14 since");
  check("It began on the last day of April.", "on the last day of April: 2015-04-30 day");
  check("It began late last week.", "late last week: 2015-05-08..2015-05-10 day-range ~");
  check("It was told at the weekend.", "at the weekend: 2015-05-09..2015-05-10 day-range");
  check("It was told in the last quarter of 2013.", "in the last quarter of 2013: 2013-10-01..2013-12-31 month-range");
});

describe("lists", () => {
  check("On 7 and 9 April they met.", "On 7: 2015-04-07 day", "9 April: 2015-04-09 day");
  check("On April 7 and 9, they met.", "On April 7: 2015-04-07 day", "9: 2015-04-09 day");
  check(
    "In June and July 2011 they met.",
    "In June: 2011-06-01..2011-06-30 month",
    "July 2011: 2011-07-01..2011-07-31 month",
  );
  check(
    "He was hired on 3 October 2011 and left in January.",
    "on 3 October 2011: 2011-10-03 day",
    "in January: 2012-01-01..2012-01-31 month",
  );
});

describe("ranges", () => {
  check(
    "It ran from 28 December to 3 January 2015.",
    "from 28 December to 3 January 2015: 2014-12-28..2015-01-03 day-range",
  );
  check("It ran between April 8 and 11.", "between April 8 and 11: 2015-04-08..2015-04-11 day-range");
  check("It ran on 8-11 April.", "on 8-11 April: 2015-04-08..2015-04-11 day-range");
  check(
    "It ran between June 2012 and last month.",
    "between June 2012 and last month: 2012-06-01..2015-04-30 month-range",
  );
  check("It ran from 2010 to 2012.", "from 2010 to 2012: 2010-01-01..2012-12-31 month-range");
  check("They have sat since August 2013.", "since August 2013: 2013-08-01..2015-05-14 since");
  check("They had a licence until 2012.", "until 2012: ..2012-12-31 open-start");
  check("The answer must come by 30 June.", "by 30 June: ..2015-06-30 open-start");
  check("It rose in the past three months.", "in the past three months: 2015-02-14..2015-05-14 day-range ~");
});

describe("times that count from another", () => {
  check("It sank two weeks ago.", "two weeks ago: 2015-04-30 day ~");
  check("It sank yesterday.", "yesterday: 2015-05-13 day");
  check(
    "It sank on 20 April. Three days later a boy was found.",
    "on 20 April: 2015-04-20 day",
    "Three days later: 2015-04-23 day",
  );
  check(
    "It sank on 20 April and was raised the next day.",
    "on 20 April: 2015-04-20 day",
    "the next day: 2015-04-21 day",
  );
  check(
    "The wedding was on 20 April. A theft was told on 1 May. A week before the wedding he sold the car.",
    "on 20 April: 2015-04-20 day",
    "on 1 May: 2015-05-01 day",
    "A week before the wedding: 2015-04-13 day ~",
  );
  check(
    "In April, a few days after the raid of 9 April, he fled.",
    "In April, a few days after the raid of 9 April: 2015-04-10..2015-04-30 day-range ~",
  );
  check(
    "It rose from January to March, and fell in the same months of last year.",
    "from January to March: 2015-01-01..2015-03-31 month-range",
    "in the same months of last year: 2014-01-01..2014-03-31 month-range",
  );
  check("All were signed in the same week of May 2011.", "in the same week of May 2011: 2011-05-01..2011-05-31 month");
  check(
    "On 20 April it sank. It had sailed late the previous week, and was raised the following month.",
    "On 20 April: 2015-04-20 day",
    "late the previous week: 2015-04-17..2015-04-19 day-range ~",
    "the following month: 2015-05-01..2015-05-31 month",
  );
  check(
    "They met between 3 and 5 May. On the same three days a hall was booked. A month earlier it was free.",
    "between 3 and 5 May: 2015-05-03..2015-05-05 day-range",
    "On the same three days: 2015-05-03..2015-05-05 day-range",
    "A month earlier: 2015-04-03..2015-04-05 day-range ~",
  );
  check("Two days later nobody came.");
  check("He left on 30 April, a week after the fire.", "on 30 April: 2015-04-30 day");
  check("He left two days before Christmas.", "two days before Christmas: 2014-12-23 day");
  check(
    "He came on 30 April. The following Monday he left; the night before, he rang.",
    "on 30 April: 2015-04-30 day",
    "The following Monday: 2015-05-04 day",
    "the night before: 2015-05-03 day",
  );
  check("It lasted from Saturday to Monday.", "from Saturday to Monday: 2015-05-09..2015-05-11 day-range");
  check("On 5 May, a Tuesday, he left.", "On 5 May: 2015-05-05 day");
  it("knows what was told before the text", () => {
    const sentence = "The fire broke out on 5 May.";
    const [date] = findDates(sentence, { start: "2015-05-14", end: "2015-05-14" });
    expect(date && datesOf("The day after the fire he rang.", { earlier: [{ date, sentence }] })).toEqual([
      "The day after the fire: 2015-05-06 day",
    ]);
  });
});

describe("the day of speaking", () => {
  check(
    "The bank said on Monday that the vault had been opened last Friday.",
    "on Monday: 2015-05-11 day",
    "last Friday: 2015-05-08 day",
  );
  check(
    "“We have searched since Saturday,” a spokesman said in a note that the radio carried on Tuesday.",
    "since Saturday: 2015-05-09..2015-05-12 since",
    "on Tuesday: 2015-05-12 day",
  );
  check(
    "On Monday the bank told the court that it had opened the vault last Friday.",
    "On Monday: 2015-05-11 day",
    "last Friday: 2015-05-08 day",
  );
  check(
    "A notice of the port, dated 20 April, says that no ship has sailed this month.",
    "dated 20 April: 2015-04-20 day",
    "this month: 2015-04-01..2015-04-30 month",
  );
  check(
    "Monday\nIt came this morning.\n\nTuesday\nIt left yesterday.",
    "Monday: 2015-05-11 day",
    "this morning: 2015-05-11 day",
    "Tuesday: 2015-05-12 day",
    "yesterday: 2015-05-11 day",
  );
  check("LISK, May 4 (Example) - A ship sank yesterday.", "May 4: 2015-05-04 day", "yesterday: 2015-05-03 day");
  check("He fled yesterday. - Radio Example, 3 May", "yesterday: 2015-05-02 day", "3 May: 2015-05-03 day");
  check(
    "0540 Shots at the mill.\n0615 Quiet since 6 a.m.\n0700 The road is open.",
    "0540: 2015-05-14T05:40 hour",
    "0615: 2015-05-14T06:15 hour",
    "since 6 a.m.: 2015-05-14 since",
    "0700: 2015-05-14T07:00 hour",
  );
  check("A train that was due on Monday never came.", "on Monday: 2015-05-11 day");
  check("He fled yesterday. [Radio Example, 3 May]", "yesterday: 2015-05-02 day", "3 May: 2015-05-03 day");
  check(
    "They have been held since the search of the house on 2 February.",
    "since the search of the house on 2 February: 2015-02-02..2015-05-14 since",
    "on 2 February: 2015-02-02 day",
  );
  check("It is the largest haul since the case of Oak Street in 2006.", "in 2006: 2006-01-01..2006-12-31 year");
});

describe("other languages", () => {
  check("会议于2014年3月5日举行。", "2014年3月5日: 2014-03-05 day");
  check("他去年7月离开，昨天回来。", "去年7月: 2014-07-01..2014-07-31 month", "昨天: 2015-05-13 day");
  check("2014년 3월 5일부터 10일까지 열렸다.", "2014년 3월 5일부터 10일까지: 2014-03-05..2014-03-10 day-range");
  check(
    "지난해 7월과 이달 초",
    "지난해 7월: 2014-07-01..2014-07-31 month",
    "이달 초: 2015-05-01..2015-05-10 month-part",
  );
  check("Он уехал 5 марта 2014 года.", "5 марта 2014 года: 2014-03-05 day");
  check("Это было в июле прошлого года.", "в июле прошлого года: 2014-07-01..2014-07-31 month");
  check("이달 10일 오후 3시 30분에 왔다.", "이달 10일 오후 3시 30분: 2015-05-10T15:30 hour");
  check("지난 4월 9일 체포됐다. 이틀 뒤 풀려났다.", "지난 4월 9일: 2015-04-09 day", "이틀 뒤: 2015-04-11 day");
  check("去年12月以来", "去年12月以来: 2014-12-01..2015-05-14 since");
  check("Суд был в четверг.", "в четверг: 2015-05-14 day");
});
