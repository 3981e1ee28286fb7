import { describe, expect, it } from "vitest";
import { told } from "./told.ts";

const check = (what: string, text: string, expected: readonly string[]): void =>
  it(what, () => expect(told(text)).toEqual(expected));

describe("Chinese: who says it", () => {
  check("the subject of a verb, without the day", "外交部发言人李明5日表示，两名外交官已经离开港口。", [
    "外交部发言人李明 < the author | reported | 两名外交官已经离开港口",
  ]);
  check("without the place", "3月5日，李明在记者会上宣布，港口关闭。", ["李明 < the author | reported | 港口关闭"]);
  check("every sentence of a quotation", "“驳船是空的。没有人向我们要证件。”吊车司机王强说。", [
    "吊车司机王强 < the author | reported | 驳船是空的",
    "吊车司机王强 < the author | reported, no | 没有人向我们要证件",
  ]);
  check("a quotation behind a colon", "王强说：“驳船是空的。”", ["王强 < the author | reported | 驳船是空的"]);
  check("a quotation in corner brackets", "「船是空的」，王强说。", ["王强 < the author | reported | 船是空的"]);
  check("a quotation in two parts", "“这是谎话，”王强说，“我们没有铜。”", [
    "王强 < the author | denied, no | 这是谎话",
    "王强 < the author | reported, no | 我们没有铜",
  ]);
  check("what stands behind a quotation is nobody's word", "李明说，“我们没有铜”，随后离开会场。", [
    "李明 < the author | reported, no | 我们没有铜",
    "the author | asserted | 随后离开会场",
  ]);
  check("according to an outlet", "据北港日报报道，两艘驳船5月3日离开港口。", [
    "北港日报 < the author | reported | 两艘驳船5月3日离开港口",
  ]);
  check("an outlet that cites somebody", "北港日报援引一名海关官员的话报道称，驳船装的是铜。", [
    "一名海关官员 < 北港日报 < the author | reported | 驳船装的是铜",
  ]);
  check("according to an outlet that cites somebody", "据新海社援引知情人士的消息，驳船装的是铜。", [
    "知情人士 < 新海社 < the author | reported | 驳船装的是铜",
  ]);
  check("according to a report", "根据海关的报告，船上有十二箱铜。", ["海关 < the author | reported | 船上有十二箱铜"]);
  check("the outlet that was told", "一名居民告诉北港日报，驳船可能装的是铜。", [
    "一名居民 < 北港日报 < the author | hedged | 驳船可能装的是铜",
  ]);
  check("the outlet that was spoken to", "王强向新海社表示，船是空的。", [
    "王强 < 新海社 < the author | reported | 船是空的",
  ]);
  check("one teller within another", "李明表示，一名司机告诉他，驳船装的是铜。", [
    "一名司机 < 李明 < the author | reported | 驳船装的是铜",
  ]);
  check("two tellers side by side", "部长说驳船是空的，但船长说驳船上有铜。", [
    "部长 < the author | reported | 驳船是空的",
    "船长 < the author | reported | 驳船上有铜",
  ]);
  check("a speaker behind the words", "驳船夜里离开港口，三名居民说。", [
    "三名居民 < the author | reported | 驳船夜里离开港口",
  ]);
  check("one who keeps the name back is no refusal", "拒绝透露姓名的官员说，船长已经逃走。", [
    "拒绝透露姓名的官员 < the author | reported | 船长已经逃走",
  ]);
  check("the outlet whose name closes the paragraph", "驳船夜里离开了港口。（新海社）", [
    "新海社 < the author | asserted | 驳船夜里离开了港口",
  ]);
  check("the words before the telling are the author's", "驳船离开了港口，李明说船上没有铜。", [
    "the author | asserted | 驳船离开了港口",
    "李明 < the author | reported, no | 船上没有铜",
  ]);
});

describe("Chinese: how firmly it stands", () => {
  check("a denial", "外交部否认有外交官叛逃。", ["外交部 < the author | denied, no | 有外交官叛逃"]);
  check("what is called an invention", "大使馆发言人指出，叛逃的报道纯属捏造。", [
    "大使馆发言人 < the author | denied, no | 叛逃的报道纯属捏造",
  ]);
  check("a refusal", "外交部拒绝评论这一消息。", ["外交部 < the author | cannot-confirm, no | 外交部拒绝评论这一消息"]);
  check("a refusal in the content", "外交部发言人称，无法证实有关报道。", [
    "外交部发言人 < the author | cannot-confirm, no | 无法证实有关报道",
  ]);
  check("what an office confirms", "警方证实，船长已被逮捕。", ["警方 < the author | asserted | 船长已被逮捕"]);
  check("nobody", "据悉，船长已被解职。", ["the author | reported | 船长已被解职"]);
  check("reports of nobody", "此前有消息称，船长已经逃往国外。", ["the author | reported | 船长已经逃往国外"]);
  check("doubt of the author", "驳船名称不详，据信属于一家外国公司。", [
    "the author | hedged, no | 驳船名称不详，据信属于一家外国公司",
  ]);
});

describe("Chinese: what is no telling", () => {
  check("a verb that is negated", "外交部没有说明驳船去了哪里。", [
    "the author | asserted, no | 外交部没有说明驳船去了哪里",
  ]);
  check("a denial that is negated", "外交部没有否认铜已运出国外。", [
    "the author | asserted, no | 外交部没有否认铜已运出国外",
  ]);
  check("a word that holds a verb of telling", "这部小说讲的是港口的故事。", [
    "the author | asserted | 这部小说讲的是港口的故事",
  ]);
  check("a word that begins as according to does", "据点被毁，驳船离开了港口。", [
    "the author | asserted | 据点被毁，驳船离开了港口",
  ]);
  check("a word that holds a negation", "不久前船长逃走了。", ["the author | asserted | 不久前船长逃走了"]);
});
