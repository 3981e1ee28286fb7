import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { callApi } from "../../api/call.ts";
import type { MaterialRow, MaterialWindow, Used } from "./answer.ts";

/** Rows are fetched by so many. */
const windowSize = 100;

interface WantedRows {
  readonly fileNo: number;
  readonly part: number;
  /** Row numbers, both included. */
  readonly from: number;
  readonly to: number;
}

/** The rows of a part that are on the screen, as far as they have come, and what was recorded from each. */
export function useMaterial({ fileNo, part, from, to }: WantedRows) {
  const windows = useQueries({
    queries: windowsOf(from, to).map((start) => ({
      queryKey: ["material", fileNo, part, start],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        callApi(
          "GET /api/files/:fileNo/parts/:part/rows",
          { params: { fileNo, part }, query: { from: start, to: start + windowSize - 1 } },
          signal,
        ),
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  const answers = windows.flatMap(({ data }) => data ?? []);
  const error: unknown = windows.find(({ isError }) => isError)?.error;
  const version = answers.map(({ rows }) => rows[0]?.row ?? 0).join(" ");
  return useMemo(() => gathered(answers, error), [version, error]); // oxlint-disable-line react-hooks/exhaustive-deps
}

function windowsOf(from: number, to: number): readonly number[] {
  const first = from - ((from - 1) % windowSize);
  return Array.from({ length: Math.floor((to - first) / windowSize) + 1 }, (_, index) => first + index * windowSize);
}

function gathered(answers: readonly MaterialWindow[], error: unknown) {
  const rows = new Map<number, MaterialRow[]>();
  const used = new Map<number, Used[]>();
  for (const answer of answers) {
    for (const row of answer.rows) rows.set(row.row, [...(rows.get(row.row) ?? []), row]);
    for (const value of answer.used) used.set(value.row, [...(used.get(value.row) ?? []), value]);
  }
  return { rows, used, first: answers[0], error };
}
