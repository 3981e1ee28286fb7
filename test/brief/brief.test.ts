import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkOutline } from "../../src/brief/check-outline.ts";
import { citationRanges } from "../../src/brief/citation-ranges.ts";
import { numberCitations } from "../../src/brief/number-citations.ts";
import { citedStatements, outlineBrief, renderBrief, sentencesOf, type Outline } from "../../src/brief/index.ts";
import { rawSql, tableOfWorld } from "../../src/store/index.ts";
import { parseFindingId, parseStatementId } from "../../src/model/index.ts";
import { sayFindings } from "../../src/brief/say-findings.ts";
import { captionsOf, type FindingLine, type Reader } from "../../src/views/index.ts";
import { openTestCase, type TestCase } from "../support/case.ts";

const mark = "INTERNAL - NOT CHECKED FOR RELEASE";
const explanation = {
  ends: "The starts are the payers that nobody pays.",
  refusal: null,
  isCutShort: false,
  effects: [{ rhoQuarters: 4, canFlow: 500000000, residual: 100000000, stranded: 400000000 }],
  members: [
    {
      id: "e3",
      isUnnamed: false,
      lists: [],
      carries: 500000000,
      marginal: 1,
      takenOverBy: [{ id: "e1", amount: 5 }],
      collateral: 7,
      joinCount: 1,
      joins: [{ left: "a", right: "b", by: "rule" }],
    },
  ],
  anotherWay: [{ payer: "e1", payee: "e3", seen: 1, wouldCarry: 2 }],
  alternatives: [{ members: ["e1"], residual: 3 }],
};
let testCase: TestCase;
let reader: Reader;
let outline: Outline;

beforeAll(async () => {
  testCase = await openTestCase();
  const { database } = testCase.file;
  reader = { database, viewer: { world: "open", actor: "tester" }, table: tableOfWorld("open") };
  await testCase.dataset("h1", { source: "Han Jae-min", sealed: true, firstHand: true });
  await testCase.dataset("h2", { source: "s2", firstHand: true });
  await testCase.statements("h1", [
    ["e1", "Person", "name", "<script>alert(1)</script> Kim", 2],
    ["e1", "Person", "birthDate", "1970-01-02", 2],
    ["p1", "Payment", "amount", "5000000.00", 3],
  ]);
  await testCase.statements("h2", [
    ["e2", "Person", "birthDate", "1971-01-02", 5],
    ["e3", "Company", "name", "Bank \u202EdetimiL", 6],
  ]);
  const run = (text: string): Promise<number> => database.run(rawSql(text));
  await run(
    "insert into w_open.cluster values ('e1','e1',null,null), ('e2','e1','e1','rule: phone'), ('e3','e3',null,null)",
  );
  await run(
    "insert into w_open.candidate_pair values ('e1','e3',1,500,'review',[],1), ('e2','e3',1,400,'review',[],1)",
  );
  await run("insert into w_open.review values ('e1','e3',100,0,0,0,[])");
  await run("insert into w_open.payment values ('p1','p1',1,null)");
  await run("insert into held.fault values (1, 0, 7, 2, null, 'date', 'the date \"31.02.2016\" does not exist', 0, 1)");
  await run(
    "insert into w_open.finding values (unhex('aa'),'e1','Person','birthDate','1970-01-02','contradicted',1,1,false,false,1,'It cannot be true together with 1971-01-02. A person has one date of birth.'), (unhex('ab'),'e1','Person','birthDate','1971-01-02','contradicted',1,1,false,false,1,'It cannot be true together with 1970-01-02. A person has one date of birth.'), (unhex('bb'),'e1','Person','name','kim','corroborated',2,2,true,false,2,'x'), (unhex('cc'),'e3','Company','name','bank','single',1,1,true,false,2,'y')",
  );
  await run(
    "insert into w_open.finding_statement select unhex('aa'), statement_id, dataset_no, case entity_id when 'e1' then 'supports' else 'contradicts' end, null from held.statement where prop = 'birthDate'",
  );
  await run(
    "insert into w_open.finding_statement select unhex('ab'), statement_id, dataset_no, case entity_id when 'e2' then 'supports' else 'contradicts' end, null from held.statement where prop = 'birthDate'",
  );
  await run(
    "insert into w_open.finding_statement select case entity_id when 'e1' then unhex('bb') else unhex('cc') end, statement_id, dataset_no, 'supports', null from held.statement where prop = 'name'",
  );
  await run(
    "insert into w_open.flow values ('p1','e1','e3',500000000,'USD',500000000,'2016-01-01','2016-01-01',1000000,1)",
  );
  await run(
    "insert into w_open.block_set values (unhex('dd'),'{}',unhex('00'),1,4,['e3'],500000000::hugeint,100000000::hugeint,100000000::hugeint,'proved best','{}','" +
      JSON.stringify(explanation) +
      "')",
  );
  outline = await outlineBrief(reader, { title: "Harbour", currency: "USD" });
});
afterAll(() => testCase.close());

