import { useEffect, useId, useRef, useState } from "react";
import { Value, wholeToText } from "../parts/index.ts";
import type { FrozenView } from "./use-frozen-view.ts";
import "./facets.css";

type Facet = FrozenView["facets"][number];

interface FacetsProps {
  readonly facets: readonly Facet[];
  /** Adds a term to the filter, or takes it away. */
  readonly choose: (term: string) => void;
}

/** What the rows can be narrowed by, each value with the rows it would leave. */
export const Facets = ({ facets, choose }: FacetsProps) => (
  <div className="facets" role="group" aria-label="Narrow by">
    {facets.map((facet) =>
      facet.values.length === 0 ? null : <FacetMenu key={facet.key} facet={facet} choose={choose} />,
    )}
  </div>
);

function FacetMenu({ facet, choose }: { readonly facet: Facet; readonly choose: (term: string) => void }) {
  const [isOpen, setOpen] = useState(false);
  const panelId = useId();
  const own = useRef<HTMLDivElement>(null);
  useCloseOutside(own, isOpen, () => setOpen(false));
  const chosen = facet.values.filter((value) => value.isChosen).length;
  return (
    <div
      ref={own}
      className="facet"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isOpen) return;
        event.stopPropagation();
        setOpen(false);
        own.current?.querySelector("button")?.focus();
      }}
    >
      <button
        type="button"
        className={chosen > 0 ? "facet-button facet-chosen" : "facet-button"}
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {facet.key}
        {chosen > 0 && ` ${chosen}`} <span aria-hidden="true">▾</span>
      </button>
      {isOpen && (
        <fieldset id={panelId} className="facet-values">
          <legend>{facet.words}</legend>
          {facet.values.map((value) => (
            <label key={value.value}>
              <input type="checkbox" checked={value.isChosen} onChange={() => choose(value.term)} />
              <span className="facet-words">
                <Value text={value.words} most={60} />
              </span>
              <span className="second">{wholeToText(value.count)}</span>
            </label>
          ))}
          {facet.more > 0 && (
            <p className="second note">
              {wholeToText(facet.more)} more: type {facet.key}:…
            </p>
          )}
        </fieldset>
      )}
    </div>
  );
}

function useCloseOutside(own: React.RefObject<HTMLElement | null>, isOpen: boolean, close: () => void): void {
  useEffect(() => {
    if (!isOpen) return;
    const leave = (event: Event) => {
      if (event.target instanceof Node && !own.current?.contains(event.target)) close();
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
    };
  }, [own, isOpen, close]);
}
