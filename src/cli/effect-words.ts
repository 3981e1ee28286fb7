import type { views } from "../casefile/index.ts";
import { money } from "./show.ts";

/** What a block set does at each reroute factor, in the words of the screen; every share names its base. */
export function effectWords(set: views.BlockSetLine, currency: string): string {
  const base = `of the ${money(set.baselineMinor, currency)}`;
  return set.explanation.effects
    .map((effect) => {
      const share = `${Math.round(Number((BigInt(effect.stranded) * 1000n) / set.baselineMinor) / 10)} %`;
      return effect.rhoQuarters === 4
        ? `${share} ${base} stopped at once`
        : `${share} can no longer get through if known channels carry ${effect.rhoQuarters / 4} times as much`;
    })
    .join(", ");
}
