import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { crosscheckStage, findCopyGroups } from "../../src/crosscheck/index.ts";
import { integer, nullable, sql, text } from "../../src/store/index.ts";
import { openTestCase, type Literal, type TestCase } from "../support/case.ts";

let testCase: TestCase;
beforeEach(async () => {
  testCase = await openTestCase();
});
afterEach(() => testCase.close());

/** What a source says of 40 items: the truth, but for every `every`-th item from `shift` on its own slip. */
const telling = (every: number, shift: number): string[] =>
  Array.from({ length: 40 }, (_, item) => ((item + shift) % every === 0 ? `${item}-${every}-${shift}` : `${item}`));

async function groupsOf(tellings: readonly (readonly string[])[]): Promise<(readonly number[])[]> {
  const { database } = testCase.file;
  const said = await database.temporary("said", "item varchar, source_no integer, form varchar");
  const rows = tellings.flatMap((forms, source) => forms.map((form, item) => ({ item: `i${item}`, source, form })));
  await database.append(said, {
    item: rows.map(({ item }) => item),
    source_no: rows.map(({ source }) => source),
    form: rows.map(({ form }) => form),
  });
  return (await findCopyGroups(database, said)).map(({ members }) => members);
}

const honest = [telling(7, 0), telling(7, 1), telling(7, 2), telling(7, 3), telling(7, 4)];

describe("copies among many sources", () => {
  it("share the values that few give", async () =>
    expect(await groupsOf([...honest, telling(4, 0), telling(4, 0)])).toEqual([[5, 6]]));
  it("are two groups if two were copied", async () =>
    expect(await groupsOf([...honest, telling(4, 0), telling(4, 1), telling(4, 0), telling(4, 1)])).toEqual([
      [5, 7],
      [6, 8],
    ]));
  it("are not sources that agree on what most say", async () =>
    expect(await groupsOf([...honest, telling(50, 45), telling(50, 45)])).toEqual([]));
  it("are not sources of which one has slips of its own beside the shared ones", async () =>
    expect(
      await groupsOf([...honest, telling(4, 0), telling(4, 0).map((form, item) => (item === 1 ? "other" : form))]),
    ).toEqual([]));
  it("do not show among five", async () =>
    expect(await groupsOf([...honest.slice(0, 3), telling(4, 0), telling(4, 0)])).toEqual([]));
});

describe("hand-overs that copy among many", () => {
  async function addBook(name: string, amounts: readonly string[]): Promise<void> {
    await testCase.dataset(name, { firstHand: true });
    const payer: Literal = [`${name}-payer`, "Company", "name", "Harbour Bright Trading Ltd"];
    const payments = amounts.flatMap((amount, index): Literal[] => [
      [`${name}-${index}`, "Payment", "payer", `${name}-payer`, 2 + index],
      [`${name}-${index}`, "Payment", "amount", amount.replaceAll("-", "1"), 2 + index],
      [`${name}-${index}`, "Payment", "currency", "USD", 2 + index],
    ]);
    await testCase.statements(name, [payer, ...payments]);
    const { database } = testCase.file;
    await database.run(sql`insert into w_open.cluster values (${`${name}-payer`}, 'company', null, null)`);
    await database.run(sql`insert into w_open.payment select distinct 't' || split_part(entity_id, '-', 2), entity_id, dataset_no, null
      from held.statement where prop = 'amount' and starts_with(entity_id, ${`${name}-`})`);
  }

  /** Every line of the root table: "dataset: root (basis)". */
  async function roots(): Promise<string[]> {
    await testCase.run(crosscheckStage);
    const rows = await testCase.rows(
      `select dataset || ': ' || coalesce(root_id, '-') || ' (' || basis || ')' as line
       from w_open.root join held.dataset using (dataset_no) order by dataset_no, row_from nulls first`,
      { line: text },
    );
    return rows.map(({ line }) => line);
  }

  const openMany = async (): Promise<void> => {
    for (const [index, amounts] of honest.entries()) await addBook(`h${index + 1}`, amounts);
    await addBook("h6", telling(4, 0));
    await addBook("h7", telling(4, 0));
  };

  it("have one root, that of the first", async () => {
    await openMany();
    expect(await roots()).toEqual([
      ...["h1", "h2", "h3", "h4", "h5", "h6"].map((name) => `${name}: ${name}-source (declared first-hand)`),
      "h7: h6-source (copies with h6-source: 10 of 10 values that few others give are the same)",
    ]);
    const [most] = await testCase.rows("select max(roots_least) as roots from w_open.finding where prop = 'amount'", {
      roots: nullable(integer),
    });
    expect(most).toEqual({ roots: 6 });
  });

  it("stay apart once a person judged that neither copies", async () => {
    await openMany();
    await testCase.judge("root", "h6", "h7", "different");
    expect((await roots()).at(-1)).toBe("h7: h7-source (declared first-hand)");
  });
});
