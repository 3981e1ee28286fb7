/*
 * What pages are made of.
 *
 * Frame       <PageFrame title="Findings" what="412 contradicted" tools head drawer isFilled>: title, head, content, drawer.
 * Server      const query = useQuery({ queryKey, queryFn: ({ signal }) => callApi("GET /api/..", {}, signal) });
 *             <Asked query={query}>{(answer) => ...}</Asked>: grey lines after 150 ms, Failed with Try again, own boundary.
 *             <Empty>, <NothingFound sentence searched>, <Failed error retry>, <Loading rows>, <PanelBoundary>.
 * Values      <Value text lang isCode isCell />: every text from the material, never a bare {text}.
 *             <StateMark state="contradicted" />, <Money minor digits currency isShort />, <IsoDate date />, <Missing why />,
 *             wholeToText(12345).
 * Lists       <DataTable label source={useRows(rows)} columns rowId focus onFocus onOpen sort onSort csvName />; a frozen
 *             view: source={useWindows({ viewId, count, first, read })}. A column: { id, head, priority, least, grow,
 *             isNumber, sort, cell, text }; priority 0 never hides. The parent is as high as the list may be (isFilled).
 *             <FilterLine value onChange hint chips without sentence />, <Chips label chips remove clear />.
 * Evidence    <PlaceShown place statementId />: locator, link to the material, surroundings read when they come into view.
 *             <InPassage words around />: words marked in the passage in which they stand.
 *             <Drawer title close>; enterDrawer() moves the focus in, Escape brings it back.
 *             <Excerpt place excerpt /> of GET /api/places, <SourceTree tree /> of GET /api/findings/:id.
 * Spoken      announce("3 of 40 pairs decided"): politely, at most once a second.
 * Keys        an entry in keys/key-table.ts, and useCommands({ "list.entity": () => ... }) where the work is.
 * Addresses   const [address, change] = useAddress(): change({ at: id }) in place, change({ at: id }, { push: true }) as a
 *             step back leads to; linkTo("/findings", { q: "kind:new" }). A new parameter: app/address.ts.
 * A page      an entry in app/routes.tsx (lazy) shows it in the navigation.
 */
export { announce } from "./announce/announce.tsx";
export { Chips, type Chip } from "./chips/chips.tsx";
export { downloadText } from "./data-table/as-text.ts";
export type { Column } from "./data-table/column.ts";
export { DataTable } from "./data-table/data-table.tsx";
export { useRows, useWindows, type RowSource } from "./data-table/row-source.ts";
export { Drawer, enterDrawer } from "./drawer/drawer.tsx";
export { columnLetters } from "./excerpt/column-letters.ts";
export { amountToShort, amountToText, counted, wholeToText } from "./figures/format.ts";
export { IsoDate } from "./figures/iso-date.tsx";
export { Missing } from "./figures/missing.tsx";
export { Money } from "./figures/money.tsx";
export { FilterLine } from "./filter-line/filter-line.tsx";
export { InPassage } from "./in-passage/in-passage.tsx";
export { tierWords } from "./in-passage/tier-words.ts";
export { PageFrame } from "./page-frame/page-frame.tsx";
export { PageTabs } from "./page-tabs/page-tabs.tsx";
export { Asked } from "./page-states/asked.tsx";
export { Empty, Failed, Loading, NothingFound, PanelBoundary } from "./page-states/page-states.tsx";
export { PlaceShown } from "./place/place-shown.tsx";
export { Reasons, bitsToText } from "./reasons/reasons.tsx";
export { SourceTree } from "./source-tree/source-tree.tsx";
export { StateMark } from "./state-mark/state-mark.tsx";
export { spokenText } from "./value/hidden-characters.ts";
export { Value } from "./value/value.tsx";
