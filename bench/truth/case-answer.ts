import type { Answer, Cell, Spot } from "../../examples/harbour/score.ts";
import type { Truth } from "../../examples/harbour/truth.ts";
import { groupBy } from "../../src/base/index.ts";
import type { OpenCase } from "../../src/casefile/index.ts";
import { integer, nullable, rawSql, text, type Row, type Shape } from "../../src/store/index.ts";

/** The path under `material/` that the truth knows a file of the case by; undefined for files of other lists. */
export type TruePath = (fileNo: number) => string | undefined;

/** What the case says, in the neutral form that the sample's scores take. Block sets are asked apart. */
export async function caseAnswer(open: OpenCase, truth: Truth, pathOf: TruePath): Promise<Omit<Answer, "blockSets">> {
  return {
    clusters: await clusters(open, pathOf),
    joinsOfPeople: await joinsOfPeople(open, pathOf),
    payments: await payments(open, pathOf),
    contradictions: await contradictions(open, truth, pathOf),
    roots: await roots(open, pathOf),
    cells: await cells(open, truth, pathOf),
  };
}

const rows = <Columns extends Shape>(open: OpenCase, query: string, shape: Columns): Promise<Row<Columns>[]> =>
  open.database.rows(rawSql(query), shape);

const spotShape = { file: integer, part: text, row: integer, column: nullable(integer) };
const naming = "('name', 'alias', 'weakAlias', 'previousName', 'accountNumber', 'iban', 'swiftBic')";

/** Contacts stand in property lines, one card a row, and a message names both ends: the truth names these by their role. */
const toSpot = (path: string, at: { part: string; row: number; column: number | null }): Spot =>
  path.endsWith(".vcf")
    ? { file: path, part: "", row: at.row, role: "contact" }
    : { file: path, part: partOf(path, at.part), row: at.row, column: (at.column ?? 0) + 1 };

/** The truth names the parts of workbooks and databases, and no part of a text file. */
const partOf = (path: string, part: string): string => (/\.(?:csv|tsv|vcf|zip)(?:!|$)/u.test(path) ? "" : part);

async function clusters(open: OpenCase, pathOf: TruePath): Promise<Answer["clusters"]> {
  const found = await rows(
    open,
    `with message_end as (
       select ends.value as entity_id, min(ends.prop) as role
       from held.current_statement ends join held.current_statement told on told.entity_id = ends.entity_id and told.prop = 'summary'
       where ends.schema = 'Payment' and ends.prop in ('payer', 'beneficiary') group by ends.value)
     select o.file_no as file, p.name as part, o.row_no as row, o.col_no as "column", m.role, c.canonical_id as cluster
     from held.current_occurrence o
     join held.current_statement s using (statement_id)
     join w_open.cluster c on c.entity_id = s.entity_id
     join held.current_part p on p.file_no = o.file_no and p.part = o.part
     left join message_end m on m.entity_id = s.entity_id
     where s.prop in ${naming}
     group by o.file_no, p.name, o.row_no, o.col_no, m.role, c.canonical_id, s.entity_id
     order by o.file_no, p.name, o.row_no, o.col_no, min(coalesce(instr(s.original_value, s.value), 0)), s.entity_id`,
    { ...spotShape, role: nullable(text), cluster: text },
  );
  return found.flatMap(({ file, role, cluster, ...at }) => {
    const path = pathOf(file);
    return path === undefined ? [] : [{ ...toSpot(path, at), ...(role !== null && { role }), cluster }];
  });
}

async function joinsOfPeople(open: OpenCase, pathOf: TruePath): Promise<Answer["joinsOfPeople"]> {
  const found = await rows(
    open,
    `with spot as (
       select s.entity_id, min(struct_pack(f := o.file_no, p := o.part, r := o.row_no, c := o.col_no)) as at, bool_or(s.schema = 'Person') as is_person
       from held.current_statement s join held.current_occurrence o using (statement_id) where s.prop in ${naming} group by s.entity_id)
     select l.at.f as file, lp.name as part, l.at.r as row, l.at.c as "column", r.at.f as "otherFile", rp.name as "otherPart", r.at.r as "otherRow", r.at.c as "otherColumn"
     from w_open.cluster c
     join spot l on l.entity_id = c.entity_id join spot r on r.entity_id = c.joined_to
     join held.current_part lp on lp.file_no = l.at.f and lp.part = l.at.p
     join held.current_part rp on rp.file_no = r.at.f and rp.part = r.at.p
     where (l.is_person or r.is_person) and c.joined_by not like 'judgement%'
     order by c.entity_id`,
    { ...spotShape, otherFile: integer, otherPart: text, otherRow: integer, otherColumn: nullable(integer) },
  );
  return found.flatMap((join) => {
    const [left, right] = [pathOf(join.file), pathOf(join.otherFile)];
    if (left === undefined || right === undefined) return [];
    return [
      {
        left: toSpot(left, join),
        right: toSpot(right, { part: join.otherPart, row: join.otherRow, column: join.otherColumn }),
      },
    ];
  });
}

