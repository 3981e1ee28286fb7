import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { views } from "../../src/casefile/index.ts";
import { contract, type Contract, type RouteSchema } from "../../src/server/contract/index.ts";
import { knownOf, routeCalls, type Known } from "./support/route-calls.ts";
import { canary, serveSmallCase, type Json, type ServedCase } from "./support/served-case.ts";

const report = `<!doctype html><title>Attache is gone from Lisbon | Strait Post</title>
<meta property="article:published_time" content="2016-05-20"><h1>Attache is gone from Lisbon</h1>
<p>Colonel Orlo Vintar, 51, defected in Lisbon on 12 May 2016, a diplomat told the Strait Post.</p>
<p>Vintar took a train from Porto at 6 a.m. on 11 May 2016, the diplomat said.</p>
<p>Vintar fled to Lisbon with papers of Azure Harbor Ltd on 12 May 2016, the diplomat said.</p>`;
const harbour = `<!doctype html><title>A bank in the east</title>
<p>The ledgers show that Azure Harbor Ltd paid East Bridge Bank twice, a clerk said.</p>`;
/** A name and a country join nobody: a pair to review. */
const clerks = {
  "h3/clerks.csv": "name,birthDate,country\nVasily Kordunov,1970-02-03,ru\n",
  "h5/clerks.csv": "name,birthDate,country\nVasili Kordunov,,ru\n",
};
/** What nobody may be told of the man in flight. */
const closer = /Lisbon|Porto|2016-05-1[0-9]|1[12] May|6 a\.m/iu;

let served: ServedCase;
let known: Known;
const answers: string[] = [];

beforeAll(async () => {
  served = await serveSmallCase({ files: { "h3/flight.html": report, "h3/harbour.html": harbour, ...clerks } });
  known = await knownOf(served);
});
afterAll(() => served.end());

/** What of an answer its schema did not read, since it does not name it. */
function leftOut(answer: Json, read: Json, path = ""): string[] {
  if (answer === null || typeof answer !== "object") return [];
  return Object.keys(answer).flatMap((key) =>
    read?.[key] === undefined ? [`${path}.${key}`] : leftOut(answer[key], read[key], `${path}.${key}`),
  );
}

/** What an answer holds, each event of a stream for itself. */
const held = ({ isStream }: RouteSchema, text: string): Json[] =>
  isStream ? [...text.matchAll(/^data: (.*)$/gmu)].map(([, data = ""]) => JSON.parse(data)) : [JSON.parse(text)];

describe("each route of the contract", () => {
  it("is asked", () => expect(Object.keys(routeCalls).toSorted()).toEqual(Object.keys(contract).toSorted()));

  for (const [key, callsOf] of Object.entries(routeCalls))
    it(`${key} answers what the contract says, and nothing else`, async () => {
      const [method = ""] = key.split(" ");
      const schema: RouteSchema = contract[key as keyof Contract];
      const asked = await callsOf(known);
      expect(asked.length).toBeGreaterThan(0);
      for (const [path, body] of asked) {
        const answer = await served.ask(method, path, body);
        answers.push(`${path} ${answer.text}`);
        expect([answer.status, path, answer.text.slice(0, answer.status === 200 ? 0 : 300)]).toEqual([200, path, ""]);
        expect(held(schema, answer.text).length).toBeGreaterThan(0);
        for (const each of held(schema, answer.text)) {
          const read = schema.answer.safeParse(each);
          expect(read.success ? [] : read.error.issues.slice(0, 3)).toEqual([]);
          expect(leftOut(each, read.data)).toEqual([]);
        }
      }
    });
});

