import { describe, expect, it } from "vitest";
import { findDayOrders, type DayOrders } from "../../src/intake/sentences/day-orders.ts";
import { readPayments } from "../../src/intake/sentences/read-payment.ts";

const writtenOn = "2017-05-06T09:30:00";

/** "amount | date | payer | payee" of each payment that a message reports; what is open is "-". */
function check(text: string, orders: DayOrders = new Map()): string[] {
  return readPayments(text, writtenOn, orders).map(({ amount, date, payer, beneficiary }) =>
    [amount, date, ...[payer, beneficiary].map((end) => end && [end.name, end.account].filter(Boolean).join(" @ "))]
      .map((each) => each ?? "-")
      .join(" | "),
  );
}

describe("a message that reports a payment", () => {
  const reports: readonly (readonly [string, string])[] = [
    ["Sent 45,000 USD to Kim Chol yesterday", "45,000 USD | 2017-05-05 | - | Kim Chol"],
    ["we wired $12k from Harbour Ltd to Blue Sea LLC on 3 May", "$12k | 2017-05-03 | Harbour Ltd | Blue Sea LLC"],
    ["Kim: paid Wang 5,000 EUR on 2017-05-02", "5,000 EUR | 2017-05-02 | Kim | Wang"],
    [
      "100,000 RMB was transferred to Li Wei by Zhang Trading on May 2",
      "100,000 RMB | 2017-05-02 | Zhang Trading | Li Wei",
    ],
    ["Wang received HK$ 20,000 from Pearl Foods (28/4)", "HK$ 20,000 | 2017-04-28 | Pearl Foods | Wang"],
    [
      "deposited 3,000 euros to LV80BANK0000435195001 (Baltic Fish) on 1.05.",
      "3,000 euros | 2017-05-01 | - | Baltic Fish @ LV80BANK0000435195001",
    ],
    ["Alpha GmbH => Beta SA 20k EUR, 5/3", "20k EUR | 2017-05-03 | Alpha GmbH | Beta SA"],
    ["김철수가 5월 3일 박영희에게 3만 달러를 송금했다", "3만 달러 | 2017-05-03 | 김철수 | 박영희"],
    ["동해무역에서 5천달러 받았습니다", "5천달러 | - | 동해무역 | -"],
    ["어제 왕사장한테 인민폐 2만 넘겼소", "인민폐 2만 | 2017-05-05 | - | 왕사장"],
    ["5月3日王伟付给李强5万美元", "5万美元 | 2017-05-03 | 王伟 | 李强"],
    ["我已收到东海贸易的3000欧元", "3000欧元 | - | 东海贸易 | -"],
    ["从中和公司汇给了北方公司20万元", "20万元 | - | 中和公司 | 北方公司"],
    ["Иванов перевёл 50 тыс. долларов на счёт ООО Восток 3 мая", "50 тыс. долларов | 2017-05-03 | Иванов | ООО Восток"],
    ["получил 3000 евро от Кима", "3000 евро | - | Кима | -"],
    ["3.05 от Лунёва для Пака 700 тыс. рублей", "700 тыс. рублей | 2017-05-03 | Лунёва | Пака"],
  ];
  it.each(reports)("%s", (text, expected) => {
    expect(check(text)).toEqual([expected]);
  });
  it("is read sentence by sentence, and its two payments apart", () => {
    expect(check("Kim paid 500 USD to Li on 2 May. Li sent 300 EUR to Pak on 3 May.")).toEqual([
      "500 USD | 2017-05-02 | Kim | Li",
      "300 EUR | 2017-05-03 | Li | Pak",
    ]);
  });
});

describe("a day in numbers", () => {
  it("is read in the order of the other texts", () => {
    const others = ["20/4 ok", "on 21/4", "13/4, 14/4", "30/4!", "05.17"];
    expect(findDayOrders(others)).toEqual(new Map([["/", "day"]]));
    expect(check("Kim paid Wang 5,000 EUR on 4/3", findDayOrders(others))).toEqual([
      "5,000 EUR | 2017-03-04 | Kim | Wang",
    ]);
    expect(check("Kim paid Wang 5,000 EUR on 4/3")).toEqual(["5,000 EUR | 2017-04-03 | Kim | Wang"]);
  });
  it("stands as it is written, though day and month are swapped", () => {
    const orders = new Map([["/", "day" as const]]);
    expect(readPayments("Alpha -> Beta 20k EUR, 3/8", "2017-03-09T09:30:00", orders)).toMatchObject([
      { date: "2017-08-03" },
    ]);
  });
  it.each(["8월 3일 Alpha Beta에게 20k EUR 보냈습니다", "8月3日Alpha已付给Beta 20k EUR"])(
    "stands as it is written in %s, a report of the day before, though day and month are swapped",
    (text) => {
      expect(readPayments(text, "2017-03-09T09:30:00", new Map())).toMatchObject([{ date: "2017-08-03" }]);
      expect(readPayments(text, "2017-04-19T09:30:00", new Map())).toEqual([]);
    },
  );
  it.each(["3 August", "8월 3일", "2017-08-03"])("lies ahead where %s cannot be read otherwise", (day) => {
    expect(readPayments(`Alpha -> Beta 20k EUR, ${day}`, "2017-03-09T09:30:00", new Map())).toEqual([]);
  });
  it("lies ahead, if it is no day of the last week either way round", () => {
    expect(check("Alpha -> Beta 20k EUR, 8월 3일")).toEqual([]);
  });
  it("lies ahead, if no verb says that it was", () => {
    expect(check("Alpha -> Beta 20k EUR, 8월 3일. please confirm")).toEqual([]);
  });
});

describe("a message that reports none", () => {
  it.each([
    "please send 5000 USD to Kim",
    "Did you pay 5000 euros to Wang?",
    "Kim has not paid 5000 USD to Wang",
    "will have sent 3k USD to Kim by 9 May",
    "Kim said he paid and Li sent: 500 USD or 700 USD to Pak",
    "if Kim paid 500 USD to Li, call me",
    "lunch was 20 USD",
    "The ticket costs 500 USD, flight to Paris on 3/12",
    "Wang sent 5 km of cable to Kim",
    "Alpha -> Beta 20k EUR",
    "어제 왕사장한테 인민폐 2만원 넘겼소",
    "왕사장에게 5천달러 보내라",
    "내일 왕사장에게 5천달러 보내겠소",
    "5천달러를 받지 못했다",
    "왕사장에게 5천달러 보냈습니까",
    "请付给李强5万美元",
    "还没收到李强的5万美元",
    "надо перевести 5000 руб. Киму",
    "Ким не отправил 5000 руб. Паку",
  ])("%s", (text) => {
    expect(check(text)).toEqual([]);
  });
});
