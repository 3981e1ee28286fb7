import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeResult {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/**
 * What axe finds wrong on a page, one line for each element. What it cannot decide is printed, not ignored. The page's policy
 * stays as it is: the source is evaluated from outside.
 */
export async function axeViolations(
  page: Page,
  where: string,
  rules: "all" | "colours" = "all",
): Promise<readonly string[]> {
  await page.evaluate(source);
  const { violations, incomplete } = await page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: AxeResult[]; incomplete: AxeResult[] }> };
    };
    const { violations, incomplete } = await axe.run(
      rules === "all" ? {} : { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } },
    );
    return { violations, incomplete };
  }, rules);
  for (const result of incomplete)
    process.stdout.write(`axe cannot decide on ${where}: ${result.id}, ${result.nodes.length} elements\n`);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary = "" }) => `${where}: ${id} (${help}) at ${target.join(" ")}: ${failureSummary}`,
    ),
  );
}
