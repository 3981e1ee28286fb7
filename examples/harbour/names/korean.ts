/** A name as its owner bears it: Hangul in the northern spelling, and one Hanja (simplified, as Chinese books write it) per syllable. */
export interface KoreanName {
  readonly family: string;
  readonly given: string;
  readonly hanja: readonly string[];
}

/** Surnames by frequency per mille among 9,764 Korean lines of Wikidata's names (CC0), northern spelling, with their Hanja. */
export const KOREAN_SURNAMES: readonly (readonly [
  surname: readonly [hangul: string, hanja: string],
  weight: number,
])[] = table(
  "김金191 리李145 박朴71 정郑43 최崔40 장张31 조赵28 윤尹23 강姜23 림林20 신申19 한韩18 황黄16 전全16 오吴15 안安15 류柳16 홍洪14 서徐13 량梁12 고高11 송宋20 왕王9 주朱9 권权9 백白9 문文9 허许8 손孙8 진陈7 하河7 우禹7 심沈6 배裴6 로卢6 차车5 남南5 곽郭5 구具5 공孔4 현玄4 방方4 채蔡3 민闵3 원元3 변边3 엄严3 태太3 길吉2 계桂2 명明2 선우鲜于1 황보皇甫1",
);

/** First syllables of given names by the same count. */
export const FIRST_SYLLABLES = table(
  "정正379 영永354 성成335 지智288 재在279 상相253 동东242 현贤222 종钟216 승胜210 진镇210 경庆206 민民197 수秀188 태泰187 용勇174 기基156 은恩152 병炳141 윤允137 인仁124 희喜122 대大121 준俊120 창昌119 혜惠112 세世111 선善111 광光190 원元109 명明180 유裕105 주柱98 미美94 소素93 형亨88 석锡86 우宇79 호虎74 철哲130 한汉69 연连67 보宝66 효孝65 규奎61 시时59 해海59 일日57 도道56 순顺55 홍弘53 덕德52 문文52 남南49 춘春45 만万30 학学40 국国50 금锦60 봉奉44 금琴31 혁革40 룡龙38 옥玉37 복福25",
);

/** Second syllables of given names by the same count. */
export const SECOND_SYLLABLES = table(
  "영英351 희姬310 호浩306 수洙304 현铉297 진振284 우佑229 민敏228 훈勋224 원源203 성星187 정贞165 준浚164 석石162 환焕161 철哲250 경景147 주珠145 연妍138 기基122 선仙117 식植115 규圭108 숙淑106 용龙102 일一101 은银97 화花92 재宰92 근根88 욱旭82 혁赫120 미美81 태泰80 아娥74 옥玉73 형衡69 순顺64 섭燮62 인寅60 남男90 빈彬59 윤润56 국国80 하夏54 균均53 범范51 학学60 구九48 상相48 혜惠47 찬灿46 웅雄46 종钟45 길吉60 명明42 동东41 권权40 승升40 신信39 창昌39 홍洪39 덕德38 림林37 만万37 봉峰36 렬烈36 룡龙60 택泽33 운云33 실实20",
);

const SOUTHERN: Readonly<Record<string, string>> = {
  리: "이",
  류: "유",
  림: "임",
  로: "노",
  량: "양",
  렴: "염",
  려: "여",
  라: "나",
};

/** The southern spelling of a surname: Ri is Lee, Ryu is Yoo (the law of initial sounds). */
export const southernSurname = (family: string): string => SOUTHERN[family] ?? family;

/** What southerners habitually write for a surname instead of the strict Revised Romanisation. */
export const HABITUAL_SURNAMES: Readonly<Record<string, string>> = {
  김: "Kim",
  이: "Lee",
  박: "Park",
  정: "Jung",
  최: "Choi",
  조: "Cho",
  윤: "Yoon",
  임: "Lim",
  신: "Shin",
  오: "Oh",
  안: "Ahn",
  유: "Yoo",
  서: "Suh",
  고: "Ko",
  권: "Kwon",
  백: "Baek",
  문: "Moon",
  허: "Hur",
  손: "Son",
  우: "Woo",
  심: "Shim",
  노: "Roh",
  구: "Koo",
  강: "Kang",
  현: "Hyun",
  변: "Byun",
  선우: "Sunwoo",
};

function table(text: string): readonly (readonly [readonly [string, string], number])[] {
  return text.split(" ").map((entry) => {
    const [, hangul = "", hanja = "", weight = "1"] = /^([가-힣]+)(\p{Script=Han}+)(\d+)$/u.exec(entry) ?? [];
    return [[hangul, hanja], Number(weight)] as const;
  });
}
