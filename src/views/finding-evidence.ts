import { counted } from "../base/index.ts";
import { noteKind, type StatementId } from "../model/index.ts";
import { boolean, canonicalId, integer, nullable, sql, statementId, text, type Row } from "../store/index.ts";
import { sourceWords } from "./evidence.ts";
import { languageTag } from "./language-tag.ts";
import type { Reader } from "./reader.ts";

const shape = {
  id: statementId,
  stance: text,
  lang: nullable(text),
  canonical: nullable(canonicalId),
  dataset: text,
  received: text,
  handOver: integer,
  root: nullable(text),
  rootLabel: nullable(text),
  rootKind: nullable(text),
  rootSealed: nullable(boolean),
  source: text,
  label: nullable(text),
  kind: text,
  sealed: boolean,
  grade: text,
  firstHand: nullable(boolean),
};

/** One statement of a finding: its stance, and whose telling it is. */
export interface Telling extends Pick<
  Row<typeof shape>,
  "id" | "lang" | "canonical" | "dataset" | "received" | "grade"
> {
  readonly stance: "supports" | "contradicts";
  readonly source: string;
  /** The independent source in words; null: it is not known, and never counts. */
  readonly root: { readonly id: string; readonly words: string } | null;
  /** "first-hand", "retells Agency A", "source unknown". */
  readonly how: string;
  /** Whether it counts as an independent source: an analyst's own note does not. */
  readonly counts: boolean;
}

/** The statements of a finding with the roots of their sources, oldest hand-over first, what supports before what contradicts. */
export async function tellingsOf(reader: Reader, findingId: string): Promise<Telling[]> {
  const rows = await reader.database.rows(
    sql`
    with own as (
      select * from ${reader.table("finding_statement")}
      where finding_id = unhex(${/^(?:[0-9a-f]{2})+$/u.test(findingId) ? findingId : ""}))
    select own.statement_id as id, own.stance, min(s.lang) as lang, min(c.canonical_id) as canonical, d.dataset, d.received, d.hand_over_no as "handOver",
      own.root_id as root, r.label as "rootLabel", r.kind as "rootKind", r.is_sealed as "rootSealed",
      o.source_id as source, o.label, o.kind, o.is_sealed as sealed, o.reliability || o.credibility::varchar as grade, o.first_hand as "firstHand"
    from own
    join ${reader.table("dataset")} d using (dataset_no) join ${reader.table("source")} o using (source_id)
    left join ${reader.table("source")} r on r.source_id = own.root_id
    left join ${reader.table("statement")} s on s.statement_id = own.statement_id
    left join ${reader.table("cluster")} c on c.entity_id = s.entity_id
    group by all
    order by own.stance desc, d.hand_over_no, own.statement_id, own.root_id nulls last`,
    shape,
  );
  return rows.map(toTelling);
}

function toTelling(row: Row<typeof shape>): Telling {
  const { id, lang, canonical, dataset, received, grade } = row;
  const words =
    row.rootKind === null
      ? row.root
      : sourceWords({ label: row.rootLabel, kind: row.rootKind, sealed: row.rootSealed === true });
  const isNote = row.kind === noteKind;
  return {
    id,
    lang: languageTag(lang),
    canonical,
    dataset,
    received,
    grade,
    stance: row.stance === "contradicts" ? "contradicts" : "supports",
    source: sourceWords(row),
    root: row.root === null || words === null ? null : { id: row.root, words },
    how: howOf(row, words, isNote),
    counts: row.root !== null && !isNote,
  };
}

function howOf(row: Row<typeof shape>, root: string | null, isNote: boolean): string {
  if (isNote) return "an analyst's own note: does not count";
  if (root === null) return "source unknown: does not count";
  if (row.root !== row.source) return `retells ${root}`;
  return row.firstHand === true ? "first-hand" : "its own source";
}

/** An independent source and who tells its words; of an unknown one each hand-over stands for itself. */
export interface TreeRoot {
  readonly words: string;
  readonly isKnown: boolean;
  readonly counts: boolean;
  readonly tellings: readonly (Pick<Telling, "stance" | "dataset" | "received" | "grade" | "how"> & {
    readonly words: string;
    readonly statementIds: readonly StatementId[];
  })[];
}

/** The tree of a finding's sources: independent sources in the order of their first telling, the unknown last. */
export function treeOf(tellings: readonly Telling[]): TreeRoot[] {
  const roots = new Map<
    string,
    { words: string; isKnown: boolean; counts: boolean; tellings: Map<string, TreeRoot["tellings"][number]> }
  >();
  for (const telling of tellings) {
    const { id, stance, dataset, received, grade, source, how } = telling;
    const key = telling.root?.id ?? `unknown ${dataset}`;
    const root = roots.get(key) ?? {
      words: telling.root?.words ?? "source unknown",
      isKnown: telling.root !== null,
      counts: false,
      tellings: new Map<string, TreeRoot["tellings"][number]>(),
    };
    root.counts ||= telling.counts && stance === "supports";
    const told = root.tellings.get(`${dataset} ${stance}`);
    const statementIds = [...(told?.statementIds ?? []), id];
    root.tellings.set(`${dataset} ${stance}`, { stance, dataset, received, grade, words: source, how, statementIds });
    roots.set(key, root);
  }
  return [...roots.values()]
    .toSorted((left, right) => Number(right.isKnown) - Number(left.isKnown))
    .map((root) => ({ ...root, tellings: [...root.tellings.values()] }));
}

/** The count in one sentence: "Two tellings, one source." */
export function countInWords(tellings: readonly Telling[]): string {
  const told = (of: readonly Telling[]): number => new Set(of.map(({ dataset }) => dataset)).size;
  const sourcesOf = (of: readonly Telling[]): number =>
    new Set(of.flatMap(({ root, counts }) => (root && counts ? [root.id] : []))).size;
  const [supports, against] = [
    tellings.filter(({ stance }) => stance === "supports"),
    tellings.filter(({ stance }) => stance === "contradicts"),
  ];
  const unknown = told(supports.filter(({ counts }) => !counts));
  const parts = [
    `${inWords(told(supports), "telling")}, ${inWords(sourcesOf(supports), "known source")}`,
    ...(unknown > 0
      ? [`${inWords(unknown, "telling")} of unknown source ${unknown === 1 ? "does" : "do"} not count`]
      : []),
    ...(against.length > 0
      ? [`against it ${inWords(told(against), "telling")}, ${inWords(sourcesOf(against), "known source")}`]
      : []),
  ];
  const sentence = parts.join("; ").replaceAll("known source", unknown > 0 ? "known source" : "source");
  return `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}`;
}

const numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

const inWords = (count: number, noun: string): string => {
  const word = numbers[count];
  return word === undefined ? counted(count, noun) : `${word} ${noun}${count === 1 ? "" : "s"}`;
};
