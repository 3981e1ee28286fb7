import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

// A table up to this many characters becomes rows that a person can read in a diff; a larger one becomes one string that is split at load.
const readableMax = 20_000;

/** Writes `src/<room>/generated/<name>.ts` for each `resources/<room>/<name>.tsv`, then the FollowTheMoney model. */
export async function generate(): Promise<void> {
  for (const path of tables("resources")) writeTable(path);
  if (existsSync("tools/generate-ftm.ts")) {
    const { generateFtm } = await import("./generate-ftm.ts");
    generateFtm();
  }
}

function tables(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((room) => readdirSync(join(root, room.name)).map((file) => join(root, room.name, file)))
    .filter((path) => path.endsWith(".tsv"))
    .toSorted();
}

function writeTable(path: string): void {
  const target = join("src", basename(dirname(path)), "generated", `${basename(path, ".tsv")}.ts`);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, moduleText(path, readFileSync(path, "utf8")));
}

function moduleText(path: string, text: string): string {
  const lines = text.split("\n").filter((line) => line !== "");
  const comments = lines.filter((line) => line.startsWith("#"));
  for (const header of ["# source:", "# licence:"]) {
    if (!comments.some((line) => line.startsWith(header)))
      throw new Error(`${path} has no line that starts with "${header}"`);
  }
  const rows = lines.filter((line) => !line.startsWith("#"));
  const head = [
    `// Generated from ${path.replaceAll("\\", "/")} by npm run generate; do not edit.`,
    ...comments.map((line) => `// ${line.slice(1).trim()}`),
  ];
  return `${[...head, ...rowsText(rows)].join("\n")}\n`;
}

function rowsText(rows: readonly string[]): string[] {
  const declaration = "export const rows: readonly (readonly string[])[] =";
  const body = rows.join("\n");
  if (body.length > readableMax) {
    return [
      `const table =`,
      `  ${JSON.stringify(body)};`,
      `${declaration} table.split("\\n").map((line) => line.split("\\t"));`,
    ];
  }
  return [`${declaration} [`, ...rows.map((row) => `  ${JSON.stringify(row.split("\t"))},`), `];`];
}

await generate();
