import { useQuery } from "@tanstack/react-query";
import { callApi } from "../../api/call.ts";
import { useAddress } from "../../app/address.ts";
import { Asked, counted, Drawer, Value } from "../../parts/index.ts";
import type { ClaimPair, EventShown } from "./answer.ts";
import { ChainTree } from "./chain-tree.tsx";
import { ClaimShown } from "./claim-shown.tsx";
import { sourcesWords } from "./event-row.tsx";

/** One event: its independent sources with who carries them, its claims in their paragraphs, what speaks against what. */
export function EventDrawer({ id }: { readonly id: string }) {
  const [, change] = useAddress();
  const event = useQuery({
    queryKey: ["ledger-event", id],
    queryFn: ({ signal }) => callApi("GET /api/ledger/events/:id", { params: { id } }, signal),
  });
  return (
    <Drawer
      title={event.data ? <Value text={event.data.event.title} /> : "Event"}
      close={() => change({ at: undefined })}
    >
      <Asked query={event} rows={10}>
        {(shown) => <Shown shown={shown} />}
      </Asked>
    </Drawer>
  );
}

function Shown({ shown: { event, roots, claims, contradictions, drifts, notes } }: { readonly shown: EventShown }) {
  return (
    <div className="ledger-shown">
      <section>
        <h3>
          {counted(event.documents, "document")}, {sourcesWords(event)}
        </h3>
        <ul>
          {roots.map((root, index) => (
            <li key={index}>
              <Value text={root.source} />
              {root.most > 1 && <span className="second"> (may be up to {root.most} people)</span>}
              {root.carriers.length > 0 && (
                <span className="second">
                  {" "}
                  carried by <Value text={root.carriers.join(", ")} />
                </span>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>Who says it, on whose word</h3>
        <ChainTree claims={claims} />
      </section>
      <Pairs title="Contradicted" pairs={contradictions} />
      <Pairs title="Grew firmer or larger in the telling" pairs={drifts} />
      {notes.map((note) => (
        <p key={note.noteNo} className="second">
          noted by {note.actor}, on nobody's word: <Value text={note.text} />
        </p>
      ))}
      <section>
        <h3>Claims</h3>
        {claims.map((claim) => (
          <ClaimShown key={claim.claimId} claim={claim} />
        ))}
      </section>
    </div>
  );
}

const Pairs = ({ title, pairs }: { readonly title: string; readonly pairs: readonly ClaimPair[] }) =>
  pairs.length === 0 ? null : (
    <section>
      <h3>{title}</h3>
      {pairs.map((pair, index) => (
        // Two papers may print the same words.
        <div key={index} className="ledger-pair">
          <p>{pair.why}</p>
          <blockquote>
            <Value text={pair.leftQuote} /> <span className="second">{pair.leftSpeaker}</span>
          </blockquote>
          <blockquote>
            <Value text={pair.rightQuote} /> <span className="second">{pair.rightSpeaker}</span>
          </blockquote>
        </div>
      ))}
    </section>
  );
