import { at, Refusal } from "../base/index.ts";
import { integer, sql, text, type Database, type TableName } from "../store/index.ts";
import { rows as defaultRows } from "./generated/default-model.ts";
import { facets, type Facet } from "./facets.ts";

/** Among whom a pair stands; the number is the one in the tables of this stage. */
export const groups = { people: 1, organizations: 2, others: 3 } as const;
type Among = keyof typeof groups;

/** What a level says beside its weight. */
const sayings = ["proof", "name", "near", "apart", "against", "support", "nothing"] as const;
type Saying = (typeof sayings)[number];

/** The weight of one level of one facet among people, organisations or others; weights in milli-bits. */
export interface ModelLevel {
  readonly facet: string;
  readonly among: Among;
  readonly level: number;
  /** Of true pairs that have values of the facet, the share at this level; and of pairs of strangers. */
  readonly m: number;
  readonly u: number;
  readonly weightMb: number;
  /** How far a common value may lower the weight; null: it does not. */
  readonly leastMb: number | null;
  readonly speaks: Saying;
}

/** A frozen model: what agreement and difference weigh, and from what weight on a pair is joined or shown. */
export interface MatchModel {
  /** 0 for the model that ships. */
  readonly modelNo: number;
  readonly joinPeopleMb: number;
  readonly joinOrganizationsMb: number;
  readonly joinOthersMb: number;
  readonly joinByNameMb: number;
  readonly joinByPaperMb: number;
  readonly joinByFactsMb: number;
  /** What facts of other kinds must weigh together, without any one of them proving, beside names of people that are near. */
  readonly factsMb: number;
  /** What facts of other kinds must weigh together, two of them proving, where names of people differ. */
  readonly factsOfOtherNamesMb: number;
  readonly rivalMb: number;
  readonly reviewMb: number;
  readonly levels: readonly ModelLevel[];
}

/** The model of a case: the latest that was trained, or the one that ships. */
export async function readModel(database: Database, matchModel: TableName): Promise<MatchModel> {
  const trained = await database.rows(
    sql`select model_no as "modelNo", parameters::varchar as parameters from ${matchModel} order by model_no desc limit 1`,
    { modelNo: integer, parameters: text },
  );
  const [latest] = trained;
  return latest ? parseModel(latest.modelNo, latest.parameters) : defaultModel();
}

/** The model that ships, from resources/match/default-model.tsv. */
export function defaultModel(): MatchModel {
  return {
    modelNo: 0,
    joinPeopleMb: threshold("joinPeople"),
    joinOrganizationsMb: threshold("joinOrganizations"),
    joinOthersMb: threshold("joinOthers"),
    joinByNameMb: threshold("joinByName"),
    joinByPaperMb: threshold("joinByPaper"),
    joinByFactsMb: threshold("joinByFacts"),
    factsMb: threshold("facts"),
    factsOfOtherNamesMb: threshold("factsOfOtherNames"),
    rivalMb: threshold("rival"),
    reviewMb: threshold("review"),
    levels: defaultRows.filter(([kind]) => kind === "level").map(parseLevelRow),
  };
}

const threshold = (name: string): number =>
  Number(defaultRows.find(([kind, own]) => kind === "threshold" && own === name)?.[2]);

function parseLevelRow(row: readonly string[]): ModelLevel {
  const [, facet = "", among = "", level = "", m = "", u = "", least = "", speaks = ""] = row;
  const where = `resources/match/default-model.tsv: "${row.slice(1, 4).join(" ")}"`;
  return {
    facet: parseFacet(facet, where),
    among: parseAmong(among, where),
    level: Number(level),
    m: Number(m) / 1e6,
    u: Number(u) / 1e9,
    weightMb: Math.round(1000 * Math.log2((Number(m) * 1000) / Number(u))),
    leastMb: least === "-" ? null : Number(least),
    speaks: parseSaying(speaks, where),
  };
}

