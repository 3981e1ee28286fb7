import { boundsOf, fitView, type DisplayList, type View } from "./display-list.ts";
import type { Hit } from "./hit-index.ts";
import type { Palette } from "./paint.ts";
import { Painter } from "./painter.ts";
import type { Sheet } from "./painter-messages.ts";

/** The sheet is wider than the window by this share on each side, so that a pan shows no edge before the next frame. */
const margin = 0.2;
const [smallestScale, largestScale] = [0.02, 6];
/** While the view moves it is painted anew so often at most: the transform fills in. */
const paintedEachMs = 60;

/**
 * A picture on the page: it moves at once, by a CSS transform of the last frame, and is painted anew behind it. A frame is
 * shown together with its transform, so that nothing jumps.
 */
export class Stage {
  private readonly window: HTMLElement;
  private readonly canvas: HTMLCanvasElement;
  private readonly painter: Painter;
  private readonly onView: (view: View) => void;
  private view: View = { scale: 1, left: 0, top: 0 };
  private shown: { readonly view: View; readonly sheet: Sheet } | undefined;
  /** Whether a frame is being painted, and whether the view changed since it was asked for. */
  private isPainting = false;
  private isStale = false;
  private palette: Palette | undefined;
  private isFitted = false;
  private corners = { x: [0, 0], y: [0, 0] };
  /** How long the last repaint took, in the painter's thread. */
  lastPaintMs = 0;

  constructor(window: HTMLElement, canvas: HTMLCanvasElement, onView: (view: View) => void) {
    this.window = window;
    this.canvas = canvas;
    this.onView = onView;
    this.painter = new Painter(({ bitmap, view, sheet, tookMs }) => {
      this.lastPaintMs = tookMs;
      this.show(bitmap, { view, sheet });
      setTimeout(
        () => {
          this.isPainting = false;
          if (this.isStale) this.repaint();
        },
        Math.max(0, paintedEachMs - tookMs),
      );
    });
  }

  /** Takes a new picture; the first is fitted into the window, later ones leave the view as it is. */
  draw(list: DisplayList): void {
    const { left, right, top, bottom } = boundsOf(list);
    this.corners = { x: [left, right], y: [top, bottom] };
    // The arrays move to the painter: afterwards they are empty here.
    const count = list.x.length;
    this.painter.draw(list);
    if (!this.isFitted && count > 0) {
      this.isFitted = true;
      this.fit();
    } else this.repaint();
  }

  fit(): void {
    this.move(fitView(this.corners, this.window.clientWidth, this.window.clientHeight));
  }

  /** The next picture is fitted again: it is another question's. */
  fitNext(): void {
    this.isFitted = false;
  }

  pan(right: number, down: number): void {
    this.move({ ...this.view, left: this.view.left + right, top: this.view.top + down });
  }

  /** Zooms about a point of the window; about its middle where none is given. */
  zoom(by: number, x = this.window.clientWidth / 2, y = this.window.clientHeight / 2): void {
    const scale = Math.min(largestScale, Math.max(smallestScale, this.view.scale * by));
    const k = scale / this.view.scale;
    this.move({ scale, left: x - (x - this.view.left) * k, top: y - (y - this.view.top) * k });
  }

  /** Brings a point of the drawing into the window, if it is not there. */
  reveal(worldX: number, worldY: number): void {
    const { scale, left, top } = this.view;
    const [x, y] = [worldX * scale + left, worldY * scale + top];
    const [wide, high] = [this.window.clientWidth, this.window.clientHeight];
    const [right, down] = [inside(x, wide) - x, inside(y, high) - y];
    if (right !== 0 || down !== 0) this.pan(right, down);
  }

  /** The point of the drawing under a point of the window. */
  toWorld(x: number, y: number): { x: number; y: number } {
    return { x: (x - this.view.left) / this.view.scale, y: (y - this.view.top) / this.view.scale };
  }

  hit(x: number, y: number): Promise<Hit> {
    return this.painter.hit(this.view, x, y);
  }

  /** The whole picture, fitted, at twice the pixels, with words under it. */
  png(lines: readonly string[]): Promise<Blob> {
    const sheet = { width: 1280, height: 800, ratio: 2 };
    return this.painter.png(fitView(this.corners, sheet.width, sheet.height), sheet, {
      palette: paletteOf(this.window),
      lines,
    });
  }

  /** Asks for a frame of the view as it is. One is painted at a time, so that the thread of the page and its transform stay ahead. */
  repaint(): void {
    this.isStale = true;
    if (this.isPainting) return;
    const sheet = this.sheet();
    if (sheet.width < 1 || sheet.height < 1) return;
    this.isPainting = true;
    this.isStale = false;
    this.palette ??= paletteOf(this.window);
    this.painter.paint(onSheet(this.view, sheet), sheet, this.palette);
  }

  /** The theme changed: its colours are read again. */
  recolour(): void {
    this.palette = undefined;
    this.repaint();
  }

  close(): void {
    this.painter.close();
  }

  private move(view: View): void {
    this.view = view;
    this.place();
    this.repaint();
    this.onView(view);
  }

  private sheet(): Sheet {
    return {
      width: Math.round(this.window.clientWidth * (1 + 2 * margin)),
      height: Math.round(this.window.clientHeight * (1 + 2 * margin)),
      ratio: Math.min(devicePixelRatio, 2),
    };
  }

  private show(bitmap: ImageBitmap, shown: { view: View; sheet: Sheet }): void {
    const { width, height } = shown.sheet;
    if (this.canvas.width !== bitmap.width || this.canvas.height !== bitmap.height) {
      this.canvas.width = bitmap.width;
      this.canvas.height = bitmap.height;
    }
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    this.canvas.getContext("bitmaprenderer")?.transferFromImageBitmap(bitmap);
    this.shown = shown;
    this.place();
    this.canvas.dataset["painted"] = String(Number(this.canvas.dataset["painted"] ?? 0) + 1);
    this.canvas.dataset["tookMs"] = this.lastPaintMs.toFixed(1);
  }

  /** Moves the last frame to where the view is by now. */
  private place(): void {
    if (!this.shown) return;
    const k = this.view.scale / this.shown.view.scale;
    const [right, down] = [this.view.left - k * this.shown.view.left, this.view.top - k * this.shown.view.top];
    this.canvas.style.transform = `translate(${right}px, ${down}px) scale(${k})`;
  }
}

const onSheet = ({ scale, left, top }: View, { width, height }: Sheet): View => ({
  scale,
  left: left + (width * margin) / (1 + 2 * margin),
  top: top + (height * margin) / (1 + 2 * margin),
});

const inside = (at: number, size: number): number => Math.min(Math.max(at, 32), Math.max(size - 32, 32));

/** The colours of the theme as it is now: custom properties hold both themes, so each is read where it is used. */
export function paletteOf(element: HTMLElement): Palette {
  const probe = document.createElement("span");
  element.append(probe);
  const read = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const palette = {
    page: read("page"),
    text: read("text"),
    second: read("text-second"),
    accent: read("accent"),
    flow: read("flow"),
    context: read("context"),
    stopped: read("contradicted"),
    sealed: read("sealed"),
    selected: read("selected"),
    font: getComputedStyle(element).fontFamily,
  };
  probe.remove();
  return palette;
}
