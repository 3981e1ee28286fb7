import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { at } from "../src/base/index.ts";
import { makeFindMentions, makeNameIndex, type HeldName } from "../src/ledger/index.ts";
import { parseName, spellings } from "../src/names/index.ts";
import { makeRandom, type Random } from "./random.ts";

/** Processor seconds to find the made names in the made documents, and how many of the planted ones are found. */
export interface MentionFigures {
  readonly documents: number;
  readonly characters: number;
  readonly names: number;
  readonly refused: number;
  readonly indexSeconds: number;
  readonly findSeconds: number;
  readonly peakMb: number;
  readonly planted: number;
  /** Of the planted names that are looked for. */
  readonly found: number;
  /** Mentions of others than the planted ones: made words that sound like a made name. */
  readonly others: number;
}

const options = {
  documents: { type: "string", default: "10000" },
  names: { type: "string", default: "100000" },
  words: { type: "string", default: "400" },
  seed: { type: "string", default: "1" },
} as const;

/**
 * Makes names of four kinds and documents of four languages, plants names in another spelling than the held one, and finds them:
 * English text is that of the annotated round-ups, the other three are syllables in random order, the hardest to tell from names.
 */
export async function mentionsBench(args: readonly string[]): Promise<MentionFigures> {
  const { values } = parseArgs({ args: [...args], options });
  const random = makeRandom(`mentions-${values.seed}`, 1);
  const names = makeNames(random, Number(values.names));
  const started = processorMs();
  const index = makeNameIndex(names, () => false);
  const indexMs = processorMs() - started;
  const find = makeFindMentions(index);
  const make = documentMaker(random, names, Number(values.words));
  const figures = { characters: 0, planted: 0, found: 0, others: 0, findMs: 0, peakMb: 0 };
  for (let no = 0; no < Number(values.documents); no += 1) {
    const { paragraphs, planted } = make();
    const from = processorMs();
    const mentions = find(paragraphs);
    figures.findMs += processorMs() - from;
    const found = new Set(mentions.map(({ name }) => name.text));
    figures.characters += paragraphs.reduce((sum, text) => sum + text.length, 0);
    figures.planted += planted.length;
    figures.found += planted.filter((name) => found.has(name)).length;
    figures.others += mentions.filter(({ name }) => !planted.includes(name.text)).length;
    if (no % 100 === 0) figures.peakMb = Math.max(figures.peakMb, process.memoryUsage().rss / 2 ** 20);
  }
  const { findMs, peakMb, ...rest } = figures;
  return {
    documents: Number(values.documents),
    names: names.length,
    refused: [...index.refused.values()].reduce((sum, count) => sum + count, 0),
    indexSeconds: seconds(indexMs),
    findSeconds: seconds(findMs),
    peakMb: Math.round(peakMb),
    ...rest,
  };
}

/** Of the whole process, so that what else runs on the machine does not count. */
const processorMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const seconds = (ms: number): number => Math.round(ms / 100) / 10;

const syllables = Array.from(
  "가강건경관광국권규근기길나남노단대덕도동두라람래련령로룡률림만면명모무문미민바박방배범병보복봉빈산상서석선설섭성세소솔송수숙순승식신아안애양연영옥완용우욱운원월유윤은의이인일임자장재전정제조종주준중지진찬창채천철초춘충치태택판평표풍필하학한해혁현형혜호홍화환효훈휘희",
);
const koreanFamilies = Array.from("김리박최정강조윤장임한오서신권황안송류홍");
const chineseFamilies = Array.from("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗");
const chineseGiven = Array.from(
  "伟芳娜敏静强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红国建文辉力永健世广志义兴良海山仁波宁贵福生龙元全胜学祥才发武新利清飞彬富顺信子昌成康星光天达安岩中茂进林有坚和彪博诚先敬震振壮会思群豪心邦承乐绍功松善厚庆民友裕河哲江浩亮政谦亨奇固之轮翰朗伯宏言若鸣朋斌梁栋维启克伦翔旭鹏泽晨辰士以建家致树炎德行时泰盛雄琛钧冠策腾",
);
const russianFirst =
  "Иван Виктор Сергей Андрей Павел Олег Игорь Юрий Антон Роман Максим Денис Егор Фёдор Глеб Лев Артём Никита".split(
    " ",
  );
