import { describe, expect, it } from "vitest";
import { type Answer, type Scores, scoreAnswer } from "../../examples/harbour/score.ts";
import type { Truth } from "../../examples/harbour/truth.ts";
import { cellAt, harbour, perfectAnswer } from "./harbour-case.ts";

const degraded = async (change: (answer: Answer, truth: Truth) => Partial<Answer>): Promise<Scores> => {
  const { truth } = await harbour(1, 1);
  const answer = perfectAnswer(truth);
  return scoreAnswer(truth, { ...answer, ...change(answer, truth) });
};

describe("a perfect answer", () => {
  it("scores one everywhere", async () => {
    const { truth } = await harbour(1, 1);
    const scores = scoreAnswer(truth, perfectAnswer(truth));
    const one = { precision: 1, recall: 1, f1: 1 };
    expect(scores.people.pairwise).toEqual(one);
    expect(scores.companies.pairwise).toEqual(one);
    expect(scores.parties.bCubed.f1).toBeCloseTo(1, 12);
    expect(scores.accounts.pairwise).toEqual(one);
    expect(scores.joinsOfPeople.precision).toBe(1);
    expect(scores.joinsOfPeople.joins).toBeGreaterThan(100);
    expect(scores.payments.pairwise).toEqual(one);
    expect(scores.payments.invented).toBe(0);
    expect(scores.contradictions.all).toEqual(one);
    expect(scores.contradictions.plantedRecall).toBe(1);
    expect(scores.roots.copiesCaught).toBe(1);
    expect(scores.roots.honestKept).toBe(1);
    expect(scores.coverage.covered).toBe(scores.coverage.cells);
    expect(scores.blockSets).toEqual({ asked: 12, best: 12 });
  });
});

describe("a worse answer scores worse", () => {
  it("when nobody is joined", async () => {
    const { people } = await degraded(() => ({ clusters: [] }));
    expect(people.pairwise).toEqual({ precision: 1, recall: 0, f1: 0 });
    expect(people.answered).toBe(0);
    expect(people.bCubed.precision).toBe(1);
    expect(people.bCubed.recall).toBeLessThan(0.2);
  });
  it("when everybody is one", async () => {
    const { people } = await degraded(({ clusters }) => ({
      clusters: clusters.map((one) => ({ ...one, cluster: "all" })),
    }));
    expect(people.pairwise.recall).toBe(1);
    expect(people.pairwise.precision).toBeLessThan(0.1);
  });
  it("when homonyms are joined", async () => {
    const { joinsOfPeople } = await degraded(({ joinsOfPeople: joins }, truth) => {
      const [one, other] = truth.traps.find(({ kind }) => kind === "homonyms")?.entities ?? [];
      const spot = (entity: string | undefined): Answer["joinsOfPeople"][number]["left"][] =>
        truth.tables.flatMap(({ file, part, mentions }) =>
          mentions.flatMap(([row, , role, own]) => (own === entity ? [{ file, part, row, role }] : [])),
        );
      const [left] = spot(one);
      const [right] = spot(other);
      return { joinsOfPeople: left === undefined || right === undefined ? [] : [...joins, { left, right }] };
    });
    expect(joinsOfPeople.homonymsJoined).toBe(1);
    expect(joinsOfPeople.precision).toBeLessThan(1);
  });
  it("when each row is a payment of its own", async () => {
    const { payments } = await degraded(({ payments: told }) => ({
      payments: told.map((one, index) => ({ ...one, payment: `own ${index}` })),
    }));
    expect(payments.pairwise.f1).toBe(0);
  });
  it("when a subtotal is called a payment", async () => {
    const { payments } = await degraded(({ payments: told }) => ({
      payments: [...told, { file: "h1-workbook/accounts-2016-2018.xlsx", part: "2016", row: 1, payment: "title" }],
    }));
    expect(payments.invented).toBe(1);
    expect(payments.pairwise.f1).toBe(1);
  });
  it("when traps are called contradictions", async () => {
    const { contradictions } = await degraded(({ contradictions: found }, truth) => ({
      contradictions: [
        ...found,
        ...truth.traps
          .filter(({ kind }) => kind === "brothers")
          .map(({ places }) => ({ places: places.slice(0, 2).map((place) => cellAt(truth, place)) })),
      ],
    }));
    expect(contradictions.all.recall).toBe(1);
    expect(contradictions.all.precision).toBeLessThan(1);
    expect(contradictions.trapsByKind).toEqual({ brothers: 4 });
  });
  it("when half of the contradictions are missed", async () => {
    const { contradictions } = await degraded(({ contradictions: found }) => ({
      contradictions: found.filter((_, index) => index % 2 === 0),
    }));
    expect(contradictions.all.recall).toBeCloseTo(0.5, 1);
    expect(contradictions.all.precision).toBe(1);
  });
  it("when the informer counts as a root of his own", async () => {
    const { roots } = await degraded(({ roots: own }) => ({
      roots: own.map((run) => (run.file.startsWith("h5-") ? { ...run, root: "h5-list" } : run)),
    }));
    expect(roots.copiesCaught).toBe(0);
    expect(roots.honestKept).toBe(1);
  });
  it("when nothing counts as independent", async () => {
    const { roots } = await degraded(({ roots: own }) => ({ roots: own.map((run) => ({ ...run, root: null })) }));
    expect(roots.copiesCaught).toBe(1);
    expect(roots.honestKept).toBe(0);
  });
  it("when a file is left out", async () => {
    const { coverage } = await degraded(({ cells }) => ({
      cells: cells.filter(({ file }) => file !== "h3-phone/mmssms.db"),
    }));
    expect(Object.keys(coverage.missingByTable)).toEqual(["h3-phone/mmssms.db#sms"]);
    expect(coverage.covered).toBeLessThan(coverage.cells);
  });
  it("when the strongest are blocked", async () => {
    const { blockSets } = await degraded((_, truth) => ({
      blockSets: truth.blockSets.flatMap(({ id, best }) =>
        best.map(({ budget, byStrength }) => ({ question: id, budget, members: byStrength.members })),
      ),
    }));
    expect(blockSets.best).toBeLessThan(blockSets.asked / 2);
  });
  it("when nobody is blocked, but where nothing can be stranded", async () => {
    const { truth } = await harbour(1, 1);
    const stranding = (quarters: number): Truth => ({
      ...truth,
      blockSets: truth.blockSets.map((question) => ({
        ...question,
        best: question.best.map((best) => ({ ...best, strandedQuarters: quarters })),
      })),
    });
    const nobody = truth.blockSets.flatMap(({ id, best }) =>
      best.map(({ budget }) => ({ question: id, budget, members: [] })),
    );
    const answer = { ...perfectAnswer(truth), blockSets: nobody };
    expect(scoreAnswer(stranding(4), answer).blockSets).toEqual({ asked: 12, best: 0 });
    expect(scoreAnswer(stranding(0), answer).blockSets).toEqual({ asked: 12, best: 12 });
  });
});
