import { useState } from "react";
import { useLocation } from "wouter";
import { linkTo } from "../../app/address.ts";
import { DataTable, useRows, Value, type Column } from "../../parts/index.ts";
import type { RecordedValue } from "./answer.ts";

const columns: readonly Column<RecordedValue>[] = [
  { id: "prop", head: "Property", priority: 1, least: 120, cell: ({ prop }) => prop, text: ({ prop }) => prop },
  {
    id: "value",
    head: "Value",
    priority: 0,
    least: 160,
    grow: 2,
    cell: ({ value }) => <Value text={value} isCell />,
    text: ({ value }) => value,
  },
  {
    id: "place",
    head: "Place",
    priority: 0,
    least: 140,
    grow: 2,
    cell: ({ locator }) => <Value text={locator ?? "no file holds it"} isCode isCell />,
    text: ({ locator }) => locator ?? "",
  },
  {
    id: "source",
    head: "Source",
    priority: 2,
    least: 140,
    grow: 1,
    cell: ({ source, grade }) => `${source} ${grade}`,
    text: ({ source, grade }) => `${source} ${grade}`,
  },
];

/** Every recorded value of the entity at its place; Enter opens it. */
export function Places({ values }: { readonly values: readonly RecordedValue[] }) {
  const [focus, setFocus] = useState(-1);
  const [, navigate] = useLocation();
  const open = (index: number) => {
    const locator = values[index]?.locator;
    if (locator) navigate(linkTo("/files", { at: locator }));
  };
  return (
    <div className="entity-places">
      <DataTable
        label="Where it stands"
        source={useRows(values)}
        columns={columns}
        rowId={({ statementId }) => statementId}
        focus={focus}
        onFocus={setFocus}
        onOpen={open}
        csvName="places"
      />
    </div>
  );
}
