import { expect, it } from "vitest";
import { flowPictureOf, type BlockSetLine } from "../../src/views/index.ts";

/** A set whose check file holds ways such as "a m b 400": nodes, then quarters of a minor unit. */
function setOf(ways: readonly string[], members: readonly string[], omitted = false): BlockSetLine {
  const paths = ways.map((way) => {
    const words = way.split(" ");
    return { nodes: words.slice(0, -1), quarters: Number(words.at(-1)) };
  });
  const nodes = [...new Set(paths.flatMap((path) => path.nodes))].toSorted();
  const pairs = [
    ...new Set(paths.flatMap((path) => path.nodes.slice(1).map((node, index) => `${path.nodes[index]} ${node}`))),
  ];
  const place = (id: string | undefined): number => nodes.indexOf(id ?? "");
  const certificate = {
    input: {
      nodes,
      edges: pairs.map((pair) => [place(pair.split(" ")[0]), place(pair.split(" ")[1]), 1]),
      sources: [...new Set(paths.map((path) => place(path.nodes[0])))],
      sinks: [...new Set(paths.map((path) => place(path.nodes.at(-1))))],
    },
    members,
    before: {
      paths: paths.map((path) => ({
        edges: path.nodes.slice(1).map((node, index) => pairs.indexOf(`${path.nodes[index]} ${node}`)),
        quarters: path.quarters,
      })),
    },
  };
  const explanation = {
    ends: "",
    refusal: null,
    isCutShort: false,
    effects: [],
    members: [],
    anotherWay: [],
    alternatives: [],
    again: [],
    notAsked: [],
    notProposed: {},
    inTime: null,
  };
  return {
    id: "00",
    question: "{}",
    budget: 1,
    rhoQuarters: 0,
    members,
    baselineMinor: 0n,
    residualMinor: 0n,
    boundMinor: 0n,
    proof: "",
    certificate: JSON.stringify(omitted ? { omitted: "too large" } : certificate),
    explanation,
  };
}

it("sums the ways of each channel and party, and marks ends and blocked parties", () => {
  const picture = flowPictureOf(setOf(["a m x 400", "b m x 200", "a x 40"], ["m"]));
  expect(picture?.nodes).toEqual([
    { id: "a", side: "start", isBlocked: false, minor: 110 },
    { id: "b", side: "start", isBlocked: false, minor: 50 },
    { id: "m", side: "between", isBlocked: true, minor: 150 },
    { id: "x", side: "end", isBlocked: false, minor: 160 },
  ]);
  expect(picture?.edges.map(({ payer, payee, minor }) => `${payer}>${payee} ${minor}`)).toEqual([
    "0>2 100",
    "2>3 150",
    "1>2 50",
    "0>3 10",
  ]);
  expect([picture?.ways, picture?.drawnWays, picture?.minor, picture?.drawnMinor]).toEqual([3, 3, 160, 160]);
});

it("draws at most thirty channels, those through blocked parties first, and says how much it leaves out", () => {
  const direct = Array.from({ length: 40 }, (_, index) => `s${index} e${index} ${8000 + index}`);
  const picture = flowPictureOf(setOf([...direct, "s0 m e0 4"], ["m"]));
  expect(picture?.edges).toHaveLength(30);
  expect(picture?.nodes.find(({ id }) => id === "m")).toMatchObject({ isBlocked: true, minor: 1 });
  expect([picture?.ways, picture?.drawnWays]).toEqual([41, 29]);
});

it("draws nothing of a set without a check file of its own", () =>
  expect(flowPictureOf(setOf(["a x 4"], [], true))).toBeNull());
