import { Component, useEffect, useState, type ReactNode } from "react";
import { ApiError, ServerGone } from "../../api/call.ts";
import "./page-states.css";

/** Nothing for 150 ms, then lines of the height that is coming. */
export function Loading({ rows = 3, what = "Loading" }: { readonly rows?: number; readonly what?: string }) {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="loading" aria-busy="true">
      {isShown && <span className="for-screen-readers">{what}</span>}
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={isShown ? "loading-row loading-row-shown" : "loading-row"} />
      ))}
    </div>
  );
}

/** Nothing is here yet: what to do about it. */
export const Empty = ({ children }: { readonly children: ReactNode }) => <div className="page-state">{children}</div>;

interface NothingFoundProps {
  /** The filter as a sentence. */
  readonly sentence: string;
  /** What was looked through, and what was not. */
  readonly searched: ReactNode;
  /** Ways out: chips with the count without them. */
  readonly children?: ReactNode;
}

/** A search without an answer says how far it looked. */
export const NothingFound = ({ sentence, searched, children }: NothingFoundProps) => (
  <div className="page-state" role="status">
    <h2>Nothing found</h2>
    <p>{sentence}</p>
    <p className="second">{searched}</p>
    {children}
  </div>
);

/** What failed in the server's own words, to be tried again or passed on. */
export function Failed({ error, retry }: { readonly error: unknown; readonly retry?: (() => void) | undefined }) {
  const [isCopied, setCopied] = useState(false);
  const said = error instanceof Error ? error.message : String(error);
  const copy = () =>
    void navigator.clipboard.writeText(detailsOf(error)).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className="page-state page-state-failed" role="alert">
      <h2>This could not be shown</h2>
      <p>{error instanceof ServerGone ? "The server does not answer; this is asked again when it does." : said}</p>
      <p className="page-state-actions">
        {retry && (
          <button type="button" onClick={retry}>
            Try again
          </button>
        )}
        <button type="button" onClick={copy}>
          {isCopied ? "Copied" : "Copy details"}
        </button>
      </p>
    </div>
  );
}

/** Where the fault was, in words that name no value of the case but what the server said. */
const detailsOf = (error: unknown): string =>
  [
    error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    error instanceof ApiError ? `status ${error.status}` : (error as { stack?: string }).stack,
    `at ${location.pathname}`,
  ]
    .filter(Boolean)
    .join("\n");

interface BoundaryState {
  readonly error: Error | null;
}

/** Keeps a fault of one panel to that panel: the rest of the page lives. */
export class PanelBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { error: null };

  static getDerivedStateFromError(error: Error): BoundaryState {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <Failed error={this.state.error} retry={() => this.setState({ error: null })} />;
  }
}
