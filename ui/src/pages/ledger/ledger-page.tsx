import { useQuery } from "@tanstack/react-query";
import { callApi } from "../../api/call.ts";
import { linkTo, useAddress } from "../../app/address.ts";
import { UndoLine } from "../../decisions/undo-line.tsx";
import { Asked, Empty, PageFrame, PageTabs, wholeToText } from "../../parts/index.ts";
import type { Ledger } from "./answer.ts";
import { ClaimReview } from "./claim-review.tsx";
import { EventDrawer } from "./event-drawer.tsx";
import { EventRow } from "./event-row.tsx";
import { Months } from "./months.tsx";
import "./ledger.css";

/** So many events are shown. */
const mostEvents = 500;

/** What reports say happened: one row per event, whose word it rests on, what is denied. */
export function LedgerPage() {
  const [{ panel, at }] = useAddress();
  const isConfirmed = panel === "confirmed";
  const ledger = useQuery({
    queryKey: ["ledger", isConfirmed],
    queryFn: ({ signal }) =>
      callApi(
        "GET /api/ledger",
        { query: { offset: 0, limit: mostEvents, confirmed: isConfirmed ? "true" : "false" } },
        signal,
      ),
    enabled: panel !== "claims",
  });
  const tabs = [
    { id: undefined, words: "Events" },
    { id: "confirmed", words: "Confirmed by a person" },
    { id: "claims", words: "Claims to review" },
  ] as const;
  return (
    <PageFrame
      title="Ledger"
      head={
        <PageTabs
          label="Parts of the ledger"
          tabs={tabs.map(({ id, words }) => ({ words, href: linkTo("/ledger", { panel: id }), isShown: panel === id }))}
        />
      }
      drawer={at !== undefined && panel !== "claims" && <EventDrawer id={at} />}
    >
      <UndoLine />
      {panel === "claims" ? (
        <ClaimReview />
      ) : (
        <Asked query={ledger} rows={12}>
          {(ledger) => <Events ledger={ledger} />}
        </Asked>
      )}
    </PageFrame>
  );
}

function Events({ ledger }: { readonly ledger: Ledger }) {
  const { events, count, reach, contradictions } = ledger;
  if (reach.documents === 0)
    return (
      <Empty>
        <h2>No report yet</h2>
        <p>
          <code>windfall add report.html</code> takes one in, and <code>windfall run</code> reads what it claims.
        </p>
      </Empty>
    );
  return (
    <div className="ledger">
      <p className="second">
        {wholeToText(reach.documents)} documents with {wholeToText(reach.passages)} passages were read:{" "}
        {wholeToText(reach.proposed)} claims proposed
        {reach.byModels > 0 &&
          ` (and ${wholeToText(reach.byModels)} made by a model, in no event before one is accepted)`}
        , {wholeToText(reach.confirmed)} confirmed, {wholeToText(reach.rejected)} rejected;{" "}
        {wholeToText(contradictions)} contradictions.
        {reach.unread > 0 &&
          ` ${wholeToText(reach.unread)} passages were not read for claims (${reach.unreadLanguages.join(", ")}).`}{" "}
        Figures that rest on proposals stay in the house.
      </p>
      <Months events={events} />
      {events.length === 0 ? (
        <p>No event was found in them.</p>
      ) : (
        <ul className="ledger-events" aria-label="Events">
          {events.map((event) => (
            <EventRow key={event.eventId} event={event} />
          ))}
        </ul>
      )}
      {count > events.length && (
        <p className="second">
          The first {wholeToText(events.length)} of {wholeToText(count)} events, those with most independent sources.
        </p>
      )}
    </div>
  );
}
