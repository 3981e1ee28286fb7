import type { ReactNode } from "react";
import { useAddress } from "../app/address.ts";
import {
  DataTable,
  Empty,
  Failed,
  Loading,
  NothingFound,
  wholeToText,
  type Column,
  type RowSource,
} from "../parts/index.ts";
import { withoutTerm } from "./term.ts";
import type { useFrozenView } from "./use-frozen-view.ts";

interface ViewTableProps<Row extends { readonly id: string }> {
  readonly label: string;
  readonly shown: Omit<ReturnType<typeof useFrozenView>, "source"> & { readonly source: RowSource<Row> };
  readonly columns: readonly Column<Row>[];
  readonly focus: number;
  readonly onFocus: (index: number) => void;
  readonly onOpen: (index: number, isByKey: boolean) => void;
  readonly csvName: string;
  /** What to do where the whole list is empty. */
  readonly empty: ReactNode;
}

/** The rows of a frozen view, or why there are none; its order stands in the address. */
export function ViewTable<Row extends { readonly id: string }>(props: ViewTableProps<Row>) {
  const { label, shown, columns, focus, onFocus, onOpen, csvName, empty } = props;
  const [{ sort }, change] = useAddress();
  const { view, source, error, retry, newer, isWaiting } = shown;
  if (!view) return error ? <Failed error={error} retry={retry} /> : <Loading rows={12} />;
  if (view.total === 0) return <Empty>{empty}</Empty>;
  return (
    <>
      {error !== null && <Failed error={error} retry={retry} />}
      {newer !== null && (
        <p className="view-newer">
          {newer}{" "}
          <button type="button" onClick={retry}>
            Show
          </button>
        </p>
      )}
      {view.count === 0 ? (
        <Nothing shown={shown} />
      ) : (
        <DataTable
          label={label}
          source={source}
          columns={columns}
          rowId={idOf}
          focus={focus}
          onFocus={onFocus}
          onOpen={onOpen}
          sort={sort}
          onSort={(next) => change({ sort: next }, { push: true })}
          csvName={csvName}
          isDimmed={isWaiting}
        />
      )}
    </>
  );
}

const idOf = ({ id }: { readonly id: string }): string => id;

/** The culprit shows: each term with the rows that there would be without it. */
function Nothing({
  shown: { read, view },
}: {
  readonly shown: Pick<ReturnType<typeof useFrozenView>, "read" | "view">;
}) {
  const [{ q = "" }, change] = useAddress();
  return (
    <NothingFound
      sentence={read?.sentence ?? ""}
      searched={`All ${wholeToText(view?.total ?? 0)} rows of this list were looked through.`}
    >
      <ul>
        {read?.chips.map((chip) => (
          <li key={chip.from}>
            <button type="button" onClick={() => change({ q: withoutTerm(q, chip) || undefined }, { push: true })}>
              Without {chip.words}: {wholeToText(chip.countWithout ?? 0)}
            </button>
          </li>
        ))}
      </ul>
    </NothingFound>
  );
}
