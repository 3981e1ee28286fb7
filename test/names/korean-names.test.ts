import { describe, expect, test } from "vitest";
import { parseName, scoreNames, tierOf } from "../../src/names/index.ts";
import { check } from "./check-names.ts";

describe("one name in every writing", () => {
  for (const writing of [
    "Kim Chŏng-ŭn",
    "Kim Chong-un",
    "Kim Jong Un",
    "KIM, Jong-un",
    "Jong Un Kim",
    "Kim Jongun",
    "kimjongun",
    "Ким Чен Ын",
    "金正恩",
    "Gim Jeong-eun",
    "Kim Jung Eun",
  ]) {
    check("김정은", writing, "spelling");
  }
  check("김정은", "Jin Zheng'en", "spelling");
  check("金正恩", "Jin Zheng'en", "spelling");
  check("Kim Chŏng-ŭn", "Ким Чен Ын", "spelling");
  check("金正恩", "Kim Jong Un", "spelling");
  check("김정은", "김 정은", "same");
  check("박지성", "Park Ji Sung", "spelling");
  check("이민호", "Lee Min Ho", "spelling");
  check("최룡해", "Choe Ryong Hae", "spelling");
  check("최철", "Tchoi Tcheul", "spelling");
  check("선우휘", "Sunwoo Hwi", "spelling");
  check("남궁민", "Nam Gung Min", "spelling");
  check("황보관", "Hwangbo Kwan", "spelling");
  check("沈相植", "Shim Sang-sik", "spelling");
  check("林東源", "Lim Dong-won", "spelling");
});

describe("syllables as English is spelled", () => {
  check("김종덕", "Kim Jong-duck", "spelling");
  check("장준하", "Chang June-ha", "spelling");
  check("김영옥", "Young-Oak Kim", "spelling");
  check("이혜천", "Lee Hei-Chun", "spelling");
  check("정명훈", "Myung-Whun Chung", "spelling");
  check("윤이지", "Yoon Lee-ji", "spelling");
  check("강지은", "Kang Gee-eun", "spelling");
  check("김과장", "Kim Ga-jang", "weak");
  check("김종덕", "Kim Jong-dick", "different");
});

test("a surname as the North writes it is nearer to the North's letters, and either is a spelling of the other", () => {
  const score = (hangul: string, latin: string): number =>
    scoreNames(parseName(hangul, "person"), parseName(latin, "person"));
  expect(score("리명선", "Ri Myong Son")).toBeGreaterThan(score("이명선", "Ri Myong Son"));
  expect(score("이명선", "Lee Myong Son")).toBeGreaterThan(score("리명선", "Lee Myong Son"));
});

test("of two names with another syllable, the one whose syllable is nearer in letters ranks first", () => {
  const score = (hangul: string): number =>
    scoreNames(parseName(hangul, "person"), parseName("Kim Dong-kyon", "person"));
  expect(score("김동균")).toBeGreaterThan(score("김동열"));
  expect(tierOf(score("김동균"))).toBe("different");
});

describe("the initial-sound law, both ways", () => {
  check("리철", "이철", "spelling");
  check("Ri Chol", "Lee Cheol", "spelling");
  check("Ri Chol", "Yi Ch'ŏl", "spelling");
  check("류경수", "유경수", "spelling");
  check("Ryu Kyong Su", "Yoo Kyung-soo", "spelling");
  check("로동철", "노동철", "spelling");
  check("림원주", "Im Won Ju", "spelling");
  check("렴철성", "염철성", "spelling");
});

describe("the initial-sound law has no say behind the first syllable, but for 렬 and 률", () => {
  check("김수령", "김수영", "different");
  check("李秀玲", "Ri Su Yong", "different");
  check("김영수", "김령수", "spelling");
  check("김정렬", "김정열", "spelling");
  check("박찬률", "박찬율", "spelling");
});

describe("one other syllable is another name", () => {
  check("김종은", "김정은", "different");
  check("이재형", "이재명", "different");
  check("김정은", "박정은", "different");
  check("KIM KYONG MIN", "KIM KYONG IL", "different");
  check("KO TAE BIN", "KO TAE HUN", "different");
  check("Kim Jong Man", "Kim Jong Sik", "different");
  check("RI HONG-CHUL", "RI HONG-SOP", "different");
  check("김정은", "Kim Jong Il", "different");
  check("김정숙", "Kim Jong Sik", "weak");
  check("주영철", "Jo Yong Chol", "weak");
  check("习近平", "习近朋", "different");
});

describe("a slip and a missing syllable are weaker than a spelling", () => {
  check("RI MYONG-CHUL", "RI PYONG CHUL", "oneEdit");
  check("김철수", "Kim Cholsuu", "oneEdit");
  check("김정은", "Kim Jong", "partial");
});

describe("a name in its own script with the surname last", () => {
  check("혜호김", "김혜호", "same");
  check("혜호 김", "Kim Hye Ho", "spelling");
  check("혜호김 소장", "Kim Hye-ho", "spelling");
  check("영환류", "Ryu Yong Hwan", "spelling");
  check("柱云李", "李柱云", "same");
  check("柱云李", "Li Zhuyun", "spelling");
  check("민성김", "Kim Min-song", "spelling");
  check("勇 张", "Zhang Yong", "spelling");
  check("勇 张", "Jang Yong Son", "partial");
  check("철 김", "Kim Chol", "spelling");
});

describe("an ordinary name whose last syllable is a surname too", () => {
  check("한지민", "Han Ji-min", "spelling");
  check("한지민", "Min Han-ji", "different");
  check("王小林", "Wang Xiaolin", "spelling");
  check("성수정", "Chong Song-su", "different");
});

describe("syllables that sound alike to a foreigner only", () => {
  check("I Jinin", "I Jinjin", "oneEdit");
  check("Bak Sehyeon", "Bak Seeun", "different");
  check("Gim Byeong Gyun", "Gim Byeonggyeong", "different");
  check("Anna Kim", "Ana Kim", "spelling");
  check("Dan Kim", "Daniel Kim", "spelling");
});
