import { memo, type ReactNode } from "react";
import "./state-mark.css";

/** What the workbench can say of a thing; each has its shape, colour repeats it. */
export type State = "corroborated" | "contradicted" | "one-source" | "new" | "sealed" | "unknown source" | "fault";

/** Each state as the API writes it. */
const stateOf: Readonly<Record<string, State>> = {
  corroborated: "corroborated",
  contradicted: "contradicted",
  "one-source": "one-source",
  new: "new",
  sealed: "sealed",
  "unknown-source": "unknown source",
  "unknown source": "unknown source",
  fault: "fault",
};

interface StateMarkProps {
  readonly state: string;
  /** Another word than the state's own. */
  readonly word?: string;
  /** The shape alone, its word for screen readers. */
  readonly isShapeOnly?: boolean;
}

/** A state as a shape and its word. */
export const StateMark = memo(function StateMark({ state, word, isShapeOnly = false }: StateMarkProps) {
  const known = stateOf[state];
  const said = word ?? known ?? state;
  return (
    <span className={`state state-${(known ?? "none").replaceAll(" ", "-")}`}>
      {known && (
        <svg className="state-shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
          {shapes[known]}
        </svg>
      )}
      <span className={isShapeOnly ? "for-screen-readers" : undefined}>{said}</span>
    </span>
  );
});

const shapes: Readonly<Record<State, ReactNode>> = {
  corroborated: <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  contradicted: <path d="M6 1 11.2 10.5H.8Z" fill="currentColor" />,
  "one-source": <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="2" />,
  new: <path d="M6 .8 11.2 6 6 11.2.8 6Z" fill="currentColor" />,
  sealed: (
    <path
      fillRule="evenodd"
      d="M1.5 1.5h9v9h-9ZM6 3.2a1.6 1.6 0 0 0-.8 3L4.6 9h2.8l-.6-2.8a1.6 1.6 0 0 0-.8-3Z"
      fill="currentColor"
    />
  ),
  "unknown source": (
    <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="3.2 3.08" />
  ),
  fault: (
    <g fill="none" stroke="currentColor" strokeWidth="2">
      <circle cx="6" cy="6" r="4.5" />
      <path d="M2.9 2.9 9.1 9.1" />
    </g>
  ),
};
