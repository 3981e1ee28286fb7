import { useQuery } from "@tanstack/react-query";
import { callApi } from "../../api/call.ts";
import { useAddress } from "../../app/address.ts";
import { useCommands } from "../../keys/index.ts";
import { Asked, Drawer, enterDrawer, PageFrame, Value } from "../../parts/index.ts";
import type { Brief } from "./answer.ts";
import { BlockShown } from "./block-shown.tsx";
import { CitationShown } from "./citation-shown.tsx";
import { BriefTools } from "./tools.tsx";
import "./brief.css";

/** The brief with its citations live: a number opens what its sentence rests on. */
export function BriefPage() {
  const brief = useQuery({ queryKey: ["brief"], queryFn: ({ signal }) => callApi("GET /api/brief", {}, signal) });
  const [{ at }, change] = useAddress();
  const number = /^\d+$/u.test(at ?? "") ? Number(at) : undefined;
  const open = (next: number) => change({ at: String(next) }, { push: number === undefined });
  const citations = brief.data?.citations ?? [];
  const step = (by: number) => {
    const next = citations.find((citation) => citation.number === (number ?? 0) + by);
    if (next) open(next.number);
  };
  useCommands({ "evidence.next": () => step(1), "evidence.previous": () => step(-1) });
  const shown = citations.find((citation) => citation.number === number);
  return (
    <PageFrame
      title="Brief"
      tools={brief.data && <BriefTools />}
      drawer={
        shown && (
          <Drawer title={`Citation ${shown.number}`} close={() => change({ at: undefined })}>
            <CitationShown citation={shown} />
          </Drawer>
        )
      }
    >
      <Asked query={brief} rows={16}>
        {(brief) => (
          <BriefShown
            brief={brief}
            cited={number}
            open={(next) => {
              open(next);
              requestAnimationFrame(enterDrawer);
            }}
          />
        )}
      </Asked>
    </PageFrame>
  );
}

interface BriefShownProps {
  readonly brief: Brief;
  readonly cited: number | undefined;
  readonly open: (number: number) => void;
}

function BriefShown({ brief, cited, open }: BriefShownProps) {
  return (
    <div className="brief">
      <article className="brief-column">
        <p className="brief-mark">{brief.mark}</p>
        {!brief.isUpToDate && (
          <p className="brief-stale" role="status">
            The case has changed since this brief was written: a run writes it anew.
          </p>
        )}
        <h2 className="brief-title">
          <Value text={brief.title} />
        </h2>
        <nav aria-label="Sections">
          <ol className="brief-sections">
            {brief.sections.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ol>
        </nav>
        {brief.sections.map((section) => (
          <section key={section.id} id={section.id}>
            <h2>{section.title}</h2>
            {section.blocks.map((block, index) => (
              <BlockShown key={index} block={block} cited={cited} open={open} /> // oxlint-disable-line react/no-array-index-key -- a brief's blocks do not move
            ))}
          </section>
        ))}
        <section className="brief-notes">
          <h2>Cited places</h2>
          <ol>
            {brief.citations.map((citation) => (
              <li key={citation.number}>
                [{citation.number}] <Value text={citation.title} /> <Value text={citation.place} isCode />{" "}
                <span className="second">{citation.source}</span>
              </li>
            ))}
          </ol>
        </section>
        <p className="brief-mark">{brief.mark}</p>
      </article>
    </div>
  );
}
