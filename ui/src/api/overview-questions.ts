import { queryOptions, type QueryClient } from "@tanstack/react-query";
import { callApi } from "./call.ts";

/** An answer that came while the page was on its way is not asked for again by the page itself. */
const staleTime = 1000;

/** What the first page asks. */
export const overviewQuestions = {
  overview: queryOptions({
    queryKey: ["overview"],
    queryFn: ({ signal }) => callApi("GET /api/overview", {}, signal),
    staleTime,
  }),
  files: queryOptions({
    queryKey: ["files"],
    queryFn: ({ signal }) => callApi("GET /api/files", {}, signal),
    staleTime,
  }),
  faults: queryOptions({
    queryKey: ["faults"],
    queryFn: ({ signal }) => callApi("GET /api/faults", {}, signal),
    staleTime,
  }),
};

/** Asks all of it before the page that shows it is loaded. */
export function askOverview(queries: QueryClient): void {
  void queries.prefetchQuery(overviewQuestions.overview);
  void queries.prefetchQuery(overviewQuestions.files);
  void queries.prefetchQuery(overviewQuestions.faults);
}
