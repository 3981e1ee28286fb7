import { expect, it } from "vitest";
import { killBench } from "../../bench/kill.ts";

it("loses nothing and doubles nothing when a run is killed ten times, and the next run writes the same brief", async () => {
  const { reopenMsMax, ...tally } = await killBench(["--times", "10", "--small"]);
  expect(tally).toEqual({ lost: 0, doubled: 0, sameBrief: true });
  expect(reopenMsMax).toBeGreaterThan(0);
}, 900_000);
