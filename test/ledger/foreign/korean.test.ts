import { describe, expect, it } from "vitest";
import { told } from "./told.ts";

const check = (what: string, text: string, expected: readonly string[]): void =>
  it(what, () => expect(told(text)).toEqual(expected));

describe("Korean: who says it", () => {
  check("the topic before the clause", "외무성 대변인은 외교관 두 명이 5월 3일 항구를 떠났다고 말했다.", [
    "외무성 대변인 < the author | reported | 외교관 두 명이 5월 3일 항구를 떠났다",
  ]);
  check("the subject before the clause", "정부 관계자가 선장이 떠났다고 밝혔다.", [
    "정부 관계자 < the author | reported | 선장이 떠났다",
  ]);
  check("the subject behind the clause", "선장은 곧 떠난다고 주민들이 말했다.", [
    "주민들 < the author | reported | 선장은 곧 떠난다",
  ]);
  check("people who are counted", "목격자 두 명은 배가 떠났다고 증언했다.", [
    "목격자 두 명 < the author | reported | 배가 떠났다",
  ]);
  check(
    "every sentence of a quotation",
    "“바지선은 비어 있었다. 아무도 서류를 요구하지 않았다”고 기중기 기사 박철수는 말했다.",
    [
      "기중기 기사 박철수 < the author | reported | 바지선은 비어 있었다",
      "기중기 기사 박철수 < the author | reported, no | 아무도 서류를 요구하지 않았다",
    ],
  );
  check("a quotation within the sentence", "박철수는 “바지선은 비어 있었다”고 말했다.", [
    "박철수 < the author | reported | 바지선은 비어 있었다",
  ]);
  check("two quotations", "대변인은 “바지선은 비어 있었다”며 “구리는 없었다”고 말했다.", [
    "대변인 < the author | reported | 바지선은 비어 있었다",
    "대변인 < the author | reported, no | 구리는 없었다",
  ]);
  check("a quotation before its sentence", "“구리는 없었다.” 박철수는 이렇게 말했다.", [
    "박철수 < the author | reported, no | 구리는 없었다",
  ]);
  check("according to", "북항일보에 따르면 바지선 두 척이 항구를 떠났다.", [
    "북항일보 < the author | reported | 바지선 두 척이 항구를 떠났다",
  ]);
  check("an outlet that cites somebody", "북항일보는 세관 관계자를 인용해 바지선에 구리가 실려 있었다고 보도했다.", [
    "세관 관계자 < 북항일보 < the author | reported | 바지선에 구리가 실려 있었다",
  ]);
  check("one teller within another", "북항방송은 한 주민이 바지선에 구리가 있었다고 말했다고 전했다.", [
    "한 주민 < 북항방송 < the author | reported | 바지선에 구리가 있었다",
  ]);
  check("according to an outlet, somebody said", "북항통신에 따르면 세관 관계자는 구리가 없었다고 말했다.", [
    "세관 관계자 < 북항통신 < the author | reported, no | 구리가 없었다",
  ]);
  check("two tellers side by side", "장관은 바지선이 비어 있었다고 말했지만 선장은 구리가 있었다고 주장했다.", [
    "장관 < the author | reported | 바지선이 비어 있었다",
    "선장 < the author | reported | 구리가 있었다",
  ]);
  check("what describes the speaker", "항구에서 일하는 직원은 바지선이 떠났다고 전했다.", [
    "항구에서 일하는 직원 < the author | reported | 바지선이 떠났다",
  ]);
  check(
    "the day and the place are left out, as it is spelt in the North",
    "외무성 대변인은 3일 기자회견에서 바지선이 비여있었다고 언명하였다.",
    ["외무성 대변인 < the author | reported | 바지선이 비여있었다"],
  );
  check("the outlet whose name closes the paragraph", "바지선은 밤에 항구를 떠났다. [북항일보, 5월 4일]", [
    "북항일보 < the author | asserted | 바지선은 밤에 항구를 떠났다",
  ]);
  check(
    "the agency that opens the paragraph is the author",
    "(북항=북항통신) 박철수 기자 = 바지선이 밤에 항구를 떠났다.",
    ["the author | asserted | 바지선이 밤에 항구를 떠났다"],
  );
});

describe("Korean: how firmly it stands", () => {
  check("a denial", "외무성은 외교관이 망명했다는 보도를 부인했다.", [
    "외무성 < the author | denied, no | 외교관이 망명했다",
  ]);
  check("a denial without a subject", "외교관이 망명했다고 주민이 말했다. 이를 부인하였다.", [
    "주민 < the author | reported | 외교관이 망명했다",
    "주민 < the author | denied, no | 이를 부인하였다",
  ]);
  check("a denial that lasts, by a side", "회사 측은 구리 수출을 부인하고 있다.", [
    "회사 측 < the author | denied, no | 구리 수출",
  ]);
  check("what is called untrue", "대사관은 망명 보도가 사실이 아니라고 밝혔다.", [
    "대사관 < the author | denied, no | 망명 보도가 사실이 아니라",
  ]);
  check("a refusal", "외무성은 보도에 대한 확인을 거부했다.", [
    "외무성 < the author | cannot-confirm, no | 외무성은 보도에 대한 확인을 거부했다",
  ]);
  check("a refusal in the content", "외무성 대변인은 보도 내용을 확인해 줄 수 없다고 밝혔다.", [
    "외무성 대변인 < the author | cannot-confirm, no | 보도 내용을 확인해 줄 수 없다",
  ]);
  check("nobody was able to confirm", "선장의 도주 여부는 확인되지 않았다.", [
    "the author | cannot-confirm, no | 선장의 도주 여부는 확인되지 않았다",
  ]);
  check("what an office confirms", "경찰은 선장이 체포됐다고 확인했다.", [
    "경찰 < the author | asserted | 선장이 체포됐다",
  ]);
  check("nobody", "선장은 해임된 것으로 알려졌다.", ["the author | reported | 선장은 해임된 것으로 알려졌다"]);
  check("hearsay of nobody", "선장이 도주했다고 한다.", ["the author | reported | 선장이 도주했다"]);
  check("doubt", "익명을 요구한 소식통은 선장이 떠난 것으로 보인다고 전했다.", [
    "익명을 요구한 소식통 < the author | hedged | 선장이 떠난 것으로 보인다",
  ]);
  check("a chance", "한 주민은 바지선에 구리가 실려 있었을 가능성이 있다고 말했다.", [
    "한 주민 < the author | hedged | 바지선에 구리가 실려 있었을 가능성이 있다",
  ]);
});

describe("Korean: what is no telling", () => {
  check("a verb that is negated", "외무성은 바지선이 어디로 갔는지 밝히지 않았다.", [
    "the author | asserted, no | 외무성은 바지선이 어디로 갔는지 밝히지 않았다",
  ]);
  check("a denial that is negated", "외무성은 구리 수출을 부인하지 않았다.", [
    "the author | asserted, no | 외무성은 구리 수출을 부인하지 않았다",
  ]);
  check("speech without content", "그는 항구에서 오래 말을 했다.", [
    "the author | asserted | 그는 항구에서 오래 말을 했다",
  ]);
  check("no verb of telling", "한편 3일 경찰은 배를 압류했다.", [
    "the author | asserted | 한편 3일 경찰은 배를 압류했다",
  ]);
});