describe("evidence", () => {
  it("shows the cell with its row and header, and that the place was read again", async () => {
    const { view } = await served.json("POST", "/api/views", {
      list: "findings",
      filter: "kind:contradicted property:amount",
    });
    const { statements, tree, finding } = await served.json("GET", `/api/findings/${view.first.rows[0].id}`);
    expect(finding.state).toBe("contradicted");
    expect(statements.map(({ stance }: Json) => stance).toSorted()).toContain("contradicts");
    expect(tree.sentence).toBe("One telling, one source; against it one telling, one source");
    const shown = await served.json(
      "GET",
      `/api/places?at=${encodeURIComponent(statements[0].place)}&statement=${statements[0].id}`,
    );
    expect(shown.check).toEqual({ agrees: true, words: "read again: the file and the quoted text agree" });
    expect(shown.excerpt.columns.map(({ name }: Json) => name)).toContain("amount");
    expect(shown.excerpt.rows.some(({ row }: Json) => row === shown.excerpt.focus.row)).toBe(true);
  });

  it("counts two tellings of two sources as two", async () => {
    const { view } = await served.json("POST", "/api/views", { list: "findings", filter: "kind:corroborated" });
    const { tree } = await served.json("GET", `/api/findings/${view.first.rows[0].id}`);
    expect(tree.sentence).toBe("Two tellings, two sources");
    expect(tree.roots.map(({ counts, isKnown }: Json) => [counts, isKnown])).toEqual([
      [true, true],
      [true, true],
    ]);
  });

  it("a quote that stands elsewhere is moved or changed", async () => {
    const { view } = await served.json("POST", "/api/views", {
      list: "statements",
      of: known.entity,
      filter: "property:name",
    });
    const [{ id: statement }] = view.first.rows;
    const { check } = await served.json(
      "GET",
      `/api/places?at=${encodeURIComponent("h1/ledger.csv#E2")}&statement=${statement}`,
    );
    expect(check.agrees).toBe(false);
    expect(check.words).toMatch(/^moved or changed: the place does not hold the quoted text/u);
  });
});

describe("a decision", () => {
  it("that was taken back is taken again as a later one, with what it put right, and once", async () => {
    const { claims } = await served.json("GET", "/api/ledger/claims");
    const path = `/api/ledger/claims/${claims[0].claimId}/decision`;
    const body = { decision: "accept", set: "modality=hedged", reason: "as it is printed" };
    const { judgementNo: first } = await served.json("POST", path, body);
    const refused = await served.ask("POST", "/api/decisions/redo", { judgementNo: first });
    expect([refused.status, refused.text]).toEqual([
      400,
      expect.stringContaining(`decision ${first} was not taken back`),
    ]);
    await served.json("POST", "/api/decisions/undo", { judgementNo: first });
    const { judgementNo } = await served.json("POST", "/api/decisions/redo", { judgementNo: first });
    const [latest] = await views.judgementLines(served.open);
    expect(latest).toMatchObject({ judgementNo, decision: "accept", edits: { modality: "hedged" }, actor: "lee" });
    expect(latest?.reasons).toEqual([`takes decision ${first} again`, "as it is printed"]);
    const { undone } = await served.json("POST", "/api/decisions/undo", {});
    expect(undone.judgementNo).toBe(judgementNo);
  });
});

describe("a search", () => {
  it("finds a name by the spellings of its script, and says by which", async () => {
    const { groups } = await served.json("GET", "/api/search?q=ri%20chol");
    const [entities] = groups;
    expect(entities.kind).toBe("entities");
    expect(entities.hits.length).toBeGreaterThan(0);
    const { groups: korean } = await served.json("GET", `/api/search?q=${encodeURIComponent("리철")}`);
    expect(korean[0].hits.map(({ id }: Json) => id)).toContain(entities.hits[0].id);
  });
  it("says how far it looked where nothing was found", async () => {
    const { groups, searched } = await served.json("GET", "/api/search?q=zzzzqq");
    expect(groups).toEqual([]);
    expect(searched).toMatch(/names, spellings and numbers of \d+ entities, 8 files, \d+ findings$/u);
  });
});

