import type { LedgerEvent } from "./answer.ts";

const letters = ["J", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"];

/** How many events each month has; the rule of counting stands under it. */
export function Months({ events }: { readonly events: readonly LedgerEvent[] }) {
  const counts = new Map<string, number>();
  const dated = events.filter(({ from, precision }) => from !== null && precision !== "year");
  for (const { from } of dated) counts.set((from ?? "").slice(0, 7), (counts.get((from ?? "").slice(0, 7)) ?? 0) + 1);
  const years = [...new Set([...counts.keys()].map((month) => month.slice(0, 4)))].toSorted().slice(-8);
  if (years.length === 0) return null;
  return (
    <figure className="ledger-months">
      <table>
        <thead>
          <tr>
            <th scope="col">Events</th>
            {letters.map((letter, month) => (
              <th key={month} scope="col" aria-label={`month ${month + 1}`}>
                {letter}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              {letters.map((_, month) => {
                const count = counts.get(`${year}-${String(month + 1).padStart(2, "0")}`);
                return <td key={month}>{count ?? <span aria-label="0">·</span>}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <figcaption className="second note">
        Events, not reports: retellings count once. {events.length - dated.length} have no month. What is not reported
        is not here.
      </figcaption>
    </figure>
  );
}
