import "./chips.css";

/** One term of a filter, in words. */
export interface Chip {
  readonly id: string;
  readonly words: string;
  /** Why it is not understood, and what would be. */
  readonly fault?: string | null;
}

interface ChipsProps {
  readonly label: string;
  readonly chips: readonly Chip[];
  readonly remove: (id: string) => void;
  readonly clear?: () => void;
}

/** The terms of a filter, each with a button that takes it away. */
export function Chips({ label, chips, remove, clear }: ChipsProps) {
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label={label}>
      {chips.map((chip) => (
        <li key={chip.id} className={chip.fault ? "chip chip-fault" : "chip"}>
          <span>{chip.words}</span>
          {chip.fault && <span className="note"> {chip.fault}</span>}
          <button type="button" aria-label={`Remove ${chip.words}`} onClick={() => remove(chip.id)}>
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      {clear && chips.length > 1 && (
        <li>
          <button type="button" className="button-quiet" onClick={clear}>
            Clear
          </button>
        </li>
      )}
    </ul>
  );
}
