import { buffersOf, type DisplayList, type View } from "./display-list.ts";
import type { Hit } from "./hit-index.ts";
import type { Palette } from "./paint.ts";
import type { PainterAnswer, PainterQuestion, Sheet } from "./painter-messages.ts";
// oxlint-disable-next-line import/default -- the address comes from Vite
import painterUrl from "./painter.worker.ts?worker&url";
import { startWorker } from "./start-worker.ts";

type Frame = Extract<PainterAnswer, { kind: "frame" }>;

/** The painter's thread, as the page speaks to it. */
export class Painter {
  private readonly worker = startWorker(painterUrl);
  private readonly waiting = new Map<number, (answer: PainterAnswer) => void>();
  private last = 0;

  constructor(onFrame: (frame: Frame) => void) {
    this.worker.addEventListener("message", ({ data }: MessageEvent<PainterAnswer>) => {
      if (data.kind === "frame") return onFrame(data);
      this.waiting.get(data.no)?.(data);
      this.waiting.delete(data.no);
      return undefined;
    });
  }

  /** Takes a new display list, whose arrays move to the painter. */
  draw(list: DisplayList): void {
    this.ask({ kind: "list", list }, buffersOf(list));
  }

  paint(view: View, sheet: Sheet, palette: Palette): void {
    this.ask({ kind: "paint", view, sheet, palette });
  }

  async hit(view: View, x: number, y: number): Promise<Hit> {
    const answer = await this.answered((no) => ({ kind: "hit", no, view, x, y }));
    return answer.kind === "hit" ? answer.hit : null;
  }

  /** The picture at twice the pixels, with lines of words under it. */
  async png(
    view: View,
    sheet: Sheet,
    { palette, lines }: { palette: Palette; lines: readonly string[] },
  ): Promise<Blob> {
    const answer = await this.answered((no) => ({ kind: "png", no, view, sheet, palette, lines }));
    if (answer.kind !== "png") throw new TypeError("the painter answered another question");
    return answer.blob;
  }

  close(): void {
    this.worker.terminate();
  }

  private answered(question: (no: number) => PainterQuestion): Promise<PainterAnswer> {
    this.last += 1;
    const no = this.last;
    return new Promise((resolve) => {
      this.waiting.set(no, resolve);
      this.ask(question(no));
    });
  }

  private ask(question: PainterQuestion, moved: Transferable[] = []): void {
    this.worker.postMessage(question, moved);
  }
}
