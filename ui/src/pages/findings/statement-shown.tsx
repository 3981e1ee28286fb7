import type { Answer } from "../../api/answers.ts";
import { IsoDate, PlaceShown, StateMark, Value } from "../../parts/index.ts";

interface StatementShownProps {
  readonly statement: Answer<"GET /api/findings/:id">["statements"][number];
  readonly index: number;
  readonly isCurrent: boolean;
  readonly onEnter: (index: number) => void;
}

/** One statement: its value, who says it, the place where it stands. */
export function StatementShown({ statement, index, isCurrent, onEnter }: StatementShownProps) {
  const { value, original, stance, source, dataset, seen, place, places, ownName } = statement;
  return (
    <article
      className={isCurrent ? "statement statement-current" : "statement"}
      data-statement={index}
      tabIndex={-1}
      aria-label={`Statement ${index + 1}`}
      aria-current={isCurrent || undefined}
      onFocus={() => onEnter(index)}
    >
      <p className="statement-value">
        <Value text={value.text} lang={value.lang} />{" "}
        {stance === "contradicts" && <StateMark state="contradicted" word="contradicts" />}
      </p>
      <p className="second note">
        <Value text={source.words} /> {source.grade} | {dataset}
        {seen && (
          <>
            {" "}
            | <IsoDate date={seen.from} />
          </>
        )}
        {ownName !== null && (
          <>
            {" "}
            | of <Value text={ownName} most={80} />
          </>
        )}
      </p>
      {original !== null && (
        <p className="note">
          stored as <Value text={original} />
        </p>
      )}
      {place === null ? (
        <p className="second note">No file holds this value.</p>
      ) : (
        <PlaceShown place={place} statementId={statement.id} />
      )}
      {places > 1 && <p className="second note">Stands in {places} places; this is the first.</p>}
    </article>
  );
}

/** The element of a statement of the open drawer. */
export const statementElement = (index: number): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-statement="${index}"]`);
