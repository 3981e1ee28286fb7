import { push } from "../kit/at.ts";
import type { Score, TrueEntity, Truth } from "../truth.ts";
import { type Answer, type Spot, tableFinder } from "./answer.ts";
import { scoreOf } from "./score-of.ts";

export interface ClusterScore {
  readonly mentions: number;
  /** Mentions that the answer names. */
  readonly answered: number;
  readonly pairwise: Score;
  readonly bCubed: Score;
}

export interface JoinScore {
  readonly joins: number;
  readonly precision: number;
  /** Joins of two different people who bear one name. */
  readonly homonymsJoined: number;
}

/** Scores the clusters over the mentions of the named kinds of entity, pairwise and by B-cubed. */
export const scoreClusters = (
  truth: Truth,
  answer: Pick<Answer, "clusters">,
  schemata: readonly TrueEntity["schema"][],
): ClusterScore => {
  const mentions = mentionFinder(truth);
  const wanted = new Set(truth.entities.filter(({ schema }) => schemata.includes(schema)).map(({ id }) => id));
  const clusterOf = new Map<number, string>();
  const taken = new Map<string, number>();
  for (const answered of answer.clusters) {
    const found = mentions.find(answered);
    const turn = taken.get(spotKey(answered)) ?? 0;
    taken.set(spotKey(answered), turn + 1);
    const mention = found.length > 1 ? found[turn] : found[0];
    if (mention !== undefined) clusterOf.set(mention, `c ${answered.cluster}`);
  }
  const cells = new Map<string, number>();
  let count = 0;
  let answered = 0;
  for (const [index, entity] of mentions.entities.entries()) {
    if (!wanted.has(entity)) continue;
    count++;
    if (clusterOf.has(index)) answered++;
    const key = `${entity}\n${clusterOf.get(index) ?? `alone ${index}`}`;
    cells.set(key, (cells.get(key) ?? 0) + 1);
  }
  return { mentions: count, answered, ...scoreTable(cells, count) };
};

/** The precision of the joins of people that were made without a person's decision. */
export const scoreJoins = (truth: Truth, answer: Pick<Answer, "joinsOfPeople">): JoinScore => {
  const mentions = mentionFinder(truth);
  const names = new Map(truth.entities.map(({ id, names: [name] }) => [id, name]));
  let right = 0;
  let wrong = 0;
  let homonymsJoined = 0;
  for (const { left, right: other } of answer.joinsOfPeople) {
    const [leftEntity, otherEntity] = [left, other].map((spot) => mentions.entities[mentions.find(spot)[0] ?? -1]);
    if (leftEntity === undefined || otherEntity === undefined) continue;
    if (leftEntity === otherEntity) right++;
    else {
      wrong++;
      if (names.get(leftEntity) === names.get(otherEntity)) homonymsJoined++;
    }
  }
  return { joins: right + wrong, precision: right + wrong === 0 ? 1 : right / (right + wrong), homonymsJoined };
};

/** The true entity that most mentions of each cluster mean; ties go to the smaller id. */
export const entityOfClusters = (truth: Truth, answer: Pick<Answer, "clusters">): Map<string, string> => {
  const mentions = mentionFinder(truth);
  const votes = new Map<string, Map<string, number>>();
  for (const answered of answer.clusters) {
    const entity = mentions.entities[mentions.find(answered)[0] ?? -1];
    if (entity === undefined) continue;
    const own = votes.get(answered.cluster) ?? new Map<string, number>();
    votes.set(answered.cluster, own.set(entity, (own.get(entity) ?? 0) + 1));
  }
  return new Map(
    [...votes].map(([cluster, own]) => [
      cluster,
      [...own].toSorted(([left, one], [right, other]) => other - one || (left < right ? -1 : 1))[0]?.[0] ?? "",
    ]),
  );
};

interface Mentions {
  /** The true entity of each mention. */
  readonly entities: readonly string[];
  /** The mentions at a spot, in the order of the truth. */
  readonly find: (spot: Spot) => readonly number[];
}

const mentionFinder = (truth: Truth): Mentions => {
  const tableOf = tableFinder(truth);
  const entities: string[] = [];
  const bySpot = new Map<string, number[]>();
  for (const [table, { mentions }] of truth.tables.entries()) {
    for (const [row, column, role, entity] of mentions) {
      push(bySpot, `${table} ${row} role ${role}`, entities.length);
      push(bySpot, `${table} ${row} column ${column}`, entities.length);
      entities.push(entity);
    }
  }
  const find = (spot: Spot): readonly number[] =>
    bySpot.get(
      `${tableOf(spot) ?? -1} ${spot.row} ${spot.role === undefined ? `column ${spot.column}` : `role ${spot.role}`}`,
    ) ?? [];
  return { entities, find };
};

const spotKey = ({ file, part, row, role, column }: Spot): string =>
  `${file}\n${part}\n${row}\n${role ?? ""}\n${column ?? ""}`;

/** Both scores from the contingency table of true entity by answered cluster. */
const scoreTable = (cells: ReadonlyMap<string, number>, count: number): Pick<ClusterScore, "pairwise" | "bCubed"> => {
  const sizes = new Map<string, number>();
  for (const [key, size] of cells) for (const side of sides(key)) sizes.set(side, (sizes.get(side) ?? 0) + size);
  const pairs = (size: number): number => (size * (size - 1)) / 2;
  let both = 0;
  let precision = 0;
  let recall = 0;
  for (const [key, size] of cells) {
    const [entity, cluster] = sides(key);
    both += pairs(size);
    precision += (size * size) / (sizes.get(cluster) ?? size);
    recall += (size * size) / (sizes.get(entity) ?? size);
  }
  let truePairs = 0;
  let answeredPairs = 0;
  for (const [side, size] of sizes) {
    if (side.startsWith("entity ")) truePairs += pairs(size);
    else answeredPairs += pairs(size);
  }
  return {
    pairwise: scoreOf(answeredPairs === 0 ? 1 : both / answeredPairs, truePairs === 0 ? 1 : both / truePairs),
    bCubed: scoreOf(count === 0 ? 1 : precision / count, count === 0 ? 1 : recall / count),
  };
};

const sides = (key: string): readonly [string, string] => {
  const [entity = "", cluster = ""] = key.split("\n");
  return [`entity ${entity}`, `cluster ${cluster}`];
};
