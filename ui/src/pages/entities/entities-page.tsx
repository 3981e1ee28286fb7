import { useCallback, useMemo } from "react";
import { useLocation } from "wouter";
import { useCase } from "../../api/use-case.ts";
import { useAddress } from "../../app/address.ts";
import { useCommands } from "../../keys/index.ts";
import { useFrozenView } from "../../lists/use-frozen-view.ts";
import { useListFocus } from "../../lists/use-list-focus.ts";
import { ViewFilter } from "../../lists/view-filter.tsx";
import { ViewTable } from "../../lists/view-table.tsx";
import { PageFrame, wholeToText } from "../../parts/index.ts";
import { entityColumns } from "./entity-columns.tsx";

const hint = "country:kp  kind:contradicted  money:>1M  schema:Company  words";

/** Everybody and everything that the case holds, as joined; Enter opens one. */
export function EntitiesPage() {
  const [{ q = "", sort }] = useAddress();
  const [, navigate] = useLocation();
  const open = useCase();
  const shown = useFrozenView({ list: "entities", filter: q, sort });
  const [focus, moveTo] = useListFocus(shown.view, shown.source);
  const columns = useMemo(() => entityColumns(open), [open]);
  const openAt = useCallback(
    (index: number) => {
      const row = shown.source.rowAt(index);
      if (row) navigate(`/entities/${encodeURIComponent(row.id)}`);
    },
    [shown.source, navigate],
  );
  useCommands({ ...(focus >= 0 && { "list.entity": () => openAt(focus) }) });
  return (
    <PageFrame
      title="Entities"
      {...(shown.view && { what: wholeToText(shown.view.count) })}
      head={<ViewFilter read={shown.read} view={shown.view} plural="entities" hint={hint} />}
      isFilled
    >
      <ViewTable
        label="Entities"
        shown={shown}
        columns={columns}
        focus={focus}
        onFocus={moveTo}
        onOpen={openAt}
        csvName="entities"
        empty={
          <p>
            No entities yet: they come of a run. Add material with <code>windfall add FOLDER</code>, then{" "}
            <code>windfall run</code>.
          </p>
        }
      />
    </PageFrame>
  );
}
