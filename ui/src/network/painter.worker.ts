import type { DisplayList } from "./display-list.ts";
import { HitIndex } from "./hit-index.ts";
import { paint, type Palette } from "./paint.ts";
import type { PainterAnswer, PainterQuestion, Sheet } from "./painter-messages.ts";

/** Paints in a thread of its own, by the CPU: neither speed nor pixels hang on a graphics card. */
let list: DisplayList | undefined;
let hits: HitIndex | undefined;
let canvas: OffscreenCanvas | undefined;
let waiting: Extract<PainterQuestion, { kind: "paint" }> | undefined;

const answer = (message: PainterAnswer, moved: Transferable[] = []): void =>
  (globalThis as unknown as { postMessage(message: unknown, moved: Transferable[]): void }).postMessage(message, moved);

globalThis.addEventListener("message", ({ data }: MessageEvent<PainterQuestion>) => {
  switch (data.kind) {
    case "list":
      list = data.list;
      hits = undefined;
      return;
    case "paint":
      if (waiting === undefined) setTimeout(paintWaiting, 0);
      waiting = data;
      return;
    case "hit":
      if (list) hits ??= new HitIndex(list);
      answer({ kind: "hit", no: data.no, hit: hits?.at(data.view, data.x, data.y) ?? null });
      return;
    case "png":
      void writePng(data);
  }
});

function paintWaiting(): void {
  const asked = waiting;
  waiting = undefined;
  if (!asked || !list) return;
  const begun = performance.now();
  const { view, sheet, palette } = asked;
  canvas = sized(canvas, sheet);
  paintOn(canvas, list, { view, sheet, palette });
  const bitmap = canvas.transferToImageBitmap();
  answer({ kind: "frame", bitmap, view, sheet, tookMs: performance.now() - begun }, [bitmap]);
}

function sized(known: OffscreenCanvas | undefined, { width, height, ratio }: Sheet): OffscreenCanvas {
  const [wide, high] = [Math.ceil(width * ratio), Math.ceil(height * ratio)];
  return known?.width === wide && known.height === high ? known : new OffscreenCanvas(wide, high);
}

function paintOn(
  onto: OffscreenCanvas,
  drawn: DisplayList,
  { view, sheet, palette }: Pick<Extract<PainterQuestion, { kind: "paint" }>, "view" | "sheet" | "palette">,
): OffscreenCanvasRenderingContext2D | null {
  const pen = onto.getContext("2d", { willReadFrequently: true });
  if (!pen) return null;
  pen.setTransform(sheet.ratio, 0, 0, sheet.ratio, 0, 0);
  paint(pen, drawn, { view, width: sheet.width, height: sheet.height, palette });
  return pen;
}

/** The picture with the words that every export carries, under it. */
async function writePng({ no, view, sheet, palette, lines }: Extract<PainterQuestion, { kind: "png" }>): Promise<void> {
  if (!list) return;
  const foot = 16 * lines.length + 16;
  const whole = { ...sheet, height: sheet.height + foot };
  const onto = sized(undefined, whole);
  const pen = paintOn(onto, list, { view, sheet: whole, palette });
  if (pen) writeFoot(pen, { ...sheet, palette, lines });
  answer({ kind: "png", no, blob: await onto.convertToBlob({ type: "image/png" }) });
}

function writeFoot(
  pen: OffscreenCanvasRenderingContext2D,
  { width, height, palette, lines }: { width: number; height: number; palette: Palette; lines: readonly string[] },
): void {
  pen.fillStyle = palette.page;
  pen.fillRect(0, height, width, 16 * lines.length + 16);
  pen.fillStyle = palette.text;
  pen.font = `12px ${palette.font}`;
  lines.forEach((line, index) => pen.fillText(line, 12, height + 16 * (index + 1)));
}