async function payments(open: OpenCase, pathOf: TruePath): Promise<Answer["payments"]> {
  const found = await rows(
    open,
    `select distinct o.file_no as file, p.name as part, o.row_no as row, m.payment_id as payment
     from w_open.payment m
     join held.current_statement s using (entity_id)
     join held.current_occurrence o using (statement_id)
     join held.current_part p on p.file_no = o.file_no and p.part = o.part
     where s.schema = 'Payment' order by o.file_no, p.name, o.row_no, m.payment_id`,
    { file: integer, part: text, row: integer, payment: text },
  );
  return found.flatMap(({ file, part, row, payment }) => {
    const path = pathOf(file);
    return path === undefined ? [] : [{ file: path, part: partOf(path, part), row, payment }];
  });
}

async function contradictions(open: OpenCase, truth: Truth, pathOf: TruePath): Promise<Answer["contradictions"]> {
  const found = await rows(
    open,
    `select hex(f.finding_id) as id, o.file_no as file, p.name as part, o.row_no as row, o.col_no as "column",
       coalesce(s.original_value, s.value) || chr(10) || s.value as text
     from w_open.finding f
     join w_open.finding_statement fs using (finding_id)
     join held.current_statement s using (statement_id)
     join held.current_occurrence o using (statement_id)
     join held.current_part p on p.file_no = o.file_no and p.part = o.part
     where f.verdict = 'contradicted' order by f.finding_id, o.file_no, o.part, o.row_no, o.col_no`,
    { id: text, ...spotShape, text },
  );
  return [...groupBy(found, (place) => place.id).values()].map((places) => ({
    places: places.flatMap((place) => [...toCell(place, pathOf), ...cardCellsOf(place, truth, pathOf(place.file))]),
  }));
}

async function roots(open: OpenCase, pathOf: TruePath): Promise<Answer["roots"]> {
  const found = await rows(
    open,
    `select p.file_no as file, p.name as part, coalesce(r.row_from, 1) as "from", coalesce(r.row_to, 1000000000) as "to", r.root_id as root
     from w_open.root r
     join held.current_file f on f.dataset_no = r.dataset_no and (r.file_no is null or r.file_no = f.file_no)
     join held.current_part p on p.file_no = f.file_no and (r.part is null or r.part = p.part)
     order by p.file_no, p.part, 3, 4, r.root_id`,
    { file: integer, part: text, from: integer, to: integer, root: nullable(text) },
  );
  return found.flatMap(({ file, part, from, to, root }) => {
    const path = pathOf(file);
    return path === undefined ? [] : [{ file: path, part: partOf(path, part), rowFrom: from, rowTo: to, root }];
  });
}

/** Cells that became a value or a fault; cards have no columns, so theirs are found by their text. */
async function cells(open: OpenCase, truth: Truth, pathOf: TruePath): Promise<Cell[]> {
  const found = await rows(
    open,
    `select o.file_no as file, p.name as part, o.row_no as row, o.col_no as "column" from held.current_occurrence o
       join held.current_part p on p.file_no = o.file_no and p.part = o.part
     union
     select x.file_no, p.name, x.row_no, x.col_no from held.current_fault x
       join held.current_part p on p.file_no = x.file_no and p.part = x.part where x.row_no is not null
     order by 1, 2, 3, 4`,
    spotShape,
  );
  return [...found.flatMap((place) => toCell(place, pathOf)), ...(await cardCells(open, truth, pathOf))];
}

async function cardCells(open: OpenCase, truth: Truth, pathOf: TruePath): Promise<Cell[]> {
  const said = await rows(
    open,
    `select o.file_no as file, o.row_no as row, coalesce(s.original_value, s.value) || chr(10) || s.value as text
     from held.current_occurrence o join held.current_statement s using (statement_id)
     join held.current_file f on f.file_no = o.file_no and f.form = 'vcard' order by o.file_no, o.row_no, text`,
    { file: integer, row: integer, text },
  );
  return said.flatMap((each) => cardCellsOf(each, truth, pathOf(each.file)));
}

/** The cells of a card that a statement's text holds. */
const cardCellsOf = (said: { row: number; text: string }, truth: Truth, path: string | undefined): Cell[] =>
  truth.tables
    .filter((table) => table.file === path && table.file.endsWith(".vcf"))
    .flatMap((table) =>
      table.cells
        .filter(([row]) => row === said.row)
        .flatMap(([row, ...texts]) =>
          texts.flatMap((cell, index) =>
            cell !== null && folded(said.text).includes(folded(cell))
              ? [{ file: table.file, part: table.part, row, column: index + 1 }]
              : [],
          ),
        ),
    );

const folded = (value: string): string =>
  value
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\n]/gu, "");

function toCell(place: { file: number; part: string; row: number; column: number | null }, pathOf: TruePath): Cell[] {
  const path = pathOf(place.file);
  if (path === undefined || place.column === null || path.endsWith(".vcf")) return [];
  return [{ file: path, part: partOf(path, place.part), row: place.row, column: place.column + 1 }];
}