describe("a brief", () => {
  it("has a citation under every sentence and every row, and all of them exist", async () => {
    const sentences = sentencesOf(outline);
    expect(sentences.length).toBeGreaterThan(10);
    expect(sentences.filter((sentence) => sentence.cites.length === 0)).toEqual([]);
    await expect(checkOutline(reader, outline)).resolves.toBeUndefined();
  });

  it("is refused when a sentence cites nothing", async () => {
    const bare: Outline = {
      title: "x",
      sections: [
        { id: "x", title: "x", blocks: [{ kind: "paragraph", sentences: [{ text: "He fled.", cites: [] }] }] },
      ],
    };
    await expect(checkOutline(reader, bare)).rejects.toThrow(
      /every sentence cites what it rests on; this one does not: He fled\./u,
    );
  });

  it("is refused when a sentence cites what is not there", async () => {
    const wrong = (cites: Outline["sections"][number]["blocks"][number]): Outline => ({
      title: "x",
      sections: [{ id: "x", title: "x", blocks: [cites] }],
    });
    const cites = [
      { kind: "statement", id: parseStatementId("00") },
      { kind: "finding", id: parseFindingId("01") },
      { kind: "blockSet", id: "02" },
      { kind: "file", file: "h9/x.csv" },
      { kind: "fault", place: "", text: "no such fault" },
    ] as const;
    for (const cite of cites) {
      await expect(
        checkOutline(reader, wrong({ kind: "paragraph", sentences: [{ text: "He fled.", cites: [cite] }] })),
      ).rejects.toThrow(/everything cited exists; missing/u);
    }
  });

  it("carries the mark on both forms, runs nothing from the material and names no sealed source", async () => {
    const { html, markdown } = await renderBrief(reader, outline, mark);
    for (const text of [html, markdown]) {
      expect(text.split(mark).length - 1).toBeGreaterThanOrEqual(2);
      expect(text).not.toContain("Han Jae-min");
      expect(text).not.toContain("<script>alert");
      expect(text).not.toContain("\u202E");
      expect(text).toContain("⟨202E⟩");
    }
    expect(html).toContain("a protected source (informant)");
    expect(html).not.toMatch(/<script|javascript:|https?:\/\//u);
  });

  it("says what one source alone says, in words, and names the base of every percentage", async () => {
    const texts = sentencesOf(outline).map((sentence) => sentence.text);
    expect(texts.some((text) => text.includes("one source says so, and no other"))).toBe(true);
    const shares = texts.filter((text) => text.includes("%") && !text.includes("|"));
    expect(shares.length).toBeGreaterThan(0);
    expect(shares.filter((text) => !/of the [\d.,]+ (M )?USD/u.test(text))).toEqual([]);
  });

  it("gives each brief numbers of its own, from 1, and every number an entry", async () => {
    const { html } = await renderBrief(reader, outline, mark);
    const used = [...html.matchAll(/href="#c(\d+)"/gu)].map((match) => Number(match[1]));
    const entries = new Set([...html.matchAll(/id="c(\d+)"/gu)].map((match) => Number(match[1])));
    expect(Math.min(...used)).toBe(1);
    expect(used.filter((number) => !entries.has(number))).toEqual([]);
    expect(citedStatements(outline).length).toBeGreaterThan(3);
  });

  it("begins with what matters in short, and says which pairs touch the advice", () => {
    const [first] = outline.sections;
    expect(first?.id).toBe("in-short");
    const texts = sentencesOf({ title: "", sections: first ? [first] : [] }).map((sentence) => sentence.text);
    expect(texts[0]).toBe(
      "Blocking Bank \u202EdetimiL: of the 5.0 M USD that can flow from where the money starts to where it ends, 80 % is stopped at once.",
    );
    expect(texts).toContain(
      "1 pair of entities may be one and waits for a person's decision; 1 touches the advice above.",
    );
  });

  it("shows the sides of a contradiction beside each other, in one row, each with its hand-over", () => {
    const rows = outline.sections
      .flatMap((section) => (section.id === "contradictions" ? section.blocks : []))
      .flatMap((block) => (block.kind === "table" ? block.rows.map((row) => row.cells.slice(1)) : []));
    const captions = outline.sections.flatMap((section) =>
      section.id === "contradictions"
        ? section.blocks.flatMap((block) => (block.kind === "table" ? block.caption : []))
        : [],
    );
    expect(captions.at(-1)).toMatch(/: 2 values, all in 1 row$/u);
    expect(rows).toEqual([["1970-01-02 (h1, B2)", "1971-01-02 (h2, B2)", "A person has one date of birth."]]);
  });

  it("says how much of the money rests on one source", () => {
    const texts = sentencesOf(outline).map((sentence) => sentence.text);
    expect(texts.some((text) => text.includes("1 payment of it was seen, each by one source alone"))).toBe(true);
    expect(texts).toContain("h1 | a protected source (informant), B2 | 0 | 1 | 5.0 M USD");
  });

  it("writes citations that follow one another as a range", async () => {
    const many = Array.from({ length: 5 }, (_, index) => ({ kind: "fault" as const, place: "", text: `f${index}` }));
    const text = {
      title: "",
      sections: [
        { id: "", title: "", blocks: [{ kind: "paragraph" as const, sentences: [{ text: "", cites: many }] }] },
      ],
    };
    expect(citationRanges([...many.slice(0, 3), ...many.slice(4)], numberCitations(text))).toEqual([
      [1, 3],
      [5, 5],
    ]);
  });

  it("has the same bytes twice", async () => {
    const again = await outlineBrief(reader, { title: "Harbour", currency: "USD" });
    expect((await renderBrief(reader, again, mark)).html).toBe((await renderBrief(reader, outline, mark)).html);
  });
});

describe("a brief of a case that grows", () => {
  it("calls edges by the names of their ends", async () => {
    const edge = {
      findingId: parseFindingId("ef".repeat(16)),
      canonicalId: "edge-1",
      schema: "Ownership",
      prop: "owner",
      valueKey: "e3 > e1",
      verdict: "contradicted",
      rootsLeast: 1,
      rootsMost: 1,
      isNew: false,
      firstHandOver: 1,
      explanation:
        "It cannot be true together with e2.b > e1, e3 > e1 and 2 more. One account has one holder at a time.",
      statements: [],
    };
    const [said] = await sayFindings(reader, [edge as unknown as FindingLine]);
    expect([said?.who, said?.value, said?.finding.explanation]).toEqual([
      "<script>alert(1)</script> Kim",
      "Bank \u202EdetimiL",
      "It cannot be true together with e2.b, Bank \u202EdetimiL and 2 more. One account has one holder at a time.",
    ]);
    const amount = { ...edge, canonicalId: "e1", prop: "address", valueKey: "a > b" };
    const [other] = await sayFindings(reader, [
      { ...amount, explanation: "It cannot be true together with c > b." } as unknown as FindingLine,
    ]);
    expect(other?.finding.explanation).toBe("It cannot be true together with c > b.");
    const { database } = testCase.file;
    await testCase.statements("h1", [
      ["o1", "Ownership", "owner", "e3", 9],
      ["o1", "Ownership", "asset", "e1", 9],
      ["o1", "Ownership", "percentage", "60", 9],
      ["o1", "Ownership", "proof", "d1", 9],
    ]);
    await testCase.statements("h2", [
      ["o1", "Ownership", "owner", "e3", 9],
      ["o1", "Ownership", "asset", "e1", 9],
    ]);
    await database.run(
      rawSql(
        "insert into w_open.finding values (unhex('ed'),'edge-2','Ownership','percentage','60','single',1,1,false,false,1,'x')",
      ),
    );
    await database.run(
      rawSql(
        "insert into w_open.finding_statement select unhex('ed'), statement_id, dataset_no, 'supports', null from held.statement where prop = 'percentage'",
      ),
    );
    expect((await captionsOf(reader, ["edge-2"])).get("edge-2")).toBe(
      "ownership of <script>alert(1)</script> Kim by Bank \u202EdetimiL",
    );
    for (const table of ["finding", "finding_statement"])
      await database.run(rawSql(`delete from w_open.${table} where finding_id = unhex('ed')`));
  });

  it("says apart what comes from sources whose root is unknown", async () => {
    const { database } = testCase.file;
    const add = (text: string): Promise<number> => database.run(rawSql(text));
    await add("insert into w_open.payment values ('p2','p2',1,null)");
    await add(
      "insert into w_open.flow values ('p2','e1','e3',100000,'USD',100000,'2016-01-02','2016-01-02',1000000,0)",
    );
    await add(
      "insert into w_open.finding values (unhex('ee'),'e1','Person','alias','k','unknown',0,1,false,false,1,'Said by sources whose root is unknown.')",
    );
    await add(
      "insert into w_open.finding_statement select unhex('ee'), statement_id, dataset_no, 'supports', null from held.statement where prop = 'name' and entity_id = 'e1'",
    );
    const told = sentencesOf(await outlineBrief(reader, { title: "Harbour", currency: "USD" })).map(({ text }) => text);
    expect(told.find((text) => text.includes("payments of it were seen"))).toContain(
      "2 payments of it were seen: 1 by one source alone and 1 by sources whose root is unknown",
    );
    expect(told).toContain(
      "1 value comes from sources of which the case cannot tell on whose word they rest: they corroborate nothing, and may be one word told again. 1 payment worth 1,000.00 USD is among them.",
    );
    expect(told).toContain("h1 | a protected source (informant), B2 | 0 | 1 | 5.0 M USD");
    await add("delete from w_open.flow where payment_id = 'p2'");
    await add("delete from w_open.payment where payment_id = 'p2'");
    await add("delete from w_open.finding where finding_id = unhex('ee')");
    await add("delete from w_open.finding_statement where finding_id = unhex('ee')");
  });
});
