import { Link } from "wouter";
import type { Answer } from "../../api/answers.ts";
import { touchedMoney } from "../../lists/touched-money.tsx";
import type { RowOf } from "../../lists/use-frozen-view.ts";
import { StateMark, Value, wholeToText, type Column } from "../../parts/index.ts";

type Entity = RowOf<"entities">;

/** Name and money never hide. */
export function entityColumns(open: Answer<"GET /api/case"> | undefined): readonly Column<Entity>[] {
  return [...plainColumns, touchedMoney(open)];
}

const plainColumns: readonly Column<Entity>[] = [
  {
    id: "name",
    head: "Entity",
    priority: 0,
    least: 140,
    grow: 4,
    sort: "name",
    cell: ({ id, caption, lang, isNew }) => (
      <>
        <Link href={`/entities/${encodeURIComponent(id)}`} tabIndex={-1}>
          <Value text={caption} lang={lang} isCell />
        </Link>{" "}
        {isNew && <StateMark state="new" isShapeOnly />}
      </>
    ),
    text: ({ caption }) => caption,
  },
  {
    id: "schema",
    head: "Type",
    priority: 2,
    least: 110,
    grow: 1,
    cell: ({ schema }) => schema,
    text: ({ schema }) => schema,
  },
  {
    id: "country",
    head: "Country",
    priority: 3,
    least: 76,
    cell: ({ countries }) => countries.join(" "),
    text: ({ countries }) => countries.join(" "),
  },
  {
    id: "members",
    head: "Entries",
    priority: 4,
    least: 72,
    isNumber: true,
    sort: "members",
    cell: ({ members }) => wholeToText(members),
    text: ({ members }) => String(members),
  },
  {
    id: "findings",
    head: "Findings",
    priority: 3,
    least: 80,
    isNumber: true,
    sort: "findings",
    cell: ({ findings }) => wholeToText(findings),
    text: ({ findings }) => String(findings),
  },
  {
    id: "contradicted",
    head: "Contradicted",
    priority: 1,
    least: 96,
    isNumber: true,
    sort: "contradicted",
    cell: ({ contradicted }) =>
      contradicted === 0 ? "0" : <StateMark state="contradicted" word={wholeToText(contradicted)} />,
    text: ({ contradicted }) => String(contradicted),
  },
];
