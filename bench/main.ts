import type { Bench } from "./bench.ts";

const benches: Readonly<Record<string, { readonly what: string; readonly load: () => Promise<Bench> }>> = {
  truth: {
    what: "--from SEED --seeds N --noise X --size K: the sample case over fresh seeds against its truth",
    load: async () => (await import("./truth.ts")).truthBench,
  },
  csv: {
    what: "--rows N: intake of a bank ledger as CSV, again with nothing new, and with 1 % more; with --run the whole run",
    load: async () => (await import("./csv.ts")).csvBench,
  },
  kill: {
    what: "--times N --from N [--small] [--each]: kill -9 at random moments of a run, then open and finish it",
    load: async () => (await import("./kill.ts")).killBench,
  },
  files: {
    what: "DIR: every file of a folder: rows read and lost, seconds, memory",
    load:
      async () =>
      async ([dir = "."]) =>
        (await import("./files.ts")).filesBench(dir),
  },
  linkage: {
    what: "--left FILE [--right FILE] --id COLUMN --truth COLUMN --columns map.yaml, or --set NAME: rows that are one",
    load: async () => (await import("./linkage.ts")).linkageBench,
  },
  people: {
    what: "--rows N --seed N: a made population, four records each with typed faults, linked: seconds, memory, precision, recall",
    load: async () => (await import("./people.ts")).peopleBench,
  },
  payments: {
    what: "--left FILE --right FILE --id COLUMN --truth COLUMN --columns map.yaml, or --set NAME: payments of two books that are one",
    load: async () => (await import("./payments.ts")).paymentsBench,
  },
  "name-pairs": {
    what: "FILE: labelled pairs of names (CSV: name1, name2, is_match, optional schema)",
    load: async () => (await import("./name-pairs.ts")).namePairsBench,
  },
  "name-rank": {
    what: "--gallery FILE --queries FILE: whether the right name of a gallery ranks first (CSV: id, name)",
    load: async () => (await import("./name-rank.ts")).nameRankBench,
  },
  screening: {
    what: "[--gallery FILE --queries FILE --clean FILE]: names against a list (CSV: id, name): found, and raised in vain",
    load: async () => (await import("./screening.ts")).screeningBench,
  },
  ledger: {
    what: "[DIR] | --text FILE --claims FILE --events FILE: claims, roots, contradictions, answers of reports against marked ones",
    load: async () => (await import("./ledger.ts")).ledgerBench,
  },
  contradictions: {
    what: "[FILE] [--learn 01,02]: passages of which two spans contradict each other or only seem to: found, and flagged in vain, by type",
    load: async () => (await import("./contradictions.ts")).contradictionsBench,
  },
  "ledger-scale": {
    what: "--documents N --seed N --threads N: made round-ups of a thousand words read into the ledger: seconds, memory, rows",
    load: async () => (await import("./ledger-scale.ts")).ledgerScaleBench,
  },
  mentions: {
    what: "--documents N --names N [--words N --seed N]: made names found in made documents of four languages: seconds, memory, planted ones found",
    load: async () => (await import("./mentions.ts")).mentionsBench,
  },
  ui: {
    what: "[--case DIR] [--only PART,PART] [--browsers N] [--rows N] [--limit SECONDS]: what a reader of the workbench waits for, part by part",
    load: async () => (await import("./ui/ui.ts")).uiBench,
  },
  fragment: {
    what: "FILE... [--published FILE]: networks taken apart: area under the largest component, beside most ties first",
    load: async () => (await import("./fragment.ts")).fragmentBench,
  },
  csr: {
    what: "--edges N [--nodes N] [--seed N]: compressed sparse rows from a made edge list: seconds, memory",
    load: async () => (await import("./csr.ts")).csrBench,
  },
  "max-flow": {
    what: "FILE... [--nodes N --edges N --seed N --uniform]: the largest flow through generated networks: milliseconds",
    load: async () => (await import("./max-flow.ts")).maxFlowBench,
  },
  "temporal-flow": {
    what: "FILE [--from A,B --to C,D] [--ends N] [--stay N] [--budget N,N]: largest flow in time order through AMLSim's payments",
    load: async () => (await import("./temporal-flow.ts")).temporalFlowBench,
  },
  patterns: {
    what: "FILE|DIR: patterns in labelled transfers (AMLworld's patterns as JSON, or a folder of AMLSim): recall, precision, seconds",
    load:
      async () =>
      async ([path = "."]) =>
        (await import("./patterns.ts")).patternsBench(path),
  },
  "copy-groups": {
    what: "FILE [--truth FILE]: sources that copy among many (CSV: ObjectID, PropertyID, PropertyValue, SourceID), by rare values",
    load: async () => (await import("./copy-groups.ts")).copyGroupsBench,
  },
  "event-coreference": {
    what: "DIR|FILE... [--split train|dev|test] [--learn]: mentions of events joined across documents: MUC, B3, CEAF-e, CoNLL",
    load: async () => (await import("./event-coreference.ts")).eventCoreferenceBench,
  },
  "block-set": {
    what: "FILE... [--nodes N --edges N --seed N --uniform --budget N,N] [--rivals [--python FILE]]: generated networks, every budget",
    load: async () => (await import("./block-set.ts")).blockSetBench,
  },
  "under-doubt": {
    what: "FILE... [--nodes N --edges N --seed N --uniform --budget N,N --reroute 1,2 --scenarios N --sources N]: block sets under rerouting and unsound sources",
    load: async () => (await import("./under-doubt.ts")).underDoubtBench,
  },
  "ui-server": {
    what: "--rows N [--times N] [--nothing-kept]: a made case served and asked over HTTP: filters, words, facets, windows, search: milliseconds, memory",
    load: async () => (await import("./ui-server.ts")).uiServerBench,
  },
};

const [name, ...rest] = process.argv.slice(2);
const bench = name === undefined ? undefined : benches[name];
if (!bench) {
  const lines = Object.entries(benches).map(([each, { what }]) => `  ${each.padEnd(10)} ${what}`);
  process.stderr.write(`npm run bench -- NAME [arguments] [--json]\n${lines.join("\n")}\n`);
  process.exit(name === undefined ? 0 : 2);
}
const isJson = rest.includes("--json");
const result = await (await bench.load())(rest.filter((word) => word !== "--json"));
process.stdout.write(isJson ? `${JSON.stringify(result)}\n` : `${tableText(result)}\n`);

function tableText(value: unknown): string {
  return Array.isArray(value) ? value.map((row) => JSON.stringify(row)).join("\n") : JSON.stringify(value, null, 2);
}
