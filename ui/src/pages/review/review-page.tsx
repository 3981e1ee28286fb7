import { linkTo, useAddress } from "../../app/address.ts";
import { UndoLine } from "../../decisions/undo-line.tsx";
import { PageFrame, PageTabs } from "../../parts/index.ts";
import { History } from "./history.tsx";
import { Joins } from "./joins.tsx";
import { Mentions } from "./mentions.tsx";
import { Pairs } from "./pairs.tsx";
import "./review.css";

const tabs = [
  { id: undefined, words: "Pairs", Content: Pairs },
  { id: "joins", words: "Joins the brief hangs on", Content: Joins },
  { id: "mentions", words: "Names in documents", Content: Mentions },
  { id: "history", words: "Decisions", Content: History },
] as const;

/** What waits for a person: pairs that may be one, joins that carry something shown, names in documents; and what was decided. */
export function ReviewPage() {
  const [{ panel }] = useAddress();
  const { Content, words } = tabs.find(({ id }) => id === panel) ?? tabs[0];
  return (
    <PageFrame
      title="Review"
      what={words}
      head={
        <PageTabs
          label="Parts of review"
          tabs={tabs.map((tab) => ({
            words: tab.words,
            href: linkTo("/review", { panel: tab.id }),
            isShown: tab.words === words,
          }))}
        />
      }
    >
      <UndoLine />
      <Content />
    </PageFrame>
  );
}
