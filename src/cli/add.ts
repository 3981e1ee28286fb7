import { basename, extname } from "node:path";
import { Refusal } from "../base/index.ts";
import { addMaterial, type MaterialToAdd } from "../casefile/index.ts";
import { isOn, textOption, type Verb, type VerbInput } from "./verb.ts";

export const addVerb: Verb = {
  usage: "add <file...>",
  summary: "take files into custody: hash, copy, manifest; nothing is parsed yet",
  example:
    'windfall add ledger.csv --dataset h1-ledger --source s1 --kind informant --grade B2 --first-hand --how "handed over in person"',
  options: [
    ["--dataset <name>", "the hand-over's name: lower-case letters, digits, - and _; no name of a person"],
    ["--source <id>", "who gave it: an id in case.yaml, or a new one"],
    ["--kind <kind>", "a new source: informant, device, outlet, register, list publisher or analyst"],
    ["--grade <grade>", "a new source: Admiralty code, such as B2"],
    ["--label <words>", "a new source: its name as shown; with --sealed it is kept aside and never shown"],
    ["--sealed", "a new source: protect its name and the names of its files"],
    ["--first-hand", "a new source: it declares to have this at first hand"],
    ["--derived-from <id>", 'a new source: the source that it retells, or "unknown"'],
    ["--received <date>", "when it was handed over (default: today)"],
    ["--how <words>", "how it was obtained (default: not stated)"],
    ["--bystanders", "contacts of a phone or mailbox: kept apart until opened with a reason"],
    ["--series <name>", "an edition of a public list: the list it belongs to, such as ofac-sdn"],
    ["--edition <date>", "an edition of a public list: as of when"],
  ],
  run: async (input) => {
    const entries = await addMaterial(input.caseDir, toMaterial(input), input);
    return {
      exit: 0,
      lines: [
        ...assumedLine(input),
        ...entries.map(addedLine),
        entries.some((entry) => entry.isNew) ? 'in custody; "windfall run" reads it' : "nothing new was added",
      ],
      data: entries,
    };
  },
};

/** What stands for a report of which only the file is given: a hand-over named for it, and an outlet of which nothing is known, so that it corroborates nothing. */
function assumeReport(
  input: VerbInput,
): { readonly dataset: string; readonly source: MaterialToAdd["source"] } | undefined {
  const [first] = input.words;
  const isSaid = textOption(input, "dataset") !== undefined || textOption(input, "source") !== undefined;
  if (first === undefined || isSaid || !input.words.every((file) => reportNames.test(file))) return undefined;
  const dataset = basename(first, extname(first))
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, "");
  if (dataset === "") return undefined;
  return { dataset, source: { id: dataset, kind: "outlet", grade: "F6", derivedFrom: "unknown" } };
}

// Files that hold words to read; a table or a phone does not say by itself whose it is.
const reportNames = /\.(?:txt|html?|pdf|docx|eml|emlx|mbox|rss|atom|warc(?:\.gz)?)$/iu;

const assumedLine = (input: VerbInput): readonly string[] => {
  const assumed = assumeReport(input);
  return assumed
    ? [
        `hand-over and source are called "${assumed.dataset}": an outlet of which nothing is known (F6), retold from unknown; say otherwise with --dataset and --source, or in case.yaml`,
      ]
    : [];
};

const addedLine = (entry: Awaited<ReturnType<typeof addMaterial>>[number]): string =>
  `${entry.dataset}/${entry.name}  ${entry.bytes} bytes  sha256 ${entry.sha256}${entry.isNew ? "" : `  already in custody since ${entry.addedAt.slice(0, 10)}`}`;

function toMaterial(input: VerbInput): MaterialToAdd {
  const label = textOption(input, "label");
  const kind = textOption(input, "kind");
  const grade = textOption(input, "grade");
  const derivedFrom = textOption(input, "derivedFrom");
  const received = textOption(input, "received");
  const howObtained = textOption(input, "how");
  const series = textOption(input, "series");
  const edition = textOption(input, "edition");
  const assumed = assumeReport(input);
  return {
    files: input.words,
    dataset: assumed?.dataset ?? required(input, "dataset", "h1-ledger"),
    source: {
      ...assumed?.source,
      id: assumed?.source.id ?? required(input, "source", "s1"),
      ...(label !== undefined && { label }),
      ...(kind !== undefined && { kind }),
      ...(grade !== undefined && { grade }),
      ...(isOn(input, "sealed") && { sealed: true }),
      ...(isOn(input, "firstHand") && { firstHand: true }),
      ...(derivedFrom !== undefined && { derivedFrom }),
    },
    ...(received !== undefined && { received }),
    ...(howObtained !== undefined && { howObtained }),
    ...(isOn(input, "bystanders") && { bystanders: true }),
    ...(series !== undefined && { series }),
    ...(edition !== undefined && { edition }),
  };
}

function required(input: VerbInput, name: string, example: string): string {
  const value = textOption(input, name);
  if (value === undefined) throw new Refusal(`--${name} is missing; use a name such as --${name} ${example}`);
  return value;
}