function parseModel(modelNo: number, parameters: string): MatchModel {
  const where = `match model ${modelNo}`;
  const found: Partial<Record<keyof MatchModel, unknown>> = JSON.parse(parameters);
  const { levels } = found;
  if (!Array.isArray(levels) || levels.length === 0) throw new Refusal(`${where} has no levels; train it again`);
  return {
    modelNo,
    joinPeopleMb: parseWeight(found.joinPeopleMb, `${where}: joinPeopleMb`),
    joinOrganizationsMb: parseWeight(found.joinOrganizationsMb, `${where}: joinOrganizationsMb`),
    joinOthersMb: parseWeight(found.joinOthersMb, `${where}: joinOthersMb`),
    joinByNameMb: parseWeight(found.joinByNameMb, `${where}: joinByNameMb`),
    joinByPaperMb: parseWeight(found.joinByPaperMb, `${where}: joinByPaperMb`),
    joinByFactsMb: parseWeight(found.joinByFactsMb, `${where}: joinByFactsMb`),
    factsMb: parseWeight(found.factsMb, `${where}: factsMb`),
    factsOfOtherNamesMb: parseWeight(found.factsOfOtherNamesMb, `${where}: factsOfOtherNamesMb`),
    rivalMb: parseWeight(found.rivalMb, `${where}: rivalMb`),
    reviewMb: parseWeight(found.reviewMb, `${where}: reviewMb`),
    levels: levels.map((level: Partial<Record<keyof ModelLevel, unknown>>, index) => {
      const place = `${where}: levels[${index}]`;
      return {
        facet: parseFacet(level.facet, place),
        among: parseAmong(level.among, place),
        level: parseWeight(level.level, `${place}.level`),
        m: parseShare(level.m, `${place}.m`),
        u: parseShare(level.u, `${place}.u`),
        weightMb: parseWeight(level.weightMb, `${place}.weightMb`),
        leastMb: level.leastMb === null ? null : parseWeight(level.leastMb, `${place}.leastMb`),
        speaks: parseSaying(level.speaks, place),
      };
    }),
  };
}

function parseWeight(value: unknown, where: string): number {
  if (typeof value === "number" && Number.isInteger(value)) return value;
  throw new Refusal(`${where} is ${JSON.stringify(value)}; use a whole number of milli-bits`);
}

function parseShare(value: unknown, where: string): number {
  if (typeof value === "number" && value >= 0 && value <= 1) return value;
  throw new Refusal(`${where} is ${JSON.stringify(value)}; use a share from 0 to 1`);
}

function parseFacet(value: unknown, where: string): string {
  const facet = facets.find(({ name }) => name === value);
  if (facet) return facet.name;
  throw new Refusal(
    `${where} names the comparison ${JSON.stringify(value)}; use ${facets.map(({ name }) => name).join(", ")}`,
  );
}

function parseAmong(value: unknown, where: string): Among {
  if (value === "people" || value === "organizations" || value === "others") return value;
  throw new Refusal(`${where} stands among ${JSON.stringify(value)}; use people, organizations or others`);
}

function parseSaying(value: unknown, where: string): Saying {
  const found = sayings.find((saying) => saying === value);
  if (found) return found;
  throw new Refusal(`${where} says ${JSON.stringify(value)}; use ${sayings.join(", ")}`);
}

/** weight(facet, comparison, evidence_group, among, level, weight_mb, least_mb, speaks): the model as a table. */
export async function makeWeights(database: Database, model: MatchModel): Promise<TableName> {
  const weight = await database.temporary(
    "match_weight",
    `facet varchar, comparison varchar, evidence_group varchar, among utinyint, level utinyint, weight_mb integer,
      least_mb integer, speaks varchar`,
  );
  await database.append(weight, {
    facet: model.levels.map(({ facet }) => facet),
    comparison: model.levels.map(({ facet, among }) => comparisonOf(facetOf(facet).comparison, among)),
    evidence_group: model.levels.map(({ facet }) => facetOf(facet).group),
    among: model.levels.map(({ among }) => groups[among]),
    level: model.levels.map(({ level }) => level),
    weight_mb: model.levels.map(({ weightMb }) => weightMb),
    least_mb: model.levels.map(({ leastMb }) => leastMb),
    speaks: model.levels.map(({ speaks }) => speaks),
  });
  return weight;
}

const facetOf = (name: string): Facet =>
  at(
    facets.filter((facet) => facet.name === name),
    0,
  );

export const comparisonOf = (comparison: string, among: Among): string =>
  comparison === "name-company" && among === "people" ? "name-person" : comparison;
