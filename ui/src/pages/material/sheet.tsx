import { Failed } from "../../parts/index.ts";
import type { Place } from "./answer.ts";
import { Passage } from "./passage.tsx";
import { RecordedFrom } from "./recorded-from.tsx";
import { SheetHead, SheetRow } from "./sheet-row.tsx";
import { useMaterial } from "./use-material.ts";
import { useRowFocus } from "./use-row-focus.ts";

/** So many columns are drawn; that there are more is said. */
const mostColumns = 200;
/** Pixels of the column of row numbers, and the fewest of any other. */
const [numberWidth, leastWidth] = [56, 104];

/**
 * One part of a file: its rows as a grid with letters and numbers, or its passages; the place ringed, and what was recorded
 * from the row that is looked at under it.
 */
export function Sheet({ place }: { readonly place: Place }) {
  const part = place.parts.find((each) => each.part === place.part);
  const count = part?.rowsPresent ?? 0;
  const columnCount = Math.min(part?.columnCount ?? 0, mostColumns);
  const { scroller, row, setRow, virtual } = useRowFocus(place, count);
  const items = virtual.getVirtualItems();
  const [from, to] = [(items[0]?.index ?? 0) + 1, (items.at(-1)?.index ?? 0) + 1];
  const { rows, used, first, error } = useMaterial({ fileNo: place.fileNo, part: place.part, from, to });
  if (error !== undefined && rows.size === 0) return <Failed error={error} />;
  const hiddenColumns = first?.hiddenColumns ?? [];
  return (
    <div className="material">
      <div
        ref={scroller}
        className={place.isText ? "material-scroll material-text" : "material-scroll"}
        role="grid"
        tabIndex={0}
        aria-label="Rows of the material"
        aria-rowcount={count + 1}
        aria-colcount={place.isText ? 2 : columnCount + 1}
        data-key-area="grid"
        style={{
          "--columns": `${numberWidth}px repeat(${columnCount}, minmax(${leastWidth}px, 1fr))`,
          "--least": place.isText ? "0px" : `${numberWidth + leastWidth * columnCount}px`,
        }}
      >
        {!place.isText && (
          <SheetHead columnCount={columnCount} names={first?.columnNames ?? null} hidden={hiddenColumns} />
        )}
        <div role="rowgroup" className="material-rows" style={{ "--total": `${virtual.getTotalSize()}px` }}>
          {items.map(({ index, start, key }) => {
            const no = index + 1;
            const shown = { rows: rows.get(no), no, top: start, isFocused: no === row, onPress: setRow };
            if (place.isText) return <Passage key={key} {...shown} measure={virtual.measureElement} />;
            const column = no === place.row ? place.column : null;
            return (
              <SheetRow key={key} {...shown} columnCount={columnCount} column={column} hiddenColumns={hiddenColumns} />
            );
          })}
        </div>
      </div>
      <RecordedFrom
        row={row}
        used={used.get(row) ?? []}
        moreColumns={(part?.columnCount ?? 0) - columnCount}
        isText={place.isText}
      />
    </div>
  );
}
