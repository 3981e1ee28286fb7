import { useEffect, useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
import { useTheme } from "../theme/theme.ts";
import type { DisplayList } from "./display-list.ts";
import type { Hit } from "./hit-index.ts";
import "./picture-canvas.css";
import { Stage } from "./stage.ts";

interface PictureCanvasProps {
  /** Made anew for each drawing: its arrays move to the painter. */
  readonly makeList: () => DisplayList;
  /** Changes with what is drawn. */
  readonly drawing: unknown;
  /** What a screen reader is told the picture is. */
  readonly label: string;
  readonly onStage: (stage: Stage | null) => void;
  readonly onPick: (hit: Hit) => void;
  readonly onOpen: (hit: Hit) => void;
  /** A node was dragged to a place of the drawing; without this a drag moves the whole. */
  readonly onDrag?: ((node: number, place: { x: number; y: number }) => void) | undefined;
  readonly onKey?: (event: KeyboardEvent) => void;
  /** What is drawn is of the question before. */
  readonly isStale: boolean;
  readonly children?: ReactNode;
}

/** A picture that is painted in a worker: it pans under the pointer, zooms with the wheel, and tells what is picked. */
export function PictureCanvas(props: PictureCanvasProps) {
  const { makeList, drawing, label, onStage, isStale, children } = props;
  const [window, canvas, stage] = [
    useRef<HTMLDivElement>(null),
    useRef<HTMLCanvasElement>(null),
    useRef<Stage | null>(null),
  ];
  const [theme] = useTheme();
  const make = useRef(makeList);
  make.current = makeList;
  useEffect(() => {
    if (!window.current || !canvas.current) return undefined;
    const made = new Stage(window.current, canvas.current, () => undefined);
    stage.current = made;
    onStage(made);
    const stopWatching = watchStage(made, window.current);
    return () => {
      stopWatching();
      onStage(null);
      stage.current = null;
      made.close();
    };
  }, [onStage, window, canvas]);
  useEffect(() => stage.current?.draw(make.current()), [drawing]);
  useEffect(() => stage.current?.recolour(), [theme]);
  return (
    <div
      ref={window}
      className={isStale ? "picture picture-stale" : "picture"}
      aria-busy={isStale || undefined}
      role="group"
      aria-label={label}
      data-key-area="network"
      onKeyDown={props.onKey}
      {...usePointer(stage, props)}
    >
      <canvas ref={canvas} aria-hidden="true" />
      {children}
    </div>
  );
}

/** Follows the window's size, the machine's theme, and the wheel. */
function watchStage(stage: Stage, window: HTMLElement): () => void {
  const resized = new ResizeObserver(() => stage.repaint());
  resized.observe(window);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const recolour = () => stage.recolour();
  dark.addEventListener("change", recolour);
  const turned = (event: WheelEvent) => {
    event.preventDefault();
    const { left, top } = window.getBoundingClientRect();
    stage.zoom(
      Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015)),
      event.clientX - left,
      event.clientY - top,
    );
  };
  window.addEventListener("wheel", turned, { passive: false });
  return () => {
    resized.disconnect();
    dark.removeEventListener("change", recolour);
    window.removeEventListener("wheel", turned);
  };
}

/** A press that moved so many pixels is a drag. */
const dragFrom = 4;

interface Press {
  readonly x: number;
  readonly y: number;
  lastX: number;
  lastY: number;
  isDrag: boolean;
  hit: Hit;
}

/** A press on a node drags it, elsewhere the whole; a press that does not move picks. */
function usePointer(stage: { readonly current: Stage | null }, { onPick, onOpen, onDrag }: PictureCanvasProps) {
  const press = useRef<Press | null>(null);
  const spot = (event: { clientX: number; clientY: number; currentTarget: Element }): [number, number] => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const [x, y] = spot(event);
      const begun: Press = { x, y, lastX: x, lastY: y, isDrag: false, hit: null };
      press.current = begun;
      void stage.current?.hit(x, y).then((hit) => (begun.hit = hit));
    },
    onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
      const held = press.current;
      if (!held || !stage.current) return;
      const [x, y] = spot(event);
      held.isDrag ||= Math.hypot(x - held.x, y - held.y) > dragFrom;
      if (!held.isDrag) return;
      if (onDrag && held.hit?.kind === "node") onDrag(held.hit.index, stage.current.toWorld(x, y));
      else stage.current.pan(x - held.lastX, y - held.lastY);
      held.lastX = x;
      held.lastY = y;
    },
    onPointerUp: (event: PointerEvent<HTMLDivElement>) => {
      const held = press.current;
      press.current = null;
      if (!held || held.isDrag) return;
      const [x, y] = spot(event);
      void stage.current?.hit(x, y).then((hit) => onPick(hit));
    },
    onPointerCancel: () => (press.current = null),
    onDoubleClick: (event: { clientX: number; clientY: number; currentTarget: Element }) => {
      const [x, y] = spot(event);
      void stage.current?.hit(x, y).then((hit) => onOpen(hit));
    },
  };
}
