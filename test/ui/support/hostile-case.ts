import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { windfall } from "../../support/windfall.ts";

/** Names that would be markup, scripts, formulas, or read as another name. */
export const hostileNames = {
  image: `<img src="/x" onerror="alert(1)"> Trading`,
  script: "<script>alert(1)</script> Shipping",
  link: "javascript:alert(1) Holdings",
  override: "Bank \u202EdetimiL gnidarT",
  long: `Long ${"A".repeat(10_000)} Limited`,
  formula: `=HYPERLINK("http://example.invalid","x") Ltd`,
  bell: "Harbour\u0007 Bell Ltd",
  zeroWidth: "Har\u200Bbour Pilots Ltd",
};

const columns = 500;

/** A case of one hostile table that went through intake and a run as any other; `remove` deletes it. */
export function makeHostileCase(): { readonly dir: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), "windfall-hostile-"));
  const dir = join(root, "case");
  const file = join(root, "<b>companies.csv");
  const extra = Array.from({ length: columns }, (_, index) => `<i>note ${index}</i>`);
  const rows = Object.values(hostileNames).map((name, index) => [
    `13171805523${index}0`,
    name,
    "Russia",
    "16 Oct 1998",
    index === 0 ? "javascript:alert(2)" : `Li\u0000ve`,
    `"Room ${index}", <a href="javascript:alert(4)">119 ul. Svetlanskaya</a>, Vladivostok`,
    `+7 9021-8740-6${index}`,
    ...extra.map((_, column) => (column === 0 ? "<svg onload=alert(3)>" : "")),
  ]);
  const head = [
    "Registration No",
    "Company Name",
    "Jurisdiction",
    "Incorporated",
    "Status",
    "Registered Address",
    "Telephone",
    ...extra,
  ];
  mkdirSync(root, { recursive: true });
  writeFileSync(file, [head, ...rows].map((cells) => `${cells.map(quoted).join(",")}\n`).join(""));
  const add = ["--dataset", "h1-hostile", "--source", "s1", "--kind", "register", "--grade", "B2", "--first-hand"];
  for (const args of [
    ["init", dir, "--title", "<u>Hostile</u>"],
    ["add", file, "--case", dir, ...add, "--label", "<em>Register</em>"],
    ["run", "--case", dir],
  ]) {
    const { code, stderr } = windfall(...args);
    if (code !== 0 && code !== 1) throw new Error(`windfall ${args[0]} ended with ${code}: ${stderr}`);
  }
  return { dir, remove: () => rmSync(root, { recursive: true, force: true }) };
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
