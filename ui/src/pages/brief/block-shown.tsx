import { Value } from "../../parts/index.ts";
import type { Block } from "./answer.ts";
import { Drawing } from "./drawing.tsx";

interface BlockProps {
  readonly block: Block;
  /** The number that is open. */
  readonly cited: number | undefined;
  readonly open: (number: number) => void;
}

/** One block of a section: sentences, a table, a drawing, each with what it rests on. */
export function BlockShown({ block, ...cites }: BlockProps) {
  switch (block.kind) {
    case "empty":
      return <p className="second">{block.text}</p>;
    case "paragraph":
      // No p: the numbers behind a sentence may unfold, and what unfolds is no part of a p.
      return (
        <div>
          {block.sentences.map((sentence) => (
            <span key={`${sentence.text} ${sentence.cites.join(" ")}`}>
              <Value text={sentence.text} most={4000} /> <Cites numbers={sentence.cites} {...cites} />{" "}
            </span>
          ))}
        </div>
      );
    case "list":
      return (
        <ul className="brief-list">
          {block.sentences.map((sentence) => (
            <li key={`${sentence.text} ${sentence.cites.join(" ")}`}>
              <Value text={sentence.text} most={4000} /> <Cites numbers={sentence.cites} {...cites} />
            </li>
          ))}
        </ul>
      );
    case "drawing":
      return <Drawing drawing={block} cites={<Cites numbers={block.cites} {...cites} />} />;
    case "table":
      return <TableShown block={block} {...cites} />;
  }
}

function TableShown({ block, ...cites }: BlockProps & { readonly block: Extract<Block, { kind: "table" }> }) {
  return (
    <div className="brief-table" tabIndex={0} role="region" aria-label={block.caption}>
      <table>
        <caption>{block.caption}</caption>
        <thead>
          <tr>
            {block.head.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col">Cites</th>
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row) => (
            <tr key={`${row.cells.join(" ")} ${row.cites.join(" ")}`}>
              {row.cells.map((cell, column) => (
                <td key={block.head[column]} className={isFigure(cell) ? "number" : undefined}>
                  <Value text={cell} />
                </td>
              ))}
              <td>
                <Cites numbers={row.cites} {...cites} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const isFigure = (cell: string): boolean => /^[\d,.]+( [A-Z%]{1,4})*(, (less than )?\d+ %)?$/u.test(cell);

/** So many numbers stand behind a sentence; the rest unfold. */
const mostNumbers = 6;

function Cites({ numbers, cited, open }: Omit<BlockProps, "block"> & { readonly numbers: readonly number[] }) {
  const shown = numbers.slice(0, mostNumbers);
  const rest = numbers.slice(mostNumbers);
  const button = (number: number) => (
    <button
      key={number}
      type="button"
      className="brief-cite"
      aria-label={`Citation ${number}`}
      aria-pressed={number === cited}
      onClick={() => open(number)}
    >
      {number}
    </button>
  );
  return (
    <span className="brief-cites">
      {shown.map(button)}
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          {rest.map(button)}
        </details>
      )}
    </span>
  );
}
