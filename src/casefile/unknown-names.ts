import type { Settings } from "../model/index.ts";
import { entityTables } from "./entity-tables.ts";
import type { OpenCase } from "./open-case.ts";

/** Something that the settings of `case.yaml` name and no entity of the case answers to. */
interface UnknownName {
  readonly path: string;
  readonly name: string;
  readonly isCountry: boolean;
}

/** The settings that name entities. */
type NamingSettings = Pick<Settings, "from" | "to" | "protect" | "unblockable">;

/**
 * One sentence for each name and country in the settings that no entity of the case answers to: the chokepoints are
 * those of a case without that setting, and whoever wrote it must know.
 */
export async function unknownNames(open: OpenCase, settings: NamingSettings = open.settings): Promise<string[]> {
  const named = namesOf(settings);
  if (named.length === 0) return [];
  const { findNamed } = await import("../network/index.ts");
  const wordsOf = (isCountry: boolean): string[] => [
    ...new Set(named.filter((each) => each.isCountry === isCountry).map((each) => each.name)),
  ];
  const find = async (entities: string[], countries: string[]): Promise<ReadonlySet<string>> =>
    new Set((await findNamed(open.database, entityTables(open), { entities, countries })).unknown);
  const [entities, countries] = [await find(wordsOf(false), []), await find([], wordsOf(true))];
  return named.filter((each) => (each.isCountry ? countries : entities).has(each.name)).map(unknownText);
}

function namesOf({ from, to, protect, unblockable }: NamingSettings): UnknownName[] {
  const ends = [
    { side: "from", setting: from },
    { side: "to", setting: to },
  ].flatMap(({ side, setting }) => [
    ...(setting?.entities ?? []).map((name) => ({ path: `${side}.entities`, name, isCountry: false })),
    ...(setting?.countries ?? []).map((name) => ({
      path: `${side}.countries`,
      name: name.toLowerCase(),
      isCountry: true,
    })),
  ]);
  return [
    ...ends,
    ...protect.map((name) => ({ path: "protect", name, isCountry: false })),
    ...unblockable.map((name) => ({ path: "unblockable", name, isCountry: false })),
  ];
}

function unknownText({ path, name, isCountry }: UnknownName): string {
  const [what, right] = isCountry
    ? ["country", "use one that the case holds"]
    : ["id or name", 'use an id or a whole name as "windfall who" shows them'];
  return `case.yaml: settings.${path} names "${name}", and no entity of the case has that ${what}, so ${effectOf(path)}; ${right}`;
}

function effectOf(path: string): string {
  if (path === "protect" || path === "unblockable") return "nobody is kept out of the advice by it";
  return `no money is taken to ${path.startsWith("from") ? "start" : "end"} there`;
}
