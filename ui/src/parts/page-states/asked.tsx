import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Failed, Loading, PanelBoundary } from "./page-states.tsx";

interface AskedProps<Answer> {
  readonly query: UseQueryResult<Answer>;
  /** Grey lines while it loads. */
  readonly rows?: number;
  readonly children: (answer: Answer) => ReactNode;
}

/** What the server answered; before that grey lines, and where it failed its words. Older data stay while new ones load. */
export function Asked<Answer>({ query, rows = 3, children }: AskedProps<Answer>) {
  if (query.data !== undefined)
    return (
      <PanelBoundary>
        {query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
        {children(query.data)}
      </PanelBoundary>
    );
  return query.isError ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading rows={rows} />;
}
