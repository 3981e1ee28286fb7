import type { PropertyName } from "../../model/index.ts";
import { findDayOrders, type DayOrders } from "../sentences/day-orders.ts";
import { currencyOf } from "../sentences/find-money.ts";
import { readPayments, type ToldPayment } from "../sentences/read-payment.ts";
import type { PaymentEnd } from "../sentences/read-end.ts";
import { valuesAt, type FormValue } from "./form-value.ts";
import type { DatabaseRow, PartValue } from "./database-row.ts";

type Tables = ReadonlyMap<string, readonly DatabaseRow[]>;

/** Who is at the other end of a message; the column that says it. */
interface OtherEnd {
  readonly address: string;
  readonly column: string;
}

/** How a table of messages is laid out: names of its columns, and how its ends, times and directions are written. */
interface Layout {
  readonly table: string;
  readonly body: string;
  readonly date: string;
  /** Columns that the table has in this layout and in no other. */
  readonly has: readonly string[];
  readonly timeOf: (raw: string) => string | undefined;
  readonly isSent: (row: DatabaseRow) => boolean;
  /** Prepares the look-up of a message's other ends. */
  readonly endsOf: (tables: Tables) => (row: DatabaseRow) => readonly OtherEnd[];
}

const isoOf = (ms: number): string | undefined =>
  Number.isFinite(ms) && ms > 0 ? new Date(ms).toISOString().slice(0, 19) : undefined;

const appleEpochMs = Date.UTC(2001, 0, 1);

/** Apple counts from 2001: in nanoseconds since iOS 11 and macOS 10.13, in seconds before. */
const appleTime = (raw: string): string | undefined => {
  const count = Number(raw);
  if (!(count > 0)) return undefined;
  return isoOf(appleEpochMs + (count > 1e12 ? count / 1e6 : count * 1000));
};

const android: Layout = {
  table: "sms",
  body: "body",
  date: "date",
  has: ["address", "body"],
  timeOf: (raw) => isoOf(Number(raw)),
  isSent: (row) => row.cells.get("type") === "2",
  endsOf: () => (row) => [{ address: row.cells.get("address") ?? "", column: "address" }],
};

const apple: Layout = {
  table: "message",
  body: "text",
  date: "date",
  has: ["text", "handle_id", "is_from_me"],
  timeOf: appleTime,
  isSent: (row) => row.cells.get("is_from_me") === "1",
  endsOf: appleEnds,
};

const layouts: readonly Layout[] = [android, apple];

/** A message names its handle; one sent into a chat of several names the chat, which names them all. */
function appleEnds(tables: Tables): (row: DatabaseRow) => readonly OtherEnd[] {
  const rowsOfTable = (table: string): readonly DatabaseRow[] => tables.get(table) ?? [];
  const idOf = (row: DatabaseRow): string => row.cells.get("rowid") ?? String(row.rowNo);
  const addressByHandle = new Map(rowsOfTable("handle").map((row) => [idOf(row), row.cells.get("id") ?? ""]));
  const chatByMessage = new Map(
    rowsOfTable("chat_message_join").map((row) => [row.cells.get("message_id") ?? "", row.cells.get("chat_id") ?? ""]),
  );
  const handlesByChat = new Map<string, string[]>();
  for (const row of rowsOfTable("chat_handle_join")) {
    const chat = row.cells.get("chat_id") ?? "";
    handlesByChat.set(chat, [...(handlesByChat.get(chat) ?? []), row.cells.get("handle_id") ?? ""]);
  }
  return (row) => {
    const own = addressByHandle.get(row.cells.get("handle_id") ?? "");
    const isSent = row.cells.get("is_from_me") === "1";
    const inChat = isSent ? (handlesByChat.get(chatByMessage.get(idOf(row)) ?? "") ?? []) : [];
    const addresses = inChat.map((handle) => addressByHandle.get(handle) ?? "").filter((address) => address !== "");
    const all = addresses.length > 0 ? addresses : [own ?? ""];
    return all.map((address) => ({ address, column: "handle_id" }));
  };
}

/** Whether the tables of a database hold messages in a known layout. */
export const holdsMessages = (tables: Tables): boolean => layouts.some((layout) => rowsOf(tables, layout).length > 0);

