import type { CellsExcerpt } from "../../api/answers.ts";
import { Value } from "../value/value.tsx";
import { CellText } from "./cell.tsx";

/** A record as names and values, one under the other, the cited one marked. */
export function Fields({ excerpt: { columns, rows, focus, part } }: { readonly excerpt: CellsExcerpt }) {
  const own = rows.find((row) => row.row === focus.row);
  return (
    <>
      <p className="second">
        {part !== "" && <Value text={part} />} row {focus.row}
        {own?.isHidden && ", hidden in the source"}
      </p>
      <dl className="excerpt-fields">
        {columns.map(({ index, letters, name }, at) =>
          own?.cells[at]?.text === "" && focus.column !== index ? null : (
            <div key={index} className={focus.column === index ? "excerpt-field excerpt-used" : "excerpt-field"}>
              <dt>{name === null ? letters : <Value text={name} most={80} />}</dt>
              <dd>
                <CellText cell={own?.cells[at]} isWhole />
              </dd>
            </div>
          ),
        )}
      </dl>
    </>
  );
}
