import type { LinesExcerpt } from "../../api/answers.ts";
import { Value } from "../value/value.tsx";

/** Lines, paragraphs or headers of a mail with their numbers, the cited one marked. */
export const Passages = ({ excerpt: { lines, focus, page } }: { readonly excerpt: LinesExcerpt }) => (
  <>
    {page !== null && <p className="second">Page {page}</p>}
    <ol className="excerpt-lines">
      {lines.map((line) => (
        <li
          key={line.row}
          className={line.row === focus.row ? "excerpt-used" : undefined}
          aria-current={line.row === focus.row || undefined}
        >
          <span className="excerpt-no second">{line.row}</span>
          <span>
            {line.label !== null && (
              <span className="second">
                <Value text={line.label} />:{" "}
              </span>
            )}
            {line.isClosed ? <span className="second">(closed)</span> : <Value text={line.text} most={600} />}
            {line.more > 0 && <span className="second"> {line.more.toLocaleString("en")} more characters</span>}
            {line.isHidden && <span className="second"> (hidden in the source)</span>}
          </span>
        </li>
      ))}
    </ol>
  </>
);
