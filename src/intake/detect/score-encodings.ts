type Scorer = (text: string) => number;

// Letters in falling order of their frequency in Russian text and names; Ukrainian letters stand among the rare ones.
const cyrillicByFrequency = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъіїєґў";
// The characters that names of Chinese people, companies, banks and places use most.
const commonHan = new Set(
  "的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文限司有贸易银行账号户名日期金额币种备注收付款方交港香海北京广东省市区路街号楼室电话业务科技股份集团进出口船运航丹东沈阳吉林辽宁平壤朝鲜",
);

const scorers: readonly (readonly [string, Scorer])[] = [
  ["euc-kr", scoreKorean],
  ["gb18030", scoreSimplified],
  ["big5", scoreTraditional],
  ["shift_jis", scoreJapanese],
  ["windows-1251", scoreCyrillic],
  ["koi8-r", scoreCyrillic],
  ["ibm866", scoreCyrillic],
  ["windows-1252", scoreLatin],
];

/**
 * The encoding under which bytes that are not UTF-8 read most like text: each candidate's decoding is scored by how
 * common its characters are in the languages that use it. Windows-1252 if none reads well.
 */
export function scoreEncodings(sample: Buffer): string {
  let best = "windows-1252";
  let bestScore = 0;
  for (const [name, score] of scorers) {
    const value = score(new TextDecoder(name).decode(sample));
    if (value > bestScore + 1e-9) {
      best = name;
      bestScore = value;
    }
  }
  return best;
}

/** The mean of a score over the characters that are not ASCII, weighted by their bytes; a failed character counts against it. */
function meanScore(text: string, bytesPerCharacter: number, scoreOf: (code: number, index: number) => number): number {
  let sum = 0;
  let weight = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x80) continue;
    const isFailed = code === 0xfffd || (code >= 0xe000 && code < 0xf900);
    sum += (isFailed ? -3 : scoreOf(code, index)) * bytesPerCharacter;
    weight += bytesPerCharacter;
  }
  return weight === 0 ? 0 : sum / weight;
}

function scoreKorean(text: string): number {
  return meanScore(text, 2, (code) => {
    if (code >= 0xac00 && code <= 0xd7a3) return 1;
    if (code >= 0x4e00 && code <= 0x9fff) return -0.3;
    return isWideSymbol(code) ? 0.3 : -0.6;
  });
}

function scoreSimplified(text: string): number {
  return meanScore(text, 2, (code) => {
    const character = String.fromCharCode(code);
    if (commonHan.has(character)) return 1.3;
    if (code >= 0x4e00 && code <= 0x9fff) return isFirstLevel(character, "gb") ? 0.8 : -0.4;
    return isWideSymbol(code) ? 0.3 : -0.6;
  });
}

function scoreTraditional(text: string): number {
  return meanScore(text, 2, (code) => {
    const character = String.fromCharCode(code);
    if (commonHan.has(character)) return 1.2;
    if (code >= 0x4e00 && code <= 0x9fff) return isFirstLevel(character, "big5") ? 0.7 : -0.4;
    return isWideSymbol(code) ? 0.3 : -0.6;
  });
}

function scoreJapanese(text: string): number {
  return meanScore(text, 2, (code) => {
    if (code >= 0x3040 && code <= 0x30ff) return 1;
    if (code >= 0xff61 && code <= 0xff9f) return -0.4;
    if (code >= 0x4e00 && code <= 0x9fff) return 0.3;
    return isWideSymbol(code) ? 0.3 : -0.6;
  });
}

const cyrillicScores = new Map(
  [...cyrillicByFrequency].map((letter, rank) => [letter, rank < 14 ? 1 : rank < 24 ? 0.6 : -0.2]),
);

function scoreCyrillic(text: string): number {
  return meanScore(text, 1, (code, index) => {
    if (code === 0x2116 || code === 0xab || code === 0xbb || (code >= 0x2013 && code <= 0x2026)) return 0.3;
    const letter = String.fromCharCode(code);
    const lower = letter.toLowerCase();
    const score = cyrillicScores.get(lower);
    if (score === undefined) return -0.8;
    const before = text.charAt(index - 1);
    const isRaised = lower !== letter && before !== before.toUpperCase();
    return isRaised ? -0.8 : score;
  });
}

function scoreLatin(text: string): number {
  return meanScore(text, 1, (code, index) => {
    const isLetter = code >= 0xc0 && code <= 0xff && code !== 0xd7 && code !== 0xf7;
    if (!isLetter) return /[€‘’“”–—…§°©®£«»ºª·´]/u.test(String.fromCharCode(code)) ? 0.5 : -0.5;
    const before = text.charCodeAt(index - 1);
    const after = text.charCodeAt(index + 1);
    const isAmongHigh = before >= 0x80 || after >= 0x80;
    return isAmongHigh ? -0.2 : isAsciiLetter(before) || isAsciiLetter(after) ? 0.7 : -0.2;
  });
}

const isAsciiLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;
const isWideSymbol = (code: number): boolean => (code >= 0x3000 && code < 0x3040) || (code >= 0xff00 && code < 0xff61);

const firstLevel = { gb: decodeRows("gb18030", 0xb0, 0xd7), big5: decodeRows("big5", 0xa4, 0xc6) };

const isFirstLevel = (character: string, set: keyof typeof firstLevel): boolean => firstLevel[set].has(character);

// The first level of GB 2312 and of Big5 holds the characters in ordinary use; both stand in rows of their own.
function decodeRows(encoding: string, fromLead: number, toLead: number): Set<string> {
  const bytes: number[] = [];
  for (let lead = fromLead; lead <= toLead; lead++)
    for (let trail = 0xa1; trail <= 0xfe; trail++) bytes.push(lead, trail);
  if (encoding === "big5")
    for (let lead = fromLead; lead <= toLead; lead++)
      for (let trail = 0x40; trail <= 0x7e; trail++) bytes.push(lead, trail);
  return new Set(new TextDecoder(encoding).decode(Uint8Array.from(bytes)));
}
