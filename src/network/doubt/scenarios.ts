import { sha256 } from "../../base/index.ts";

/** Who says that money was seen, and how surely: in thousandths, 0 to 1000. */
export interface Support {
  readonly source: string;
  readonly confidencePermille: number;
}

/** What may not be real: `id` tells it from others. */
export interface Supported {
  readonly id: string;
  readonly supports: readonly Support[];
}

/** Which scenarios to draw: the same seed and number give the same scenario, whatever else is drawn. */
export interface ScenarioPlan {
  readonly seed: string;
  readonly first: number;
  readonly count: number;
  /** How often something is real although no source that says so holds, thousandths. */
  readonly keptPermille: number;
}

/**
 * Draws what is real. In one scenario each source has one draw, and what it says holds as far as its confidence is above
 * it: so what one source says stands and falls together, the less sure first, and sources are independent of each other.
 * Something is real where at least one source that says so holds; of the rest a part is real by a draw of its own. Draws
 * come from a hash of seed, scenario and source or id (SHA-256). One array per scenario, 1 for each that is real.
 */
export function drawScenarios(supported: readonly Supported[], plan: ScenarioPlan): Uint8Array[] {
  const sources = [...new Set(supported.flatMap(({ supports }) => supports.map(({ source }) => source)))];
  return Array.from({ length: plan.count }, (_, index) => {
    const scenario = plan.first + index;
    const draw = (kind: string, name: string): number => drawPermille([plan.seed, scenario, kind, name]);
    const draws = new Map(sources.map((source) => [source, draw("source", source)]));
    const holds = ({ source, confidencePermille }: Support): boolean =>
      (draws.get(source) ?? 1000) < confidencePermille;
    const isKept = (id: string): boolean => plan.keptPermille > 0 && draw("kept", id) < plan.keptPermille;
    return Uint8Array.from(supported, ({ id, supports }) => (supports.some(holds) || isKept(id) ? 1 : 0));
  });
}

/** A number from 0 to just below 1000 that the key gives. */
function drawPermille(key: readonly (string | number)[]): number {
  const digits = sha256(JSON.stringify(key)).slice(0, 12);
  return (Number.parseInt(digits, 16) / 2 ** 48) * 1000;
}
