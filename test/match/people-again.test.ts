import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { matchStage } from "../../src/match/index.ts";
import { text } from "../../src/store/index.ts";
import { openTestCase, type Literal, type TestCase } from "../support/case.ts";

let testCase: TestCase;
beforeEach(async () => {
  testCase = await openTestCase();
  for (const name of ["h1", "h2", "h3"]) await testCase.dataset(name);
});
afterEach(() => testCase.close());

/** Runs the stage; the pairs that it joins. */
async function joined(): Promise<string[]> {
  await testCase.run(matchStage);
  const rows = await testCase.rows(
    "select left_id || ' ' || right_id as pair from w_open.candidate_pair where verdict = 'join' order by 1",
    { pair: text },
  );
  return rows.map(({ pair }) => pair);
}

const person = (id: string, name: string, more: Readonly<Record<string, string>> = {}): Literal[] =>
  Object.entries({ name, ...more }).map(([prop, value]): Literal => [id, "Person", prop, value]);

const director = (id: string, director: string, organization: string): Literal[] => [
  [id, "Directorship", "director", director],
  [id, "Directorship", "organization", organization],
];

describe("a person with a wrong birth date", () => {
  const house = { address: "118 Kwangbok Street, Pyongyang" };
  it("is joined by his paper, though a third of his name and house has the other date", async () => {
    const paper = { ...house, passportNumber: "745508213" };
    await testCase.statements("h1", person("a", "Ri Mi Hong", { ...paper, birthDate: "1959-03-01" }));
    await testCase.statements("h2", [
      ...person("b", "Ri Mi Hong", { ...paper, birthDate: "1961-02-18" }),
      ...person("c", "Ri Mi Hong", { ...house, birthDate: "1961-02-18" }),
    ]);
    expect(await joined()).toEqual(["a b", "a c", "b c"]);
  });
  it("is joined by his house where his name is the same in full, whoever else fits", async () => {
    await testCase.statements("h1", person("a", "Ri Mi Hong", { ...house, birthDate: "1959-03-01" }));
    await testCase.statements("h2", person("b", "Ri Mi Hong", { ...house, birthDate: "1961-02-18" }));
    await testCase.statements("h3", person("c", "Ri Mi Hong", { birthDate: "1961-02-18" }));
    expect(await joined()).toEqual(["a b", "b c"]);
  });
  it("stays open by his house where his name is merely another spelling", async () => {
    await testCase.statements("h1", person("a", "Ri Mi Hong", { ...house, birthDate: "1959-03-01" }));
    await testCase.statements("h2", person("b", "리미홍", { ...house, birthDate: "1961-02-18" }));
    expect(await joined()).toEqual([]);
  });
  it("is joined by his house and a date one digit off, though a third has that digit too", async () => {
    const third = { ...house, passportNumber: "745508213", birthDate: "1963" };
    await testCase.statements("h1", person("a", "리미홍", { ...house, birthDate: "1953-07-24" }));
    await testCase.statements("h2", person("b", "Ri Mi Hong", third));
    await testCase.statements("h3", person("c", "Ri Mi-hong", { ...third, birthDate: "1963-07-24" }));
    expect(await joined()).toEqual(["a c", "b c"]);
  });
  it("is found under half a name by his house and the date with day and month in each other's place", async () => {
    await testCase.statements("h1", person("a", "Ryu Min-sik", { ...house, birthDate: "1988-11-05" }));
    await testCase.statements("h2", person("b", "Minsik", { ...house, birthDate: "1988-05-11" }));
    expect(await joined()).toEqual(["a b"]);
  });
  it("is joined by his paper where his name is cut short, and not where it is another", async () => {
    const paper = { passportNumber: "745508213" };
    await testCase.statements("h1", person("a", "리미", { ...paper, birthDate: "1959-03-01" }));
    await testCase.statements("h2", person("b", "Ri Mi Hong", { ...paper, ...house, birthDate: "1961-02-18" }));
    await testCase.statements("h3", person("c", "Pak Tong Chol", { ...paper, birthDate: "1972-11-30" }));
    expect(await joined()).toEqual(["a b"]);
  });
});

describe("a director under several spellings", () => {
  const firm = (id: string): Literal[] => [
    [id, "Company", "name", "Triple River Machinery Ltd"],
    [id, "Company", "registrationNumber", "6336273"],
  ];
  const spellings = async (): Promise<void> => {
    await testCase.statements("h1", [...person("a", "리종욱"), ...firm("f1"), ...director("d1", "a", "f1")]);
    await testCase.statements("h2", [
      ...person("b", "R. Chonguk", { passportNumber: "654570667", birthDate: "1958-12-10" }),
      ...firm("f2"),
      ...director("d2", "b", "f2"),
      ...person("c", "Ri Chong-uk", { passportNumber: "654570667", birthDate: "1958-12-10" }),
    ]);
  };
  it("is known by the firm of one and the name of another, citing both", async () => {
    await spellings();
    expect(await joined()).toEqual(["a c", "b c", "f1 f2"]);
    const [reason] = await testCase.rows(
      `select s.entity_id as id from w_open.candidate_pair as pair, unnest(pair.reasons) as t(reason)
       join held.statement as s on s.statement_id = reason.right_statement
       where left_id = 'a' and right_id = 'c' and reason.comparison = 'same-organization'`,
      { id: text },
    );
    expect(reason).toEqual({ id: "d2" });
  });
  it("is two where the firm is another one", async () => {
    await spellings();
    await testCase.statements("h3", [
      ...person("e", "Ri Chong Uk"),
      ["f3", "Company", "name", "Noble Link Fisheries"],
      ...director("d3", "e", "f3"),
    ]);
    expect((await joined()).filter((pair) => pair.includes("e"))).toEqual([]);
  });
});

it("joins firms of two names by a number that one book calls an identity number and another a registration", async () => {
  const firm = (id: string, name: string, prop: string): Literal[] => [
    [id, "Company", "name", name],
    [id, "Company", prop, "40524298964"],
    [id, "Company", "phone", "+37126918692"],
  ];
  await testCase.statements("h1", firm("a", "WHITE LAKE TRADING LTD", "idNumber"));
  await testCase.statements("h2", firm("b", "Amur Bay Textile Ltd", "registrationNumber"));
  expect(await joined()).toEqual(["a b"]);
});

it("joins firms of one name and another founding date where a telephone's end and an office agree, not by the office alone", async () => {
  const firm = (id: string, name: string, phone: string, founded: string): Literal[] => [
    [id, "Company", "name", name],
    [id, "Company", "incorporationDate", founded],
    [id, "Company", "address", "92 ul. Svetlanskaya, Vladivostok"],
    [id, "Company", "phone", phone],
  ];
  await testCase.statements("h1", [
    ...firm("a", "Triple Garden Fisheries LLC", "+869024470202", "2010-07-08"),
    ...firm("c", "Northern Lotus Catering Ltd", "+79147065512", "2001-02-13"),
  ]);
  await testCase.statements("h2", [
    ...firm("b", "TripleGarden Fisheries LLC", "+79024470202", "2016-09-26"),
    ...firm("d", "Northern Lotus Catering LLC", "+79241180377", "2016-05-30"),
  ]);
  expect(await joined()).toEqual(["a b"]);
});
