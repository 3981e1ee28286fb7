import type { Progress } from "../casefile/index.ts";

const barWidth = 10;
/** Where a terminal does not say how wide it is. */
const usualColumns = 80;

/**
 * Draws one bar per stage on a terminal, with what is being done and the seconds since the start, anew each second; or
 * writes one line per stage elsewhere. Work that ends within half a second of its start shows nothing. `end` clears the bar.
 */
export function progressBar(
  stream: NodeJS.WriteStream,
  now: () => number,
): { draw: (progress: Progress) => void; end: () => void } {
  const started = now();
  let stage = "";
  let drawn = 0;
  let last: Progress | undefined;
  const isLate = (): boolean => now() - started > 500;
  const paint = (): void => {
    if (!last || !isLate()) return;
    if (last.stage !== stage && stage !== "") stream.write("\n");
    stage = last.stage;
    drawn = now();
    const seconds = Math.floor((now() - started) / 1000);
    stream.write(`\r\u001B[2K${barText(last, seconds, stream.columns ?? usualColumns)}`);
  };
  const ticking = stream.isTTY ? setInterval(paint, 1000).unref() : undefined;
  return {
    draw: (progress) => {
      if (!stream.isTTY) {
        if (progress.stage !== stage && isLate()) stream.write(`${progress.stage} ...\n`);
        stage = progress.stage;
        return;
      }
      last = progress;
      if (progress.stage !== stage || now() - drawn >= 100 || progress.done >= progress.total) paint();
    },
    end: () => {
      clearInterval(ticking);
      if (stream.isTTY && stage !== "") stream.write("\n");
    },
  };
}

/** Never wider than the terminal: a line that wraps would not be drawn over. */
function barText({ stage, done, total, what }: Progress, seconds: number, columns: number): string {
  const share = total === 0 ? 1 : Math.min(done / total, 1);
  const filled = Math.round(share * barWidth);
  const bar = `${"█".repeat(filled)}${"░".repeat(barWidth - filled)}`;
  const head = `${stage.padEnd(12)} ${bar} ${String(Math.round(share * 100)).padStart(3)} %  ${seconds} s  `;
  return `${head}${what}`.slice(0, columns - 1);
}
