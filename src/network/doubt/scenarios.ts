import { sha256 } from "../../base/index.ts";

/** Who says that a channel was seen, and how surely: in thousandths, 0 to 1000. */
export interface Support {
  readonly source: string;
  readonly confidencePermille: number;
}

/** Which scenarios to draw: the same seed and number give the same scenario, whatever else is drawn. */
export interface ScenarioPlan {
  readonly seed: string;
  readonly first: number;
  readonly count: number;
}

/**
 * Draws which channels are real. In one scenario each source has one draw, and what it says holds as far as its
 * confidence is above it: so what one source says stands and falls together, the less sure first, and sources are
 * independent of each other. A channel is real where at least one source that says so holds. Draws come from a hash of
 * seed, scenario and source (SHA-256). One array per scenario, 1 for each real channel.
 */
export function drawScenarios(supports: readonly (readonly Support[])[], plan: ScenarioPlan): Uint8Array[] {
  const sources = [...new Set(supports.flatMap((support) => support.map(({ source }) => source)))];
  return Array.from({ length: plan.count }, (_, index) => {
    const draws = new Map(sources.map((source) => [source, drawPermille([plan.seed, plan.first + index, source])]));
    const isReal = ({ source, confidencePermille }: Support): boolean =>
      (draws.get(source) ?? 1000) < confidencePermille;
    return Uint8Array.from(supports, (support) => (support.some(isReal) ? 1 : 0));
  });
}

/** A number from 0 to just below 1000 that the key gives. */
function drawPermille(key: readonly [seed: string, scenario: number, source: string]): number {
  const digits = sha256(JSON.stringify(key)).slice(0, 12);
  return (Number.parseInt(digits, 16) / 2 ** 48) * 1000;
}
