import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { at, groupBy } from "../src/base/index.ts";
import { findCopyGroups } from "../src/crosscheck/index.ts";
import { openCaseFile } from "../src/store/index.ts";
import { formOf, readValues, type SaidValue } from "./copies/read-values.ts";
import { hashOfFile, round, share } from "./figures.ts";
import { readTable } from "./read-table.ts";

/**
 * Finds the sources that copy among many that say the same things, by the values that few give. With `--truth` (CSV:
 * ObjectID, PropertyID, PropertyValue) also how many of its items a plain vote of all sources gets right, and a vote in
 * which each group has one voice.
 */
export async function copyGroupsBench(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { truth: { type: "string" } },
  });
  const [file] = positionals;
  if (file === undefined) throw new Error("copy-groups takes a file of what sources say");
  const { said: all, lost } = await readValues(file);
  const said = all.map((each) => ({ ...each, value: formOf(each.value) })).filter(({ value }) => value !== "");
  const sources = [...new Set(said.map(({ source }) => source))].toSorted();
  const started = performance.now();
  const found = await groupsOf(said, sources);
  const seconds = Math.round(performance.now() - started) / 1000;
  const nameOf = (no: number): string => at(sources, no);
  const copying = new Set(found.flatMap(({ members }) => members));
  const groups = found.map(({ members, links }) => ({
    sources: members.map(nameOf),
    pairs: links.map(({ leftNo, rightNo, ...counts }) => ({ sources: [nameOf(leftNo), nameOf(rightNo)], ...counts })),
  }));
  const voteOf = new Map(found.flatMap(({ members }, group) => members.map((no) => [nameOf(no), `group ${group}`])));
  return {
    input: hashOfFile(file),
    values: all.length,
    empty: all.length - said.length,
    lost,
    items: new Set(said.map(({ item }) => item)).size,
    sources: sources.length,
    inGroups: copying.size,
    groups,
    ...(values.truth === undefined
      ? {}
      : {
          truth: hashOfFile(values.truth),
          plainVote: await voteRight(said, values.truth, ({ source }) => source),
          oneVoicePerGroup: await voteRight(said, values.truth, ({ source }) => voteOf.get(source) ?? source),
        }),
    seconds,
  };
}

async function groupsOf(said: readonly SaidValue[], sources: readonly string[]) {
  const dir = mkdtempSync(join(tmpdir(), "windfall-copies-"));
  const clock = (): Date => new Date(0);
  const file = await openCaseFile(dir, { threads: 2, memoryMb: 1024, clock, key: Buffer.alloc(32) });
  try {
    const numbers = new Map(sources.map((source, no) => [source, no]));
    const table = await file.database.temporary("said", "item varchar, source_no integer, form varchar");
    await file.database.append(table, {
      item: said.map(({ item }) => item),
      source_no: said.map(({ source }) => numbers.get(source) ?? 0),
      form: said.map(({ value }) => value),
    });
    return await findCopyGroups(file.database, table);
  } finally {
    file.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The share of the truth's items whose commonest value, each voice counted once, is the true one; the first in order if several are as common. */
async function voteRight(said: readonly SaidValue[], truthFile: string, voiceOf: (said: SaidValue) => string) {
  const byItem = groupBy(said, ({ item }) => item);
  const truth = (await readTable(truthFile)).map((row) => ({
    item: `${row["ObjectID"] ?? ""} ${row["PropertyID"] ?? ""}`,
    form: formOf(row["PropertyValue"] ?? ""),
  }));
  const judged = truth.filter(({ item }) => byItem.has(item));
  const right = judged.filter(({ item, form }) => {
    const voices = groupBy(byItem.get(item) ?? [], ({ value }) => value);
    const counted = [...voices].map(([value, own]) => ({ value, voices: new Set(own.map(voiceOf)).size }));
    const [best] = counted.toSorted((left, other) => other.voices - left.voices || (left.value < other.value ? -1 : 1));
    return best?.value === form;
  });
  return { items: judged.length, right: right.length, share: round(share(right.length, judged.length)) };
}