/**
 * The messages of a phone (Android's mmssms.db, Apple's chat.db and sms.db): sender, recipients, time (UTC), text, the
 * number or address at the other end as a LegalEntity of its own, and the payments that the text reports.
 */
export function messagesValues(tables: Tables, idOf: (text: string) => string): PartValue[] {
  return layouts.flatMap((layout) => {
    const rows = rowsOf(tables, layout);
    if (rows.length === 0) return [];
    const endsOf = layout.endsOf(tables);
    const orders = findDayOrders(rows.map((row) => row.cells.get(layout.body) ?? ""));
    return rows.flatMap((row) => messageValues(layout, { row, ends: endsOf(row), orders }, idOf));
  });
}

const rowsOf = (tables: Tables, layout: Layout): readonly DatabaseRow[] =>
  (tables.get(layout.table) ?? []).filter((row) => layout.has.every((column) => row.columns.has(column)));

function messageValues(
  layout: Layout,
  { row, ends, orders }: { readonly row: DatabaseRow; readonly ends: readonly OtherEnd[]; readonly orders: DayOrders },
  idOf: (text: string) => string,
): PartValue[] {
  const columnOf = (name: string): number | null => row.columns.get(name) ?? null;
  const holder = idOf("holder of the telephone");
  const message = valuesAt(idOf(`message ${row.rowNo}`), "Message", row.rowNo);
  const written = row.cells.get(layout.date) ?? "";
  const isSent = layout.isSent(row);
  const found = ends.flatMap(({ address: raw, column }) => {
    const address = raw.trim();
    const at = columnOf(column);
    const stood = row.cells.get(column) ?? address;
    const other = address === "" ? holder : idOf(`number ${address.replaceAll(/[^\d+\p{L}@.]/gu, "")}`);
    const [sender, recipient] = isSent ? [holder, other] : [other, holder];
    const reach = address.includes("@") ? "email" : "phone";
    return [
      message("sender", sender, at, stood),
      message("recipients", recipient, at, stood),
      ...(address === "" ? [] : [valuesAt(other, "LegalEntity", row.rowNo)(reach, address, at, stood)]),
      valuesAt(holder, "LegalEntity", row.rowNo)("notes", "the holder of the telephone", at, stood),
    ];
  });
  const body = row.cells.get(layout.body) ?? "";
  const told = readPayments(body, layout.timeOf(written), orders).flatMap((payment, index) =>
    paymentValues(payment, { row, column: columnOf(layout.body), body }, (text) =>
      idOf(`message ${row.rowNo} payment ${index} ${text}`),
    ),
  );
  return [
    message("bodyText", body, columnOf(layout.body)),
    message("date", layout.timeOf(written) ?? "", columnOf(layout.date), written),
    ...found,
    ...told,
  ]
    .filter((value) => value.raw !== "")
    .map((value) => ({ ...value, part: row.part }));
}

/** A payment that a message reports, in the place of the message; its ends are entities of their own. */
function paymentValues(
  told: ToldPayment,
  at: { readonly row: DatabaseRow; readonly column: number | null; readonly body: string },
  idOf: (text: string) => string,
): FormValue[] {
  const say = (entity: string, schema: "Payment" | "LegalEntity" | "BankAccount") => {
    const value = valuesAt(entity, schema, at.row.rowNo);
    return (prop: PropertyName, raw: string): FormValue => value(prop, raw, at.column, at.body);
  };
  const payment = say(idOf("told"), "Payment");
  const end = (role: "payer" | "beneficiary", named: PaymentEnd | undefined): FormValue[] => {
    const [party, account] = [idOf(role), idOf(`${role} account`)];
    return [
      ...(named?.name === undefined ? [] : [payment(role, party), say(party, "LegalEntity")("name", named.name)]),
      ...(named?.account === undefined
        ? []
        : [payment(`${role}Account`, account), say(account, "BankAccount")("accountNumber", named.account)]),
    ];
  };
  const currency = currencyOf(told.amount);
  return [
    payment("summary", told.text),
    payment("amount", told.amount),
    ...(currency === undefined ? [] : [payment("currency", currency)]),
    ...(told.date === undefined ? [] : [payment("date", told.date)]),
    ...end("payer", told.payer),
    ...end("beneficiary", told.beneficiary),
  ];
}
