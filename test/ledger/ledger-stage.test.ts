import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ledgerStage } from "../../src/ledger/index.ts";
import { boolean, integer, sql, text, textList } from "../../src/store/index.ts";
import { openTestCase, type TestCase } from "../support/case.ts";
import { flight, holdDocument, others, seizure } from "./support/hold-document.ts";

let made: TestCase;
beforeEach(async () => {
  made = await openTestCase();
  await made.dataset("h1");
});
afterEach(() => made.close());

const hold = async (...reports: Parameters<typeof holdDocument>[2][]): Promise<void> => {
  for (const report of reports) await holdDocument(made, "h1", report);
  await made.run(ledgerStage);
};

const claims = () =>
  made.rows(
    `select entity_id as document, row_no as "row", char_from as "from", char_to as "to", quote, speaker, modality, status,
      hex(claim_id) as id from w_open.claim order by entity_id, claim_no`,
    {
      document: text,
      row: integer,
      from: integer,
      to: integer,
      quote: text,
      speaker: text,
      modality: text,
      status: text,
      id: text,
    },
  );

/** Writes a decision on a claim as `review` does. */
const judge = async (number: number, id: string, decision: string, edits: object | null = null): Promise<void> => {
  await made.file.commitBatch({ kind: "judgement", content: String(number), actor: "lee" }, async (batch) =>
    made.file.database
      .run(sql`insert into held.judgement values (${number}, 'claim', ${id}, ${id}, ${decision}, '[]', null,
      'lee', timestamp '2020-01-02', ${batch}, ${edits && JSON.stringify(edits)}::json)`),
  );
};

describe("claims of documents", () => {
  it("stand at their place in the passage that holds them", async () => {
    await hold(...seizure);
    const passages = await made.rows(`select entity_id as document, row_no as "row", text from held.passage`, {
      document: text,
      row: integer,
      text,
    });
    const all = await claims();
    expect(all.length).toBeGreaterThan(5);
    for (const { document, row, from, to, quote } of all)
      expect(passages.find((each) => each.document === document && each.row === row)?.text.slice(from, to)).toBe(quote);
  });

  it("carry speaker and modality, and are proposals", async () => {
    await hold(...seizure);
    const all = await claims();
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set(["proposed"]));
    expect(all.find(({ modality }) => modality === "denied")?.speaker).toContain("Dex Haulage");
    expect(all.find(({ modality }) => modality === "cannot-confirm")?.speaker).toMatch(/port authority/iu);
  });

  it("of passages in a language that is not read are none, and the passages are counted", async () => {
    await hold({
      id: "de",
      lang: "deu",
      outlet: "Hafenblatt",
      paragraphs: ["Der Zoll hat am Dienstag nach eigenen Angaben 14 Kisten mit Pumpen beschlagnahmt."],
    });
    expect(await claims()).toEqual([]);
    expect(
      await made.rows(`select passages, unread, unread_languages as languages from w_open.ledger_document`, {
        passages: integer,
        unread: integer,
        languages: textList,
      }),
    ).toEqual([{ passages: 0, unread: 1, languages: ["German"] }]);
  });

  it("of lines broken at a width are those of the paragraph", async () => {
    const broken = [
      "The mayor of the town said on Tuesday that the bridge would stay",
      "closed until the end of the month, and that nobody had been hurt",
      "when a lorry with 14 crates of pumps broke through the railing of",
      "the upper deck.",
    ];
    await hold({ id: "mail", day: "2016-03-10", paragraphs: broken });
    const all = await claims();
    expect(all.some(({ quote }) => quote.includes("would stay closed"))).toBe(true);
  });

  it("are the same when the stage runs again, from the reading that it kept", async () => {
    await hold(...seizure);
    const first = await claims();
    await made.run(ledgerStage);
    expect(await claims()).toEqual(first);
  });
});

describe("a decision on a claim", () => {
  it("holds over a new run, with what it put right", async () => {
    await hold(...seizure);
    const [first, second] = await claims();
    await judge(1, first?.id.toLowerCase() ?? "", "accept", { speaker: "Ann Lee", modality: "hedged" });
    await judge(2, second?.id.toLowerCase() ?? "", "reject");
    await made.run(ledgerStage);
    const [accepted, rejected, other] = await claims();
    expect([accepted?.status, accepted?.speaker, accepted?.modality]).toEqual(["confirmed", "Ann Lee", "hedged"]);
    expect([rejected?.status, other?.status]).toEqual(["rejected", "proposed"]);
    await judge(3, first?.id.toLowerCase() ?? "", "none");
    await made.run(ledgerStage);
    expect((await claims())[0]).toEqual(first);
  });

  it("is asked again once the document's text is another", async () => {
    await hold(...seizure);
    const [first] = await claims();
    await judge(1, first?.id.toLowerCase() ?? "", "accept");
    await made.file.database.run(sql`update held.passage set text = text || ' No more is known.' where row_no = 3`);
    await made.run(ledgerStage);
    expect((await claims())[0]?.status).toBe("proposed");
  });

  it("makes events of confirmed claims alone beside those of all", async () => {
    await hold(...seizure);
    const confirmed = async () =>
      made.rows(`select count(*) filter (where is_confirmed) as confirmed, count(*) as all from w_open.event`, {
        confirmed: integer,
        all: integer,
      });
    expect((await confirmed())[0]?.confirmed).toBe(0);
    const seized = (await claims()).find(({ quote }) => quote.includes("seized 14 crates"));
    await judge(1, seized?.id.toLowerCase() ?? "", "accept");
    await made.run(ledgerStage);
    expect((await confirmed())[0]?.confirmed).toBe(1);
  });
});

describe("people in flight", () => {
  const derived = ["ledger_document", "claim", "claim_source", "event", "event_root", "contradiction", "drift"];

  it("have a country and a month in every table that a view reads", async () => {
    await hold(flight);
    for (const table of derived) {
      const told = (
        await made.rows(`select string_agg(t::varchar, ' | ' order by t::varchar) as told from w_open.${table} as t`, {
          told: (value) => String(value ?? ""),
        })
      )[0]?.told;
      expect(told).not.toMatch(/Lisbon|Porto|2016-05-1[12]|12 May|11 May|6 a\.m/u);
    }
    const guarded = await made.rows(
      `select quote, date_from as "from", date_precision as precision, is_guarded as guarded from w_open.claim where quote like '%efected%'`,
      { quote: text, from: text, precision: text, guarded: boolean },
    );
    expect(guarded[0]).toEqual({
      quote: "Colonel Orlo Vintar, […] defected in [Portugal] [May 2016]",
      from: "2016-05-01",
      precision: "month",
      guarded: true,
    });
  });

  it("are known by name in other documents, and what is told of others is left as it is", async () => {
    await hold(flight, others);
    const quotes = (await claims()).map(({ quote }) => quote);
    expect(quotes.find((quote) => quote.includes("lorries"))).toContain("near Tarifa on 3 May 2016");
    expect(quotes.find((quote) => quote.includes("Vintar had"))).toBe("Mr Vintar had […] in [a place] [May 2016]");
  });
});
