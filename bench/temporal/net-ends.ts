import { compareText } from "../../src/base/index.ts";
import type { SeenTransfer } from "../../src/network/index.ts";

/** The accounts that pay most more than they receive, and those that receive most more than they pay; no account in both. */
export function findNetEnds(transfers: readonly SeenTransfer[], count: number) {
  const net = new Map<string, number>();
  for (const { payer, payee, amountMinor } of transfers) {
    net.set(payer, (net.get(payer) ?? 0) + amountMinor);
    net.set(payee, (net.get(payee) ?? 0) - amountMinor);
  }
  const ranked = [...net].toSorted(([a, left], [b, right]) => right - left || compareText(a, b));
  const ids = ranked.map(([id]) => id);
  const most = Math.min(count, Math.floor(ids.length / 2));
  return { sources: ids.slice(0, most), sinks: ids.slice(ids.length - most) };
}
