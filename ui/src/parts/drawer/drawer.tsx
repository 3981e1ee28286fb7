import {
  useEffect,
  useId,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from "react";
import "./drawer.css";

interface DrawerProps {
  /** What it shows, as its heading. */
  readonly title: ReactNode;
  readonly close: () => void;
  readonly children: ReactNode;
}

const [narrowest, widest, usual] = [320, 800, 440];
const storedAs = "windfall.drawer";

/**
 * The panel beside a table or picture: as wide as it was dragged, kept in this browser. Escape gives the focus back to
 * where it came from, a second Escape there closes it.
 */
export function Drawer({ title, close, children }: DrawerProps) {
  const [width, setWidth] = useState(storedWidth);
  const [from, setFrom] = useState<HTMLElement | null>(null);
  const headingId = useId();
  const returnTo = useRef<HTMLElement | null>(null);
  useEffect(() => {
    returnTo.current = from;
  }, [from]);
  const entered = (event: FocusEvent<HTMLElement>) => {
    const { relatedTarget, currentTarget } = event;
    if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget)) setFrom(relatedTarget);
  };
  const leave = () => returnTo.current?.focus();
  const closed = () => {
    leave();
    close();
  };
  return (
    <aside
      className="drawer"
      aria-labelledby={headingId}
      style={{ "--drawer-width": `${width}px` }}
      onFocus={entered}
      onKeyDown={(event) => event.key === "Escape" && (event.stopPropagation(), leave())}
    >
      <Handle width={width} setWidth={setWidth} />
      <header className="drawer-head">
        <h2 id={headingId} tabIndex={-1} data-drawer-heading="">
          {title}
        </h2>
        <button type="button" className="button-quiet" aria-label="Close the panel" onClick={closed}>
          <span aria-hidden="true">×</span>
        </button>
      </header>
      <div className="drawer-body">{children}</div>
    </aside>
  );
}

/** Moves the focus into the open drawer. */
export const enterDrawer = (): void => document.querySelector<HTMLElement>("[data-drawer-heading]")?.focus();

function Handle({ width, setWidth }: { readonly width: number; readonly setWidth: (width: number) => void }) {
  const change = (next: number) => {
    const kept = Math.min(widest, Math.max(narrowest, Math.round(next)));
    localStorage.setItem(storedAs, String(kept));
    setWidth(kept);
  };
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) change(window.innerWidth - event.clientX);
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowLeft: 20, ArrowRight: -20 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    change(width + step);
  };
  return (
    <div
      className="drawer-handle"
      role="separator"
      aria-label="Width of the panel"
      aria-orientation="vertical"
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      aria-valuenow={width}
      tabIndex={0}
      onKeyDown={press}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
    />
  );
}

function storedWidth(): number {
  const stored = Number(localStorage.getItem(storedAs));
  return stored >= narrowest && stored <= widest ? stored : usual;
}
