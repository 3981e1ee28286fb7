import { useCallback, useEffect, useMemo, useRef } from "react";
import { useLocation } from "wouter";
import { useCase } from "../../api/use-case.ts";
import { linkTo, useAddress } from "../../app/address.ts";
import { useCommands } from "../../keys/index.ts";
import { useFrozenView } from "../../lists/use-frozen-view.ts";
import { useListFocus } from "../../lists/use-list-focus.ts";
import { ViewFilter } from "../../lists/view-filter.tsx";
import { ViewTable } from "../../lists/view-table.tsx";
import { PageFrame, enterDrawer, wholeToText } from "../../parts/index.ts";
import { EvidenceDrawer } from "./evidence-drawer.tsx";
import { findingColumns } from "./finding-columns.tsx";

const hint = "kind:contradicted  money:>1M  sources:>=2  property:accountNumber  words";

/** Every verdict, and beside it the evidence of the one that is looked at. */
export function FindingsPage() {
  const [{ q = "", sort, at, panel }, change] = useAddress();
  const [, navigate] = useLocation();
  const open = useCase();
  const shown = useFrozenView({ list: "findings", filter: q, sort });
  const [focus, moveTo] = useListFocus(shown.view, shown.source);
  const columns = useMemo(() => findingColumns(open), [open]);
  const isOpen = panel === "evidence" && at !== undefined;
  const enter = useEntry(isOpen);
  const openAt = useCallback(
    (index: number, isByKey: boolean) => {
      const row = shown.source.rowAt(index);
      if (!row) return;
      if (isByKey || window.innerWidth < 700) enter();
      change({ at: row.id, panel: "evidence" }, { push: panel !== "evidence" });
    },
    [shown.source, change, panel, enter],
  );
  const focused = focus < 0 ? undefined : shown.source.rowAt(focus);
  useCommands({
    ...(focused && { "list.entity": () => navigate(`/entities/${encodeURIComponent(focused.entity.id)}`) }),
    ...(isOpen && { close: () => change({ panel: undefined }) }),
  });
  return (
    <PageFrame
      title="Findings"
      {...(shown.view && { what: wholeToText(shown.view.count) })}
      head={<ViewFilter read={shown.read} view={shown.view} plural="findings" hint={hint} />}
      drawer={isOpen && <EvidenceDrawer findingId={at} close={() => change({ panel: undefined })} />}
      isFilled
    >
      <ViewTable
        label="Findings"
        shown={shown}
        columns={columns}
        focus={focus}
        onFocus={moveTo}
        onOpen={openAt}
        csvName="findings"
        empty={<NoFindings />}
      />
    </PageFrame>
  );
}

const NoFindings = () => (
  <p>
    No findings yet: they come of a run. Add material with <code>windfall add FOLDER</code>, then{" "}
    <code>windfall run</code>; the <a href={linkTo("/")}>overview</a> says what was read.
  </p>
);

/** Moves the focus into the drawer once it is open. */
function useEntry(isOpen: boolean): () => void {
  const isWanted = useRef(false);
  useEffect(() => {
    if (!isOpen || !isWanted.current) return;
    isWanted.current = false;
    enterDrawer();
  });
  return useCallback(() => {
    isWanted.current = true;
  }, []);
}