describe("names of the case in documents", () => {
  const mentions = (): Promise<Json> => served.json("GET", "/api/review/mentions");

  it("wait in their passages beside what is held of the entity, none where somebody flees", async () => {
    const { waiting, mentions: shown, skipped } = await mentions();
    // Of the other the routes above have decided that nobody can say.
    expect([waiting, shown.map(({ written }: Json) => written)]).toEqual([1, ["Azure Harbor"]]);
    expect(skipped).toContainEqual({ sentence: "in passages that tell of somebody in flight", names: 0, places: 1 });
    const [{ around, caption, why, values, place, canonicalId }] = shown;
    expect(around).toEqual({
      before: "The ledgers show that ",
      after: " Ltd paid East Bridge Bank twice, a clerk said.",
    });
    expect([caption, place]).toEqual(["Azure Harbor Ltd", "h3/harbour.html#paragraph 2"]);
    expect([why.length > 0, values.some(({ prop }: Json) => prop === "name")]).toEqual([true, true]);
    const { count, mentions: own } = await served.json("GET", `/api/entities/${canonicalId}/mentions`);
    expect([count, own[0].around]).toEqual([1, around]);
  });

  it("leave the list when somebody decides, and come back when that is taken back", async () => {
    const { mentions: before } = await mentions();
    const path = `/api/review/mentions/${before[0].mentionId}/decision`;
    for (const decision of ["accept", "unsure"]) {
      const { judgementNo } = await served.json("POST", path, { decision });
      expect((await mentions()).waiting).toBe(0);
      await served.json("POST", "/api/decisions/undo", { judgementNo });
      expect((await mentions()).mentions).toEqual(before);
    }
    const other = await served.ask("POST", "/api/review/mentions/abc/decision", { decision: "accept" });
    expect([other.status, other.text]).toEqual([400, expect.stringContaining('there is no mention \\"abc\\"')]);
    const named = await served.ask("POST", path, { decision: "reject", reason: `as ${canary.label} said` });
    expect([named.status, named.text.includes("Velasquez")]).toEqual([400, false]);
    expect((await mentions()).waiting).toBe(1);
  });
});

describe("what is protected", () => {
  it("a sealed source's name and file stand in no answer", () => {
    expect(answers.length).toBeGreaterThan(Object.keys(contract).length);
    for (const text of answers) expect(text).not.toMatch(new RegExp(`Nightjar|${canary.label}|velasquez`, "iu"));
  });

  it("a closed contact of a phone stands in no list and no search", async () => {
    for (const list of ["findings", "entities", "payments"]) {
      const { view } = await served.json("POST", "/api/views", { list, filter: "kestrel" });
      expect(view.count).toBe(0);
    }
    expect((await served.json("GET", "/api/search?q=kestrel")).groups).toEqual([]);
    for (const text of answers) expect(text).not.toContain("Kestrel Contact");
  });

  it("of somebody in flight every answer tells the country and the month at most", async () => {
    const asked = async (method: string, path: string, body?: unknown): Promise<Json> => {
      const answer = await served.json(method, path, body);
      answers.push(`${path} ${JSON.stringify(answer)}`);
      return answer;
    };
    const place = await asked("GET", `/api/place?at=${encodeURIComponent("h3/flight.html")}`);
    const rows = await asked("GET", `/api/files/${place.fileNo}/parts/${place.part}/rows?from=1&to=50`);
    const told = rows.rows.map(({ cells }: Json) => cells[0]).join("\n");
    expect(told).toContain("Colonel Orlo Vintar, […] defected in [Portugal] [May 2016]");
    for (const { row } of rows.rows)
      await asked("GET", `/api/places?at=${encodeURIComponent(`h3/flight.html#paragraph ${row}`)}`);
    // What is not told is not found either; the answer repeats the asker's own words, so it is looked at alone.
    const sought = await served.json("POST", "/api/views", { list: "findings", filter: "Lisbon" });
    expect(sought.view.count).toBe(0);
    for (const words of ["Attache", "Vintar"]) await asked("GET", `/api/search?q=${words}`);
    for (const filter of ["gone", "Attache"]) {
      const { view } = await asked("POST", "/api/views", { list: "findings", filter });
      for (const { id } of view.first.rows) await asked("GET", `/api/findings/${id}`);
    }
    const { view } = await served.json("POST", "/api/views", { list: "entities" });
    for (const { id } of view.first.rows) {
      const answer = await served.ask("GET", `/api/entities/${encodeURIComponent(id)}`);
      answers.push(`${id} ${answer.text}`);
      const named = await served.ask("GET", `/api/entities/${encodeURIComponent(id)}/mentions`);
      answers.push(`${id} ${named.text}`);
    }
    const [leftId, rightId] = known.pair;
    const reason = "Vintar was in Lisbon on 12 May 2016";
    await served.json("POST", "/api/decisions", { leftId, rightId, decision: "unsure", reason });
    await asked("GET", "/api/decisions");
    await asked("POST", "/api/decisions/undo", {});
    expect(answers.filter((answer) => closer.test(answer)).map((answer) => answer.slice(0, 400))).toEqual([]);
  });
});
