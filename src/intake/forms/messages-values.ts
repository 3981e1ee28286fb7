import { valuesAt } from "./form-value.ts";
import type { DatabaseRow, PartValue } from "./contacts-values.ts";

/** How a table of messages is laid out: names of its columns, and how its times and directions are written. */
interface Layout {
  readonly table: string;
  readonly address: string;
  readonly body: string;
  readonly date: string;
  readonly timeOf: (raw: string) => string | undefined;
  readonly isSent: (row: DatabaseRow) => boolean;
}

const isoOf = (ms: number): string | undefined =>
  Number.isFinite(ms) && ms > 0 ? new Date(ms).toISOString().slice(0, 19) : undefined;

const layouts: readonly Layout[] = [
  {
    table: "sms",
    address: "address",
    body: "body",
    date: "date",
    timeOf: (raw) => isoOf(Number(raw)),
    isSent: (row) => row.cells.get("type") === "2",
  },
];

/** Whether the tables of a database hold messages in a known layout. */
export const holdsMessages = (tables: ReadonlyMap<string, readonly DatabaseRow[]>): boolean =>
  layouts.some((layout) => rowsOf(tables, layout).length > 0);

/**
 * The messages of a phone (Android's mmssms.db): sender, recipient, time (UTC), text, and the number at the other end as
 * a LegalEntity of its own. What the sentences say is not read here.
 */
export function messagesValues(
  tables: ReadonlyMap<string, readonly DatabaseRow[]>,
  idOf: (text: string) => string,
): PartValue[] {
  return layouts.flatMap((layout) => rowsOf(tables, layout).flatMap((row) => messageValues(layout, row, idOf)));
}

const rowsOf = (tables: ReadonlyMap<string, readonly DatabaseRow[]>, layout: Layout): readonly DatabaseRow[] =>
  (tables.get(layout.table) ?? []).filter((row) => row.columns.has(layout.body) && row.columns.has(layout.address));

function messageValues(layout: Layout, row: DatabaseRow, idOf: (text: string) => string): PartValue[] {
  const body = row.cells.get(layout.body) ?? "";
  const address = row.cells.get(layout.address)?.trim() ?? "";
  const holder = idOf("holder of the telephone");
  const other = address === "" ? holder : idOf(`number ${address.replaceAll(/[^\d+\p{L}@.]/gu, "")}`);
  const [sender, recipient] = layout.isSent(row) ? [holder, other] : [other, holder];
  const columnOf = (name: string): number | null => row.columns.get(name) ?? null;
  const message = valuesAt(idOf(`message ${row.rowNo}`), "Message", row.rowNo);
  const time = layout.timeOf(row.cells.get(layout.date) ?? "");
  const found = [
    message("bodyText", body, columnOf(layout.body)),
    message("sender", sender, columnOf(layout.address), address),
    message("recipients", recipient, columnOf(layout.address), address),
    ...(time === undefined ? [] : [message("date", time, columnOf(layout.date), row.cells.get(layout.date) ?? "")]),
    ...(address === "" ? [] : [valuesAt(other, "LegalEntity", row.rowNo)("phone", address, columnOf(layout.address))]),
    valuesAt(holder, "LegalEntity", row.rowNo)(
      "notes",
      "the holder of the telephone",
      columnOf(layout.address),
      address,
    ),
  ];
  return found.filter((value) => value.raw !== "").map((value) => ({ ...value, part: row.part }));
}
