import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeResult {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Rules that hang on colours, and so on the theme. */
const colourRules = ["color-contrast", "link-in-text-block"];

/** What is looked at: everything, what hangs on colours, or what does not. */
const options = {
  all: {},
  colours: { runOnly: { type: "rule", values: colourRules } },
  structure: { rules: Object.fromEntries(colourRules.map((rule) => [rule, { enabled: false }])) },
};

/**
 * What axe finds wrong on a page, one line for each element. What it cannot decide is printed, not ignored. The page's policy
 * stays as it is: the source is evaluated from outside. An element is told by its markup: to find a selector for each that is
 * right takes a third of the time.
 */
export async function axeViolations(
  page: Page,
  where: string,
  rules: keyof typeof options = "all",
): Promise<readonly string[]> {
  await page.evaluate(source);
  const { violations, incomplete } = await page.evaluate(
    async (asked) => {
      const { axe } = globalThis as unknown as {
        axe: { run(options: object): Promise<{ violations: AxeResult[]; incomplete: AxeResult[] }> };
      };
      const { violations, incomplete } = await axe.run(asked);
      return { violations, incomplete: incomplete.map(({ id, nodes }) => ({ id, elements: nodes.length })) };
    },
    { ...options[rules], resultTypes: ["violations", "incomplete"], selectors: false },
  );
  for (const result of incomplete)
    process.stdout.write(`axe cannot decide on ${where}: ${result.id}, ${result.elements} elements\n`);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary = "" }) => `${where}: ${id} (${help}) at ${html}: ${failureSummary}`),
  );
}
