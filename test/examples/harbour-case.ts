import { type Generated, generate } from "../../examples/harbour/generate.ts";
import type { Answer } from "../../examples/harbour/score.ts";
import type { Place, Truth } from "../../examples/harbour/truth.ts";

const made = new Map<string, Promise<Generated>>();

/** The case of a seed and a level of noise, generated once for all files of a worker. */
export const harbour = (seed: number, noise: number): Promise<Generated> => {
  const key = `${seed} ${noise}`;
  const known = made.get(key) ?? generate({ seed, size: 1, noise });
  made.set(key, known);
  return known;
};

/** The answer of somebody who knows everything. */
export const perfectAnswer = (truth: Truth): Answer => ({
  clusters: truth.tables.flatMap(({ file, part, mentions }) =>
    mentions.map(([row, , role, entity]) => ({ file, part, row, role, cluster: entity })),
  ),
  joinsOfPeople: peopleJoins(truth),
  payments: truth.tables.flatMap(({ file, part, payments }) =>
    payments.flatMap(([row, ...ids]) => ids.map((payment) => ({ file, part, row, payment }))),
  ),
  contradictions: truth.contradictions.map(({ sides }) => ({
    places: sides.flatMap(({ places }) => places.slice(0, 1).map((place) => cellAt(truth, place))),
  })),
  roots: [
    ...truth.secondTellings.map(({ file, part, from, to, dataset }) => ({
      file,
      part,
      rowFrom: from,
      rowTo: to,
      root: dataset,
    })),
    ...truth.copies.map(({ file, part, from, to, of }) => ({ file, part, rowFrom: from, rowTo: to, root: of })),
  ],
  cells: truth.tables.flatMap(({ file, part, cells }) =>
    cells.flatMap(([row, ...texts]) =>
      texts.flatMap((text, index) => (text === null ? [] : [{ file, part, row, column: index + 1 }])),
    ),
  ),
  blockSets: truth.blockSets.flatMap(({ id, best }) =>
    best.map(({ budget, sets }) => ({ question: id, budget, members: sets[0] ?? [] })),
  ),
});

/** A place of the truth as an answer names it. */
export const cellAt = (truth: Truth, [table, row, column]: Place): Answer["cells"][number] => {
  const own = truth.tables[table];
  return { file: own?.file ?? "", part: own?.part ?? "", row, column };
};

const peopleJoins = (truth: Truth): Answer["joinsOfPeople"][number][] => {
  const last = new Map<string, Answer["joinsOfPeople"][number]["left"]>();
  return truth.tables.flatMap(({ file, part, mentions }) =>
    mentions.flatMap(([row, , role, entity]) => {
      if (!entity.startsWith("p")) return [];
      const spot = { file, part, row, role };
      const before = last.get(entity);
      last.set(entity, spot);
      return before === undefined ? [] : [{ left: before, right: spot }];
    }),
  );
};
