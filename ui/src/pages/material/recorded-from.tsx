import { Link } from "wouter";
import { columnLetters, Value, wholeToText } from "../../parts/index.ts";
import type { Used } from "./answer.ts";

interface RecordedFromProps {
  readonly row: number;
  readonly used: readonly Used[];
  /** Columns that are not drawn. */
  readonly moreColumns: number;
  readonly isText: boolean;
}

/** What was recorded from the row that is looked at. */
export function RecordedFrom({ row, used, moreColumns, isText }: RecordedFromProps) {
  return (
    <section className="material-used" aria-labelledby="used" aria-live="polite">
      <h2 id="used">
        Recorded from {isText ? "passage" : "row"} {wholeToText(row)}
      </h2>
      {used.length === 0 ? (
        <p className="second">Nothing was recorded from it.</p>
      ) : (
        <ul>
          {used.map((value) => (
            <li key={`${value.statementId} ${value.column ?? ""}`}>
              <span className="second">
                {value.column !== null && !isText && `${columnLetters(value.column)} `}
                {value.schema}.{value.prop}
              </span>{" "}
              <Value text={value.value} most={120} />{" "}
              {value.canonicalId !== null && (
                <Link className="note" href={`/entities/${encodeURIComponent(value.canonicalId)}`}>
                  entity
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
      {moreColumns > 0 && <p className="second">{wholeToText(moreColumns)} more columns are not drawn.</p>}
    </section>
  );
}
