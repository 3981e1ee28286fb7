import type { Answer } from "../../api/answers.ts";
import { touchedMoney } from "../../lists/touched-money.tsx";
import type { RowOf } from "../../lists/use-frozen-view.ts";
import { IsoDate, StateMark, Value, type Column } from "../../parts/index.ts";

type Finding = RowOf<"findings">;

/** Finding, entity, value and money never hide. */
export function findingColumns(open: Answer<"GET /api/case"> | undefined): readonly Column<Finding>[] {
  return [...plainColumns, touchedMoney(open)];
}

const plainColumns: readonly Column<Finding>[] = [
  {
    id: "finding",
    head: "Finding",
    priority: 0,
    least: 136,
    sort: "state",
    cell: ({ state, isNew }) => (
      <>
        <StateMark state={state} /> {isNew && <StateMark state="new" isShapeOnly />}
      </>
    ),
    text: ({ state, isNew }) => (isNew ? `${state}, new` : state),
  },
  {
    id: "entity",
    head: "Entity",
    priority: 0,
    least: 140,
    grow: 3,
    sort: "entity",
    cell: ({ entity }) => <Value text={entity.caption} isCell />,
    text: ({ entity }) => entity.caption,
  },
  {
    id: "property",
    head: "Property",
    priority: 1,
    least: 104,
    grow: 1,
    sort: "property",
    cell: ({ propertyWords }) => propertyWords,
    text: ({ propertyWords }) => propertyWords,
  },
  {
    id: "value",
    head: "Value",
    priority: 0,
    least: 130,
    grow: 3,
    sort: "value",
    cell: ({ value }) => <Value text={value.text} lang={value.lang} isCell />,
    text: ({ value }) => value.text,
  },
  {
    id: "sources",
    head: "Sources",
    priority: 2,
    least: 68,
    isNumber: true,
    sort: "sources",
    cell: sourcesText,
    text: sourcesText,
  },
  {
    id: "seen",
    head: "Seen",
    priority: 3,
    least: 196,
    sort: "day",
    cell: ({ seen }) => (seen ? <Seen {...seen} /> : null),
    text: ({ seen }) => (seen ? `${seen.from}..${seen.to}` : ""),
  },
];

function sourcesText({ sources: { least, most } }: Finding): string {
  return least === most ? String(least) : `${least}-${most}`;
}

const Seen = ({ from, to }: { readonly from: string; readonly to: string }) =>
  from === to ? (
    <IsoDate date={from} />
  ) : (
    <>
      <IsoDate date={from} /> – <IsoDate date={to} />
    </>
  );
