import { describe, expect, it } from "vitest";
import { Likenesses, type Party } from "../../src/crosscheck/likeness.ts";

const party = (names: string | readonly string[], more: Partial<Party> = {}): Party => ({
  names: typeof names === "string" ? [names] : names,
  isPerson: false,
  isOrganization: false,
  isKnownElsewhere: true,
  ...more,
});

const alone = { isKnownElsewhere: false };
const likeness = (left: Party, right: Party): string => new Likenesses().of(left, right);

describe("two parties", () => {
  it("are alike under two spellings or in two languages", () => {
    expect(likeness(party("Harbour Bright Trading Ltd"), party("Harbor Bright Trading Co."))).toBe("alike");
    expect(likeness(party("고민선"), party(["Wave Ltd", "Ko Min Son"]))).toBe("alike");
  });
  it("are two where their names contradict, and where one is a person and the other a firm", () => {
    expect(likeness(party("Golden Stone Catering"), party("Amber Lake Fisheries"))).toBe("apart");
    expect(likeness(party("고귀길물류유한회사"), party(["행운련결투자회사", "福联投资有限公司"]))).toBe("apart");
    expect(likeness(party("X", { isPerson: true }), party("X", { isOrganization: true }))).toBe("apart");
  });
  it("may be one where a name that stands nowhere else shares a part with the other's", () => {
    expect(likeness(party("清林纺织有限公司"), party("清光纺织有限公司"))).toBe("apart");
    expect(likeness(party("清林纺织有限公司"), party("清光纺织有限公司", alone))).toBe("cannot tell");
    expect(likeness(party("Iron Wave Electronics Ltd"), party("铁世电子有限公司", alone))).toBe("cannot tell");
    expect(likeness(party("고민선"), party("민선", alone))).toBe("cannot tell");
    expect(likeness(party("고민선"), party("정수", { ...alone, isPerson: true }))).toBe("apart");
    expect(likeness(party("고민선"), party("회장", { ...alone, isPerson: true }))).toBe("cannot tell");
    expect(likeness(party("고민선"), party("박", { ...alone, isPerson: true }))).toBe("cannot tell");
    expect(likeness(party("김경운", alone), party("Илзе Лиепиньш", alone))).toBe("apart");
    expect(likeness(party("梁新", alone), party("Rim Siyŏn", alone))).toBe("apart");
    expect(likeness(party("梁新", alone), party("Liang Xin", alone))).toBe("alike");
    expect(likeness(party("Aishah bin Yusof"), party("Faizal bin Ismail", alone))).toBe("apart");
    expect(likeness(party("Aishah bin Yusof"), party("Aishah bin Ismail", alone))).toBe("cannot tell");
    expect(likeness(party("Ri Jong Su"), party("정수", { ...alone, isPerson: true }))).toBe("cannot tell");
    expect(likeness(party("Gang Cheolseong"), party("장명", { ...alone, isPerson: true }))).toBe("apart");
    expect(likeness(party("Zhang Ming"), party("장명", { ...alone, isPerson: true }))).toBe("alike");
    expect(likeness(party("Rim Yu-sun"), party("리은", { ...alone, isPerson: true }))).toBe("apart");
    expect(likeness(party("Rim Yu-sun"), party("유순", { ...alone, isPerson: true }))).toBe("cannot tell");
    expect(likeness(party("Rim Yu-sun"), party("회장", { ...alone, isPerson: true }))).toBe("cannot tell");
    expect(likeness(party("장석영"), party("Wang Chŏng-gyŏng", alone))).toBe("apart");
  });
  it("are two where a part stays and two do not, the trade among them", () => {
    expect(likeness(party("대화살광업회사"), party("대해수산", alone))).toBe("apart");
    expect(likeness(party("북방복수출입회사"), party("북방련꽃국제餐饮회사", alone))).toBe("apart");
    expect(likeness(party(["북방복수회사", "북방복수출입회사"]), party("북방련꽃국제餐饮회사", alone))).toBe("apart");
    expect(likeness(party("북방복수회사"), party("북방련꽃국제餐饮회사", alone))).toBe("cannot tell");
    const renamed = party(["Red Swallow Mining", "TRIPLE FALCON IMPORT EXPORT CO., LIMITED"]);
    expect(likeness(renamed, party('ООО "ТРИПЛФАЛКОН ИМПОРТ ЭКСПОРТ"', alone))).toBe("cannot tell");
    expect(likeness(party("북방복수출입회사"), party("북방련꽃수출입회사", alone))).toBe("cannot tell");
  });
  it("may be one where a person's given name stays and the surname changes", () => {
    expect(likeness(party("Яковлева Екатерина Викторовна"), party("Ekaterina Solovëva", { isPerson: true }))).toBe(
      "cannot tell",
    );
  });
});
