import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { callApi } from "../../api/call.ts";
import { useCase } from "../../api/use-case.ts";
import { Asked, DataTable, Money, useRows, Value, wholeToText, type Column } from "../../parts/index.ts";
import { amountToText } from "../../parts/index.ts";
import type { Entity, Payment } from "./answer.ts";
import { TimePlot } from "./time-plot.tsx";

interface PaymentsProps {
  readonly id: string;
  readonly money: Entity["money"];
}

/** What it paid and was paid: by time, by counterparty, one by one. */
// oxlint-disable-next-line import/no-default-export -- `lazy` takes a default
export default function Payments({ id, money }: PaymentsProps) {
  const payments = useQuery({
    queryKey: ["payments-of", id],
    queryFn: ({ signal }) => callApi("GET /api/entities/:id/payments", { params: { id } }, signal),
  });
  const open = useCase();
  if (!open) return null;
  const { currency, minorDigits: digits } = open;
  if (money.length === 0) return <p className="second">No payment of it is recorded.</p>;
  return (
    <div className="entity-payments">
      <Asked query={payments} rows={10}>
        {({ count, payments }) => (
          <>
            <TimePlot payments={payments} digits={digits} currency={currency} />
            <Counterparties money={money} currency={currency} digits={digits} />
            {count > payments.length && (
              <p>
                The first {wholeToText(payments.length)} of {wholeToText(count)} payments, by their days.
              </p>
            )}
            <PaymentTable payments={payments} currency={currency} digits={digits} />
          </>
        )}
      </Asked>
    </div>
  );
}

interface InCurrency {
  readonly currency: string;
  readonly digits: number;
}

const Counterparties = ({ money, currency, digits }: InCurrency & { readonly money: Entity["money"] }) => (
  <div className="entity-table" tabIndex={0} role="region" aria-label="By counterparty">
    <table>
      <thead>
        <tr>
          <th scope="col">Counterparty</th>
          <th scope="col">Direction</th>
          <th scope="col" className="number">
            {currency}
          </th>
          <th scope="col" className="number">
            Payments
          </th>
          <th scope="col">From</th>
          <th scope="col">To</th>
        </tr>
      </thead>
      <tbody>
        {money.map((party) => (
          <tr key={`${party.direction} ${party.otherId}`}>
            <th scope="row">
              {party.isClosed ? (
                <Value text={party.otherCaption} />
              ) : (
                <Link href={`/entities/${encodeURIComponent(party.otherId)}`}>
                  <Value text={party.otherCaption} />
                </Link>
              )}
            </th>
            <td>{party.direction === "to" ? "paid" : "was paid by"}</td>
            <td className="number">
              <Money minor={party.caseMinor} digits={digits} missing="no rate is known" />
            </td>
            <td className="number">{wholeToText(party.payments)}</td>
            <td className="day">{party.first}</td>
            <td className="day">{party.last}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const columnsIn = ({ currency, digits }: InCurrency): readonly Column<Payment>[] => [
  { id: "day", head: "Day", priority: 1, least: 96, cell: ({ from }) => from ?? "-", text: ({ from }) => from ?? "" },
  {
    id: "direction",
    head: "Direction",
    priority: 2,
    least: 90,
    cell: ({ direction }) => (direction === "to" ? "paid" : "was paid by"),
    text: ({ direction }) => (direction === "to" ? "paid" : "was paid by"),
  },
  {
    id: "other",
    head: "Counterparty",
    priority: 0,
    least: 140,
    grow: 2,
    cell: ({ otherCaption }) => <Value text={otherCaption} isCell />,
    text: ({ otherCaption }) => otherCaption,
  },
  {
    id: "money",
    head: currency,
    priority: 0,
    least: 110,
    isNumber: true,
    cell: ({ caseMinor }) => <Money minor={caseMinor} digits={digits} missing="no rate is known" />,
    text: ({ caseMinor }) => (caseMinor === null ? "" : amountToText(BigInt(caseMinor), digits)),
  },
];

function PaymentTable({ payments, ...inCurrency }: InCurrency & { readonly payments: readonly Payment[] }) {
  const [focus, setFocus] = useState(-1);
  const { currency, digits } = inCurrency;
  const [columns] = useState(() => columnsIn({ currency, digits }));
  return (
    <div className="entity-places">
      <DataTable
        label="Payments one by one"
        source={useRows(payments)}
        columns={columns}
        rowId={({ paymentId, direction, otherId }) => `${paymentId} ${direction} ${otherId}`}
        focus={focus}
        onFocus={setFocus}
        csvName="payments"
      />
    </div>
  );
}
