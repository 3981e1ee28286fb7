import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepareProblem, type BlockProblem } from "../../../src/network/index.ts";
import type { PutQuestion } from "../../../src/network/answer/put-question.ts";
import { bundledPicture } from "../../../src/network/picture/bundled-picture.ts";
import { bundleNodes } from "../../../src/network/picture/bundle-nodes.ts";
import { problemOf, smallNetwork, type Channel } from "../networks.ts";

const put = (problem: BlockProblem): PutQuestion => ({
  prepared: prepareProblem(problem),
  ends: { words: "as named", sources: problem.sources, sinks: problem.sinks },
  notProposed: new Map(),
  latent: { pairs: [], skipped: 0 },
  inTime: null,
});

const draw = (problem: BlockProblem, opened: Record<string, number> = {}, apart: readonly string[] = []) =>
  bundledPicture(put(problem), bundleNodes(problem), {
    opened: new Map(Object.entries(opened)),
    apart: new Set(apart),
  });

/** Twenty rings of four, each paid by the start and paying the end a little. */
const rings = Array.from({ length: 20 }, (_, ring): Channel[] => {
  const name = (place: number): string => `r${String(ring).padStart(2, "0")}-${place}`;
  return [
    ["s", name(0), 1],
    [name(0), name(1), 90 - ring],
    [name(1), name(2), 60 - ring],
    [name(2), name(3), 40 - ring],
    [name(3), name(0), 30 - ring],
    [name(2), "t", 1],
  ];
}).flat();

describe("a picture of bundles", () => {
  const problem = problemOf(rings);

  it("draws each ring as one, with its count, what it pays within itself, and what goes in and out", () => {
    const { picture } = draw(problem);
    expect(picture.bundles).toHaveLength(20);
    expect(picture.bundles.find(({ members }) => members[0]?.id === "r00-0")).toMatchObject({
      id: "bundle:between:1",
      members: [{ id: "r00-0" }, { id: "r00-1" }, { id: "r00-2" }, { id: "r00-3" }],
      communities: 1,
      inside: { nodes: 4, channels: 4, minor: 220 },
      turnover: { inMinor: 1, outMinor: 1, payers: 1, payees: 1 },
    });
    expect(picture.nodes.map(({ id, side }) => `${id} ${side}`)).toEqual(["s start", "t end"]);
    expect(picture.channels).toHaveLength(40);
  });

  it("takes the largest out, and whoever is named, and leaves the rest where it was", () => {
    const whole = draw(problem).picture;
    const { picture } = draw(problem, { "bundle:between:1": 2 }, ["r01-3"]);
    expect(picture.nodes.map(({ id }) => id)).toEqual(["r00-0", "r00-1", "r01-3", "s", "t"]);
    const [first, second] = ["bundle:between:1", "bundle:between:2"].map((id) =>
      picture.bundles.find((bundle) => bundle.id === id)?.members.map((member) => [member.id, member.rank]),
    );
    expect(first).toEqual([
      ["r00-2", 3],
      ["r00-3", 4],
    ]);
    expect(second?.map(([id]) => id)).toEqual(["r01-0", "r01-1", "r01-2"]);
    expect(picture.bundles.slice(2)).toEqual(whole.bundles.slice(2));
  });

  it("draws the last of a bundle on its own", () => {
    const { picture } = draw(problem, { "bundle:between:1": 3 });
    expect(picture.bundles.some(({ id }) => id === "bundle:between:1")).toBe(false);
    expect(picture.nodes.map(({ id }) => id)).toContain("r00-3");
  });

  it("puts small communities together where there are more than a picture can hold", () => {
    const pairs = Array.from({ length: 45 }, (_, pair): Channel[] => [
      ["s", `a${pair}`, 100],
      [`a${pair}`, `b${pair}`, 5000 - pair],
      [`b${pair}`, "t", 100],
    ]).flat();
    const bundles = draw(problemOf(pairs)).picture.bundles.filter(({ side }) => side === "between");
    const small = bundles.filter(({ communities }) => communities > 1);
    expect(small.map(({ id, communities }) => `${id} ${communities}`)).toEqual(["bundle:between:small 5"]);
    expect(small[0]?.members).toHaveLength(10);
  });
});

describe("for any network", () => {
  it("everybody is there once, all money is on a line or inside, and each line stands for channels that make it up", () =>
    fc.assert(
      fc.property(smallNetwork, fc.integer({ min: 0, max: 3 }), (problem, opened) => {
        const { picture, pairs } = draw(problem, { "bundle:between:1": opened, "bundle:start:1": opened });
        const ids = [...picture.nodes, ...picture.bundles.flatMap(({ members }) => members)].map(({ id }) => id);
        expect(ids.toSorted()).toEqual(problem.nodeIds);
        const lines = picture.channels.reduce((sum, { minor }) => sum + minor, 0);
        const inside = picture.bundles.reduce((sum, bundle) => sum + bundle.inside.minor, 0);
        expect(lines + inside).toBe(picture.whole.minor);
        expect(picture.drawn).toEqual(picture.whole);
        expect(pairs).toHaveLength(problem.payers.length);
        const ends = [
          ...picture.nodes.map(({ id }) => [id]),
          ...picture.bundles.map(({ members }) => members.map(({ id }) => id)),
        ];
        for (const { payer, payee, channel } of pairs) {
          const line = picture.channels[channel];
          const own = picture.nodes.length + channel - picture.channels.length;
          expect(ends[line?.payer ?? own]).toContain(payer);
          expect(ends[line?.payee ?? own]).toContain(payee);
        }
      }),
      { numRuns: 200 },
    ));
});
