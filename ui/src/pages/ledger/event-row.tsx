import { Link } from "wouter";
import { linkTo, useAddress } from "../../app/address.ts";
import { IsoDate, StateMark, Value, wholeToText } from "../../parts/index.ts";
import type { LedgerEvent } from "./answer.ts";

/** An event in one row: when, what, on how many independent sources, denied or not. */
export function EventRow({ event }: { readonly event: LedgerEvent }) {
  const [{ at, panel }] = useAddress();
  return (
    <li className="ledger-event" data-chosen={at === event.eventId || undefined}>
      <span className="ledger-date">
        <IsoDate date={dateOf(event)} missing="no date is told" />
      </span>
      <Link href={linkTo("/ledger", { at: event.eventId, panel })}>
        <Value text={event.title} />
      </Link>
      <span className="second">
        {[event.type, event.place ?? event.country].filter((word) => word !== null).join(", ")}
      </span>
      <StateMark state={stateOf(event)} word={sourcesWords(event)} />
      <span className="second">
        {wholeToText(event.claims)} claims in {wholeToText(event.documents)} documents
        {event.deniedBy.length > 0 && `; denied by ${event.deniedBy.join(", ")}`}
        {event.unconfirmedBy.length > 0 && `; not confirmed by ${event.unconfirmedBy.join(", ")}`}
        {event.isGuarded && "; guarded: country and month only"}
      </span>
    </li>
  );
}

/** At the event's own precision. */
export function dateOf({ from, precision }: Pick<LedgerEvent, "from" | "precision">): string | null {
  if (from === null) return null;
  if (precision === "year") return from.slice(0, 4);
  return precision === "month" ? from.slice(0, 7) : from.slice(0, 10);
}

const stateOf = ({ rootsLeast, deniedBy }: LedgerEvent): string =>
  deniedBy.length > 0
    ? "contradicted"
    : rootsLeast >= 2
      ? "corroborated"
      : rootsLeast === 1
        ? "one-source"
        : "unknown source";

/** How many independent sources, as a range where it may be one. */
export function sourcesWords({ rootsLeast, rootsMost }: Pick<LedgerEvent, "rootsLeast" | "rootsMost">): string {
  if (rootsMost === 0) return "source unknown";
  const count = rootsLeast === rootsMost ? String(rootsLeast) : `${rootsLeast} to ${rootsMost}`;
  return `${count} independent source${count === "1" ? "" : "s"}`;
}
