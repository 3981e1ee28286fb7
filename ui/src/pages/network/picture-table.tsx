import { useMemo, useState } from "react";
import { DataTable, IsoDate, Money, useRows, Value, type Column } from "../../parts/index.ts";
import type { Net, NetChannel } from "./net.ts";
import type { Network } from "./use-network.ts";

/** The content of the picture as a table: one row for each channel, the largest first. */
export function PictureTable({ network }: { readonly network: Network }) {
  const { net, unit, isBlock, change } = network;
  const [focus, setFocus] = useState(-1);
  const rows = useMemo(
    () =>
      [...(net?.channels ?? []), ...(net ? insideOf(net) : [])].toSorted(
        (left, right) =>
          sizeOf(right, isBlock) - sizeOf(left, isBlock) ||
          (left.payer + left.payee < right.payer + right.payee ? -1 : 1),
      ),
    [net, isBlock],
  );
  const columns = useMemo(() => (net ? columnsOf(net, unit.digits, isBlock) : []), [net, unit, isBlock]);
  const source = useRows(rows);
  const open = (index: number) => {
    const row = rows[index];
    setFocus(index);
    if (row) change({ at: row.payer === row.payee ? row.payer : idOf(row) });
  };
  return (
    <>
      <p className="network-words note">{network.words}</p>
      <DataTable
        label="Channels of money in the picture"
        source={source}
        columns={columns}
        rowId={idOf}
        focus={focus}
        onFocus={open}
        onOpen={open}
        csvName="network"
      />
    </>
  );
}

/** What members of a bundle pay each other: no line of the picture, and a row of its own here. */
const insideOf = ({ nodes }: Net): NetChannel[] =>
  [...nodes.values()].flatMap(({ id, several }) =>
    several?.kind === "community" && several.inside.channels > 0
      ? [{ ...several.inside, payer: id, payee: id, before: null, after: null }]
      : [],
  );

const idOf = ({ payer, payee }: NetChannel): string => `${payer}>${payee}`;

const sizeOf = ({ minor, before, after }: NetChannel, isBlock: boolean): number =>
  isBlock ? Math.abs((before ?? 0) - (after ?? 0)) : minor;

function columnsOf(net: Net, digits: number, isBlock: boolean): readonly Column<NetChannel>[] {
  const name = (id: string): string => net.nodes.get(id)?.name ?? id;
  const money = (id: string, head: string, of: (row: NetChannel) => number): Column<NetChannel> => ({
    id,
    head,
    priority: 0,
    least: 142,
    isNumber: true,
    cell: (row) => <Money minor={String(Math.round(of(row)))} digits={digits} />,
    text: (row) => String(of(row) / 10 ** digits),
  });
  const day = (id: string, head: string, of: (row: NetChannel) => string | null): Column<NetChannel> => ({
    id,
    head,
    priority: 3,
    least: 92,
    cell: (row) => <IsoDate date={of(row)} />,
    text: (row) => of(row) ?? "",
  });
  const party = (id: string, head: string, called: (row: NetChannel) => string): Column<NetChannel> => ({
    id,
    head,
    priority: 0,
    least: 110,
    grow: 1,
    cell: (row) => <Value text={called(row)} lang={null} isCell />,
    text: called,
  });
  const count = (id: string, head: string, of: (row: NetChannel) => number): Column<NetChannel> => ({
    id,
    head,
    priority: 2,
    least: 76,
    isNumber: true,
    cell: (row) => of(row),
    text: (row) => String(of(row)),
  });
  return [
    party("payer", "Payer", ({ payer }) => name(payer)),
    party("payee", "Payee", ({ payer, payee }) => (payer === payee ? "each other" : name(payee))),
    money("amount", isBlock ? "Seen" : "Amount", ({ minor }) => minor),
    ...(isBlock
      ? [
          money("stopped", "Stopped", ({ before, after }) => Math.max(0, (before ?? 0) - (after ?? 0))),
          money("extra", "Extra", ({ before, after }) => Math.max(0, (after ?? 0) - (before ?? 0))),
          money("still", "Still moves", ({ before, after }) => Math.min(before ?? 0, after ?? 0)),
        ]
      : []),
    count("payments", "Payments", ({ payments }) => payments),
    count("sources", "Sources", ({ rootsMost }) => rootsMost),
    day("first", "First", ({ firstDay }) => firstDay),
    day("last", "Last", ({ lastDay }) => lastDay),
  ];
}
