import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { Answer } from "../api/answers.ts";
import { callApi } from "../api/call.ts";
import { useWindows, type RowSource } from "../parts/index.ts";

type ViewAnswer = Answer<"POST /api/views">;
export type FrozenView = NonNullable<ViewAnswer["view"]>;
export type ListName = FrozenView["first"]["list"];
/** A row of a list. */
export type RowOf<Name extends ListName> = Extract<FrozenView["first"], { list: Name }>["rows"][number];

interface AskedView {
  readonly list: ListName;
  readonly filter: string;
  readonly sort: string | undefined;
  /** The entity whose statements are wanted. */
  readonly of?: string;
}

interface ShownView<Row> {
  /** What the server understood of the filter, of the one before while a new one is read. */
  readonly read: ViewAnswer | undefined;
  /** The last list that was right: a term that is not understood does not change it. */
  readonly view: FrozenView | undefined;
  readonly source: RowSource<Row>;
  /** A newer list is on its way. */
  readonly isWaiting: boolean;
  readonly error: unknown;
  readonly retry: () => void;
  /** Rows that came since the list was frozen, in words; they do not jump in. */
  readonly newer: string | null;
}

/** A list under a filter, frozen by the server and read window by window. Each change asks at once and gives up the one before. */
export function useFrozenView<Name extends ListName>(
  asked: AskedView & { readonly list: Name },
): ShownView<RowOf<Name>> {
  const queries = useQueryClient();
  const queryKey = ["view", asked];
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => callApi("POST /api/views", { body: asked }, signal),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30_000,
  });
  const view = useLastGood(query.data?.view ?? undefined);
  const [newer, setNewer] = useState<{ readonly viewId: string; readonly words: string } | null>(null);
  const [failure, setFailure] = useState<{ readonly viewId: string; readonly error: unknown } | null>(null);
  const viewId = view?.id ?? "";
  const read = useCallback(
    async (from: number, to: number, signal: AbortSignal) => {
      const answer = await callApi("GET /api/views/:id/rows", { params: { id: viewId }, query: { from, to } }, signal);
      if (answer.newer) setNewer({ viewId, words: answer.newer.words });
      return answer.window.rows as RowOf<Name>[];
    },
    [viewId],
  );
  const failed = useCallback((error: unknown) => setFailure({ viewId, error }), [viewId]);
  const source = useWindows<RowOf<Name>>({
    viewId,
    count: view?.count ?? 0,
    first: (view?.first.rows ?? []) as RowOf<Name>[],
    read,
    failed,
  });
  return {
    read: query.data,
    view,
    source,
    isWaiting: query.isPlaceholderData,
    error: query.error ?? (failure?.viewId === viewId ? failure.error : null),
    retry: () => {
      setFailure(null);
      void queries.invalidateQueries({ queryKey });
    },
    newer: newer?.viewId === viewId ? newer.words : null,
  };
}

/** The last value that was there. */
function useLastGood<Value>(value: Value | undefined): Value | undefined {
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) setLast(value);
  return value ?? last;
}
