import { sha256, stableJson } from "../base/index.ts";
import { integer, nullable, sql, text, type TableName } from "../store/index.ts";
import {
  indexRows,
  keepTable,
  keptDatabase,
  makeCaptions,
  makeListTable,
  reachOfSearch,
  readListTable,
  tidyKept,
  type ListName,
  type ListTable,
} from "../views/index.ts";
import type { OpenCase } from "./open-case.ts";
import type { Progress } from "./run-case.ts";
import { spellSearchWords } from "./search-words.ts";

/** Changed whenever the same case would give other lists. */
const codeVersion = "1";

/** A list that is of the whole case. */
export type WholeList = Exclude<ListName, "statements">;

/** In the order in which visitors ask for them. */
const wholeLists = ["findings", "entities", "payments", "faults"] as const satisfies readonly WholeList[];

/** Opens the file of the case's lists and drops what is not of the case as it is. Says which edition of the lists that is. */
export async function openKeptLists(open: OpenCase): Promise<string> {
  await open.file.attachFile(keptDatabase, open.folder.paths.lists);
  const edition = await editionOfLists(open);
  await tidyKept(open, edition);
  return edition;
}

/** Which rows lists are made of: twelve hex digits that other material, another run or the opening of a contact changes. */
export async function editionOfLists(open: OpenCase): Promise<string> {
  const from = await open.database.row(
    sql`select
      (select string_agg(hex(input_mac), ' ' order by batch_no) from held.batch where kind in ('intake', 'source', 'dataset')) as held,
      (select string_agg(concat_ws(' ', stage, code_version, hex(input_hash)), ' ' order by stage) from w_open.stage_run
        where stage <> 'brief') as stages,
      (select max(judgement_no) from held.judgement where subject = 'bystander') as opened`,
    { held: nullable(text), stages: nullable(text), opened: nullable(integer) },
  );
  return sha256(stableJson({ codeVersion, ...from })).slice(0, 12);
}

/** What every canonical entity is called. */
export const keptCaptions = (open: OpenCase, edition: string): Promise<TableName> =>
  keepTable(open, { list: "caption", edition }, (into) => makeCaptions(open, into));

/** A list of the whole case, made unless it is kept. */
export async function keptList(open: OpenCase, name: WholeList, edition: string): Promise<ListTable> {
  const captions = await keptCaptions(open, edition);
  const context = { reader: open, captions, currency: open.settings.currency, of: null };
  const table = await keepTable(open, { list: name, edition }, (into) =>
    makeListTable(name, { ...context, table: into }),
  );
  await indexRows({ reader: open, table });
  return readListTable(name, { ...context, table });
}

/** What entities are looked for by, and how much a search looks through. */
export async function keptWords(open: OpenCase, edition: string) {
  const table = await keepTable(open, { list: "word", edition }, (into) => spellSearchWords(open, into));
  return { table, reach: await reachOfSearch(open, table) };
}

/** How the lists of a case are made. */
interface ListMaking {
  list(name: WholeList): Promise<unknown>;
  words(): Promise<unknown>;
  readonly onProgress: (progress: Progress) => void;
}

/** Makes the lists of the whole case and the words of the search, one after another; says what comes next. */
export async function makeLists({ list, words, onProgress }: ListMaking): Promise<void> {
  const works = [
    ...wholeLists.map((name) => ({ what: name, make: () => list(name) })),
    { what: "words of the search", make: words },
  ];
  const total = works.length;
  for (const [done, { what, make }] of works.entries()) {
    onProgress({ stage: "lists", done, total, what });
    await make();
  }
  onProgress({ stage: "lists", done: total, total, what: "" });
}

/** Makes all lists of a case that was run, so that whoever opens it next waits for none. */
export async function keepLists(open: OpenCase, onProgress: (progress: Progress) => void): Promise<void> {
  const edition = await openKeptLists(open);
  await makeLists({
    list: (name) => keptList(open, name, edition),
    words: () => keptWords(open, edition),
    onProgress,
  });
  await tidyKept(open, edition);
}
