import type { views } from "../casefile/index.ts";
import { money } from "./show.ts";

/** What a block set does at each reroute factor, in the words of the screen; the shares are of the base named first, where a currency is given. */
export function effectWords(
  effects: Readonly<views.BlockSetLine["explanation"]["effects"]>,
  currency: string | null,
): string {
  return effects
    .map(({ rhoQuarters, stranded, canFlow }, index) => {
      const share = percentOf(stranded, canFlow);
      const base = index === 0 && currency !== null ? ` of the ${money(BigInt(canFlow), currency)}` : "";
      return rhoQuarters === 4
        ? `${share}${base} stopped at once`
        : `${share}${base} can no longer get through if known channels carry ${timesWords(rhoQuarters)}`;
    })
    .join(", ");
}

/** A part as per cent of a whole, in words. */
export const percentOf = (part: number, whole: number): string =>
  `${whole === 0 ? 0 : Math.round((part / whole) * 100)} %`;

/** A reroute factor in words. */
export const timesWords = (rhoQuarters: number): string =>
  rhoQuarters === 8 ? "double" : `${rhoQuarters / 4} times what was seen`;
