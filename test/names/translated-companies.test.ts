import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareNames, nameKeys, parseName, scoreNames, tierOf, type NameTier } from "../../src/names/index.ts";
import { check } from "./check-names.ts";

const tier = (left: string, right: string): NameTier =>
  tierOf(scoreNames(parseName(left, "company"), parseName(right, "company")));

const translated: readonly (readonly string[])[] = [
  [
    "晨江劳务有限公司",
    "MORNING RIVER LABOUR SERVICES LTD.",
    "아침강인력회사",
    "아침강劳务회사",
    'ООО "МОРНИНГ РИВЕР ЛЕЙБОР СЕРВИС"',
  ],
  ["단풍초롱광업유한회사", "枫灯矿业有限公司", "MAPLE LANTERN MINING CORPORATION", 'ООО "Мэйпл Лантерн Майнинг"'],
  [
    "太平洋路Electronics有限责任公司",
    'Общество с ограниченной ответственностью "Пасифик Роуд Электроникс"',
    "태평양 길 전자회사",
  ],
  ["하버란초광업", "HARBOURORCHID MINING FZ-LLC", "港湾兰矿业"],
  ["玉洋餐饮", "JadeOcean Catering", "옥대양식당"],
  ["산호대양무역", "珊瑚洋TRADING有国公司", "Coral Ocean Trading"],
  ["中央田商业银行", "Central Field Commercial Bank", "Централ Филд Коммерческий Банк"],
  ["붉은별해운회사", "红星航运有限公司", "Red Star Shipping Ltd", "Красная Звезда Шиппинг"],
  ["紅星海運有限公司", "Red Star Shipping Ltd"],
  ["흰사슴상점", "白鹿商店", "White Deer Shop"],
  ["금닻해운", "金锚航运", "Golden Anchor Shipping", "Голден Анкор Шиппинг", "Золотой Якорь Шиппинг"],
  ["련꽃려관", "연꽃여관", "莲花酒店", "Lotus Hotel"],
  ["새벽투자", "曙光投资", "Dawn Investment"],
  ["정상진주공업은행", "峰顶珠工业银行", "Summit Pearl Industrial Bank"],
  ["북극성보험", "Polar Star Insurance", "北极星保险"],
  ["은행나무제약", "银杏制药", "Ginkgo Pharmaceutical"],
];

describe("names that mean the same are spellings of one", () => {
  for (const [first = "", ...others] of translated)
    for (const other of others) check(first, other, "spelling", "company");
});

describe("one meaning more, or one letter off", () => {
  check("晨江石劳务有限公司", "Morning River Labour Services", "partial", "company");
  check("아침산무역", "Morning Muontain Trading", "oneEdit", "company");
  check("북방복물회사", "Northern Fortune Logistics LLC", "spelling", "company");
  check("Pacific Road Elec. Ltd.", "太平洋路电子", "spelling", "company");
  check("은돌신용은행", "Silver Stone Bank", "partial", "company");
  check("던풍초롱광업회사", "단풍초롱광업회사", "oneEdit", "company");
  check("ООО Морнинг Ривер Лейб.", "晨江劳务公司", "spelling", "company");
  check("Общество с ограаниченной ответственностью Азия Анкор Электроникс", "亚洲锚电子", "spelling", "company");
});

describe("twins stay two", () => {
  check("Delta Star Trading", "Delta Stone Trading", "different", "company");
  check("Delta Star Trading", "三角石贸易", "different", "company");
  check("델타별무역", "Дельта Стоун Трейдинг", "different", "company");
  check("Стар Трейдинг", "Store Trading", "different", "company");
  check("枫灯矿业", "枫塔矿业", "different", "company");
  check("은진주상업은행", "은진주무역은행", "weak", "company");
  check("Silver Pearl Trading", "Silver Pearl Bank", "weak", "company");
  check("은진주무역", "Silver Pearl Mining", "weak", "company");
  check("福满 鹰 劳 有限责任公司", "福满鹰科技", "partial", "company");
  check("南方谷信用银行", "南方虎投资有限公司", "different", "company");
  check("ХАРБОРОРХИД МАЙНИНГ", "Харбор Орхид Морской Банк", "weak", "company");
  check("白虎贸易有限公司", "白湖贸易有限责任公司", "different", "company");
  check("新马贸易有限责任公司", "은매무역유한책임회사", "different", "company");
  check("Volkswagen AG", "Газпром", "different", "company");
});

describe("what no table knows is not compared", () => {
  check("华为技术有限公司", "Volkswagen AG", "unclear", "company");
  check("광명성무역", "Kumsong Mining", "unclear", "company");
});

test("the reasons say which parts mean the same", () => {
  const { parts } = compareNames(parseName("枫灯矿业", "company"), parseName("Maple Lantern Mining", "company"));
  expect(parts.map((part) => part.reason)).toEqual([
    "枫 and maple mean the same (maple).",
    "灯 and lantern mean the same (lantern).",
    "Both names say mining.",
  ]);
});

test("translations share a key", () => {
  for (const [first = "", ...others] of translated) {
    const keys = new Set(nameKeys(parseName(first, "company")));
    for (const other of others) {
      const own = nameKeys(parseName(other, "company"));
      expect([first, other, own.some((key) => keys.has(key)), own.length <= 12]).toEqual([first, other, true, true]);
    }
  }
});

test("the order of two names does not matter, and no translation contradicts another", () => {
  const row = fc.constantFrom(...translated);
  fc.assert(
    fc.property(row, row, fc.nat(4), fc.nat(4), (left, right, one, other) => {
      const first = left[one % left.length] ?? "";
      const second = right[other % right.length] ?? "";
      expect(tier(first, second)).toBe(tier(second, first));
      expect(left === right && !["same", "spelling"].includes(tier(first, second))).toBe(false);
    }),
    { numRuns: 400 },
  );
});
