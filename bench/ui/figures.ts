import { childrenMs } from "./processor-time.ts";

/** What is measured, and what it must hold. */
export interface Figure {
  readonly what: string;
  readonly unit: "ms" | "MB" | "kB" | "frames/s" | "s";
  /** At most so much at the 95th percentile; of frames at least so many. Null: told alone. */
  readonly bar: number | null;
}

/** One figure as it is told: `processorMs` is that of server and browser for each sample, beside the time on the clock. */
export interface Told extends Figure {
  readonly part: string;
  readonly input: string;
  readonly samples: number;
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
  readonly processorMs: number | null;
  readonly holds: boolean | null;
}

interface Samples {
  readonly figure: Figure;
  readonly values: number[];
  processorMs: number | null;
}

/** The figures of one part, with where it is. */
export class Figures {
  /** What is being done, for who is told that it did not end. */
  step = "the beginning";
  private readonly part: { readonly name: string; readonly input: string };
  private readonly held = new Map<string, Samples>();

  constructor(part: { readonly name: string; readonly input: string }) {
    this.part = part;
  }

  /** Adds samples to a figure. */
  add(figure: Figure, values: readonly number[], processorMs: number | null = null): void {
    const held = this.held.get(figure.what) ?? { figure, values: [], processorMs: null };
    held.values.push(...values);
    if (processorMs !== null) held.processorMs = (held.processorMs ?? 0) + processorMs;
    this.held.set(figure.what, held);
  }

  /** Runs work that gives samples and counts what it took of the processor. */
  async measure(figure: Figure, work: () => Promise<readonly number[]>): Promise<void> {
    this.step = figure.what;
    const before = childrenMs();
    const values = await work();
    this.add(figure, values, childrenMs() - before);
  }

  told(): Told[] {
    return [...this.held.values()].map(({ figure, values, processorMs }) => {
      const spread = spreadOf(values, figure);
      return {
        part: this.part.name,
        input: this.part.input,
        ...figure,
        samples: values.length,
        ...spread,
        processorMs: processorMs === null ? null : round(processorMs / Math.max(1, values.length)),
        holds: figure.bar === null ? null : isMore(figure) ? spread.p50 >= figure.bar : spread.p95 <= figure.bar,
      };
    });
  }
}

/** Of frames more is better, and they are judged by the middle one: most browsers draw 60 at best. */
const isMore = ({ unit }: Figure): boolean => unit === "frames/s";

function spreadOf(values: readonly number[], figure: Figure): Pick<Told, "p50" | "p95" | "worst"> {
  const sorted = values.toSorted((one, other) => (isMore(figure) ? other - one : one - other));
  const at = (share: number): number =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), worst: round(sorted.at(-1) ?? 0) };
}

const round = (value: number): number => Math.round(value * 10) / 10;
