import { Figures, type Told } from "./figures.ts";

/** One part of the bench: what it is put to, and the work. Whatever it starts it ends by `atEnd`, which also ends it when its time is over. */
export interface Part {
  readonly name: string;
  readonly input: string;
  run(figures: Figures, atEnd: AtEnd): Promise<void>;
}

/** Says how something that a part started is ended. */
export type AtEnd = (end: () => Promise<void> | void) => void;

/** What came of a part. */
export interface PartRun {
  readonly part: string;
  readonly seconds: number;
  readonly figures: readonly Told[];
  /** Where it was when its time was over, or what went wrong; null: it ended. */
  readonly notFinished: string | null;
}

/** Runs a part for so many seconds at most. What it measured until then is told in any case. */
export async function runPart(part: Part, limitSeconds: number): Promise<PartRun> {
  const figures = new Figures(part);
  const ends: (() => Promise<void> | void)[] = [];
  const started = performance.now();
  const notFinished = await Promise.race([
    part
      .run(figures, (end) => ends.push(end))
      .then(
        () => null,
        (cause: unknown) => `not finished: ${figures.step}: ${firstLine(cause)}`,
      ),
    later(limitSeconds).then(() => `not finished: ${limitSeconds} s were over at: ${figures.step}`),
  ]);
  for (const end of ends.toReversed()) await Promise.race([end(), later(endSeconds)]);
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  return { part: part.name, seconds, figures: figures.told(), notFinished };
}

/** So long an end is waited for. */
const endSeconds = 10;

const later = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1000).unref());

const firstLine = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).split("\n")[0] ?? "";
