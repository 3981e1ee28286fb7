import type { Progress } from "../casefile/index.ts";

const barWidth = 24;

/**
 * Draws one bar per stage on a terminal, or writes one line per stage elsewhere. Work that ends within two seconds of
 * its start shows nothing. `end` clears the bar.
 */
export function progressBar(
  stream: NodeJS.WriteStream,
  now: () => number,
): { draw: (progress: Progress) => void; end: () => void } {
  const started = now();
  let stage = "";
  let drawn = 0;
  const isLate = (): boolean => now() - started > 500;
  return {
    draw: (progress) => {
      if (!stream.isTTY) {
        if (progress.stage !== stage && isLate()) stream.write(`${progress.stage} ...\n`);
        stage = progress.stage;
        return;
      }
      if (!isLate() || (progress.stage === stage && now() - drawn < 100 && progress.done < progress.total)) return;
      if (progress.stage !== stage && stage !== "") stream.write("\n");
      stage = progress.stage;
      drawn = now();
      stream.write(`\r\u001B[2K${barText(progress)}`);
    },
    end: () => {
      if (stream.isTTY && stage !== "") stream.write("\n");
    },
  };
}

function barText({ stage, done, total, what }: Progress): string {
  const share = total === 0 ? 1 : Math.min(done / total, 1);
  const filled = Math.round(share * barWidth);
  return `${stage.padEnd(12)} ${"█".repeat(filled)}${"░".repeat(barWidth - filled)} ${String(Math.round(share * 100)).padStart(3)} %  ${what.slice(0, 60)}`;
}
