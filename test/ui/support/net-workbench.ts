import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { makeNetCase } from "../../../bench/ui/make-net-case.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

/** Serves a made net of so many nodes to the tests of a file, and ends with them. */
export function netWorkbench(nodes: number): () => Workbench {
  const root = mkdtempSync(join(tmpdir(), "windfall-net-"));
  let workbench: Workbench | undefined;
  beforeAll(async () => {
    const dir = join(root, "case");
    await makeNetCase(dir, nodes);
    workbench = await openWorkbench(dir);
  }, 300_000);
  afterAll(async () => {
    await workbench?.stop();
    rmSync(root, { recursive: true, force: true });
  });
  return () => {
    if (!workbench) throw new Error("the net is served while tests run");
    return workbench;
  };
}