const latinParts =
  "al bar cor dan el fen gor hal ir jon kel lor mir nor ost pel qua ron sel tor ul ven wes yar zan".split(" ");
const trades = ["Trading", "Shipping", "Holdings", "Investment", "Logistics", "Marine", "Import Export"];

function makeNames(random: Random, count: number): readonly HeldName[] {
  return Array.from({ length: count }, (_, no): HeldName => {
    const id = `e${no}`;
    const kind = no % 10 >= 8 ? "organization" : "person";
    return {
      text: kind === "person" ? makePerson(random, no % 4) : makeFirm(random),
      kind,
      bearers: [{ entityId: id, canonicalId: id }],
    };
  });
}

function makePerson(random: Random, kind: number): string {
  if (kind < 2) {
    const hangul = random.pick(koreanFamilies) + random.pick(syllables) + random.pick(syllables);
    return kind === 0 ? hangul : (latinOf(hangul, random) ?? hangul);
  }
  if (kind === 2) return random.pick(chineseFamilies) + random.pick(chineseGiven) + random.pick(chineseGiven);
  const stem = random.pick(latinParts) + random.pick(latinParts);
  return `${random.pick(russianFirst)} ${cyrillic(stem)}ов`;
}

const cyrillic = (latin: string): string =>
  Array.from(latin, (letter, index) => {
    const own = "абцдефгхижклмнопярстувшыз".charAt("abcdefghijklmnopqrstuvwyz".indexOf(letter));
    return index === 0 ? own.toUpperCase() : own;
  }).join("");

const makeFirm = (random: Random): string => {
  const word = random.pick(latinParts) + random.pick(latinParts) + random.pick(latinParts);
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} ${random.pick(trades)} Co., Ltd.`;
};

const latinOf = (name: string, random: Random): string | undefined => {
  const found = spellings(parseName(name, "person")).filter(({ text }) => /^[A-Z][A-Za-zŏŭ' -]+$/u.test(text));
  return found.length === 0 ? undefined : random.pick(found).text;
};

/** A document in one of four languages with six planted names. */
function documentMaker(random: Random, names: readonly HeldName[], words: number) {
  const english = readdirSync("examples/round-ups")
    .filter((name) => /^\d+\.txt$/u.test(name))
    .flatMap((name) => readFileSync(join("examples/round-ups", name), "utf8").split("\n"))
    .filter((line) => line.trim() !== "");
  const word = (letters: readonly string[], most: number): string =>
    Array.from({ length: 1 + random.below(most) }, () => random.pick(letters)).join("");
  const run = (letters: readonly string[], most: number, gap: string): string =>
    Array.from({ length: 60 }, () => word(letters, most)).join(gap);
  const languages = [
    { paragraph: () => random.pick(english), plant: (name: string) => ` It was said by ${name} on Monday.` },
    { paragraph: () => `${run(syllables, 3, "은 ")}다.`, plant: (name: string) => ` 대변인 ${name}은 말했다.` },
    { paragraph: () => `${run(chineseGiven, 4, "的")}。`, plant: (name: string) => `经理${name}说。` },
    {
      paragraph: () =>
        `${run(
          latinParts.map((part) => cyrillic(part).toLowerCase()),
          3,
          " ",
        )}.`,
      plant: (name: string) => ` Об этом сказал ${name}.`,
    },
  ];
  return () => {
    const { paragraph, plant } = at(languages, random.below(languages.length));
    const paragraphs: string[] = [];
    for (let count = 0; count < words; count += 60) paragraphs.push(paragraph());
    const planted = Array.from({ length: Math.min(6, paragraphs.length) }, (_, index) => {
      const name = random.pick(names).text;
      const others = spellings(parseName(name, "person")).filter(({ system }) =>
        ["Hangul", "Revised Romanisation", "McCune-Reischauer", "pinyin"].includes(system),
      );
      const written = /Ltd/u.test(name)
        ? name.replace(/,? Co.*$/u, "")
        : others.length > 0
          ? random.pick(others).text
          : name;
      paragraphs[index] += plant(written);
      return name;
    });
    return { paragraphs, planted };
  };
}
