import type { Excerpt as ExcerptShape } from "../../api/answers.ts";
import { CellGrid } from "./cell-grid.tsx";
import { Fields } from "./fields.tsx";
import { Passages } from "./passages.tsx";
import "./excerpt.css";

interface ExcerptProps {
  /** The place, which names the figure. */
  readonly place: string;
  /** Null where the place says nothing that may be shown. */
  readonly excerpt: ExcerptShape | null;
}

/** A place of the material with what stands around it: the cell ringed in its sheet, the record, the lines, the page. */
export const Excerpt = ({ place, excerpt }: ExcerptProps) => (
  <figure className="excerpt" aria-label={place}>
    {excerpt === null ? (
      <p className="second">A contact of a phone or mailbox stands there and is closed.</p>
    ) : excerpt.kind === "lines" ? (
      <Passages excerpt={excerpt} />
    ) : excerpt.form === "row" ? (
      <Fields excerpt={excerpt} />
    ) : (
      <CellGrid excerpt={excerpt} />
    )}
  </figure>
);
