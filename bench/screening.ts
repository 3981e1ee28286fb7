import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { isPossibleMatch, nameKeys, parseName, scoreNames, tierOf, type ParsedName } from "../src/names/index.ts";
import { benchData } from "./bench-data.ts";
import { comparisonTimes, type ParsedPair } from "./comparison-times.ts";
import { round, share } from "./figures.ts";
import { readTable } from "./read-table.ts";

interface Screened {
  readonly id: string;
  readonly name: ParsedName;
}

/** A list, the names that must be found in it (by id), and names of which none stands in it. */
interface ScreeningSet {
  readonly input: string;
  readonly gallery: readonly Screened[];
  readonly queries: readonly Screened[];
  readonly clean: readonly Screened[];
}

/** What the list says of one name. */
interface Alert {
  readonly id: string;
  readonly packed: number;
}

const shownMax = 200;
const timedMax = 20_000;

/**
 * Screens names against a list as the product does: names that share a key are compared, and what is a possible match by
 * default is an alert. `recall` is the share of queries whose own entry raises one; `falseAlerts` counts the clean names
 * that any entry raises one for; `tiers` has both from each tier of the comparison up. `--gallery`, `--queries` and `--clean` are CSV files (id, name; clean: name); without them
 * the people of yente's fixtures: altered names of the UN's list against the list as it is, and 100,000 names that are not on it.
 */
export async function screeningBench(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: { gallery: { type: "string" }, queries: { type: "string" }, clean: { type: "string" } },
  });
  const set = await readSet(values);
  const screen = makeScreen(set.gallery);
  const found = set.queries.map(({ id, name }) => ({ id, name, alerts: screen.alertsOf(name) }));
  const own = found.map(({ id, alerts }) => alerts.find((alert) => alert.id === id)?.packed);
  const raised = set.clean.flatMap(({ name }) => {
    const [first] = screen.alertsOf(name);
    return first === undefined ? [] : [{ name, ...first }];
  });
  const nameById = new Map(set.gallery.map(({ id, name }) => [id, name.text]));
  return {
    input: set.input,
    gallery: set.gallery.length,
    queries: set.queries.length,
    recall: round(share(own.filter((packed) => packed !== undefined).length, set.queries.length)),
    clean: set.clean.length,
    falseAlerts: raised.length,
    falseShare: share(raised.length, set.clean.length),
    threshold: "a possible match by default",
    tiers: tiers.map((tier, index) => {
      const upTo = tiers.slice(0, index + 1);
      const isWithin = (packed: number | undefined): boolean =>
        packed !== undefined && upTo.some((each) => each === tierOf(packed));
      return {
        tier,
        recall: round(share(own.filter(isWithin).length, set.queries.length)),
        falseAlerts: raised.filter(({ packed }) => isWithin(packed)).length,
      };
    }),
    pairs: screen.met.length,
    usPerPair: round(share(screen.ms() * 1000, screen.met.length)),
    ...comparisonTimes(screen.met.slice(0, timedMax)),
    missed: found.flatMap(({ id, name }, index) =>
      own[index] === undefined ? [[name.text, nameById.get(id) ?? ""]] : [],
    ),
    raised: raised
      .slice(0, shownMax)
      .map(({ name, id, packed }) => [name.text, nameById.get(id) ?? "", tierOf(packed)]),
  };
}

const tiers = ["same", "spelling", "oneEdit", "partial", "weak"] as const;

/** Finds the entries of a list that are possible matches, the best first, and counts what it compared. */
function makeScreen(gallery: readonly Screened[]) {
  const entriesByKey = new Map<string, number[]>();
  for (const [index, { name }] of gallery.entries())
    for (const key of nameKeys(name)) entriesByKey.set(key, [...(entriesByKey.get(key) ?? []), index]);
  const met: ParsedPair[] = [];
  let ms = 0;
  return {
    met,
    ms: () => ms,
    alertsOf(name: ParsedName): Alert[] {
      const places = new Set(nameKeys(name).flatMap((key) => entriesByKey.get(key) ?? []));
      const entries = [...places].flatMap((place) => gallery[place] ?? []);
      const started = performance.now();
      const scores = entries.map((entry) => scoreNames(name, entry.name));
      ms += performance.now() - started;
      met.push(...entries.map((entry) => ({ left: name, right: entry.name })));
      return entries
        .map(({ id }, index) => ({ id, packed: scores[index] ?? 0 }))
        .filter(({ packed }) => isPossibleMatch(packed))
        .toSorted((left, right) => right.packed - left.packed);
    },
  };
}

type Files = Readonly<Partial<Record<"gallery" | "queries" | "clean", string>>>;

async function readSet({ gallery, queries, clean }: Files): Promise<ScreeningSet> {
  if (gallery !== undefined && queries !== undefined && clean !== undefined)
    return {
      input: hashOf([gallery, queries, clean]),
      gallery: await readNames(gallery, "name", "id"),
      queries: await readNames(queries, "name", "id"),
      clean: await readNames(clean, "name"),
    };
  if (gallery !== undefined || queries !== undefined || clean !== undefined)
    throw new Error("screening takes --gallery FILE --queries FILE --clean FILE together, or none of them");
  const file = (name: string): string => join(benchData, "screening", "yente", name);
  const [listed, altered] = [file("positives_un_untreated.csv"), file("positives_un_treated.csv")];
  const others = [file("negatives_global.csv"), file("negatives_us.csv")];
  return {
    input: `screening/yente ${hashOf([listed, altered, ...others])}`,
    gallery: await readNames(listed, "full_name"),
    queries: await readNames(altered, "full_name"),
    clean: (await Promise.all(others.map(async (each) => readNames(each, "full_name")))).flat(),
  };
}

function hashOf(files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 12);
}

/** The names of a file; without a column of ids the row is the id. */
async function readNames(file: string, column: string, idColumn?: string): Promise<Screened[]> {
  const rows = await readTable(file);
  return rows.map((row, index) => ({
    id: idColumn === undefined ? String(index) : (row[idColumn] ?? ""),
    name: parseName(row[column] ?? "", "person"),
  }));
}
