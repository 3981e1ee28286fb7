import { describe, expect, it } from "vitest";
import { told } from "./told.ts";

const check = (what: string, text: string, expected: readonly string[]): void =>
  it(what, () => expect(told(text)).toEqual(expected));

describe("Russian: who says it", () => {
  check("the subject before its verb", "Министр транспорта заявил, что две баржи покинули порт 3 мая.", [
    "Министр транспорта < the author | reported | две баржи покинули порт 3 мая",
  ]);
  check("the subject behind its verb", "Сообщил министр, что порт закрыт.", [
    "министр < the author | reported | порт закрыт",
  ]);
  check(
    "every sentence of a quotation",
    "«Баржи были пустыми. Никто не просил у нас документов», — рассказал крановщик Олег Варга.",
    [
      "крановщик Олег Варга < the author | reported | Баржи были пустыми",
      "крановщик Олег Варга < the author | reported, no | Никто не просил у нас документов",
    ],
  );
  check("a quotation behind a colon", "Директор порта сказал: «Баржи ушли ночью».", [
    "Директор порта < the author | reported | Баржи ушли ночью",
  ]);
  check(
    "an agency that cites somebody",
    "Баржи ушли ночью, сообщает агентство «Север-Информ» со ссылкой на источник в порту.",
    ["источник в порту < агентство «Север-Информ» < the author | reported | Баржи ушли ночью"],
  );
  check("as a paper reports", "Как сообщает газета «Маяк» со ссылкой на таможенника, на баржах была медь.", [
    "таможенника < газета «Маяк» < the author | reported | на баржах была медь",
  ]);
  check("according to, before", "По словам начальника порта, на баржах была медь.", [
    "начальника порта < the author | reported | на баржах была медь",
  ]);
  check("according to, behind", "На баржах была медь, по данным министерства.", [
    "министерства < the author | reported | На баржах была медь",
  ]);
  check("an office as a place", "В министерстве сообщили, что лицензия не выдавалась.", [
    "министерстве < the author | reported, no | лицензия не выдавалась",
  ]);
  check("the outlet that was told", "Источник сообщил «Маяку», что баржи, по-видимому, везли медь.", [
    "Источник < «Маяку» < the author | hedged | баржи, по-видимому, везли медь",
  ]);
  check("one teller within another", "Газета «Маяк» пишет, что, по словам рыбака, баржи везли медь.", [
    "рыбака < Газета «Маяк» < the author | reported | баржи везли медь",
  ]);
  check("two tellers side by side", "Министр сказал, что баржи пусты, а капитан заявил, что на них была медь.", [
    "Министр < the author | reported | баржи пусты",
    "капитан < the author | reported | на них была медь",
  ]);
  check(
    "a source with what describes it between",
    "Источник в полиции, пожелавший остаться неназванным, сообщил, что капитан бежал.",
    ["Источник в полиции < the author | reported | капитан бежал"],
  );
  check("what the speaker did first is nobody's word", "Капитан прибыл в порт и сообщил, что баржи ушли.", [
    "the author | asserted | Капитан прибыл в порт",
    "Капитан < the author | reported | баржи ушли",
  ]);
  check(
    "the pronoun of whoever spoke last",
    "Министр сообщил, что баржи ушли. Он также отметил, что на них была медь.",
    ["Министр < the author | reported | баржи ушли", "Министр < the author | reported | на них была медь"],
  );
  check("the outlet whose name closes the paragraph", "Баржи ушли ночью. [Маяк, 4 мая]", [
    "Маяк < the author | asserted | Баржи ушли ночью",
  ]);
  check("a report about something", "В среду министр сообщил журналистам о закрытии порта.", [
    "министр < the author | reported | о закрытии порта",
  ]);
});

describe("Russian: how firmly it stands", () => {
  check("a denial", "Министерство отрицает, что медь вывозили из страны.", [
    "Министерство < the author | denied, no | медь вывозили из страны",
  ]);
  check("a denial of reports", "Министерство опровергло сообщения о вывозе меди.", [
    "Министерство < the author | denied, no | сообщения о вывозе меди",
  ]);
  check(
    "a denial of what was said before",
    "По данным агентства «Север-Информ», капитан бежал; полиция это отрицает.",
    [
      "агентства «Север-Информ» < the author | reported | капитан бежал",
      "полиция < the author | denied, no | полиция это отрицает",
    ],
  );
  check("what is called a lie", "Сообщения о побеге — ложь, заявил представитель посольства.", [
    "представитель посольства < the author | denied, no | Сообщения о побеге — ложь",
  ]);
  check("a refusal", "Министерство отказалось комментировать вывоз меди.", [
    "Министерство < the author | cannot-confirm, no | Министерство отказалось комментировать вывоз меди",
  ]);
  check("a refusal in the content", "Пресс-секретарь министерства заявила, что не может подтвердить вывоз меди.", [
    "Пресс-секретарь министерства < the author | cannot-confirm, no | не может подтвердить вывоз меди",
  ]);
  check("what an office confirms", "Полиция подтвердила, что капитан арестован.", [
    "Полиция < the author | asserted | капитан арестован",
  ]);
  check("nobody", "Стало известно, что капитан уволен.", ["the author | reported | капитан уволен"]);
  check("nobody, with doubt", "Как стало известно, капитан, вероятно, бежал.", [
    "the author | hedged | капитан, вероятно, бежал",
  ]);
});

describe("Russian: what is no telling", () => {
  check("a verb that is negated", "Министерство не сообщило, куда ушли баржи.", [
    "the author | asserted, no | Министерство не сообщило, куда ушли баржи",
  ]);
  check("a denial that is negated", "Министерство не отрицает, что медь вывозили.", [
    "the author | asserted, no | Министерство не отрицает, что медь вывозили",
  ]);
  check("a verb without its content", "Он сказал правду и ушёл из порта.", [
    "the author | asserted | Он сказал правду и ушёл из порта",
  ]);
  check("a year before the next sentence", "Капитан бежал из страны в 2025 г. Полиция молчит.", [
    "the author | asserted | Капитан бежал из страны в 2025 г",
    "the author | asserted | Полиция молчит",
  ]);
});
