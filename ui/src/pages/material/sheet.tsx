import { Failed } from "../../parts/index.ts";
import type { Place } from "./answer.ts";
import { Passage, type PassageProps } from "./passage.tsx";
import { RecordedFrom } from "./recorded-from.tsx";
import { SheetHead, SheetRow, type SheetRowProps } from "./sheet-row.tsx";
import { useMaterial } from "./use-material.ts";
import { cellId, useRowFocus } from "./use-row-focus.ts";

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
  const { scroller, looked, look, close, virtual } = useRowFocus(place, count, columnCount);
  const { row } = looked;
  const items = virtual.getVirtualItems();
  const [from, to] = [(items[0]?.index ?? 0) + 1, (items.at(-1)?.index ?? 0) + 1];
  const { rows, used, first, error } = useMaterial({ fileNo: place.fileNo, part: place.part, from, to });
  if (error !== undefined && rows.size === 0) return <Failed error={error} />;
  const isDrawn = !place.isText && from <= row && row <= to && looked.column < columnCount;
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
        aria-activedescendant={isDrawn ? cellId(row, looked.column) : undefined}
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
          {items.map(({ index, start, key }) => (
            <DrawnRow
              key={key}
              place={place}
              shown={{ rows: rows.get(index + 1), no: index + 1, top: start, isFocused: index + 1 === row, look }}
              sheet={{ columnCount, hiddenColumns, looked: index + 1 === row ? looked : null, close }}
              measure={virtual.measureElement}
            />
          ))}
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

interface DrawnRowProps {
  readonly place: Place;
  readonly shown: Omit<PassageProps, "measure">;
  readonly sheet: Pick<SheetRowProps, "columnCount" | "hiddenColumns" | "looked" | "close">;
  readonly measure: PassageProps["measure"];
}

/** A passage of a document, or a row of a sheet. */
const DrawnRow = ({ place, shown, sheet, measure }: DrawnRowProps) =>
  place.isText ? (
    <Passage {...shown} measure={measure} />
  ) : (
    <SheetRow {...shown} {...sheet} column={shown.no === place.row ? place.column : null} />
  );
