import { Link } from "wouter";
import { linkTo, useAddress } from "../../app/address.ts";
import { Missing, StateMark, Value, counted } from "../../parts/index.ts";
import type { LedgerEvent } from "./answer.ts";
import { whenText } from "./when.ts";

/** An event in one row: when, what, on how many independent sources, denied or not. */
export function EventRow({ event }: { readonly event: LedgerEvent }) {
  const [{ at, panel }] = useAddress();
  return (
    <li className="ledger-event" data-chosen={at === event.eventId || undefined}>
      <span className="ledger-date">{whenText(event) ?? <Missing why="no date is told" />}</span>
      <Link href={linkTo("/ledger", { at: event.eventId, panel })}>
        <Value text={event.title} />
      </Link>
      <span className="second">
        {[event.type, event.place ?? event.country].filter((word) => word !== null).join(", ")}
      </span>
      <StateMark state={stateOf(event)} word={sourcesWords(event)} />
      <span className="second">
        {counted(event.claims, "claim")} in {counted(event.documents, "document")}
        {event.deniedBy.length > 0 && `; denied by ${event.deniedBy.join(", ")}`}
        {event.unconfirmedBy.length > 0 && `; not confirmed by ${event.unconfirmedBy.join(", ")}`}
        {event.isGuarded && "; guarded: country and month only"}
      </span>
    </li>
  );
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
