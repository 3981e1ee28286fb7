/** A Chinese name: characters and the pinyin (without tones) of each. */
export interface ChineseName {
  readonly family: string;
  readonly given: string;
  readonly familyPinyin: string;
  readonly givenPinyin: readonly string[];
}

export const CHINESE_SURNAMES = table(
  "王wang71 李li70 张zhang68 刘liu54 陈chen45 杨yang31 赵zhao22 黄huang22 周zhou20 吴wu20 徐xu17 孙sun15 胡hu13 朱zhu13 高gao12 林lin12 何he11 郭guo11 马ma11 罗luo9 梁liang8 宋song8 郑zheng8 谢xie7 韩han7 唐tang6 冯feng6 于yu6 董dong5 萧xiao5 程cheng5 曹cao5 袁yuan5 邓deng5 许xu5 傅fu4 沈shen4 曾zeng4 彭peng4 吕lv4 苏su4 卢lu4 蒋jiang4 蔡cai4 贾jia3 丁ding3 魏wei3 薛xue3 叶ye3 阎yan3 潘pan3 杜du3 戴dai2 夏xia2 钟zhong2 欧阳ouyang1",
);

export const CHINESE_GIVEN = table(
  "伟wei60 芳fang40 敏min38 静jing36 强qiang40 磊lei36 军jun42 洋yang28 勇yong34 艳yan24 杰jie30 娟juan22 涛tao28 明ming40 超chao22 兰lan18 霞xia20 平ping32 刚gang22 桂gui14 英ying26 华hua44 建jian46 国guo40 文wen44 志zhi40 玉yu30 晓xiao34 春chun26 海hai30 红hong28 丽li30 金jin22 德de20 永yong24 世shi16 光guang18 东dong22 成cheng20 立li16 新xin22 宏hong16 云yun18 龙long18 峰feng24 林lin24 波bo20 辉hui20 宁ning12 斌bin18 鹏peng16 秀xiu16 梅mei18 玲ling18 清qing14 安an12 祥xiang12 庆qing12 荣rong14 富fu8 仁ren8 义yi8 忠zhong10 良liang12 家jia14 天tian10 大da8 小xiao8 少shao6 长chang8 学xue10 树shu8 振zhen10 凤feng10 雪xue10 琴qin8 婷ting12 慧hui12",
);

/** Wade-Giles spelling of a pinyin syllable (the usual rules; apostrophes kept). */
export const toWadeGiles = (pinyin: string): string => {
  const whole: Readonly<Record<string, string>> = {
    zhi: "chih",
    chi: "ch'ih",
    shi: "shih",
    ri: "jih",
    zi: "tzu",
    ci: "tz'u",
    si: "ssu",
    ge: "ko",
    ke: "k'o",
    he: "ho",
    e: "o",
    yi: "i",
    you: "yu",
    yan: "yen",
    ye: "yeh",
  };
  const special = whole[pinyin];
  if (special !== undefined) return special;
  const { initial, final } = divide(pinyin);
  const initials: Readonly<Record<string, string>> = {
    b: "p",
    p: "p'",
    d: "t",
    t: "t'",
    g: "k",
    k: "k'",
    j: "ch",
    q: "ch'",
    x: "hs",
    zh: "ch",
    ch: "ch'",
    r: "j",
    z: "ts",
    c: "ts'",
  };
  const afterPalatal = ["j", "q", "x"].includes(initial) && final.startsWith("u") ? `ü${final.slice(1)}` : final;
  const finals: Readonly<Record<string, string>> = {
    ian: "ien",
    ie: "ieh",
    üan: "üan",
    üe: "üeh",
    ue: "üeh",
    ong: "ung",
    iong: "iung",
    v: "ü",
    ve: "üeh",
    uo: ["g", "k", "h", "sh"].includes(initial) ? "uo" : "o",
    ui: ["g", "k"].includes(initial) ? "uei" : "ui",
  };
  return (initials[initial] ?? initial) + (finals[afterPalatal] ?? afterPalatal);
};

/** Palladius's Cyrillic spelling of a pinyin syllable, as Russian books write it. */
export const toPalladius = (pinyin: string): string => {
  const { initial, final } = divide(pinyin);
  const whole: Readonly<Record<string, string>> = {
    yi: "и",
    ya: "я",
    ye: "е",
    yan: "янь",
    yang: "ян",
    yin: "инь",
    ying: "ин",
    yong: "юн",
    you: "ю",
    yu: "юй",
    yuan: "юань",
    yun: "юнь",
    yao: "яо",
    wei: "вэй",
    wu: "у",
    wen: "вэнь",
    wang: "ван",
    wan: "вань",
    ouyang: "оуян",
    an: "ань",
    zhi: "чжи",
    shi: "ши",
    lv: "люй",
    hui: "хуэй",
    hu: "ху",
  };
  const special = whole[pinyin];
  if (special !== undefined) return special;
  const initials: Readonly<Record<string, string>> = {
    b: "б",
    p: "п",
    m: "м",
    f: "ф",
    d: "д",
    t: "т",
    n: "н",
    l: "л",
    g: "г",
    k: "к",
    h: "х",
    j: "цз",
    q: "ц",
    x: "с",
    zh: "чж",
    ch: "ч",
    sh: "ш",
    r: "ж",
    z: "цз",
    c: "ц",
    s: "с",
  };
  const palatal = ["j", "q", "x"].includes(initial) && final.startsWith("u") ? `v${final.slice(1)}` : final;
  const finals: Readonly<Record<string, string>> = {
    a: "а",
    o: "о",
    e: "э",
    i: "и",
    u: "у",
    v: "юй",
    ai: "ай",
    ei: "эй",
    ao: "ао",
    ou: "оу",
    an: "ань",
    en: "энь",
    ang: "ан",
    eng: "эн",
    ong: "ун",
    ia: "я",
    ie: "е",
    iao: "яо",
    iu: "ю",
    ian: "янь",
    in: "инь",
    iang: "ян",
    ing: "ин",
    iong: "юн",
    ua: "уа",
    uo: "о",
    uai: "уай",
    ui: "уй",
    uan: "уань",
    un: "унь",
    uang: "уан",
    ve: "юэ",
    van: "юань",
    vn: "юнь",
  };
  return (initials[initial] ?? "") + (finals[palatal] ?? final);
};

const divide = (pinyin: string): { initial: string; final: string } => {
  const [, initial = "", final = ""] = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcs]?)(.*)$/u.exec(pinyin) ?? [];
  return { initial, final };
};

function table(text: string): readonly (readonly [readonly [string, string], number])[] {
  return text.split(" ").map((entry) => {
    const [, character = "", pinyin = "", weight = "1"] = /^(\p{Script=Han}+)([a-z]+)(\d+)$/u.exec(entry) ?? [];
    return [[character, pinyin], Number(weight)] as const;
  });
}
