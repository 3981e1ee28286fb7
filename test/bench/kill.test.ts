import { expect, it } from "vitest";
import { killBench } from "../../bench/kill.ts";

// Early, past the middle, before it and at the end; the bench kills a hundred times: `npm run bench -- kill --small`.
it("loses nothing and doubles nothing when a run is killed four times, and the next run writes the same brief", async () => {
  const { reopenMsMax, ...tally } = await killBench(["--times", "4", "--small"]);
  expect(tally).toEqual({ lost: 0, doubled: 0, sameBrief: true });
  expect(reopenMsMax).toBeGreaterThan(0);
}, 900_000);
