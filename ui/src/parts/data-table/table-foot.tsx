import { useId, useState } from "react";
import { useCommands } from "../../keys/index.ts";
import type { Column, ShownColumns } from "./column.ts";

interface TableFootProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly choice: ShownColumns<Row>;
  readonly selectedCount: number;
  readonly copy: () => void;
  readonly download: (() => void) | undefined;
}

/** What can be done with the rows, and which columns are left out. */
export function TableFoot<Row>({ columns, choice, selectedCount, copy, download }: TableFootProps<Row>) {
  const [isOpen, setOpen] = useState(false);
  const panelId = useId();
  useCommands({ "list.columns": () => setOpen((was) => !was) });
  const { narrowedOut } = choice;
  return (
    <div className="table-foot">
      {isOpen && (
        <fieldset
          id={panelId}
          className="table-columns"
          onKeyDown={(event) => event.key === "Escape" && setOpen(false)}
        >
          <legend>Columns</legend>
          {columns.map(({ id, head, priority }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={choice.isChosen(id)}
                disabled={priority === 0}
                onChange={() => choice.toggle(id)}
              />
              {head}
            </label>
          ))}
        </fieldset>
      )}
      <button
        type="button"
        className="button-quiet note"
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        Columns
      </button>
      <button type="button" className="button-quiet note" onClick={copy}>
        {selectedCount > 0 ? `Copy ${selectedCount.toLocaleString("en")} selected` : "Copy the row"}
      </button>
      {download && (
        <button type="button" className="button-quiet note" onClick={download}>
          Download CSV
        </button>
      )}
      {narrowedOut.length > 0 && (
        <span className="second note">Too narrow for {narrowedOut.map(({ head }) => head).join(", ")}</span>
      )}
    </div>
  );
}
