import { Link } from "wouter";
import { linkTo, useAddress } from "../../app/address.ts";
import { PageFrame } from "../../parts/index.ts";
import { History } from "./history.tsx";
import { Joins } from "./joins.tsx";
import { Pairs } from "./pairs.tsx";
import "./review.css";

const tabs = [
  { id: undefined, words: "Pairs", Content: Pairs },
  { id: "joins", words: "Joins the brief hangs on", Content: Joins },
  { id: "history", words: "Decisions", Content: History },
] as const;

/** What waits for a person: pairs that may be one, joins that carry something shown; and what was decided. */
export function ReviewPage() {
  const [{ panel }] = useAddress();
  const { Content, words } = tabs.find(({ id }) => id === panel) ?? tabs[0];
  return (
    <PageFrame
      title="Review"
      what={words}
      head={
        <nav className="review-tabs" aria-label="Parts of review">
          {tabs.map((tab) => (
            <Link
              key={tab.words}
              href={linkTo("/review", { panel: tab.id })}
              aria-current={tab.words === words ? "page" : undefined}
            >
              {tab.words}
            </Link>
          ))}
        </nav>
      }
    >
      <Content />
    </PageFrame>
  );
}
