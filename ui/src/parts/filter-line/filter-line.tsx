import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { useCommands } from "../../keys/index.ts";
import { Chips, type Chip } from "../chips/chips.tsx";
import "./filter-line.css";

interface FilterLineProps {
  /** The filter as typed. */
  readonly value: string;
  /** Called at each change; `isFinal` on Enter and for a chip taken away. */
  readonly onChange: (value: string, isFinal: boolean) => void;
  /** What can be typed, as the placeholder. */
  readonly hint: string;
  /** The server's echo. */
  readonly chips: readonly Chip[];
  /** The filter without one chip. */
  readonly without: (chipId: string) => string;
  /** Such as "412 of 100,000 findings | contradicted or new". */
  readonly sentence: ReactNode;
}

/** The line that narrows a list, at once with each key; below it what was understood. */
export function FilterLine({ value, onChange, hint, chips, without, sentence }: FilterLineProps) {
  const [typed, setTyped] = useState(value);
  const sentenceId = useId();
  const field = useRef<HTMLInputElement>(null);
  useCommands({
    filter: () => {
      field.current?.focus();
      field.current?.select();
    },
  });
  // Back and forward change the address: the line follows it.
  useEffect(() => setTyped((own) => (own.trim() === value.trim() ? own : value)), [value]);
  const change = (text: string, isFinal: boolean) => {
    setTyped(text);
    onChange(text, isFinal);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") change(typed, true);
    if (event.key !== "Escape") return;
    // By itself a search field is emptied by Escape: the filter stays, the keys of the list are back.
    event.preventDefault();
    event.currentTarget.blur();
  };
  return (
    <div className="filter-line" role="search">
      <div className="filter-field">
        <input
          ref={field}
          type="search"
          aria-label="Filter"
          aria-describedby={sentenceId}
          placeholder={hint}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => change(event.target.value, false)}
          onKeyDown={press}
        />
        <p id={sentenceId} className="filter-sentence second">
          {sentence}
        </p>
      </div>
      <Chips
        label="Filter in words"
        chips={chips}
        remove={(id) => change(without(id), true)}
        clear={() => change("", true)}
      />
    </div>
  );
}
