import { useEffect, type ReactNode } from "react";
import { useCase } from "../../api/use-case.ts";
import { PanelBoundary } from "../page-states/page-states.tsx";
import "./page-frame.css";

interface PageFrameProps {
  /** The page's name, its heading. */
  readonly title: string;
  /** What of it is shown, first in the window's title: an entity's name, a count. */
  readonly what?: string;
  /** Beside the heading: buttons. */
  readonly tools?: ReactNode;
  /** Under the heading: a filter line, chips. */
  readonly head?: ReactNode;
  /** Beside the content, or under it in narrow windows. */
  readonly drawer?: ReactNode;
  /** The content scrolls itself (a table, a picture). */
  readonly isFilled?: boolean;
  readonly children: ReactNode;
}

/** What every page is put into: its title, its head, its content, its drawer. */
export function PageFrame({ title, what, tools, head, drawer, isFilled = false, children }: PageFrameProps) {
  const caseTitle = useCase()?.title;
  useEffect(() => {
    document.title = [what, title, caseTitle].filter(Boolean).join(" - ");
  }, [what, title, caseTitle]);
  return (
    <div className="page">
      <header className="page-head">
        <div className="page-title">
          <h1 tabIndex={-1}>{title}</h1>
          {tools && <div className="page-tools">{tools}</div>}
        </div>
        {head}
      </header>
      <div className="page-split">
        <div className={isFilled ? "page-content page-filled" : "page-content"}>
          <PanelBoundary>{children}</PanelBoundary>
        </div>
        {drawer && <PanelBoundary>{drawer}</PanelBoundary>}
      </div>
    </div>
  );
}
