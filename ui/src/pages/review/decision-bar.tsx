import type { Decided } from "../../decisions/sitting.ts";
import type { Decision } from "./answer.ts";

interface DecisionBarProps {
  readonly words: Readonly<Record<Decision, string>>;
  /** What was decided in this sitting, if anything. */
  readonly made: Decided | undefined;
  readonly decide: (decision: Decision) => void;
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  readonly goBy: (step: number) => void;
}

const choices: readonly (readonly [Decision, string])[] = [
  ["same", "y"],
  ["different", "n"],
  ["unsure", "u"],
];

/** The three decisions with their keys, and a line for the reason. */
export function DecisionBar({ words, made, decide, reason, setReason, goBy }: DecisionBarProps) {
  return (
    <div className="review-bar" role="group" aria-label="Decision">
      {choices.map(([decision, key]) => (
        <button
          key={decision}
          type="button"
          aria-pressed={made?.decision === decision}
          onClick={() => decide(decision)}
        >
          {words[decision]} <kbd aria-hidden="true">{key}</kbd>
        </button>
      ))}
      <label className="review-reason">
        <span className="second">Reason</span> <kbd aria-hidden="true">r</kbd>{" "}
        <input
          id="review-reason"
          value={reason}
          maxLength={2000}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
        />
      </label>
      <span className="review-move">
        <button type="button" className="button-quiet" onClick={() => goBy(-1)}>
          Previous <kbd aria-hidden="true">k</kbd>
        </button>
        <button type="button" className="button-quiet" onClick={() => goBy(1)}>
          Next <kbd aria-hidden="true">j</kbd>
        </button>
      </span>
      {made && (
        <p role="status" className="second">
          Decision {made.judgementNo} stands; the same key again, or Ctrl-Z, takes it back. The next run draws the
          consequences.
        </p>
      )}
    </div>
  );
}
